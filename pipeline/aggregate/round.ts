/** Figures as they are published: rounded once, last, so that every artefact shows the same. */
import type { Tables } from './tables.ts';

interface Rounding {
  /** As it is published. */
  plain(x: number): number;
  /** What was so rounded, as little nearer to 0 as is seen only in figures with fewer digits. */
  nearer(x: number): number;
}

/** How each figure is rounded; counts and everything not named stay as they are. */
const DIGITS: Readonly<Record<string, Rounding>> = {
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
    const rounding = DIGITS[name];
    const published = rounding === undefined ? value : leaning(rounding, value);
    if (Object.is(published, value)) continue;
    rounded ??= { ...exact };
    rounded[name] = published;
  }
  return rounded ?? row;
}

/** Decimals as written, and two more to lean by. */
function decimals(digits: number): Rounding {
  return {
    plain: (x) => Number(x.toFixed(digits)) + 0,
    nearer: (x) => Number((x - Math.sign(x) * 10 ** -(digits + 2)).toFixed(digits + 2)),
  };
}

function significant(digits: number): Rounding {
  return {
    plain: (x) => Number(x.toPrecision(digits)),
    nearer: (x) => Number((x * (1 - 10 ** -(digits + 1))).toPrecision(digits + 2)),
  };
}

/** What the arithmetic of figures may lose. */
const LOST = 2 ** -50;

/**
 * What is rounded is shown with fewer digits yet: 0.40645 is published as 0.4065 and is 40.6 %, not the
 * 40.7 % that 0.4065 would give. A figure that was rounded up to a last digit of 5 is therefore held a
 * little nearer to 0, as 0.406499.
 */
function leaning({ plain, nearer }: Rounding, exact: number): number {
  const rounded = plain(exact);
  const wasRaised = Math.abs(rounded) > Math.abs(exact) * (1 + LOST);
  return wasRaised && /5(?:e.*)?$/.test(String(rounded)) ? nearer(rounded) : rounded;
}

/**
 * A figure of rounded tables with the digits that its column is published with.
 *
 * @example written('share', 0.406499) // 0.4065
 */
export function written(column: string, figure: number): number {
  return DIGITS[column]?.plain(figure) ?? figure;
}
