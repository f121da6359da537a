/** How much a design knows of its own variance: R's `degf(subset(design, base))`. */

/** The units of one stratum that have an observation in the base. */
export interface Observed {
  readonly observed: number;
}

/**
 * Degrees of freedom of a design in a base: units with an observation in it, less strata with one.
 *
 * A unit is what was drawn, an observation or a cluster. Of weights only, it is n − 1.
 *
 * @returns 0 or more; 0 where nothing can be said of the variance
 * @throws RangeError unless the numbers are whole and from 0
 * @see Korn & Graubard (1999), Analysis of Health Surveys, section 5.2
 * @example degreesOfFreedom([{ observed: 15 }, { observed: 4 }, { observed: 0 }]) // 17
 */
export function degreesOfFreedom(strata: readonly Observed[]): number {
  let df = 0;
  for (const { observed } of strata) {
    if (!(Number.isInteger(observed) && observed >= 0)) {
      throw new RangeError(`observed must be a whole number from 0, got ${observed}`);
    }
    if (observed > 0) df += observed - 1;
  }
  return df;
}
