/** Everything that is known of hidden counts, as a linear program. */
import { sayMore } from './implied-rows.ts';
import type { Row } from './linear.ts';
import { type Network, unseenTiesIn } from './network.ts';
import { allOf, type Tie, type Ties } from './ties.ts';

/** More than any count: where nothing published bounds one from above. */
export const NO_END = 1e7;

/** Hidden counts that hang together, for all that hang together with `cells`. */
export function componentsOf(
  network: Network,
  shown: Float64Array,
  cells: readonly number[],
): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const kinds = unseenTiesIn(network);
  return cells.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const found = [first];
    for (let next = 0; next < found.length; next++) {
      for (const { ties, of, seen: followed } of kinds) {
        for (const i of of.of(found[next]!)) {
          if (followed[i] === 1) continue;
          followed[i] = 1;
          for (let k = ties.starts[i]!; k < ties.starts[i + 1]!; k++) {
            const other = ties.items[k]!;
            if (!Number.isNaN(shown[other]!) || seen.has(other)) continue;
            seen.add(other);
            found.push(other);
          }
        }
      }
    }
    return [found];
  });
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
  const ends: Ends = {
    lower: new Float64Array(component.length),
    upper: new Float64Array(component.length).fill(NO_END),
    lowerTies: component.map(() => null),
    upperTies: component.map(() => null),
  };
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
    if (isSum || by[0]! > 0) lowerUpper(ends, at[0]!, -rest / by[0]!, tie);
    if (isSum || by[0]! < 0) raiseLower(ends, at[0]!, -rest / by[0]!, tie);
  };
  for (const i of allOf(sumsOf, component)) add(sums, i, true);
  for (const i of allOf(limitsOf, component)) add(limits, i, false);
  for (const i of also) add(implied, i, false);
  const isNeeded = sayMore(rows, ends.lower, ends.upper);
  return {
    ...ends,
    rows: rows.filter((_, i) => isNeeded[i]!),
    ties: ties.filter((_, i) => isNeeded[i]!),
  };
}

/** The ends of each variable, and the ties behind them. */
interface Ends {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly lowerTies: (Tie | null)[];
  readonly upperTies: (Tie | null)[];
}

function lowerUpper({ upper, upperTies }: Ends, variable: number, end: number, tie: Tie): void {
  if (end >= upper[variable]!) return;
  upper[variable] = end;
  upperTies[variable] = tie;
}

function raiseLower({ lower, lowerTies }: Ends, variable: number, end: number, tie: Tie): void {
  if (end <= lower[variable]!) return;
  lower[variable] = end;
  lowerTies[variable] = tie;
}
