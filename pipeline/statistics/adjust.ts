/** p values adjusted for the number of tests in a family. */

export type Correction = 'BH' | 'holm' | 'none';

/**
 * Adjusted p values, in the order given; R's `p.adjust(p, method)`.
 *
 * `holm` bounds the chance of any false alarm in the family, `BH` (Benjamini–Hochberg) the
 * expected share of false alarms among those raised. A null (no test) stays null and does not
 * count towards the size of the family.
 *
 * @throws RangeError for a p outside [0, 1]
 * @see Holm (1979), Scand. J. Stat. 6:65; Benjamini & Hochberg (1995), JRSS B 57:289
 * @example adjust([0.01, 0.04, null, 0.03], 'BH') // [0.03, 0.04, null, 0.04]
 */
export function adjust(
  ps: readonly (number | null)[],
  correction: Correction,
): readonly (number | null)[] {
  const ascending: { readonly p: number; readonly at: number }[] = [];
  ps.forEach((p, at) => {
    if (p === null) return;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie in [0, 1], got ${p}`);
    ascending.push({ p, at });
  });
  if (correction === 'none') return [...ps];
  ascending.sort((a, b) => a.p - b.p);
  const m = ascending.length;
  const adjusted: (number | null)[] = ps.map(() => null);
  if (correction === 'holm') {
    let most = 0;
    ascending.forEach(({ p, at }, i) => {
      most = Math.max(most, Math.min(1, (m - i) * p));
      adjusted[at] = most;
    });
  } else {
    let least = 1;
    for (let i = m - 1; i >= 0; i--) {
      const { p, at } = ascending[i]!;
      least = Math.min(least, (m / (i + 1)) * p);
      adjusted[at] = least;
    }
  }
  return adjusted;
}
