/** One file of a round -> batches of respondents, with an account of every row and cell. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem } from '../errors.ts';
import { questionIn } from '../survey/question-in.ts';
import type {
  HygieneRule,
  MultipleQuestion,
  Question,
  RoundFile,
  Survey,
} from '../survey/survey.ts';
import { type ReadAnswer, SKIPPED } from './answers/answer-reader.ts';
import { optionNames, readJoined, readOptionColumns } from './answers/multiple.ts';
import { readOpen } from './answers/open.ts';
import { PointCounts, rangeProblem } from './answers/point-counts.ts';
import { readNumber, readScale } from './answers/scale.ts';
import { readSingle } from './answers/single.ts';
import { columnsOf, unaskedColumns } from './asked.ts';
import { parseNumber } from './cell.ts';
import { ColumnFinder } from './columns.ts';
import type { EncodingReason } from './encoding.ts';
import { groupReader, type ReadGroups } from './groups.ts';
import {
  type Hygiene,
  type HygienePlan,
  hygienePlan,
  type RoundMemory,
} from './hygiene/hygiene.ts';
import { openHygiene } from './hygiene/open.ts';
import type { Note, NoteKind } from './notes.ts';
import type { RawBatch, RawRecord } from './record.ts';
import type { Batch, Flagged, Respondent, SetAside } from './respondent.ts';
import { type Refusal, rowJudge } from './rows.ts';
import { type OpenedFile, openFile, type TwinFile } from './twin.ts';

export interface RespondentFile {
  /** As the survey names it. */
  readonly name: string;
  readonly sha256: string;
  /** As TextDecoder names it; `workbook` for an Excel file. */
  readonly encoding: string;
  readonly encodingReason: EncodingReason | 'workbook';
  /** Fixed word for the tool that made it, e.g. `wenjuanxing-text`. */
  readonly format: string;
  /** The other export of the same answers that this one was compared with. */
  readonly twin: TwinFile | null;
  /** In file order; `size` records each, the last fewer. To be taken once. */
  batches(size: number): AsyncGenerator<Batch>;
  /** What was odd but could be read; complete once all batches are taken. */
  notes(): readonly Note[];
  /** Rules of hygiene that could be applied to it; complete with the first batch. */
  appliedRules(): readonly HygieneRule[];
  /** Why no figures may be made of it, though it could be read; complete with the last batch. */
  refusals(): readonly Problem[];
}

/**
 * Opens one file and finds the survey's columns in it; rows are read as batches are taken.
 *
 * @param round id of the round it belongs to, which may have asked less than others, or otherwise
 * @param memory of the round's files read before, for what only several rows together tell
 * @throws InputError with every column that is missing or ambiguous; also while reading, for bytes
 *   that cannot be decoded and quotes that are not closed
 */
export async function openRoundFile(
  file: RoundFile,
  survey: Survey,
  fx: Effects,
  round: string,
  memory: RoundMemory,
): Promise<RespondentFile> {
  const opened = await openFile(file, fx);
  const plan = planOf(survey, opened, round);
  const { name, sha256, encoding, encodingReason, format, twin } = opened;
  let applied: readonly HygieneRule[] = [];
  return {
    name,
    sha256,
    encoding,
    encodingReason,
    format,
    twin,
    notes: () => [...opened.notes(), ...plan.notes],
    refusals: plan.refusals,
    appliedRules: () => applied,
    async *batches(size) {
      const hygiene = await openHygiene(plan.hygiene, opened, plan.judge, memory);
      applied = hygiene.applied;
      for await (const records of opened.records(size)) yield readBatch(records, plan, hygiene);
    },
  };
}

/** Where everything stands in this file, found once. */
interface Plan {
  readonly header: readonly string[];
  /** Whether a record is a respondent, and if not, why. */
  readonly judge: (cells: readonly string[]) => Refusal | null;
  readonly id: number | null;
  readonly weight: number | null;
  readonly groups: ReadGroups;
  readonly answers: readonly ReadAnswer[];
  note(kind: NoteKind, row: number, column: string): void;
  readonly hygiene: HygienePlan;
  readonly notes: readonly Note[];
  readonly refusals: () => readonly Problem[];
}

function planOf(survey: Survey, opened: OpenedFile, round: string): Plan {
  const finder = new ColumnFinder(opened);
  const { columns } = survey;
  const optional = (names: readonly string[] | null) =>
    names === null ? null : finder.find(names);
  const id = optional(columns.respondent);
  const weight = optional(columns.weight);
  for (const names of [columns.stratum, columns.cluster, columns.fpc]) optional(names);
  const design = new Set(finder.found);
  const exclude = survey.exclude.map(({ column, values }) => ({
    position: finder.find([column]),
    values: new Set(values.map((value) => value.trim())),
  }));
  const search: Search = { opened, finder, problems: [], notes: [], refusals: [], round };
  const asked = survey.questions.map((question) => questionIn(question, round));
  const groupColumns = survey.groups.map(({ column }) => finder.find(column));
  const answers = survey.questions.map((question, i) => {
    const own = asked[i]!;
    if (own !== null) return answerReader(own, search);
    search.notes.push(...unaskedColumns(question, opened, finder));
    return () => SKIPPED;
  });
  if (finder.problems.length + search.problems.length > 0) {
    throw new InputError([...finder.problems, ...search.problems]);
  }
  return {
    header: opened.header,
    judge: rowJudge(opened, exclude, weight),
    id,
    weight,
    groups: groupReader(survey.groups, groupColumns, opened.layout),
    answers,
    note: opened.note,
    hygiene: hygienePlan(survey, asked, opened.layout.roles, finder.found, design),
    notes: search.notes,
    refusals: () => search.refusals.flatMap((judge) => judge() ?? []),
  };
}

/** What is looked up in one file, and what comes of it. */
interface Search {
  readonly opened: OpenedFile;
  readonly finder: ColumnFinder;
  readonly problems: Problem[];
  readonly notes: Note[];
  /** Each to be asked once the file has been read. */
  readonly refusals: (() => Problem | null)[];
  readonly round: string;
}

function answerReader(question: Question, search: Search): ReadAnswer {
  const { opened, finder } = search;
  const { layout } = opened;
  const place = (names: readonly string[]) => finder.find(names, question.id);
  switch (question.type) {
    case 'open':
      return readOpen(question, place(question.column), layout);
    case 'single':
      return readSingle(question, place(question.column), layout);
    case 'scale': {
      const position = place(question.column);
      const counts = new PointCounts();
      const column = opened.header[position] ?? '';
      const where = { file: opened.name, column };
      search.refusals.push(() => rangeProblem(question, counts, where, search.round));
      return readScale(question, position, layout, counts);
    }
    case 'number':
      return readNumber(question, place(question.column), layout);
    case 'multiple':
      return multipleReader(question, search);
  }
}

function multipleReader(
  question: MultipleQuestion,
  { opened, finder, problems }: Search,
): ReadAnswer {
  const { layout } = question;
  const none = !columnsOf(question).some((names) => finder.has(names));
  const place = (names: readonly string[]) => finder.find(names, none ? question.id : '');
  if (layout.kind === 'joined') {
    const position = place(layout.column);
    const told = opened.options.get(position) ?? [];
    return readJoined(question, layout.separator, position, opened.layout, told);
  }
  const positions = layout.columns.map(place);
  const headers = positions.map((position) => ({
    header: opened.header[position] ?? '',
    role: opened.layout.roles[position],
  }));
  const names = positions.includes(-1)
    ? headers.map(({ header }) => header)
    : optionNames(question, headers, opened.name);
  if ('message' in names) {
    problems.push(names);
    return () => ({ kind: 'missing' });
  }
  const columns = positions.map((position, i) => ({ position, option: names[i]! }));
  return readOptionColumns(question, layout.unselected, columns, opened.layout);
}

function readBatch(records: RawBatch, plan: Plan, hygiene: Hygiene): Batch {
  const respondents: Respondent[] = [];
  const setAside: SetAside[] = [];
  const flagged: Flagged[] = [];
  let excluded = 0;
  let rows = 0;
  for (const record of records) {
    const refusal = plan.judge(record.cells);
    if (refusal?.kind === 'blank') continue;
    rows += 1;
    if (refusal?.kind === 'excluded') excluded += 1;
    else if (refusal) setAside.push(rowAside(record, refusal));
    else {
      const before = setAside.length;
      const respondent = readRespondent(record, plan, setAside);
      const { rules, dropped } = hygiene.judge(record, respondent);
      if (rules.length > 0) flagged.push({ row: record.row, id: respondent.id, rules });
      // Of a row that is dropped, no single cell is set aside.
      if (dropped)
        setAside.splice(before, setAside.length, { row: record.row, column: '', ...dropped });
      else respondents.push(rules.length > 0 ? { ...respondent, flags: rules } : respondent);
    }
  }
  return { respondents, setAside, flagged, excluded, rows };
}

function rowAside({ row }: RawRecord, refusal: Refusal & { kind: 'aside' }): SetAside {
  const { kind: _, ...rest } = refusal;
  return { row, column: '', ...rest };
}

const NO_FLAGS: readonly HygieneRule[] = [];

function readRespondent({ row, cells }: RawRecord, plan: Plan, setAside: SetAside[]): Respondent {
  const reject = (position: number, reason: SetAside['reason'], found: string) => {
    setAside.push({ row, column: plan.header[position] ?? '', reason, found });
  };
  const remark = (position: number, kind: NoteKind) => {
    plan.note(kind, row, plan.header[position] ?? '');
  };
  return {
    row,
    id: plan.id === null ? String(row) : (cells[plan.id] ?? ''),
    weight: plan.weight === null ? 1 : (parseNumber(cells[plan.weight] ?? '') ?? 0),
    groups: plan.groups(cells),
    answers: plan.answers.map((read) => read(cells, reject, remark)),
    flags: NO_FLAGS,
  };
}
