/** One file of a round -> batches of respondents, with an account of every row and cell. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem } from '../errors.ts';
import type { MultipleQuestion, Question, RoundFile, Survey } from '../survey/survey.ts';
import type { ReadAnswer } from './answers/answer-reader.ts';
import { optionNames, readJoined, readOptionColumns } from './answers/multiple.ts';
import { readOpen } from './answers/open.ts';
import { readNumber, readScale } from './answers/scale.ts';
import { readSingle } from './answers/single.ts';
import { type Books, openBooks } from './books.ts';
import { parseNumber } from './cell.ts';
import { ColumnFinder } from './columns.ts';
import type { EncodingReason } from './encoding.ts';
import { type OpenedExport, openExport } from './export.ts';
import { placeOf } from './fates.ts';
import { groupReader, type ReadGroups } from './groups.ts';
import type { ColumnCounts, UnreadColumn } from './ledger.ts';
import type { Note } from './notes.ts';
import type { RawBatch, RawRecord } from './record.ts';
import type { Batch, Respondent, SetAside } from './respondent.ts';
import { type Refusal, rowJudge } from './rows.ts';

export interface RespondentFile {
  /** As the survey names it. */
  readonly name: string;
  readonly sha256: string;
  /** As TextDecoder names it; `workbook` for an Excel file. */
  readonly encoding: string;
  readonly encodingReason: EncodingReason | 'workbook';
  /** The next best guess where the encoding was guessed, else null. */
  readonly runnerUp: string | null;
  /** Of a delimited text, else null. */
  readonly delimiter: string | null;
  readonly headerRows: number;
  /** Fixed word for the tool that made it, e.g. `wenjuanxing-text`. */
  readonly format: string;
  /** In file order; `size` records each, the last fewer. To be taken once. */
  batches(size: number): AsyncGenerator<Batch>;
  /** What was odd but could be read; complete once all batches are taken. */
  notes(): readonly Note[];
  /** What came in and what became of it; complete once all batches are taken. */
  counts(): FileCounts;
}

/** Both sides of what a file holds, each counted for itself. */
export interface FileCounts {
  /** Rows below the header by their numbers, blank ones included: as the parser saw them. */
  readonly lines: number;
  readonly blank: number;
  readonly columns: readonly ColumnCounts[];
  readonly unread: readonly UnreadColumn[];
}

/**
 * Opens one file and finds the survey's columns in it; rows are read as batches are taken.
 *
 * @throws InputError with every column that is missing or ambiguous; also while reading, for bytes
 *   that cannot be decoded and quotes that are not closed
 */
export async function openRoundFile(
  file: RoundFile,
  survey: Survey,
  fx: Effects,
): Promise<RespondentFile> {
  const opened = await openExport(file.path, file.name, file, fx);
  const plan = planOf(survey, opened);
  const { name, sha256, encoding, encodingReason, runnerUp, delimiter, headerRows } = opened;
  return {
    name,
    sha256,
    encoding,
    encodingReason,
    runnerUp,
    delimiter,
    headerRows,
    format: opened.format,
    notes: opened.notes,
    counts: () => ({
      lines: opened.lines(),
      blank: plan.books.ledger.blank,
      columns: plan.books.ledger.columns(),
      unread: plan.books.ledger.unread(),
    }),
    async *batches(size) {
      for await (const records of opened.records(size)) yield readBatch(records, plan);
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
  readonly books: Books;
}

function planOf(survey: Survey, opened: OpenedExport): Plan {
  const finder = new ColumnFinder(opened);
  const { columns } = survey;
  const optional = (names: readonly string[] | null) =>
    names === null ? null : finder.find(names);
  const id = optional(columns.respondent);
  const weight = optional(columns.weight);
  for (const names of [columns.stratum, columns.cluster, columns.fpc]) optional(names);
  const exclude = survey.exclude.map(({ column, values }) => ({
    position: finder.find([column]),
    values: new Set(values.map((value) => value.trim())),
  }));
  const groupColumns = survey.groups.map(({ column }) => finder.find(column));
  const problems: Problem[] = [];
  const answers = survey.questions.map((question) =>
    answerReader(question, opened, finder, problems),
  );
  if (finder.problems.length + problems.length > 0) {
    throw new InputError([...finder.problems, ...problems]);
  }
  const books = openBooks(survey, opened.header, finder);
  return {
    header: opened.header,
    judge: rowJudge(opened, exclude, weight),
    id,
    weight,
    groups: groupReader(survey.groups, groupColumns, opened.layout, books.groups),
    answers,
    books,
  };
}

function answerReader(
  question: Question,
  opened: OpenedExport,
  finder: ColumnFinder,
  problems: Problem[],
): ReadAnswer {
  const { layout } = opened;
  switch (question.type) {
    case 'open':
      return readOpen(question, finder.find(question.column), layout);
    case 'single':
      return readSingle(question, finder.find(question.column), layout);
    case 'scale':
      return readScale(question, finder.find(question.column), layout);
    case 'number':
      return readNumber(question, finder.find(question.column), layout);
    case 'multiple':
      return multipleReader(question, opened, finder, problems);
  }
}

function multipleReader(
  question: MultipleQuestion,
  opened: OpenedExport,
  finder: ColumnFinder,
  problems: Problem[],
): ReadAnswer {
  const { layout } = question;
  if (layout.kind === 'joined') {
    return readJoined(question, layout.separator, finder.find(layout.column), opened.layout);
  }
  const positions = layout.columns.map((names) => finder.find(names));
  const headers = positions.map((position) => opened.header[position] ?? '');
  const names = positions.includes(-1) ? headers : optionNames(question, headers, opened.name);
  if ('message' in names) {
    problems.push(names);
    return () => ({ kind: 'missing' });
  }
  const columns = positions.map((position, i) => ({ position, option: names[i]! }));
  return readOptionColumns(question, layout.unselected, columns, opened.layout);
}

const EXCLUDED = placeOf('excluded');
const ROW_SET_ASIDE = placeOf('row-set-aside');

function readBatch(records: RawBatch, plan: Plan): Batch {
  const respondents: Respondent[] = [];
  const setAside: SetAside[] = [];
  let excluded = 0;
  let rows = 0;
  const { ledger } = plan.books;
  ledger.enter(records);
  for (const record of records) {
    const refusal = plan.judge(record.cells);
    if (refusal?.kind === 'blank') {
      ledger.blank += 1;
      continue;
    }
    rows += 1;
    if (refusal === null) {
      respondents.push(readRespondent(record, plan, setAside));
    } else if (refusal.kind === 'excluded') {
      excluded += 1;
      ledger.leaveRow(record.cells, EXCLUDED);
    } else {
      setAside.push(rowAside(record, refusal));
      ledger.leaveRow(record.cells, ROW_SET_ASIDE);
    }
  }
  return { respondents, setAside, excluded, rows };
}

function rowAside({ row }: RawRecord, refusal: Refusal & { kind: 'aside' }): SetAside {
  return { row, column: '', reason: refusal.reason, found: refusal.found };
}

function readRespondent({ row, cells }: RawRecord, plan: Plan, setAside: SetAside[]): Respondent {
  const reject = (position: number, reason: SetAside['reason'], found: string) => {
    setAside.push({ row, column: plan.header[position] ?? '', reason, found });
  };
  const { questions, enterPlain } = plan.books;
  enterPlain(cells);
  return {
    row,
    id: plan.id === null ? String(row) : (cells[plan.id] ?? ''),
    weight: plan.weight === null ? 1 : (parseNumber(cells[plan.weight] ?? '') ?? 0),
    groups: plan.groups(cells),
    answers: plan.answers.map((read, i) => read(cells, reject, questions[i]!)),
  };
}
