/** How well predicted sets of labels match the true ones. */

/** Precision, recall and F1, in [0, 1]; 0 where a figure would be 0/0. */
export interface Scores {
  /** Of the labels predicted, the share that are true. */
  readonly precision: number;
  /** Of the true labels, the share that were predicted. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
}

export interface LabelScores extends Scores {
  readonly label: string;
  /** Items that truly have the label. */
  readonly support: number;
  /** Items for which it was predicted. */
  readonly predicted: number;
}

export interface MultilabelScores {
  /** In the order of `labels`. */
  readonly perLabel: readonly LabelScores[];
  /** Over all pairs of item and label. */
  readonly micro: Scores;
  /** Mean over all labels; a label that neither side has counts as 0. Null without labels. */
  readonly macro: Scores | null;
  /** Mean over the labels that some item truly has; null where there are none. */
  readonly macroSupported: Scores | null;
  /** Share of items whose two sets are equal; null without items. */
  readonly exact: number | null;
}

/**
 * Scores of predicted label sets, as scikit-learn's `precision_recall_fscore_support` with
 * `zero_division=0`.
 *
 * @param labels all labels that are scored
 * @param truth per item its true labels, possibly none
 * @param predicted per item the labels predicted, in the same order
 * @throws RangeError if the two differ in length, or hold a label that is not in `labels`
 */
export function multilabelScores(
  labels: readonly string[],
  truth: readonly ReadonlySet<string>[],
  predicted: readonly ReadonlySet<string>[],
): MultilabelScores {
  if (truth.length !== predicted.length) {
    throw new RangeError(`as many items of both required: ${truth.length}, ${predicted.length}`);
  }
  const counts = new Map(labels.map((label) => [label, { hits: 0, support: 0, predicted: 0 }]));
  const countOf = (label: string) => {
    const count = counts.get(label);
    if (count === undefined) throw new RangeError(`label "${label}" is not among those scored`);
    return count;
  };
  let equal = 0;
  truth.forEach((real, i) => {
    const guess = predicted[i]!;
    let hits = 0;
    for (const label of real) countOf(label).support++;
    for (const label of guess) {
      countOf(label).predicted++;
      if (!real.has(label)) continue;
      countOf(label).hits++;
      hits++;
    }
    if (hits === real.size && hits === guess.size) equal++;
  });
  const perLabel = [...counts].map(([label, { hits, support, predicted }]) => ({
    label,
    support,
    predicted,
    ...scores(hits, predicted, support),
  }));
  const total = (of: 'hits' | 'support' | 'predicted') =>
    [...counts.values()].reduce((sum, count) => sum + count[of], 0);
  return {
    perLabel,
    micro: scores(total('hits'), total('predicted'), total('support')),
    macro: average(perLabel),
    macroSupported: average(perLabel.filter(({ support }) => support > 0)),
    exact: truth.length === 0 ? null : equal / truth.length,
  };
}

function scores(hits: number, predicted: number, support: number): Scores {
  const ratio = (a: number, b: number) => (b === 0 ? 0 : a / b);
  return {
    precision: ratio(hits, predicted),
    recall: ratio(hits, support),
    f1: ratio(2 * hits, predicted + support),
  };
}

function average(all: readonly Scores[]): Scores | null {
  if (all.length === 0) return null;
  const mean = (of: keyof Scores) => all.reduce((sum, one) => sum + one[of], 0) / all.length;
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}
