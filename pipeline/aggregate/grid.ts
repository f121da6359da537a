/** Lines of a table as danfo frames: what is counted, joined with the base it is a share of. */
import { groupBy } from '../group-by.ts';
import { NO_SUMS, type Sums } from '../tally/tally.ts';
import { frameOf, groupSum, joinOn, MAXIMUM_GROUPS, rowsOf, sortOn } from './frame.ts';

/** A count and the group value (by its place in a list) whose base it is a share of. */
export interface CountedItem {
  readonly value: number;
  readonly item: number;
  readonly sums: Sums;
}

/** A line of a table: the sums of a count and of its base. */
export interface GridLine {
  readonly value: number;
  readonly item: number;
  readonly yes: Sums;
  readonly base: Sums;
}

/**
 * Lines in order of group value, then item, each with its base: the sum over the cells of the
 * same value in `baseCells`.
 *
 * @param items number of items, so that value and item make one whole key
 */
export function gridLines(
  counts: readonly CountedItem[],
  baseCells: readonly { readonly value: number; readonly sums: Sums }[],
  items: number,
): readonly GridLine[] {
  const lines: GridLine[] = [];
  const last = counts.reduce((most, one) => Math.max(most, one.value), -1);
  // Values are independent of each other, so that frames can be kept small, where danfo is fast.
  const step = Math.max(1, Math.floor(MAXIMUM_GROUPS / items));
  const sliceOf = (one: { readonly value: number }) => String(Math.floor(one.value / step));
  const [countSlices, baseSlices] = [groupBy(counts, sliceOf), groupBy(baseCells, sliceOf)];
  for (let i = 0; i * step <= last; i++) {
    const key = String(i);
    lines.push(...slice(countSlices.get(key) ?? [], baseSlices.get(key) ?? [], items));
  }
  return lines;
}

function slice(
  counts: readonly CountedItem[],
  baseCells: readonly { readonly value: number; readonly sums: Sums }[],
  items: number,
): GridLine[] {
  // A value without any base cell still has a line: its base is nobody.
  const seeds = [...new Set(counts.map((one) => one.value))].map((value) => ({
    value,
    sums: NO_SUMS,
  }));
  const cells = [...seeds, ...baseCells];
  const bases = groupSum(
    frameOf({
      value: cells.map((one) => one.value),
      base_n: cells.map((one) => one.sums.n),
      base_w: cells.map((one) => one.sums.w),
      base_w2: cells.map((one) => one.sums.w2),
    }),
    'value',
    ['base_n', 'base_w', 'base_w2'],
  );
  const yes = frameOf({
    key: counts.map((one) => one.value * items + one.item),
    value: counts.map((one) => one.value),
    n: counts.map((one) => one.sums.n),
    w: counts.map((one) => one.sums.w),
    w2: counts.map((one) => one.sums.w2),
  });
  return rowsOf(sortOn(joinOn(yes, bases, 'value'), 'key')).map((row) => {
    const number = (name: string) => row[name] as number;
    return {
      value: number('value'),
      item: number('key') % items,
      yes: { n: number('n'), w: number('w'), w2: number('w2') },
      base: { n: number('base_n'), w: number('base_w'), w2: number('base_w2') },
    };
  });
}
