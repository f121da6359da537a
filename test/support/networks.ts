/** Published counts and sums for tests, in a line each. */

import { type Network, networkOf } from '../../pipeline/protect/attack/network.ts';
import { attack, type Exposed } from '../../pipeline/protect/attack.ts';
import type { CountCell } from '../../pipeline/protect/counts/count-cells.ts';
import { atMost, equal, type Relation } from '../../pipeline/protect/counts/relation.ts';
import { suppress } from '../../pipeline/protect/suppress.ts';

export type Numbers = Readonly<Record<string, number>>;

/** @param more of single cells, by name */
export function networkFrom(
  numbers: Numbers,
  relations: readonly Relation[],
  more: Readonly<Record<string, Partial<CountCell>>> = {},
): Network {
  const cells = Object.entries(numbers).map(([name, n]): [string, CountCell] => [
    name,
    {
      ...{
        name,
        kind: 'code',
        n,
        over: null,
        primary: false,
        fixed: false,
        told: false,
        ofPeople: true,
        lines: 1,
        dependents: [],
      },
      ...more[name],
    },
  ]);
  return networkOf(new Map(cells), relations);
}

/** `total = a + b + c` as a sum, `a < b` as an inequality. */
export function tie(text: string): Relation {
  const [left, right] = text.split(/[=<]/).map((side) => side.split('+').map((one) => one.trim()));
  return text.includes('=') ? equal(left!, right!) : atMost(left!, right!);
}

/** Names of what is hidden. */
export function hiddenIn(network: Network, minimum = 5): readonly string[] {
  return [...suppress(network, minimum, [])].map((i) => network.cells[i]!.name).sort();
}

/** Ranges of the hidden counts that are not safe, by name. */
export function exposedIn(
  network: Network,
  hidden: readonly string[],
  minimum = 5,
): Readonly<Record<string, readonly [number, number]>> {
  const shown = Float64Array.from(network.cells, ({ name, n }) =>
    hidden.includes(name) ? Number.NaN : n,
  );
  const cells = hidden.map((name) => network.index.get(name)!);
  const { exposed } = attack(network, shown, cells, minimum, Infinity);
  return Object.fromEntries(
    exposed.map(({ cell, low, high }: Exposed) => [
      network.cells[cell]!.name,
      [low, high] as const,
    ]),
  );
}
