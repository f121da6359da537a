/** Small surveys to read files by. */
import { join } from 'node:path';
import type { Effects } from '../../pipeline/effects.ts';
import { emptyMemory } from '../../pipeline/read/hygiene/hygiene.ts';
import type { Flagged, Respondent, SetAside } from '../../pipeline/read/respondent.ts';
import { openRoundFile } from '../../pipeline/read/respondents.ts';
import type { Question, RoundFile, Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { realFiles } from './effects.ts';

export const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name);

export const roundFile = (path: string): RoundFile => ({
  path,
  name: path.split('/').at(-1)!,
  encoding: null,
  sheet: null,
  headerRows: null,
  twin: null,
});

/** The round that files are read for. */
export const ROUND = 'r1';

const base = (id: string) => ({
  id,
  label: sameInAll(id),
  missing: [],
  skipped: [],
  asked: [ROUND],
});
const plainOptions = { links: new Map(), labels: new Map(), aliases: new Map() };

export const open = (column: string, more: Partial<Question> = {}) =>
  ({
    ...base(column),
    type: 'open',
    column: [column],
    taxonomy: { by: null, taxonomy: 'organ' },
    ...more,
  }) as Question;

export const single = (column: string, options: string[] = [], more: Partial<Question> = {}) =>
  ({
    ...base(column),
    ...plainOptions,
    type: 'single',
    column: [column],
    options,
    ...more,
  }) as Question;

export const scale = (column: string, more: Partial<Question> = {}) =>
  ({
    ...base(column),
    type: 'scale',
    column: [column],
    range: [1, 5],
    labels: new Map(),
    aliases: new Map(),
    reverse: false,
    rounds: new Map(),
    measures: null,
    ...more,
  }) as Question;

export const joined = (column: string, options: string[] = [], more: Partial<Question> = {}) =>
  ({
    ...base(column),
    ...plainOptions,
    type: 'multiple',
    options,
    exclusive: [],
    layout: { kind: 'joined', column: [column], separator: null },
    ...more,
  }) as Question;

export const inColumns = (columns: string[], options: string[] = [], unselected: string[] = []) =>
  ({
    ...base(columns[0]!),
    ...plainOptions,
    type: 'multiple',
    options,
    exclusive: [],
    layout: { kind: 'columns', columns: columns.map((one) => [one]), options, unselected },
  }) as Question;

/** A survey with nothing in it but what a test says. */
export function survey(parts: Partial<Survey> & { questions?: readonly Question[] }): Survey {
  const none = { respondent: null, weight: null, stratum: null, cluster: null, fpc: null };
  const { columns = {}, ...rest } = parts;
  return {
    exclude: [],
    groups: [],
    questions: [],
    hygiene: {},
    ...rest,
    columns: { ...none, ...columns },
  } as unknown as Survey;
}

/** Everything that reading one file gives. */
export async function readAll(
  file: RoundFile,
  by: Survey,
  fx: Effects = realFiles,
  memory = emptyMemory(),
) {
  const opened = await openRoundFile(file, by, fx, ROUND, memory);
  const respondents: Respondent[] = [];
  const setAside: SetAside[] = [];
  const flagged: Flagged[] = [];
  let rows = 0;
  let excluded = 0;
  for await (const batch of opened.batches(3)) {
    respondents.push(...batch.respondents);
    setAside.push(...batch.setAside);
    flagged.push(...batch.flagged);
    rows += batch.rows;
    excluded += batch.excluded;
  }
  return { ...opened, respondents, setAside, flagged, rows, excluded };
}
