/** Weights that no respondent's answers hang on alone. */
import { checkCells, type WeightingCell } from './weighting-cell.ts';

export interface Trimming {
  /** What the weights of each cell are multiplied by; null for a cell without weight. */
  readonly factors: readonly (number | null)[];
  /** Highest weight a respondent, on average of a cell; null where nobody has a weight. */
  readonly cap: number | null;
  /** Cells cut down to the cap, and their respondents. */
  readonly trimmed: { readonly cells: number; readonly n: number };
  /** Rounds of cutting and giving away; 0 where nothing was above the cap. */
  readonly rounds: number;
}

/**
 * Cuts weights above `limit` times the mean weight, and gives what is cut to all others in
 * proportion to their weight; again, until giving lifts nobody above the cap.
 *
 * A cell's weight is its mean, Σw / n. By the mean and not the median, because the mean does not
 * move when weight is given away: the cap stays, cut cells stay cut, and there is room for
 * everybody below it. The sum of weights is kept; margins are not, so raked weights have to be
 * raked again or the deviation reported.
 *
 * @param limit above 1; 5 is common
 * @throws RangeError for a limit not above 1, or cells below 0
 * @see DeBell & Krosnick (2009), Computing Weights for American National Election Study Survey
 *   Data (limit 5, by the mean); Potter (1990), Proc. ASA Survey Research Methods, 225
 * @example
 * trim([{ key: ['a'], w: 90, n: 90 }, { key: ['b'], w: 60, n: 10 }], 3).factors
 * // [1.1667, 0.75]: mean 1.5, cap 4.5, 15 of 60 given to the other 90
 */
export function trim(cells: readonly WeightingCell[], limit: number): Trimming {
  if (!(limit > 1)) throw new RangeError(`limit must be above 1, got ${limit}`);
  checkCells(cells, cells[0]?.key.length ?? 0);
  const has = ({ w, n }: WeightingCell) => w > 0 && n > 0;
  const counted = cells.filter(has);
  const total = counted.reduce((sum, { w }) => sum + w, 0);
  const people = counted.reduce((sum, { n }) => sum + n, 0);
  if (people === 0) {
    return { factors: cells.map(() => null), cap: null, trimmed: { cells: 0, n: 0 }, rounds: 0 };
  }
  const cap = (limit * total) / people;
  const cut = new Set<WeightingCell>();
  let lift = 1;
  let rounds = 0;
  for (;;) {
    const above = counted.filter(
      (cell) => !cut.has(cell) && (cell.w / cell.n) * lift > cap * (1 + ROUNDING),
    );
    if (above.length === 0) break;
    for (const cell of above) cut.add(cell);
    const kept = [...cut].reduce((sum, { n }) => sum + n * cap, 0);
    const others = counted.filter((cell) => !cut.has(cell)).reduce((sum, { w }) => sum + w, 0);
    lift = (total - kept) / others;
    rounds++;
  }
  return {
    factors: cells.map((cell) =>
      has(cell) ? (cut.has(cell) ? (cap * cell.n) / cell.w : lift) : null,
    ),
    cap,
    trimmed: { cells: cut.size, n: [...cut].reduce((sum, { n }) => sum + n, 0) },
    rounds,
  };
}

/** So that a weight just at the cap does not count as above it. */
const ROUNDING = 1e-12;
