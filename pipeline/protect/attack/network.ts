/** Published counts and what ties them together, by number instead of by name. */
import type { CountCell } from '../counts/count-cells.ts';
import type { Relation } from '../counts/relation.ts';
import { type Lists, listsWith, TieMaker, type Ties } from './ties.ts';

export interface Network {
  readonly cells: readonly CountCell[];
  /** What each of them is. */
  readonly counts: Float64Array;
  /** Numbers of counts by name. */
  readonly index: ReadonlyMap<string, number>;
  /** Number of the count that each is a part of; -1 of the largest. */
  readonly over: readonly number[];
  /** Of each count, those that cannot stand without it. */
  readonly dependents: readonly (readonly number[])[];
  /** The same the other way round. */
  readonly dependsOn: readonly (readonly number[])[];
  /** Ties that come to 0, and ties that come to 0 at most. */
  readonly sums: Ties;
  readonly limits: Ties;
  /** Of each count, the numbers of the sums and limits that it stands in. */
  readonly sumsOf: Lists;
  /** Of each item of `sumsOf`, how many times that sum takes the count. */
  readonly timesIn: Float64Array;
  readonly limitsOf: Lists;
  /** Limits that follow from all ties together, and those that each count stands in. */
  readonly implied: Ties;
  readonly impliedOf: Lists;
}

/**
 * @param counts by name; the order in which they stand numbers them
 * @param relations between counts, by name or by that number; whatever is not among `counts` is 0
 * @param implied inequalities that follow from them
 * @param together lists of counts that tell of one another, and are hidden together
 */
export function networkOf(
  counts: ReadonlyMap<string, CountCell>,
  relations: Iterable<Relation>,
  implied: Iterable<Relation> = [],
  together: readonly (readonly string[])[] = [],
): Network {
  const cells = [...counts.values()];
  const index = new Map(cells.map(({ name }, i) => [name, i]));
  const { sums, limits } = tiesOf(relations, index);
  const implying = new TieMaker(index);
  for (const one of implied) implying.add(one);
  const following = implying.made();
  const dependents = dependentsIn(cells, index);
  addTogether(dependents, index, together);
  addTwins(dependents, sums);
  const inSums = listsWith(sums, cells.length);
  return {
    cells,
    counts: Float64Array.from(cells, ({ n }) => n),
    index,
    over: cells.map(({ over }) => index.get(over ?? '') ?? -1),
    dependents,
    dependsOn: reversed(dependents),
    sums,
    limits,
    sumsOf: inSums.lists,
    timesIn: Float64Array.from(inSums.places, (k) => sums.times[k]!),
    limitsOf: listsWith(limits, cells.length).lists,
    implied: following,
    impliedOf: listsWith(following, cells.length).lists,
  };
}

function tiesOf(
  relations: Iterable<Relation>,
  index: ReadonlyMap<string, number>,
): { readonly sums: Ties; readonly limits: Ties } {
  const [sums, limits] = [new TieMaker(index), new TieMaker(index)];
  for (const one of relations) (one.is === 'zero' ? sums : limits).add(one);
  return { sums: sums.made(), limits: limits.made() };
}

function dependentsIn(cells: readonly CountCell[], index: ReadonlyMap<string, number>): number[][] {
  return cells.map(({ dependents }) => {
    const own: number[] = [];
    for (const name of dependents) {
      const cell = index.get(name);
      if (cell !== undefined) own.push(cell);
    }
    return own;
  });
}

/** Counts that tell of one another are hidden together. */
function addTogether(
  dependents: number[][],
  index: ReadonlyMap<string, number>,
  together: readonly (readonly string[])[],
): void {
  for (const names of together) {
    const cells = names.map((name) => index.get(name)!);
    for (const one of cells) dependents[one]!.push(...cells.filter((other) => other !== one));
  }
}

/** And so are two that are always equal. */
function addTwins(dependents: number[][], sums: Ties): void {
  for (let i = 0; i < sums.length; i++) {
    if (!sums.isEquality(i)) continue;
    const from = sums.starts[i]!;
    const [a, b] = [sums.items[from]!, sums.items[from + 1]!];
    dependents[a]!.push(b);
    dependents[b]!.push(a);
  }
}

function reversed(of: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const back: number[][] = of.map(() => []);
  of.forEach((own, i) => {
    for (const one of own) back[one]!.push(i);
  });
  return back;
}

/** Ties of one kind, and those that each count stands in. */
interface Kind {
  readonly ties: Ties;
  readonly of: Lists;
  readonly isSum: boolean;
}

/** Every limit and sum. */
export function tiesIn({ limits, limitsOf, sums, sumsOf }: Network): readonly Kind[] {
  return [
    { ties: limits, of: limitsOf, isSum: false },
    { ties: sums, of: sumsOf, isSum: true },
  ];
}

/** The same, to note of each tie whether it was seen; none was. */
export function unseenTiesIn(network: Network): readonly (Kind & { readonly seen: Uint8Array })[] {
  return tiesIn(network).map((kind) => ({ ...kind, seen: new Uint8Array(kind.ties.length) }));
}

/**
 * Every published count with the zeros that shown zeros say of their parts: where nobody in a group
 * said something, nobody in any part of it did. Such zeros are published, though their lines be
 * hidden.
 *
 * @param shown every published count, NaN where it is hidden
 */
export function withZeros(network: Network, shown: Float64Array): Float64Array {
  const known = shown.slice();
  const zeros: number[] = [];
  const kinds = unseenTiesIn(network);
  const lookAt = (cell: number, again: boolean) => {
    for (const { ties, of, isSum, seen } of kinds) {
      for (let k = of.starts[cell]!; k < of.starts[cell + 1]!; k++) {
        const i = of.items[k]!;
        if (seen[i] === 1 && !again) continue;
        seen[i] = 1;
        for (const part of partsOfNothing(ties, i, known, isSum)) {
          known[part] = 0;
          zeros.push(part);
        }
      }
    }
  };
  for (let cell = 0; cell < shown.length; cell++) {
    if (Number.isNaN(shown[cell]!)) lookAt(cell, false);
  }
  for (let next = 0; next < zeros.length; next++) lookAt(zeros[next]!, true);
  return known;
}

/** The hidden members of a tie that says no more than that all of them are 0. */
function partsOfNothing(
  ties: Ties,
  i: number,
  known: Float64Array,
  isSum: boolean,
): readonly number[] {
  const [from, to] = [ties.starts[i]!, ties.starts[i + 1]!];
  let [hidden, below] = [0, 0];
  for (let k = from; k < to; k++) {
    const own = known[ties.items[k]!]!;
    if (!Number.isNaN(own) && own !== 0) return NONE;
    if (!Number.isNaN(own)) continue;
    hidden += 1;
    if (ties.times[k]! < 0) below += 1;
  }
  // What is not equal to nothing but at least that is not bound by it.
  const isBound = below === 0 || (isSum && below === hidden);
  if (!isBound || hidden === to - from) return NONE;
  return [...ties.of(i)].filter((cell) => Number.isNaN(known[cell]!));
}

const NONE: readonly number[] = [];
