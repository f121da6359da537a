/** Which columns of several files are the same, although renamed or moved. */
import { foldText } from '../cell.ts';
import { wording } from '../exports/column-role.ts';
import { joinAlike } from './align-alike.ts';
import type { SeenColumn } from './file.ts';
import { type Files, freeOf, type Growing, isFree, seenIn } from './growing.ts';

export interface JoinedColumn {
  /** Position in each file, or null where the file has no such column. */
  readonly places: readonly (number | null)[];
  /** Headers it has had, the newest first; empty where none can be named. */
  readonly names: readonly string[];
  /** True where place and likeness alone say that a renamed column is the same. */
  readonly byLikeness: boolean;
}

/**
 * The columns of all files, in the order of the newest file, then those that only older ones have.
 *
 * The same header is the same column; else the same wording without number, if it stands once in
 * each file; else a header that is like it over the same values or in the same place.
 */
export function alignColumns(files: Files): readonly JoinedColumn[] {
  const joined: Growing[] = [];
  files.forEach((file, f) => {
    for (const one of joined) one.places.push(null);
    const { columns } = file;
    for (const find of [byHeader, byWording]) {
      columns.forEach((_, c) => {
        const found = isFree(joined, f, c) ? find(files, joined, f, c) : undefined;
        if (found !== undefined) found.places[f] = c;
      });
    }
    joinAlike(files, joined, f);
    columns.forEach((_, c) => {
      if (isFree(joined, f, c))
        joined.push({ places: [...Array<null>(f).fill(null), c], byLikeness: false });
    });
  });
  return inOrder(joined, files.length).map((one) => ({ ...one, names: namesOf(one, files) }));
}

function byHeader(files: Files, joined: readonly Growing[], f: number, c: number) {
  const text = foldText(files[f]!.columns[c]!.header);
  if (text === '') return undefined;
  return freeOf(joined, f).find((one) =>
    seenIn(one, files, f).some(({ c, columns }) => foldText(columns[c]!.header) === text),
  );
}

function byWording(files: Files, joined: readonly Growing[], f: number, c: number) {
  const own = files[f]!.columns;
  const text = key(own[c]!.header);
  const isOnlyOne = (columns: readonly SeenColumn[]) =>
    columns.filter(({ header }) => key(header) === text).length === 1;
  if (text === '' || !isOnlyOne(own)) return undefined;
  return freeOf(joined, f).find((one) =>
    seenIn(one, files, f).some(
      ({ c, columns }) => key(columns[c]!.header) === text && isOnlyOne(columns),
    ),
  );
}

function key(header: string): string {
  return foldText(wording(header));
}

function inOrder(joined: readonly Growing[], files: number): readonly Growing[] {
  // The newest file's order first; what it lacks keeps the order of older files, behind.
  const rank = (one: Growing) => {
    const f = one.places.findLastIndex((place) => place !== null);
    return [files - f, one.places[f]!] as const;
  };
  return [...joined].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1];
  });
}

function namesOf({ places }: Growing, files: Files): readonly string[] {
  const names = places.flatMap((c, f) => (c === null ? [] : [files[f]!.columns[c]!.name]));
  if (names.includes(null)) return [];
  const newest = (names as readonly string[]).toReversed();
  return newest.filter(
    (name, i) => newest.findIndex((one) => foldText(one) === foldText(name)) === i,
  );
}
