/**
 * Sums of decimals that come out the same in any order, split and number of workers.
 *
 * Plain double sums are not associative. Here a value is cut into six whole numbers, in units from
 * 2^68 down to 2^-72, and each is summed for itself. Sums of whole numbers are exact up to 2^53, so
 * six of them hold sums up to 2^121 (3e36) of at most 2^25 (33 million) values, each rounded once,
 * on entry, to a multiple of 2^-72 (2e-22). Reading refuses weights and numbers beyond that.
 */

/** Number of whole numbers that hold one sum. */
export const LIMBS = 6;

const UNITS = [2 ** 68, 2 ** 40, 2 ** 12, 2 ** -16, 2 ** -44, 2 ** -72] as const;
/** Multiplying by the reciprocal of a power of two is exact, and faster than dividing. */
const PER_ONE = UNITS.map((unit) => 1 / unit);
/** Below this in size a value fills none of the first parts, so that the others need be made only. */
const [SMALL, FIRST_OF_SMALL] = [UNITS[2] / 2, 3];

/** Writes the parts of a finite `value` to `target[at … at + LIMBS)`. */
export function split(value: number, target: Float64Array, at: number): void {
  let rest = value;
  const first = Math.abs(value) < SMALL ? FIRST_OF_SMALL : 0;
  for (let i = 0; i < first; i++) target[at + i] = 0;
  for (let i = first; i < LIMBS; i++) {
    const count = Math.round(rest * PER_ONE[i]!);
    target[at + i] = count;
    rest -= count * UNITS[i]!; // exact: both are multiples of the value's last bit
  }
}

/** The double nearest to the sum held in `source[at … at + LIMBS)`. */
export function total(source: Float64Array, at: number): number {
  let sum = 0;
  // From the smallest unit up, so that carries are not lost to rounding early.
  for (let i = LIMBS - 1; i >= 0; i--) sum += source[at + i]! * UNITS[i]!;
  return sum;
}
