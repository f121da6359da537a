/** Published counts and what ties them together, by number instead of by name. */
import type { CountCell } from '../counts/count-cells.ts';
import type { Relation } from '../counts/relation.ts';

/** Σ times × count is 0, or at most 0; of a count, its number. */
export interface Tie {
  readonly at: readonly number[];
  readonly times: readonly number[];
}

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
  readonly sums: readonly Tie[];
  readonly limits: readonly Tie[];
  /** Of each count, the numbers of the sums and limits that it stands in. */
  readonly sumsOf: readonly (readonly number[])[];
  /** How many times each of these sums takes the count. */
  readonly timesIn: readonly (readonly number[])[];
  readonly limitsOf: readonly (readonly number[])[];
  /** Limits that follow from all ties together, by a count that stands in them. */
  readonly impliedOf: ReadonlyMap<number, readonly Tie[]>;
}

/**
 * @param relations between counts; whatever is not among `counts` is 0
 * @param implied inequalities that follow from them
 * @param together lists of counts that tell of one another, and are hidden together
 */
export function networkOf(
  counts: ReadonlyMap<string, CountCell>,
  relations: Iterable<Relation>,
  implied: readonly Relation[] = [],
  together: readonly (readonly string[])[] = [],
): Network {
  const cells = [...counts.values()];
  const index = new Map(cells.map(({ name }, i) => [name, i]));
  const tied = tier(index);
  const [sums, limits]: [Tie[], Tie[]] = [[], []];
  for (const relation of relations) {
    const tie = tied(relation);
    if (tie !== null) (relation.is === 'zero' ? sums : limits).push(tie);
  }
  const dependents = withTwins(
    cells.map((one) => one.dependents.flatMap((name) => index.get(name) ?? [])),
    sums,
    together.map((names) => names.map((name) => index.get(name)!)),
  );
  return {
    cells,
    counts: Float64Array.from(cells, ({ n }) => n),
    index,
    over: cells.map(({ over }) => index.get(over ?? '') ?? -1),
    dependents,
    dependsOn: reversed(dependents),
    sums,
    limits,
    sumsOf: byCell(sums, cells.length, (_, i) => i),
    timesIn: byCell(sums, cells.length, ({ times }, _, j) => times[j]!),
    limitsOf: byCell(limits, cells.length, (_, i) => i),
    impliedOf: byMember(implied.flatMap((one) => tied(one) ?? [])),
  };
}

/**
 * Makes ties of relations: null where nothing is left to tie. A count that is named again is counted
 * again.
 */
function tier(index: ReadonlyMap<string, number>): (relation: Relation) => Tie | null {
  // Of each count where it may stand in the tie at hand; whatever is there may be another's.
  const place = new Int32Array(index.size);
  return ({ left, right, times: given }) => {
    const at: number[] = [];
    const times: number[] = [];
    const take = (name: string, by: number) => {
      const cell = index.get(name);
      if (cell === undefined) return;
      const known = place[cell]!;
      if (at[known] === cell) times[known]! += by;
      else {
        place[cell] = at.length;
        at.push(cell);
        times.push(by);
      }
    };
    for (let i = 0; i < left.length; i++) take(left[i]!, given?.[i] ?? 1);
    for (let i = 0; i < right.length; i++) take(right[i]!, -(given?.[left.length + i] ?? 1));
    if (times.includes(0)) return withoutNone(at, times);
    return at.length < 2 ? null : { at, times };
  };
}

function withoutNone(at: readonly number[], times: readonly number[]): Tie | null {
  const isThere = (_: number, j: number) => times[j] !== 0;
  const there = { at: at.filter(isThere), times: times.filter(isThere) };
  return there.at.length < 2 ? null : there;
}

function byCell(
  ties: readonly Tie[],
  cells: number,
  told: (tie: Tie, i: number, j: number) => number,
): readonly (readonly number[])[] {
  const of: number[][] = Array.from({ length: cells }, () => []);
  ties.forEach((tie, i) => {
    tie.at.forEach((one, j) => {
      of[one]!.push(told(tie, i, j));
    });
  });
  return of;
}

function byMember(ties: readonly Tie[]): ReadonlyMap<number, readonly Tie[]> {
  const of = new Map<number, Tie[]>();
  for (const tie of ties) {
    for (const cell of tie.at) {
      if (of.has(cell)) of.get(cell)!.push(tie);
      else of.set(cell, [tie]);
    }
  }
  return of;
}

/** Two counts that are always equal are hidden together, as are those that tell of one another. */
function withTwins(
  dependents: readonly (readonly number[])[],
  sums: readonly Tie[],
  together: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const all = dependents.map((own) => [...own]);
  for (const cells of together) {
    for (const one of cells) all[one]!.push(...cells.filter((other) => other !== one));
  }
  for (const sum of sums) {
    if (!isEquality(sum)) continue;
    const [a, b] = sum.at as [number, number];
    all[a]!.push(b);
    all[b]!.push(a);
  }
  return all;
}

/** Whether a sum says no more than that two counts are equal. */
export function isEquality({ at, times }: Tie): boolean {
  return at.length === 2 && times[0]! + times[1]! === 0;
}

function reversed(of: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const back: number[][] = of.map(() => []);
  of.forEach((own, i) => {
    for (const one of own) back[one]!.push(i);
  });
  return back;
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
  const seen = new Set<Tie>();
  const look = (cell: number, again: boolean) => {
    for (const [ties, of, isSum] of [
      [network.sums, network.sumsOf, true],
      [network.limits, network.limitsOf, false],
    ] as const) {
      for (const i of of[cell]!) {
        const tie = ties[i]!;
        if (seen.has(tie) && !again) continue;
        seen.add(tie);
        for (const part of partsOfNothing(tie, known, isSum)) {
          known[part] = 0;
          zeros.push(part);
        }
      }
    }
  };
  const zeros: number[] = [];
  for (let cell = 0; cell < shown.length; cell++) if (Number.isNaN(shown[cell]!)) look(cell, false);
  for (let next = 0; next < zeros.length; next++) look(zeros[next]!, true);
  return known;
}

/** The hidden members of a tie that says no more than that all of them are 0. */
function partsOfNothing(
  { at, times }: Tie,
  known: Float64Array,
  isSum: boolean,
): readonly number[] {
  const isNothing = at.every((cell) => Number.isNaN(known[cell]!) || known[cell] === 0);
  if (!isNothing) return [];
  const hidden = at.flatMap((cell, j) => (Number.isNaN(known[cell]!) ? [j] : []));
  // What is not equal to nothing but at least that is not bound by it.
  const isBound =
    hidden.every((j) => times[j]! > 0) || (isSum && hidden.every((j) => times[j]! < 0));
  return isBound && hidden.length < at.length ? hidden.map((j) => at[j]!) : [];
}
