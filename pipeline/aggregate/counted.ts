/** Who has a code, and who answered, looked up in a tally. */
import { SUBSTANTIVE } from '../tally/count-open.ts';
import { codeItem, statusItem } from '../tally/items.ts';
import { NO_SUMS, type Tally } from '../tally/tally.ts';
import {
  addSums,
  type Base,
  baseIn,
  type Cells,
  type Counted,
  type CountPlace,
  combineCells,
  countedIn,
  lessSums,
} from './sums.ts';
import type { ProblemRow } from './tables.ts';

/** Respondents with a code and those it is a share of, as a line of problems.csv counts them. */
export interface YesAndBase {
  readonly yes: Counted;
  readonly base: Base;
}

/** What a line of problems.csv counts, in the group value `where`. */
export function countedOf(
  tally: Tally,
  { taxonomy, code, level }: Pick<ProblemRow, 'taxonomy' | 'code' | 'level'>,
  where: CountPlace,
): YesAndBase {
  const item = level === 0 ? statusItem(taxonomy, 'coded') : codeItem(taxonomy, code);
  const bases = SUBSTANTIVE.map((status) => statusItem(taxonomy, status));
  return { yes: countedIn(tally, where, [item]), base: baseIn(tally, where, bases) };
}

/** Disjoint sets of respondents as one. */
export function together(counts: readonly Counted[]): Counted {
  return {
    sums: counts.map((one) => one.sums).reduce(addSums, NO_SUMS),
    cells: () =>
      counts
        .map((one) => one.cells())
        .reduce<Cells>((sum, one) => combineCells(sum, one, addSums), new Map()),
  };
}

/** A set of respondents without a part of it. */
export function without(all: Counted, part: Counted): Counted {
  return {
    sums: lessSums(all.sums, part.sums),
    cells: () => combineCells(all.cells(), part.cells(), lessSums),
  };
}

/** Whether a count over its base may be published: neither it, nor its rest, nor the base is small. */
export function isLarge(n: number, base: number, minimum: number): boolean {
  return base >= minimum && (n === 0 || (n >= minimum && base - n >= minimum));
}
