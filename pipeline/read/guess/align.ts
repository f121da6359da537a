/** Which columns of several files are the same, although renamed or moved. */
import { distance } from 'fastest-levenshtein';
import { foldText } from '../cell.ts';
import { wording } from '../exports/column-role.ts';
import type { SeenColumn, SeenFile } from './file.ts';

export interface JoinedColumn {
  /** Position in each file, or null where the file has no such column. */
  readonly places: readonly (number | null)[];
  /** Headers it has had, the newest first; empty where none can be named. */
  readonly names: readonly string[];
  /** True where place and likeness alone say that a renamed column is the same. */
  readonly byLikeness: boolean;
}

interface Growing {
  readonly places: (number | null)[];
  byLikeness: boolean;
}

/**
 * The columns of all files, in the order of the newest file, then those that only older ones have.
 *
 * The same header is the same column; else the same wording without number, if it stands once in
 * each file; else a like wording in the same place.
 */
export function alignColumns(files: readonly Pick<SeenFile, 'columns'>[]): readonly JoinedColumn[] {
  const joined: Growing[] = [];
  files.forEach((file, f) => {
    for (const one of joined) one.places.push(null);
    const match = matcher(files, joined, f);
    const { columns } = file;
    for (const step of ['header', 'wording', 'likeness'] as const) {
      columns.forEach((_, c) => {
        if (joined.some((one) => one.places[f] === c)) return;
        const found = match[step](c);
        if (found === undefined) return;
        found.places[f] = c;
        if (step === 'likeness') found.byLikeness = true;
      });
    }
    columns.forEach((_, c) => {
      if (joined.some((one) => one.places[f] === c)) return;
      joined.push({ places: [...Array<null>(f).fill(null), c], byLikeness: false });
    });
  });
  return inOrder(joined, files.length).map((one) => ({ ...one, names: namesOf(one, files) }));
}

type Find = (column: number) => Growing | undefined;

function matcher(
  files: readonly Pick<SeenFile, 'columns'>[],
  joined: readonly Growing[],
  f: number,
): Readonly<Record<'header' | 'wording' | 'likeness', Find>> {
  const own = files[f]!.columns;
  const free = () => joined.filter((one) => one.places[f] === null);
  const seenIn = (one: Growing) =>
    one.places.flatMap((c, i) =>
      c === null || i === f ? [] : [{ c, columns: files[i]!.columns }],
    );
  const anyOf = (one: Growing, test: (column: SeenColumn) => boolean) =>
    seenIn(one).some(({ c, columns }) => test(columns[c]!));
  const onlyOne = (columns: readonly SeenColumn[], text: string) =>
    columns.filter(({ header }) => key(header) === text).length === 1;
  return {
    header: (c) => {
      const text = foldText(own[c]!.header);
      if (text === '') return undefined;
      return free().find((one) => anyOf(one, ({ header }) => foldText(header) === text));
    },
    wording: (c) => {
      const text = key(own[c]!.header);
      if (text === '' || !onlyOne(own, text)) return undefined;
      return free().find((one) =>
        seenIn(one).some(
          ({ c: there, columns }) => key(columns[there]!.header) === text && onlyOne(columns, text),
        ),
      );
    },
    likeness: (c) => {
      const placed = (column: number, shift: number) =>
        joined.find((one) => one.places[f] === column + shift);
      return free().find((one) => {
        const last = seenIn(one).at(-1);
        if (last === undefined || !alike(own[c]!, last.columns[last.c]!)) return false;
        const beside = (shift: number) => {
          const mine = placed(c, shift);
          return (
            mine !== undefined &&
            seenIn(mine).some(
              ({ c: at, columns }) => columns === last.columns && at === last.c + shift,
            )
          );
        };
        return last.c === c || beside(-1) || beside(1);
      });
    },
  };
}

function key(header: string): string {
  return foldText(wording(header));
}

/** Most letters that a reworded header may change, as a share of the longer one. */
const CHANGED = 0.4;

function alike(a: SeenColumn, b: SeenColumn): boolean {
  if (a.role.kind !== b.role.kind || a.role.kind === 'option') return false;
  const [one, other] = [key(a.header), key(b.header)];
  if (one.length < 2 || other.length < 2) return false;
  if (one.includes(other) || other.includes(one)) return true;
  return distance(one, other) <= CHANGED * Math.max(one.length, other.length);
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

function namesOf(
  { places }: Growing,
  files: readonly Pick<SeenFile, 'columns'>[],
): readonly string[] {
  const names = places.flatMap((c, f) => (c === null ? [] : [files[f]!.columns[c]!.name]));
  if (names.includes(null)) return [];
  const newest = (names as readonly string[]).toReversed();
  return newest.filter(
    (name, i) => newest.findIndex((one) => foldText(one) === foldText(name)) === i,
  );
}
