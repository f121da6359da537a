/** Everything that is known of hidden counts, as a linear program. */
import { sayMore } from './implied-rows.ts';
import type { Row } from './linear.ts';
import type { Network } from './network.ts';
import type { Lists, Tie, Ties } from './ties.ts';

/** More than any count: where nothing published bounds one from above. */
export const NO_END = 1e7;

/** Hidden counts that hang together, for all that hang together with `cells`. */
export function componentsOf(
  network: Network,
  shown: Float64Array,
  cells: readonly number[],
): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const followed = [network.limits, network.sums].map(({ length }) => new Uint8Array(length));
  return cells.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const found = [first];
    for (let next = 0; next < found.length; next++) {
      tiesWith(network).forEach(({ ties, of }, which) => {
        for (const i of of.of(found[next]!)) {
          if (followed[which]![i] === 1) continue;
          followed[which]![i] = 1;
          for (let k = ties.starts[i]!; k < ties.starts[i + 1]!; k++) {
            const other = ties.items[k]!;
            if (!Number.isNaN(shown[other]!) || seen.has(other)) continue;
            seen.add(other);
            found.push(other);
          }
        }
      });
    }
    return [found];
  });
}

/** Every limit and sum, and those that each count stands in. */
export function tiesWith({ limits, limitsOf, sums, sumsOf }: Network): readonly {
  readonly ties: Ties;
  readonly of: Lists;
}[] {
  return [
    { ties: limits, of: limitsOf },
    { ties: sums, of: sumsOf },
  ];
}

export interface Program {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
  /** The tie behind each row, and behind the ends of each variable; null where there is none. */
  readonly ties: readonly Tie[];
  readonly lowerTies: readonly (Tie | null)[];
  readonly upperTies: readonly (Tie | null)[];
}

/**
 * Everything that holds of the hidden counts of a component, with shown ones put in.
 *
 * A tie with one hidden count is an end of it, any other a row; ties to hidden counts that are not
 * of the component are left out, and so are rows that others imply.
 *
 * @param also numbers of implied limits that are to hold too
 */
export function programOf(
  network: Network,
  shown: Float64Array,
  component: readonly number[],
  also: readonly number[],
): Program {
  const { sums, sumsOf, limits, limitsOf, implied } = network;
  const place = new Map(component.map((cell, i) => [cell, i]));
  const lower = new Float64Array(component.length);
  const upper = new Float64Array(component.length).fill(NO_END);
  const lowerTies: (Tie | null)[] = component.map(() => null);
  const upperTies: (Tie | null)[] = component.map(() => null);
  const rows: Row[] = [];
  const ties: Tie[] = [];
  const add = (from: Ties, i: number, isSum: boolean) => {
    const [at, by]: [number[], number[]] = [[], []];
    let rest = 0;
    for (let k = from.starts[i]!; k < from.starts[i + 1]!; k++) {
      const [cell, times] = [from.items[k]!, from.times[k]!];
      const variable = place.get(cell);
      if (variable !== undefined) {
        at.push(variable);
        by.push(times);
      } else if (Number.isNaN(shown[cell]!)) return;
      else rest += times * shown[cell]!;
    }
    const tie = from.tie(i);
    if (at.length > 1) {
      rows.push({ at, by, low: isSum ? -rest : -Infinity, high: -rest });
      ties.push(tie);
      return;
    }
    const [variable, end] = [at[0]!, -rest / by[0]!];
    if ((isSum || by[0]! > 0) && end < upper[variable]!) {
      upper[variable] = end;
      upperTies[variable] = tie;
    }
    if ((isSum || by[0]! < 0) && end > lower[variable]!) {
      lower[variable] = end;
      lowerTies[variable] = tie;
    }
  };
  for (const i of allOf(sumsOf, component)) add(sums, i, true);
  for (const i of allOf(limitsOf, component)) add(limits, i, false);
  for (const i of also) add(implied, i, false);
  const isNeeded = sayMore(rows, lower, upper);
  return {
    ...{ lower, upper, lowerTies, upperTies },
    rows: rows.filter((_, i) => isNeeded[i]!),
    ties: ties.filter((_, i) => isNeeded[i]!),
  };
}

/** What stands in the lists of some, each once. */
export function allOf(lists: Lists, some: Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const one of some) {
    for (let k = lists.starts[one]!; k < lists.starts[one + 1]!; k++) found.add(lists.items[k]!);
  }
  return found;
}
