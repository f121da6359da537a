/** The file of head-counts: how many people there are in each unit, to weight by and rate against. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { locating } from '../survey/locate.ts';
import type { Group, NamedFile, Survey } from '../survey/survey.ts';
import { parseGrouped } from './cell.ts';
import { type OpenedExport, openExport } from './export.ts';
import { groupReader } from './groups.ts';
import { Ledger } from './ledger.ts';
import { isBlank } from './record.ts';
import { isUnplaced } from './respondent.ts';
import { headsTotals } from './totals.ts';

/** Head-counts of a population by its groups. */
export interface Population {
  readonly file: string;
  readonly sha256: string;
  /** Ids of the survey's groups that head-counts are given by, in the survey's order. */
  readonly groups: readonly string[];
  readonly lines: readonly HeadCount[];
}

export interface HeadCount {
  /** Null for every round. */
  readonly round: string | null;
  /** Row that a spreadsheet shows. */
  readonly row: number;
  /** A value for each of `groups`, written as those of respondents: `parent/child`. */
  readonly values: readonly string[];
  /** People, from 0. */
  readonly count: number;
}

const COUNT = 'count';
const ROUND = 'round';
const BATCH = 500;

/**
 * Reads a table with one column a group id, `count`, and perhaps `round`.
 *
 * @throws InputError with every column that is missing and every row that cannot be read or is a sum
 */
export async function readPopulation(
  { path, name }: NamedFile,
  survey: Survey,
  fx: Effects,
): Promise<Population> {
  const how = { encoding: null, sheet: null, headerRows: null };
  const opened = await openExport(path, name, how, fx);
  const place = (column: string) => opened.header.indexOf(column);
  const groups = survey.groups.filter(({ id }) => place(id) >= 0);
  const missing = missingColumns(opened, groups, survey);
  if (missing.length > 0) throw new InputError(missing);
  const ledger = new Ledger(opened.header);
  const positions = groups.map(({ id }) => place(id));
  const books = groups.map(({ id }, i) => ledger.open(id, [positions[i]!]));
  const valuesOf = groupReader(groups, positions, opened.layout, books);
  const problems: Problem[] = [];
  const lines: HeadCount[] = [];
  const seen = new Map<string, number>();
  const rounds = new Set(survey.rounds.map(({ id }) => id));
  const take = (cells: readonly string[], row: number): void => {
    const at = { file: name, row };
    const count = parseGrouped(cells[place(COUNT)] ?? '');
    const round = place(ROUND) < 0 ? '' : (cells[place(ROUND)] ?? '').trim();
    const values = valuesOf(cells);
    const key = [round, ...values].join('\u0001');
    const total = values.flatMap((one) => one.split('/')).find(headsTotals);
    if (total !== undefined) {
      problems.push(problem('population-total', at, { total }));
    } else if (count === null || count < 0) {
      const found = cells[place(COUNT)] ?? '';
      problems.push(problem('population-count', { ...at, column: COUNT }, { found }));
    } else if (round !== '' && !rounds.has(round)) {
      const known = [...rounds].join(', ');
      problems.push(problem('population-round', { ...at, column: ROUND }, { round, known }));
    } else if (values.some(isUnplaced)) {
      problems.push(problem('population-blank', at));
    } else if (seen.has(key)) {
      problems.push(problem('population-twice', at, { first: seen.get(key)! }));
    } else {
      seen.set(key, row);
      lines.push({ round: round === '' ? null : round, row, values, count });
    }
  };
  for await (const batch of opened.records(BATCH)) {
    for (const { row, cells } of batch) if (!isBlank(cells)) take(cells, row);
  }
  if (problems.length > 0) throw new InputError(problems);
  return { file: name, sha256: opened.sha256, groups: groups.map(({ id }) => id), lines };
}

function missingColumns(
  { header, name }: OpenedExport,
  groups: readonly Group[],
  survey: Survey,
): readonly Problem[] {
  const found = header.join(', ');
  const ids = survey.groups.map(({ id }) => id).join(', ');
  const problems: Problem[] = [];
  if (!header.includes(COUNT))
    problems.push(problem('population-no-count', { file: name }, { found }));
  if (groups.length === 0)
    problems.push(problem('population-no-group', { file: name }, { found, ids }));
  for (const { id, within } of groups) {
    if (within === null || header.includes(within)) continue;
    problems.push(problem('population-no-outer', { file: name, column: id }, { within, id }));
  }
  return problems;
}

/** The population that the survey names, if it names one. @throws InputError as `readPopulation` */
export async function loadPopulation(survey: Survey, fx: Effects): Promise<Population | null> {
  const { population } = survey;
  if (population === null) return null;
  return locating(survey, fx, () => readPopulation(population, survey, fx));
}

/** The head-counts that hold for a round: its own, and of groups without one those for every round. */
export function headCounts({ lines }: Population, round: string): readonly HeadCount[] {
  const nameOf = ({ values }: HeadCount) => JSON.stringify(values);
  const own = lines.filter((line) => line.round === round);
  const named = new Set(own.map(nameOf));
  return [...lines.filter((line) => line.round === null && !named.has(nameOf(line))), ...own];
}
