/** What a tally holds of a question: its values, items, sums and sampled answers. */
import { LIMBS, total } from './exact.ts';
import { answersOf, type SampledAnswer } from './sample.ts';
import { NO_SUMS, type Rows, STRIDE, type Sums, type Tally } from './tally.ts';

/** Group values of a grouping, sorted by code unit so that no order of reading shows. */
export function valuesOf(tally: Tally, question: string, grouping: string): readonly string[] {
  return [...(tally.questions.get(question)?.groupings.get(grouping)?.keys() ?? [])].sort();
}

/** Items counted in a question, sorted by code unit. */
export function itemsOf(tally: Tally, question: string): readonly string[] {
  return [...(tally.questions.get(question)?.items.keys() ?? [])].sort();
}

/** The sums of one cell over all design cells; zeros where nothing was counted. */
export function sumsOf(
  tally: Tally,
  question: string,
  grouping: string,
  value: string,
  item: string,
): Sums {
  const found = cellsOf(tally, question, grouping, value, item);
  if (found === null) return NO_SUMS;
  const sum = new Float64Array(STRIDE);
  for (const row of found.rows.values()) {
    // Of an item that came up later a row may know nothing yet.
    if (found.at >= row.length) continue;
    for (let i = 0; i < STRIDE; i++) sum[i]! += row[found.at + i]!;
  }
  return toSums(sum, 0);
}

/**
 * The sums of one cell by design cell, of those in which something was counted. In an order of their own:
 * sums over them are rounded, so that an order of reading would show.
 */
export function sumsByDesign(
  tally: Tally,
  question: string,
  grouping: string,
  value: string,
  item: string,
): ReadonlyMap<string, Sums> {
  const found = cellsOf(tally, question, grouping, value, item);
  if (found === null) return new Map();
  const { rows, at } = found;
  const there = [...rows]
    .filter(([, row]) => at < row.length && row[at]! > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(there.map(([design, row]) => [design, toSums(row, at)]));
}

/** The rows in which an item may stand, and where in each; null where it was never counted. */
function cellsOf(
  tally: Tally,
  question: string,
  grouping: string,
  value: string,
  item: string,
): { readonly rows: Rows; readonly at: number } | null {
  const found = tally.questions.get(question);
  const rows = found?.groupings.get(grouping)?.get(value);
  const index = found?.items.get(item);
  return rows === undefined || index === undefined ? null : { rows, at: index * STRIDE };
}

/** The sums of the cell that starts at a place. */
function toSums(cells: Float64Array, at: number): Sums {
  return { n: cells[at]!, w: total(cells, at + 1), w2: total(cells, at + 1 + LIMBS) };
}

/** The answers sampled of an item, in an order of their own that no order of reading shows in. */
export function sampledAnswers(
  tally: Tally,
  question: string,
  item: string,
): readonly SampledAnswer[] {
  const sample = tally.questions.get(question)?.samples.get(item);
  return sample === undefined ? [] : answersOf(sample);
}
