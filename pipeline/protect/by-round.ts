/** Parts tables by round, and puts them together again. */
import type { CountTables } from '../aggregate/tables.ts';
import { groupBy } from '../group-by.ts';
import type { Kept } from './kept.ts';
import type { ProtectedRound, Protection } from './protect.ts';

/** The lines of each round. */
export function byRound(tables: CountTables): (round: string) => CountTables {
  const parted = mapTables((name) => groupBy(linesOf(tables, name), ({ round }) => round));
  return (round) => mapTables((name) => parted[name].get(round) ?? []) as unknown as CountTables;
}

/**
 * @param tables in which the lines of a round follow one another, rounds oldest first
 * @param rounds all of them, oldest first
 */
export function together<T extends CountTables>(
  tables: T,
  rounds: readonly ProtectedRound[],
): { tables: T; protection: Protection } {
  const protections = rounds.map(({ protection }) => protection);
  return {
    tables: {
      ...tables,
      ...mapTables((name) => rounds.flatMap((round) => linesOf(round.tables, name))),
    },
    protection: {
      primary: sumOf(protections, ({ primary }) => primary),
      complementary: sumOf(protections, ({ complementary }) => complementary),
      late: protections.flatMap(({ late }) => late),
      kept: keptTogether(protections.flatMap(({ kept }) => kept)),
    },
  };
}

const NAMES = [
  'problems',
  'themes',
  'closed',
  'pairs',
  'coding',
  'sensitivity',
  'bases',
  'response',
  'rows',
] as const satisfies readonly (keyof CountTables)[];

type Name = (typeof NAMES)[number];

function mapTables<Result>(change: (name: Name) => Result): Record<Name, Result> {
  return Object.fromEntries(NAMES.map((name) => [name, change(name)])) as Record<Name, Result>;
}

function linesOf(tables: CountTables, name: Name): readonly { readonly round: string }[] {
  return tables[name];
}

/** Lines kept in all rounds, by table. */
function keptTogether(kept: readonly Kept[]): readonly Kept[] {
  return [...groupBy(kept, ({ table }) => table).values()].map((own) => ({
    table: own[0]!.table,
    primary: sumOf(own, ({ primary }) => primary),
    others: sumOf(own, ({ others }) => others),
    complementary: sumOf(own, ({ complementary }) => complementary),
  }));
}

function sumOf<T>(items: readonly T[], figureOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + figureOf(item), 0);
}
