/** What may become of what a file holds, and counts of it that cost next to nothing. */
import type { SetAsideReason } from './respondent.ts';

/** Each fate with its place in a row of counts. */
const PLACES = {
  used: 0,
  /** An option that one respondent chose twice. */
  repeated: 1,
  /** A word for "not answered". */
  missing: 2,
  /** A word for "not asked". */
  skipped: 3,
  /** Of a question that the round did not ask, or of somebody whose group has no taxonomy. */
  'not-asked': 4,
  /** In a row that is left out because the survey excludes it. */
  excluded: 5,
  /** In a row that was set aside. */
  'row-set-aside': 6,
  'too-few-cells': 7,
  'too-many-cells': 8,
  'repeated-header': 9,
  'totals-row': 10,
  'bad-weight': 11,
  'not-a-number': 12,
  'out-of-range': 13,
  'unknown-option': 14,
  duplicate: 15,
  'identical-row': 16,
  'straight-lining': 17,
  'too-fast': 18,
  contradiction: 19,
  'bad-design': 20,
  'footer-row': 21,
  'not-a-point': 22,
} as const satisfies Readonly<Record<string, number>>;

export type Fate = keyof typeof PLACES;

/** Fates in the order in which they are told. */
export const FATES = Object.keys(PLACES) as readonly Fate[];

/** A fate as `FateCount` takes it; the type is there so that no other number is passed. */
export type FatePlace = (typeof PLACES)[Fate];

/** The place of a fate, to be looked up once and not for each cell; every reason is a fate. */
export function placeOf(fate: Fate | SetAsideReason): FatePlace {
  return PLACES[fate];
}

/** Things of one kind: `in` is the sum of `out`, or something was lost. */
export interface Line {
  readonly in: number;
  readonly out: ReadonlyMap<Fate, number>;
}

/** What became of things of one kind, by column. */
export class FateCount {
  readonly #rows: Float64Array[] = [];

  add(position: number, place: FatePlace, amount = 1): void {
    this.row(position)[place]! += amount;
  }

  /** The counts of a column by `FatePlace`, to be added to where every cell comes by. */
  row(position: number): Float64Array {
    let row = this.#rows[position];
    if (row === undefined) {
      row = new Float64Array(FATES.length);
      this.#rows[position] = row;
    }
    return row;
  }

  /** Takes off all that `other` counted. */
  withdraw(other: FateCount): void {
    for (const [position, row] of other.#rows.entries()) {
      row?.forEach((count, place) => {
        if (count > 0) this.row(position)[place]! -= count;
      });
    }
  }

  clear(): void {
    for (const row of this.#rows) row?.fill(0);
  }

  /** Fates that occurred in a column. */
  of(position: number): ReadonlyMap<Fate, number> {
    const row = this.#rows[position];
    return new Map(
      FATES.flatMap((fate) => {
        const count = row?.[PLACES[fate]] ?? 0;
        return count > 0 ? [[fate, count] as const] : [];
      }),
    );
  }
}
