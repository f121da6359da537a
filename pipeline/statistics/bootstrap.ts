/** The interval of any figure, by drawing its units again and again. */
import { randomFrom } from './random.ts';
import { checkLevel, type Interval } from './wilson.ts';

export interface BootstrapSettings {
  /** How often all units are drawn anew; 2,000 settles the second digit of an interval. */
  readonly draws: number;
  /** The same seed gives the same figures on every machine. */
  readonly seed: number;
  /** Confidence, in (0, 1). */
  readonly level: number;
}

export interface BootstrapInterval extends Interval {
  /** Draws in which the figure existed. */
  readonly draws: number;
}

/**
 * Percentile interval: as many units as there are, drawn with replacement, and the figure of each
 * draw; `low` and `high` cut off (1 − level)/2 of the figures on either side.
 *
 * Quantiles are interpolated as R's default, `quantile(type = 7)`. Draws in which the figure does
 * not exist are left out; `draws` says how many are left.
 *
 * @param units what was drawn independently: respondents, or answers, not single codes
 * @param figure of a list of units; null where it does not exist
 * @returns null for fewer than two units, or where no draw has a figure
 * @throws RangeError unless `draws` is whole and above 0 and the level lies in (0, 1)
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13
 */
export function bootstrapInterval<T>(
  units: readonly T[],
  figure: (drawn: readonly T[]) => number | null,
  { draws, seed, level }: BootstrapSettings,
): BootstrapInterval | null {
  checkLevel(level);
  if (!(Number.isInteger(draws) && draws > 0)) {
    throw new RangeError(`draws must be a whole number above 0, got ${draws}`);
  }
  if (units.length < 2) return null;
  const random = randomFrom(seed);
  const figures: number[] = [];
  for (let i = 0; i < draws; i++) {
    const drawn = units.map(() => units[Math.floor(random() * units.length)]!);
    const found = figure(drawn);
    if (found !== null) figures.push(found);
  }
  if (figures.length === 0) return null;
  figures.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return {
    low: quantile(figures, tail),
    high: quantile(figures, 1 - tail),
    draws: figures.length,
  };
}

function quantile(ascending: readonly number[], p: number): number {
  const at = p * (ascending.length - 1);
  const below = ascending[Math.floor(at)]!;
  const above = ascending[Math.ceil(at)]!;
  return below + (at - Math.floor(at)) * (above - below);
}
