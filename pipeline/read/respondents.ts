/** One file of a round -> batches of respondents, with an account of every row and cell. */
import type { Effects } from '../effects.ts';
import type { Problem } from '../errors.ts';
import { ownCopy } from '../own-copy.ts';
import type { HygieneRule, RoundFile, Survey } from '../survey/survey.ts';
import type { Tell } from './answers/answer-reader.ts';
import { columnName } from './columns.ts';
import { NO_DESIGN } from './design.ts';
import type { EncodingReason } from './encoding.ts';
import { type FatePlace, placeOf } from './fates.ts';
import type { Hygiene, RoundMemory } from './hygiene/hygiene.ts';
import { openHygiene } from './hygiene/open.ts';
import type { ColumnCounts, UnreadColumn } from './ledger.ts';
import type { Note } from './notes.ts';
import { type FilePlan, headersWanted, planOf } from './plan.ts';
import type { RawBatch, RawRecord } from './record.ts';
import type { Batch, Flagged, Respondent, SetAside } from './respondent.ts';
import type { Refusal } from './rows.ts';
import { openFile, type TwinFile } from './twin.ts';

/** What is known of a file that is, or was, read. */
export interface InputFile {
  /** As the survey names it. */
  readonly name: string;
  readonly sha256: string;
  /** As TextDecoder names it; `workbook` for an Excel file. */
  readonly encoding: string;
  readonly encodingReason: EncodingReason | 'workbook';
  /** The next best guess where the encoding was guessed, else null. */
  readonly runnerUp: string | null;
  /** The sheet of a workbook that is read, else null. */
  readonly sheet: string | null;
  /** Of a delimited text, else null. */
  readonly delimiter: string | null;
  readonly headerRows: number;
  /** Fixed word for the tool that made it, e.g. `wenjuanxing-text`. */
  readonly format: string;
  /** The other export of the same answers that this one was compared with. */
  readonly twin: TwinFile | null;
  /** What was odd but could be read; complete once all batches are taken. */
  notes(): readonly Note[];
  /** What came in and what became of it; complete once all batches are taken. */
  counts(): FileCounts;
}

/** A file at hand, to be read. */
export interface RespondentFile extends InputFile {
  /** In file order; `size` records each, the last fewer. To be taken once. */
  batches(size: number): AsyncGenerator<Batch>;
  /** Rules of hygiene that could be applied to it; complete with the last batch. */
  appliedRules(): readonly HygieneRule[];
  /** Why no figures may be made of it, though it could be read; complete with the last batch. */
  refusals(): readonly Problem[];
}

/** Both sides of what a file holds, each counted for itself; nothing of its twin. */
export interface FileCounts {
  /** Rows below the header by their numbers, blank ones included: as the parser saw them. */
  readonly lines: number;
  readonly blank: number;
  /** Filled cells that were blank in the file: merged with a cell above. */
  readonly repaired: number;
  readonly columns: readonly ColumnCounts[];
  readonly unread: readonly UnreadColumn[];
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
  const opened = await openFile(file, headersWanted(survey, round), fx);
  const plan = planOf(survey, opened, round);
  const { ledger } = plan.reading;
  const { name, sha256, encoding, encodingReason, runnerUp, sheet, delimiter } = opened;
  let applied: () => readonly HygieneRule[] = () => [];
  return {
    name,
    sha256,
    encoding,
    encodingReason,
    runnerUp,
    sheet,
    delimiter,
    headerRows: opened.headerRows,
    format: opened.format,
    twin: opened.twin,
    notes: () => [...opened.notes(), ...plan.notes()],
    refusals: plan.refusals,
    appliedRules: () => applied(),
    counts: () => ({
      lines: opened.lines(),
      blank: ledger.blank + opened.blankLeftOut(),
      repaired: repairedIn(opened.notes()),
      columns: ledger.columns(),
      unread: ledger.unread(),
    }),
    async *batches(size) {
      const hygiene = await openHygiene(plan.hygiene, opened, plan.isRespondent, memory);
      applied = hygiene.applied;
      const records = plan.footer.watch(opened.records(size));
      for await (const batch of records) yield readBatch(batch, plan, hygiene);
    },
  };
}

function repairedIn(notes: readonly Note[]): number {
  return notes.reduce((n, { kind, count }) => (kind === 'merged-filled' ? n + count : n), 0);
}

const EXCLUDED = placeOf('excluded');
const ROW_SET_ASIDE = placeOf('row-set-aside');

function readBatch(records: RawBatch, plan: FilePlan, hygiene: Hygiene): Batch {
  const respondents: Respondent[] = [];
  const setAside: SetAside[] = [];
  const flagged: Flagged[] = [];
  let excluded = 0;
  let rows = 0;
  let row = 0;
  // Made once and not for each row, of which there may be a million.
  const tell: Tell = {
    reject: (position, reason, found) => {
      setAside.push({ row, column: columnName(plan.header[position], position), reason, found });
    },
    remark: (position, kind) => plan.note(kind, row, columnName(plan.header[position], position)),
  };
  const { ledger } = plan.reading;
  const footer = plan.footer.rows;
  ledger.enter(records);
  for (const record of records) {
    row = record.row;
    const weight = plan.weigh(record.cells);
    const refusal = footer.has(row) ? asFooter(record) : plan.judge(record.cells, weight);
    if (refusal?.kind === 'blank') {
      ledger.blank += 1;
      continue;
    }
    rows += 1;
    if (refusal?.kind === 'excluded') {
      excluded += 1;
      leave(record, EXCLUDED, plan);
    } else if (refusal) {
      setAside.push(rowAside(record, refusal));
      leave(record, ROW_SET_ASIDE, plan);
    } else {
      const before = setAside.length;
      const respondent = readRespondent(record, weight ?? 0, plan, tell);
      const { rules, dropped } = hygiene.judge(record, respondent);
      if (rules.length > 0) flagged.push({ row, id: ownCopy(respondent.id), rules });
      if (dropped) {
        // Of a row that is dropped, no single cell is used or set aside.
        setAside.splice(before, setAside.length, { row, column: '', ...dropped });
        takeBack(record, plan);
      } else respondents.push(rules.length > 0 ? { ...respondent, flags: rules } : respondent);
    }
  }
  return { respondents, setAside, flagged, excluded, rows };
}

function asFooter({ cells }: RawRecord): Refusal {
  const found = cells.find((cell) => cell.trim() !== '') ?? '';
  return { kind: 'aside', reason: 'footer-row', found };
}

function rowAside({ row }: RawRecord, refusal: Refusal & { kind: 'aside' }): SetAside {
  const { kind: _, ...rest } = refusal;
  return { row, column: '', ...rest };
}

const NO_FLAGS: readonly HygieneRule[] = [];

function readRespondent(
  { row, cells }: RawRecord,
  weight: number,
  plan: FilePlan,
  tell: Tell,
): Respondent {
  const { groups, answers } = plan.reading.read(cells, tell);
  return {
    row,
    id: plan.id === null ? String(row) : (cells[plan.id] ?? ''),
    weight,
    design: plan.drawn.place(cells) ?? NO_DESIGN,
    groups,
    answers,
    flags: NO_FLAGS,
  };
}

const SILENT: Tell = { reject: () => {}, remark: () => {} };

/** Enters a row that is not used. It is read in a book of its own, to know the options chosen. */
function leave({ cells }: RawRecord, place: FatePlace, { reading, rereading }: FilePlan): void {
  rereading.read(cells, SILENT);
  reading.ledger.leaveRow(cells, place, rereading.ledger);
}

/** Takes a row that was read out of the books: it is read once more to know what was entered. */
function takeBack({ cells }: RawRecord, { reading, rereading }: FilePlan): void {
  rereading.read(cells, SILENT);
  reading.ledger.withdraw(rereading.ledger);
  reading.ledger.leaveRow(cells, ROW_SET_ASIDE, rereading.ledger);
}
