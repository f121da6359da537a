/** Columns of several files that are being joined, file by file. */
import type { SeenFile } from './file.ts';

export type Files = readonly Pick<SeenFile, 'columns'>[];

/** A column, and its position in each file looked at; null where a file has none. */
export interface Growing {
  readonly places: (number | null)[];
  /** Whether likeness alone says that a renamed column is the same. */
  byLikeness: boolean;
}

/** The columns without one in file `f`. */
export function freeOf(joined: readonly Growing[], f: number): readonly Growing[] {
  return joined.filter((one) => one.places[f] === null);
}

/** Whether no column is yet the one at position `c` of file `f`. */
export function isFree(joined: readonly Growing[], f: number, c: number): boolean {
  return !joined.some(({ places }) => places[f] === c);
}

/** Where a column stands in the files before. */
export function seenIn(one: Growing, files: Files, f: number) {
  return one.places.flatMap((c, i) =>
    c === null || i === f ? [] : [{ c, columns: files[i]!.columns }],
  );
}
