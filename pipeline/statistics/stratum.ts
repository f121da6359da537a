/** How the units of a stratum were drawn, and what they add to a sampling variance. */

/**
 * A unit is what was drawn: an observation, or a cluster of them (a primary sampling unit).
 */
export interface Drawn {
  /** Units drawn in the whole design, also those without an observation in the base. */
  readonly units: number;
  /** Units drawn / units there are; 0 for drawing with replacement. */
  readonly fraction: number;
}

/**
 * What squares about the mean of a stratum's units count for: (1 − fraction) · m/(m − 1).
 *
 * A stratum of one unit has no mean of its own; its square about 0 is taken once. 0 is the mean
 * over all strata of what is linearised, so that is `options(survey.lonely.psu = "adjust")` of R.
 */
export function unitFactor({ units, fraction }: Drawn): number {
  return (1 - fraction) * (units === 1 ? 1 : units / (units - 1));
}

/** Relative to what cancels; doubles keep 16 digits. */
const NOISE = 1e-13;

/** The variance a stratum adds, from Σt and Σt² over its units. */
export function stratumVariance(drawn: Drawn, sum: number, squares: number): number {
  const centred = drawn.units === 1 ? squares : squares - sum ** 2 / drawn.units;
  // A share that the strata fix leaves nothing but the rounding of large terms that cancel.
  return centred < NOISE * squares ? 0 : unitFactor(drawn) * centred;
}

/** Whether variances exist at all: the design is more than a single unit. */
export function hasVariance(strata: readonly Drawn[]): boolean {
  return strata.length > 1 || (strata.length === 1 && strata[0]!.units > 1);
}

/** @throws RangeError for a stratum without units or with a fraction outside [0, 1] */
export function checkDrawn({ units, fraction }: Drawn): void {
  if (!(Number.isInteger(units) && units > 0 && fraction >= 0 && fraction <= 1)) {
    throw new RangeError(`a stratum needs units and a fraction, got ${units} and ${fraction}`);
  }
}
