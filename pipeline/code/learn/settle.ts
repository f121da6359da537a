/** Cut-offs and curves from scores of held-out examples, and how well they do on others. */

import { type Cutoffs, chooseLabels } from '../choose.ts';
import type { Layout } from '../layout.ts';
import { type CodeModel, type CodeQuality, type Curve, probability } from '../trained.ts';
import { fitCurve } from './curve.ts';
import { type HeldOut, PARTS } from './fit.ts';

/** Held-out scores with the true labels of a taxonomy. */
export interface Judged extends HeldOut {
  readonly layout: Layout;
  /** Per label one flag an example; of a problem, also through a sub-problem. */
  readonly positive: readonly Uint8Array[];
  /** Examples that count for quality. */
  readonly counts: readonly boolean[];
}

export type Settled = Pick<CodeModel, 'cutoffs' | 'curves'>;

/** What holds where there are too few examples to choose by. */
export const UNSETTLED: Settled = {
  cutoffs: { problem: -0.2, leaf: -0.2 },
  curves: { problem: { slope: 3, intercept: 0.6 }, leaf: { slope: 3, intercept: 0.6 } },
};

const GRID = Array.from({ length: 23 }, (_, i) => Math.round((-0.7 + i * 0.05) * 100) / 100);
/** Cut-offs are as good as the best up to here; the middle one of them is taken, as the surest. */
const AS_GOOD = 0.002;
/** A curve is fitted to scores from this far below the cut-off on, where it is used. */
const BELOW = 0.5;

/** The cut-offs with the best micro-F1, problems first, and the curves, from some of the examples. */
export function settle(judged: Judged, rows: readonly number[]): Settled {
  const { layout } = judged;
  const problems = layout.problems.map((one) => one.label);
  const best = (make: (value: number) => Cutoffs, labels: readonly number[]) => {
    const tried = GRID.map((value) => ({ value, f1: microF1(judged, rows, make(value), labels) }));
    const most = Math.max(...tried.map(({ f1 }) => f1));
    const asGood = tried.filter(({ f1 }) => f1 >= most - AS_GOOD);
    return asGood[asGood.length >> 1]!.value;
  };
  const problem = best((value) => ({ problem: value, leaf: 9 }), problems);
  const leaves = layout.labels.map((_, label) => label).slice(problems.length);
  const leaf =
    leaves.length === 0
      ? UNSETTLED.cutoffs.leaf
      : best((value) => ({ problem, leaf: value }), [...problems, ...leaves]);
  return {
    cutoffs: { problem, leaf },
    curves: {
      problem: curveOf(judged, rows, problems, problem),
      leaf: curveOf(judged, rows, leaves, leaf),
    },
  };
}

/** Per code what was found on held-out examples, with cut-offs that did not see them either. */
export function qualityOf(judged: Judged): {
  codes: readonly CodeQuality[];
  pairs: ConfidencePair[];
} {
  const { layout, positive, scores, fold, counts } = judged;
  const tallies = layout.labels.map(() => ({ support: 0, predicted: 0, hits: 0 }));
  const pairs: ConfidencePair[] = [];
  for (const part of PARTS) {
    const others = rowsWhere((row) => fold[row] !== part);
    const own = rowsWhere((row) => fold[row] === part && counts[row]!);
    const settled = settle(judged, others);
    for (const row of own) {
      const chosen = chooseLabels(scores[row]!, layout, settled.cutoffs);
      for (const label of chosen) {
        const curve = label < layout.problems.length ? settled.curves.problem : settled.curves.leaf;
        pairs.push({ score: scores[row]![label]!, curve, right: positive[label]![row] === 1 });
      }
      const given = withProblems(chosen, layout);
      layout.labels.forEach((_, label) => {
        const tally = tallies[label]!;
        const isTrue = positive[label]![row] === 1;
        const isGiven = given.has(label);
        if (isTrue) tally.support += 1;
        if (isGiven) tally.predicted += 1;
        if (isTrue && isGiven) tally.hits += 1;
      });
    }
  }
  return { codes: layout.labels.map((code, i) => ({ code, ...tallies[i]! })), pairs };

  function rowsWhere(keep: (row: number) => boolean): number[] {
    return [...scores.keys()].filter(keep);
  }
}

/** A code given to a held-out example, and whether it was right. */
export interface ConfidencePair {
  readonly score: number;
  readonly curve: Curve;
  readonly right: boolean;
}

function withProblems(chosen: readonly number[], { problems }: Layout): Set<number> {
  const given = new Set(chosen);
  for (const { label, leaves } of problems) {
    if (leaves.some((leaf) => given.has(leaf))) given.add(label);
  }
  return given;
}

function microF1(
  { layout, positive, scores }: Judged,
  rows: readonly number[],
  cutoffs: Cutoffs,
  labels: readonly number[],
): number {
  let [hits, given, real] = [0, 0, 0];
  for (const row of rows) {
    const chosen = withProblems(chooseLabels(scores[row]!, layout, cutoffs), layout);
    for (const label of labels) {
      const isTrue = positive[label]![row] === 1;
      const isGiven = chosen.has(label);
      if (isTrue) real += 1;
      if (isGiven) given += 1;
      if (isTrue && isGiven) hits += 1;
    }
  }
  return given + real === 0 ? 0 : (2 * hits) / (given + real);
}

function curveOf(
  { positive, scores }: Judged,
  rows: readonly number[],
  labels: readonly number[],
  cutoff: number,
): Curve {
  const used: number[] = [];
  const hits: boolean[] = [];
  for (const row of rows) {
    for (const label of labels) {
      const score = scores[row]![label]!;
      if (score < cutoff - BELOW) continue;
      used.push(score);
      hits.push(positive[label]![row] === 1);
    }
  }
  // Too few or one-sided scores have no rising curve.
  const curve = hits.includes(true) && hits.includes(false) ? fitCurve(used, hits) : null;
  return curve !== null && curve.slope > 0 && Number.isFinite(curve.slope + curve.intercept)
    ? curve
    : UNSETTLED.curves.leaf;
}

const BINS = 10;

/**
 * Expected calibration error: over ten bins of confidence, the mean distance between the
 * confidence and the share that was right, weighted by the codes in each bin.
 */
export function calibrationError(pairs: readonly ConfidencePair[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { score, curve, right } of pairs) {
    const confidence = probability(curve, score);
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.count += 1;
    bin.confidence += confidence;
    if (right) bin.right += 1;
  }
  return bins.reduce(
    (sum, bin) => sum + Math.abs(bin.confidence - bin.right) / Math.max(1, pairs.length),
    0,
  );
}
