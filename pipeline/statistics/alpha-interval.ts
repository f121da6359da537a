/** How sure an alpha of few units is. */
import { alphaOf, type Distance, nominalDistance, pairableUnits } from './alpha.ts';
import { type BootstrapInterval, type BootstrapSettings, bootstrapInterval } from './bootstrap.ts';

/**
 * Bootstrap interval of Krippendorff's alpha, over the units that have two values.
 *
 * Units are drawn, not pairs of values (as Krippendorff's own algorithm does): values of one unit
 * belong together, and the coverage of this interval was found good for nominal data. A draw
 * in which all values are the same has no alpha and is left out.
 *
 * @param units as for `krippendorffAlpha`
 * @param distance between two values; `nominalDistance`, or such as `masi` for sets of codes
 * @returns null where fewer than two units have two values, or no draw has an alpha
 * @throws RangeError as `bootstrapInterval`
 * @see Zapf et al. (2016), BMC Medical Research Methodology 16:93
 */
export function alphaInterval<T>(
  units: readonly (readonly (T | null)[])[],
  settings: BootstrapSettings,
  distance: Distance<T> = nominalDistance,
): BootstrapInterval | null {
  const { pairable, between } = pairableUnits(units, distance);
  const known = remembered(between);
  return bootstrapInterval(pairable, (drawn) => alphaOf(drawn, known), settings);
}

/** Thousands of draws ask for the same distances of a few hundred values. */
function remembered(between: Distance<number>): Distance<number> {
  const known: number[][] = [];
  return (a, b) => {
    const row = known[a] ?? [];
    known[a] = row;
    const distance = row[b] ?? between(a, b);
    row[b] = distance;
    return distance;
  };
}
