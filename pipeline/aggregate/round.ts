/** Figures as they are published: rounded once, last, so that every artefact shows the same. */
import type { Tables } from './tables.ts';

/** How each figure is rounded; counts and everything not named stay as they are. */
const DIGITS: Readonly<Record<string, (x: number) => number>> = {
  ...Object.fromEntries(
    [
      'share',
      'low',
      'high',
      'share_before',
      'share_from',
      'share_to',
      'share_rest',
      'top',
      'top_low',
      'top_high',
      'bottom',
      'bottom_low',
      'bottom_high',
      'net',
      'net_low',
      'net_high',
      'mean_from',
      'mean_to',
      'superiority',
      'superiority_low',
      'superiority_high',
      'rate',
      'difference',
      'mean',
      'sd',
      'lift',
      'odds_ratio',
      'odds_low',
      'odds_high',
      'precision',
      'recall',
      'f1',
      'statistic',
      'df1',
      'df2',
    ].map((name) => [name, decimals(4)]),
  ),
  n_effective: decimals(1),
  n_effective_rest: decimals(1),
  z: decimals(4),
  p: significant(4),
  p_rank: significant(4),
  p_adjusted: significant(4),
};

/**
 * The tables with every figure rounded: shares to 4 decimals, p to 4 significant digits, n_effective to
 * 1 decimal. Some lean (see `leaning`): files that are read as data take them through `written`, the
 * workbook, which rounds what it shows, does not.
 */
export function roundTables(tables: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, (rows as readonly object[]).map(roundRow)]),
  ) as unknown as Tables;
}

/** The same row where nothing is to be rounded, as in lines that are hidden: most are, of many units. */
function roundRow(row: object): object {
  const exact = row as Readonly<Record<string, unknown>>;
  let rounded: Record<string, unknown> | null = null;
  for (const name in exact) {
    const value = exact[name];
    if (typeof value !== 'number') continue;
    const published = DIGITS[name]?.(value) ?? value;
    if (Object.is(published, value)) continue;
    rounded ??= { ...exact };
    rounded[name] = published;
  }
  return rounded ?? row;
}

function decimals(digits: number): (x: number) => number {
  return (x) => leaning(Number(x.toFixed(digits)), x);
}

function significant(digits: number): (x: number) => number {
  return (x) => leaning(Number(x.toPrecision(digits)), x);
}

/** Too little to be seen in any figure, and more than the arithmetic of figures loses. */
const HAIR = 2 ** -42;
const LOST = 2 ** -50;

/**
 * What is rounded is shown with fewer digits yet: 0.40645 is published as 0.4065 and is 40.6 %, not the
 * 40.7 % that 0.4065 would give. A figure that was rounded up to a last digit of 5 is therefore held a
 * hair nearer to 0. Adding 0 turns -0 into 0.
 */
function leaning(rounded: number, exact: number): number {
  const wasRaised = Math.abs(rounded) > Math.abs(exact) * (1 + LOST);
  return wasRaised && /5(?:e.*)?$/.test(String(rounded)) ? rounded * (1 - HAIR) : rounded + 0;
}

/**
 * A figure of rounded tables with the digits that it is published with.
 *
 * @example written(0.4065 * (1 - 2 ** -42)) // 0.4065
 */
export function written(figure: number): number {
  return Number.isInteger(figure) ? figure : Number(figure.toPrecision(12));
}
