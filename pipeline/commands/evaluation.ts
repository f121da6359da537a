/** The coder against hand codes: figures as interface.md, section 5, defines them. */
import type { Coding } from '../code/coding.ts';
import { krippendorffAlpha } from '../statistics/alpha.ts';
import { alphaInterval } from '../statistics/alpha-interval.ts';
import { kappa } from '../statistics/kappa.ts';
import { masi } from '../statistics/masi.ts';
import { type MultilabelScores, multilabelScores, type Scores } from '../statistics/multilabel.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

/** An answer coded by hand and by the coder. `truth` may hold `NONE`, `EMPTY` or `OTHER`. */
export interface Evaluated {
  readonly truth: readonly string[];
  readonly coding: Coding;
}

/** Scores over one level of codes; all figures in [0, 1], kappa and alpha at most 1. */
export interface LevelEvaluation {
  readonly micro: Scores;
  /** Mean over all codes of the level; null where there are none. */
  readonly macro: Scores | null;
  /** Mean over the codes that some answer truly has. */
  readonly macro_supported: Scores | null;
  /** Share of answers whose two sets are equal. */
  readonly exact: number | null;
  /** Krippendorff's alpha over sets of codes, MASI distance. */
  readonly alpha: number | null;
  /** Its 95 % interval, by drawing answers anew with a fixed seed. */
  readonly alpha_interval: { readonly low: number; readonly high: number } | null;
  /** The same with sets either equal or different. */
  readonly alpha_nominal: number | null;
  readonly codes: readonly (Scores & {
    readonly code: string;
    readonly support: number;
    readonly predicted: number;
    /** Cohen's kappa of having the code or not. */
    readonly kappa: number | null;
  })[];
}

export interface Evaluation {
  readonly taxonomy: string;
  readonly answers: number;
  /** Answers without a hand code; they take no part. */
  readonly not_coded_by_hand: number;
  readonly problems: LevelEvaluation;
  readonly subproblems: LevelEvaluation;
  /** Answers that are none or state no problem: `NONE` and `EMPTY` against no-problem and empty. */
  readonly none: Scores & {
    readonly support: number;
    readonly predicted: number;
    /** Answers with a code in truth that were called no-problem or empty. */
    readonly problems_called_none: number;
    readonly answers_with_problem: number;
  };
}

/**
 * Compares answers that have a hand code; those without one are only counted.
 *
 * @throws RangeError never for codes of the taxonomy; the caller checks the truth's codes
 */
export function evaluation(all: readonly Evaluated[], taxonomy: Taxonomy): Evaluation {
  const items = all.filter((one) => one.truth.length > 0);
  const problemOf = new Map(
    taxonomy.problems.flatMap((one) => [
      [one.id, one.id] as const,
      ...one.subproblems.map((leaf) => [leaf.id, one.id] as const),
    ]),
  );
  const problems = taxonomy.problems.map((one) => one.id);
  const leaves = [...problemOf.keys()].filter((code) => !problems.includes(code));
  const cut = (codes: readonly string[]) =>
    new Set(codes.flatMap((code) => problemOf.get(code) ?? []));
  const predictedOf = (item: Evaluated) => item.coding.codes.map((hit) => hit.code);
  /** Leaves of an answer, without problems that the truth names without a leaf. */
  const fine = (codes: readonly string[], truth: readonly string[]) =>
    new Set(codes.filter((code) => leaves.includes(code) && !truth.includes(problemOf.get(code)!)));
  return {
    taxonomy: taxonomy.id,
    answers: items.length,
    not_coded_by_hand: all.length - items.length,
    problems: level(
      problems,
      items.map((one) => cut(one.truth)),
      items.map((one) => cut(predictedOf(one))),
    ),
    subproblems: level(
      leaves,
      items.map((one) => fine(one.truth, one.truth)),
      items.map((one) => fine(predictedOf(one), one.truth)),
    ),
    none: noneScores(items, problemOf),
  };
}

function level(
  codes: readonly string[],
  truth: readonly ReadonlySet<string>[],
  predicted: readonly ReadonlySet<string>[],
): LevelEvaluation {
  const scores: MultilabelScores = multilabelScores(codes, truth, predicted);
  const units = truth.map((one, i) => [[...one].sort(), [...predicted[i]!].sort()]);
  return {
    micro: scores.micro,
    macro: scores.macro,
    macro_supported: scores.macroSupported,
    exact: scores.exact,
    alpha: krippendorffAlpha(units, masi),
    alpha_interval: intervalOf(units),
    alpha_nominal: krippendorffAlpha(units.map((unit) => unit.map((one) => one.join(';')))),
    codes: scores.perLabel.map(({ label, ...rest }) => ({
      code: label,
      ...rest,
      kappa: kappa(
        truth.map((one) => one.has(label)),
        predicted.map((one) => one.has(label)),
      ),
    })),
  };
}

const DRAWS = { draws: 2000, seed: 1, level: 0.95 };

function intervalOf(units: readonly (readonly (readonly string[])[])[]) {
  const found = alphaInterval(units, DRAWS, masi);
  return found === null ? null : { low: found.low, high: found.high };
}

function noneScores(
  items: readonly Evaluated[],
  known: ReadonlyMap<string, string>,
): Evaluation['none'] {
  const isNone = (item: Evaluated) =>
    item.coding.status === 'no-problem' || item.coding.status === 'empty';
  const set = (yes: boolean) => new Set(yes ? ['NONE'] : []);
  const scores = multilabelScores(
    ['NONE'],
    items.map((one) => set(one.truth.includes('NONE') || one.truth.includes('EMPTY'))),
    items.map((one) => set(isNone(one))),
  );
  const { label: _, ...own } = scores.perLabel[0]!;
  const stated = items.filter((one) =>
    one.truth.some((code) => known.has(code) || code === 'OTHER'),
  );
  return {
    ...own,
    problems_called_none: stated.filter(isNone).length,
    answers_with_problem: stated.length,
  };
}
