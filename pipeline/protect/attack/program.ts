/** Everything that is known of hidden counts, as a linear program. */
import { sayMore } from './implied-rows.ts';
import type { Row } from './linear.ts';
import type { Network, Tie } from './network.ts';

/** More than any count: where nothing published bounds one from above. */
export const NO_END = 1e7;

/** Hidden counts that hang together, for all that hang together with `cells`. */
export function componentsOf(
  network: Network,
  shown: Float64Array,
  cells: readonly number[],
): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const followed = new Set<Tie>();
  return cells.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const found = [first];
    for (let next = 0; next < found.length; next++) {
      for (const tie of tiesOf(network, found[next]!)) {
        if (followed.has(tie)) continue;
        followed.add(tie);
        for (const other of tie.at) {
          if (!Number.isNaN(shown[other]!) || seen.has(other)) continue;
          seen.add(other);
          found.push(other);
        }
      }
    }
    return [found];
  });
}

/** Every sum and bound that a count stands in. */
export function tiesOf(network: Network, cell: number): readonly Tie[] {
  return [
    ...network.limitsOf[cell]!.map((i) => network.limits[i]!),
    ...network.sumsOf[cell]!.map((i) => network.sums[i]!),
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
 * @param also further limits
 */
export function programOf(
  network: Network,
  shown: Float64Array,
  component: readonly number[],
  also: readonly Tie[],
): Program {
  const place = new Map(component.map((cell, i) => [cell, i]));
  const lower = new Float64Array(component.length);
  const upper = new Float64Array(component.length).fill(NO_END);
  const lowerTies: (Tie | null)[] = component.map(() => null);
  const upperTies: (Tie | null)[] = component.map(() => null);
  const rows: Row[] = [];
  const ties: Tie[] = [];
  const add = (tie: Tie, isSum: boolean) => {
    if (tie.at.some((cell) => Number.isNaN(shown[cell]!) && !place.has(cell))) return;
    const [at, by]: [number[], number[]] = [[], []];
    let rest = 0;
    tie.at.forEach((cell, j) => {
      const variable = place.get(cell);
      if (variable === undefined) rest += tie.times[j]! * shown[cell]!;
      else {
        at.push(variable);
        by.push(tie.times[j]!);
      }
    });
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
  for (const i of new Set(component.flatMap((cell) => network.sumsOf[cell]!))) {
    add(network.sums[i]!, true);
  }
  for (const i of new Set(component.flatMap((cell) => network.limitsOf[cell]!))) {
    add(network.limits[i]!, false);
  }
  for (const tie of also) add(tie, false);
  const isNeeded = sayMore(rows, lower, upper);
  return {
    ...{ lower, upper, lowerTies, upperTies },
    rows: rows.filter((_, i) => isNeeded[i]!),
    ties: ties.filter((_, i) => isNeeded[i]!),
  };
}
