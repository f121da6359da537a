/** Tables parted by round, and put together again. */
import type { CountTables } from '../aggregate/tables.ts';
import { groupBy } from '../group-by.ts';

/** Every table, so that none can be forgotten. */
const EVERY = {
  problems: true,
  themes: true,
  closed: true,
  pairs: true,
  coding: true,
  sensitivity: true,
  bases: true,
  response: true,
  rows: true,
} as const satisfies Record<keyof CountTables, true>;

type Name = keyof CountTables;
const NAMES = Object.keys(EVERY) as readonly Name[];

/** The lines of each round. */
export function byRound(tables: CountTables): (round: string) => CountTables {
  const parted = eachTable((name) => groupBy(linesOf(tables, name), ({ round }) => round));
  return (round) => eachTable((name) => parted[name].get(round) ?? []) as unknown as CountTables;
}

/**
 * @param tables in which the lines of a round follow one another, rounds oldest first
 * @param rounds the same, round by round, after something was done to them
 * @throws Error if a line is missing (our bug)
 */
export function roundsTogether<T extends CountTables>(
  tables: T,
  rounds: readonly CountTables[],
): T {
  const whole = eachTable((name) => rounds.flatMap((round) => linesOf(round, name)));
  for (const name of NAMES) {
    if (whole[name].length !== tables[name].length) throw new Error(`lines of ${name} are missing`);
  }
  return { ...tables, ...whole };
}

function eachTable<Result>(make: (name: Name) => Result): Record<Name, Result> {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<Name, Result>;
}

/** The table with what all tables have in common. */
function linesOf(tables: CountTables, name: Name): readonly { readonly round: string }[] {
  return tables[name];
}
