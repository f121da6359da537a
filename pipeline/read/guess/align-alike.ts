/** Joins columns that were renamed: by like headers over the same values, or in the same place. */
import type { SeenColumn } from './file.ts';
import { type Files, freeOf, type Growing, isFree, seenIn } from './growing.ts';
import {
  type Compared,
  Comparison,
  compareValues,
  EQUAL,
  likeness,
  sameTopic,
} from './likeness.ts';

/** A column of the file at hand, and one of the files before that it may be. */
interface Pair {
  readonly c: number;
  readonly one: Growing;
  readonly likeness: number;
  readonly sameValues: boolean;
  /** Columns of the file that last had it, and its position there. */
  readonly before: readonly SeenColumn[];
  readonly at: number;
  /** Whether it takes the place in the table besides to believe it. */
  readonly needsPlace: boolean;
}

/** Headers as like as this are alike. */
const ALIKE = 0.6;
/** Of several columns that one may be, the best must be liker by so much. */
const MARGIN = 0.2;

/** Gives columns of file `f` their place among those joined, the most like ones first. */
export function joinAlike(files: Files, joined: readonly Growing[], f: number): void {
  const pairs = pairsOf(files, joined, f);
  for (;;) {
    const open = pairs.filter(
      (pair) =>
        pair.one.places[f] === null &&
        isFree(joined, f, pair.c) &&
        (!pair.needsPlace || hasPlace(pair, files, joined, f)),
    );
    const best = open.find((pair) => !open.some((other) => rivals(pair, other)));
    if (best === undefined) return;
    best.one.places[f] = best.c;
    best.one.byLikeness = true;
  }
}

/** Whether a column may as well be another, so that nobody can tell which it is. */
function rivals(pair: Pair, other: Pair): boolean {
  if (other === pair || (other.c !== pair.c && other.one !== pair.one)) return false;
  if (pair.sameValues !== other.sameValues) return other.sameValues;
  return pair.sameValues ? other.likeness > pair.likeness - MARGIN : other.likeness > pair.likeness;
}

/** Pairs that may be one column, the most like ones first. */
function pairsOf(files: Files, joined: readonly Growing[], f: number): readonly Pair[] {
  const of = new Comparison();
  const own = files[f]!.columns;
  const free = own.flatMap((column, c) => (isFree(joined, f, c) && isAnswer(column) ? [c] : []));
  const lasts = freeOf(joined, f).flatMap((one) => {
    const last = seenIn(one, files, f).at(-1);
    return last === undefined || !isAnswer(last.columns[last.c]!) ? [] : [{ one, ...last }];
  });
  const here = free.map((c) => of.column(own[c]!));
  const earlier = lasts.map(({ c, columns }) => of.column(columns[c]!));
  const alone = (is: (one: Compared) => boolean) =>
    [here, earlier].every((all) => all.filter(is).length === 1);
  const [oneOpen, oneId] = [alone(({ prose }) => prose), alone(isId)];
  const pairs = free.flatMap((c, i) =>
    lasts.flatMap(({ one, c: at, columns }, j): Pair[] => {
      const [a, b] = [here[i]!, earlier[j]!];
      const values = compareValues(a, b);
      if (a.column.role.kind !== b.column.role.kind || values === 'apart') return [];
      const pair = { c, one, at, before: columns, likeness: likeness(a, b) };
      const alike = pair.likeness >= ALIKE;
      if (values === 'same') {
        const telling = of.tells(a, own) && of.tells(b, columns);
        return alike || telling ? [{ ...pair, sameValues: true, needsPlace: false }] : [];
      }
      // The one open question of a file is that of another if it asks for the same; so is the id.
      const isThat =
        (oneOpen && a.prose && b.prose && sameTopic(a, b)) || (oneId && isId(a) && isId(b));
      const named =
        pair.likeness >= EQUAL && of.isNamedApart(a, own) && of.isNamedApart(b, columns);
      const needsPlace = !isThat && !named;
      return alike || isThat ? [{ ...pair, sameValues: false, needsPlace }] : [];
    }),
  );
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

function isId({ column }: Compared): boolean {
  return column.role.kind === 'respondent';
}

/** Options are told apart by their names alone, and columns without a header by nothing. */
function isAnswer({ role, header }: SeenColumn): boolean {
  return role.kind !== 'option' && header !== '';
}

/** Whether a column has the place that it had before, or stands beside the same one. */
function hasPlace(
  { c, at, before }: Pair,
  files: Files,
  joined: readonly Growing[],
  f: number,
): boolean {
  if (c === at) return true;
  return [-1, 1].some((shift) => {
    const beside = joined.find(({ places }) => places[f] === c + shift);
    if (beside === undefined) return false;
    return seenIn(beside, files, f).some((one) => one.columns === before && one.c === at + shift);
  });
}
