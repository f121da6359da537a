/** Where respondents and head-counts do not match: names that only one has, rates that cannot be. */
import { groupBy } from '../group-by.ts';
import { nearName, sameName } from '../read/near-name.ts';
import type { Population } from '../read/population.ts';
import type { Survey } from '../survey/survey.ts';
import type { ResponseRow } from './tables.ts';
import { isUncovered } from './uncovered.ts';

/** One value of a group, told once over all rounds. */
export interface HeadCountGap {
  readonly kind:
    | 'no-head-count' // respondents in a value for which the file has nobody
    | 'no-respondents' // people in a value that nobody answered from
    | 'above-all'; // more respondents than people
  readonly group: string;
  readonly value: string;
  readonly rounds: readonly string[];
  /** Respondents of these rounds; of `above-all`, of the first of them. */
  readonly respondents: number;
  /** People in the first of these rounds. */
  readonly people: number;
  /** The value's first row in the file of head-counts. */
  readonly row: number | null;
  /** The value that may be meant, among those of the other side. */
  readonly near: { readonly value: string; readonly row: number | null } | null;
}

/** More people than may well have all kept silent. */
const FEW = 5;

/**
 * Every such value but those that lie in one which is told already, the largest first.
 *
 * @param rows of response.csv before anything is hidden: for who runs the program, not to publish
 */
export function headCountGaps(
  rows: readonly ResponseRow[],
  survey: Survey,
  population: Population,
): readonly HeadCountGap[] {
  const counted = new Set(roundsCounted(rows));
  const inRounds = groupBy(rows, ({ round }) => round);
  const values = [
    ...groupBy(
      rows.filter(({ round, group }) => group !== 'all' && counted.has(round)),
      ({ group, value }) => JSON.stringify([group, value]),
    ).values(),
  ];
  const gaps = values.flatMap((own) =>
    (['no-head-count', 'no-respondents', 'above-all'] as const).flatMap((kind) => {
      const found = own.filter((row) => isGap(kind, row, own, inRounds.get(row.round)!));
      return found.length === 0 ? [] : [gapOf(kind, found, values, population)];
    }),
  );
  const told = new Set(gaps.map(({ kind, group, value }) => [kind, group, value].join('\u0001')));
  const outerOf = new Map(survey.groups.map(({ id, within }) => [id, within]));
  return gaps
    .filter(({ kind, group, value }) => {
      const [outer, parent] = [outerOf.get(group) ?? '', parentOf(value)];
      return kind === 'above-all' || !told.has([kind, outer, parent].join('\u0001'));
    })
    .sort((a, b) => b.respondents - a.respondents || b.people - a.people);
}

/** The rounds for which the file has head-counts. */
function roundsCounted(rows: readonly ResponseRow[]): readonly string[] {
  return rows.flatMap(({ round, group, population }) =>
    group === 'all' && population !== null ? [round] : [],
  );
}

/** The rounds for which it has none. */
export function roundsUncounted(rows: readonly ResponseRow[]): readonly string[] {
  return rows.flatMap(({ round, group, population }) =>
    group === 'all' && population === null ? [round] : [],
  );
}

function isGap(
  kind: HeadCountGap['kind'],
  row: ResponseRow,
  own: readonly ResponseRow[],
  all: readonly ResponseRow[],
): boolean {
  const [n, people] = [row.respondents ?? 0, row.population ?? 0];
  switch (kind) {
    case 'no-head-count':
      return n > 0 && isUncovered(row, all);
    case 'no-respondents':
      return n === 0 && people > 0 && (people > FEW || own.every((one) => one.respondents === 0));
    case 'above-all':
      return people > 0 && n > people;
  }
}

function gapOf(
  kind: HeadCountGap['kind'],
  found: readonly ResponseRow[],
  values: readonly (readonly ResponseRow[])[],
  population: Population,
): HeadCountGap {
  const { group, value, population: people, respondents } = found[0]!;
  const at = population.groups.indexOf(group);
  const rowOf = (name: string) => population.lines.find((one) => one.values[at] === name)?.row;
  const near = kind === 'above-all' ? null : likely(found[0]!, kind, values);
  return {
    kind,
    group,
    value,
    rounds: found.map(({ round }) => round),
    respondents:
      kind === 'above-all'
        ? (respondents ?? 0)
        : found.reduce((sum, one) => sum + (one.respondents ?? 0), 0),
    people: people ?? 0,
    row: rowOf(value) ?? null,
    near: near === null ? null : { value: near, row: rowOf(near) ?? null },
  };
}

/** A value of the other side: the same name elsewhere, or a near one beside it, best one left alone. */
function likely(
  { group, value }: ResponseRow,
  kind: HeadCountGap['kind'],
  values: readonly (readonly ResponseRow[])[],
): string | null {
  const [answered, counted] = [
    (own: readonly ResponseRow[]) => own.some((one) => one.respondents !== 0),
    (own: readonly ResponseRow[]) => own.some((one) => (one.population ?? 0) > 0),
  ];
  const [here, there] = kind === 'no-head-count' ? [answered, counted] : [counted, answered];
  const others = values.filter((own) => own[0]!.group === group && there(own));
  const namesOf = (lists: typeof values) => lists.map(([one]) => one!.value);
  const alone = namesOf(others.filter((own) => !here(own)));
  const beside = (names: readonly string[]) =>
    names.filter((name) => parentOf(name) === parentOf(value)).map(ownName);
  const near =
    nearName(ownName(value), beside(alone)) ??
    (kind === 'no-head-count' ? nearName : sameName)(ownName(value), beside(namesOf(others)));
  const elsewhere = alone.find((name) => ownName(name) === ownName(value));
  if (elsewhere !== undefined || near === null) return elsewhere ?? null;
  return parentOf(value) === '' ? near : `${parentOf(value)}/${near}`;
}

/** Without the parents' names. */
function ownName(value: string): string {
  return value.slice(value.lastIndexOf('/') + 1);
}

function parentOf(value: string): string {
  return value.slice(0, Math.max(0, value.lastIndexOf('/')));
}
