/**
 * What published tables tell of the numbers they hide, worked out from people instead of relations.
 *
 * The unknowns are how many respondents of each possible kind there are. Each line that is shown
 * says how many of some kinds there are, and nothing else is known; every hidden number is driven
 * to both its ends by linear programming. Whatever ties published numbers together holds here
 * without being stated, so that a number found narrow here and nowhere else is one that lacks a
 * relation.
 *
 * Kinds are those of one question at a time, since no table crosses two: numbers of kinds of two
 * questions go together as soon as as many people of each unit have either.
 */
import { openModel, type Row } from '../../pipeline/protect/attack/linear.ts';
import type { Figure } from './oracle-figures.ts';
import type { Kind } from './oracle-kinds.ts';

/** Of a figure, which kinds it counts and how many times. */
export type Sum = ReadonlyMap<number, number>;

export interface Narrow {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

export interface Seen {
  /** How many hidden numbers were looked for. */
  readonly hidden: number;
  readonly narrow: readonly Narrow[];
}

/** A number to look for. */
export interface Secret {
  readonly name: string;
  readonly sum: Sum;
  /** What it is a part of. */
  readonly over: Sum;
}

const ROUNDING = 1e-6;
/** Rounds of driving all secrets at once, of which a few leave most of them wide. */
const TOGETHER = 12;

/**
 * @param shown figures of which `n` is known
 * @param ties sums of kinds that come to 0 whatever is published
 */
export function oracle(
  kinds: readonly Kind[],
  shown: readonly Figure[],
  ties: readonly Sum[],
  secrets: readonly Secret[],
  minimum: number,
): Seen {
  const known = shown.map((one) => ({ n: one.n!, sum: sumOf(kinds, one.counts) }));
  const nobody = new Set(known.flatMap(({ n, sum }) => (n === 0 ? [...sum.keys()] : [])));
  const some = (sum: Sum): Sum => new Map([...sum].filter(([kind]) => !nobody.has(kind)));
  // What a shown 0 says of its parts is no secret.
  const wanted = secrets
    .map((one) => ({ ...one, sum: some(one.sum), over: some(one.over) }))
    .filter(({ sum }) => sum.size > 0);
  const rows = [
    ...known.filter(({ n }) => n !== 0).map(({ n, sum }) => rowOf(some(sum), n)),
    ...ties.map((sum) => rowOf(some(sum), 0)),
  ];
  const model = modelOf(kinds.length, rows, wanted);
  const ranges = wanted.map(() => ({ least: Infinity, most: -Infinity }));
  const drive = (sum: Sum) => {
    const values = model.drive(sum);
    wanted.forEach((one, i) => {
      const value = amountOf(one.sum, values);
      ranges[i]!.least = Math.min(ranges[i]!.least, value);
      ranges[i]!.most = Math.max(ranges[i]!.most, value);
    });
    return amountOf(sum, values);
  };
  const endsOf = (i: number) => ({
    low: Math.ceil(ranges[i]!.least - ROUNDING) + 0,
    high: Math.floor(ranges[i]!.most + ROUNDING) + 0,
  });
  const isOpen = (i: number) => endsOf(i).high - endsOf(i).low < minimum;
  let left = [...wanted.keys()];
  for (let round = 0; round < TOGETHER && left.length > 2; round++) {
    drive(sumTogether(left.map((i) => [wanted[i]!.sum, (i >> (round % 5)) % 2 ? 1 : -1])));
    drive(sumTogether(left.map((i) => [wanted[i]!.sum, (i >> (round % 5)) % 2 ? -1 : 1])));
    left = left.filter(isOpen);
  }
  const narrow = left.flatMap((i): readonly Narrow[] => {
    const { name, sum, over } = wanted[i]!;
    for (const way of [1, -1]) if (isOpen(i)) drive(sumTogether([[sum, way]]));
    const { low, high } = endsOf(i);
    if (!isOpen(i) || (low <= 0 && high >= Math.floor(drive(over) + ROUNDING))) return [];
    return [{ name, low, high }];
  });
  model.dispose();
  return { hidden: wanted.length, narrow };
}

export function sumOf(kinds: readonly Kind[], counts: Figure['counts']): Sum {
  return new Map(
    kinds.flatMap((kind, i): [number, number][] => {
      const times = counts(kind);
      return times === 0 ? [] : [[i, times]];
    }),
  );
}

/** The first sums, each taken some times over. */
export function sumTogether(parts: readonly (readonly [Sum, number])[]): Sum {
  const total = new Map<number, number>();
  for (const [sum, by] of parts) {
    for (const [kind, times] of sum) total.set(kind, (total.get(kind) ?? 0) + by * times);
  }
  return total;
}

function amountOf(sum: Sum, values: (kind: number) => number): number {
  return [...sum].reduce((total, [kind, times]) => total + times * values(kind), 0);
}

const rowOf = (sum: Sum, n: number) => ({ sum, n });

/** Kinds that no row and no secret tells apart are one variable. */
function modelOf(
  size: number,
  rows: readonly ReturnType<typeof rowOf>[],
  secrets: readonly Secret[],
) {
  const marks = Array.from({ length: size }, () => [] as string[]);
  const sums = [...rows.map(({ sum }) => sum), ...secrets.flatMap(({ sum, over }) => [sum, over])];
  sums.forEach((sum, i) => {
    for (const [kind, times] of sum) marks[kind]!.push(`${i}:${times}`);
  });
  const variables = new Map<string, number>();
  const variable = marks.map((mark) => {
    if (mark.length === 0) return -1;
    const key = mark.join();
    const known = variables.get(key) ?? variables.size;
    variables.set(key, known);
    return known;
  });
  // Of kinds that are one variable, one stands for all.
  const stands = new Map<number, number>();
  variable.forEach((one, kind) => {
    if (!stands.has(one)) stands.set(one, kind);
  });
  const isFirst = (kind: number) => stands.get(variable[kind]!) === kind;
  const first = (sum: Sum) => [...sum].filter(([kind]) => isFirst(kind));
  const constraints = rows.flatMap(({ sum, n }): readonly Row[] => {
    const own = first(sum);
    if (own.length === 0) return [];
    const at = own.map(([kind]) => variable[kind]!);
    return [{ at, by: own.map(([, times]) => times), low: n, high: n }];
  });
  const ends = (value: number) => new Float64Array(variables.size).fill(value);
  const model = openModel(ends(0), ends(MOST), constraints);
  return {
    drive(sum: Sum) {
      const solution = model.drive(new Map(first(sum).map(([kind, by]) => [variable[kind]!, by])));
      if (solution === null) throw new Error('nobody answers like the tables');
      return (kind: number) => (isFirst(kind) ? solution.values[variable[kind]!]! : 0);
    },
    dispose: () => model.dispose(),
  };
}

/** More than there are people. */
const MOST = 1e5;
