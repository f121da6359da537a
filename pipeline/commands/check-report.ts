/** What `canvass check` found, as `--json` prints it: one document. */
import type { HeadCountGap } from '../aggregate/head-count-gaps.ts';
import type { HandCodes } from '../code/learn/hand-codes.ts';
import type { Problem } from '../errors.ts';
import type { Protection } from '../protect/protect.ts';
import type { Line } from '../read/fates.ts';
import type { UnreadColumn } from '../read/ledger.ts';
import type { Note } from '../read/notes.ts';
import type { SetAside } from '../read/respondent.ts';
import { setAsideRows } from '../tally/account.ts';
import { type Balance, mergeBalances, reasonsOf, setAsideOf } from '../tally/balance.ts';
import type { Counted, CountedFile } from '../tally/count-rounds.ts';
import type { HygieneCount } from '../tally/hygiene.ts';
import type { PersonalCount } from '../tally/personal.ts';
import type { Repeated } from '../tally/read-round.ts';
import type { AsideCount, AsideLists } from './aside-lists.ts';

export interface CheckReport {
  readonly files: readonly CheckedFile[];
  /** Of all files together. */
  readonly total: BalanceReport;
  /** Round -> respondent ids that occur more than once. */
  readonly duplicates: Readonly<Record<string, readonly string[]>>;
  /** The same, each with the place where it came again first. */
  readonly repeated: Readonly<Record<string, readonly Repeated[]>>;
  /** Rounds with the questions that they did not ask. */
  readonly not_asked: readonly { readonly round: string; readonly question: string }[];
  readonly hygiene: readonly HygieneCount[];
  /** Personal data found in answers to open questions; kinds that nobody wrote are left out. */
  readonly personal: readonly PersonalCount[];
  readonly hand_codes: object | null;
  /** Values that respondents or the file of head-counts alone have, and rates above 1. */
  readonly head_counts: readonly HeadCountGap[];
  /** What would be hidden; null where `run` would refuse these files. For the owner's eyes only. */
  readonly protection: Protection | null;
  /** Why `run` would refuse these files; with any, the exit status is 1. */
  readonly problems: readonly Problem[];
}

/** One file: rows = used + set_aside + excluded. */
export interface CheckedFile extends BalanceReport {
  readonly round: string;
  readonly file: string;
  /** As TextDecoder names it; `workbook` for an Excel file. */
  readonly encoding: string;
  /** Fixed words, as in tables/rows.csv. */
  readonly encoding_reason: string;
  /** The next best guess where the encoding was guessed. */
  readonly runner_up: string | null;
  readonly format: string;
  readonly header_rows: number;
  /** Null for a workbook. */
  readonly delimiter: string | null;
  /** The other export of the same answers, where the survey names one. */
  readonly twin: TwinReport | null;
  readonly rows: number;
  readonly used: number;
  readonly set_aside: number;
  readonly excluded: number;
  /** Of each key of survey.yaml and each of its columns. */
  readonly columns: readonly ColumnReport[];
  /** Columns with something in them that survey.yaml does not name. */
  readonly unread_columns: readonly UnreadColumn[];
  /** What was odd and could be read, with the first place of each kind. */
  readonly notes: readonly Note[];
  /** Rows and cells that were set aside, the first thousand of them; of a row `column` is empty. */
  readonly entries: readonly SetAside[];
  /** Entries beyond these. */
  readonly entries_left_out: number;
  /** All entries, those left out included, by column and reason. */
  readonly entry_counts: readonly AsideCount[];
}

/** How two exports of the same answers agree. */
export interface TwinReport {
  readonly file: string;
  /** Compared, one by one. */
  readonly rows: number;
  readonly cells: number;
  /** Cells that say something else. */
  readonly differing: number;
}

export interface BalanceReport {
  /** Blank lines, which are no rows. */
  readonly blank_lines: number;
  /** Of the cells: those blank in the file that got the value of a merged cell above. */
  readonly repaired_cells: number;
  readonly balance: {
    readonly rows: LineReport;
    /** Filled cells; a column that two keys name counts for each. */
    readonly cells: LineReport;
    /** Options chosen in multiple-choice questions. */
    readonly selections: LineReport;
    /** UTF-16 units of open answers, blanks included. */
    readonly characters: LineReport;
  };
  /** Columns that survey.yaml does not name, and filled cells in them. */
  readonly unread: { readonly columns: number; readonly cells: number };
}

/** in = used + repeated + missing + skipped + not_asked + set_aside + excluded, always. */
export interface LineReport {
  readonly in: number;
  readonly used: number;
  /** Options that one respondent chose twice. */
  readonly repeated: number;
  /** Words for "not answered". */
  readonly missing: number;
  /** Words for "not asked". */
  readonly skipped: number;
  /** Of questions that the round did not ask, and of people whose group has no taxonomy. */
  readonly not_asked: number;
  readonly set_aside: number;
  readonly excluded: number;
  /** `set_aside` by reason; `row-set-aside` is what stood in a row that was set aside. */
  readonly reasons: Readonly<Record<string, number>>;
}

export interface ColumnReport {
  /** Of survey.yaml, e.g. `questions.problems`. */
  readonly key: string;
  readonly column: string;
  /** From 1. */
  readonly position: number;
  readonly cells: LineReport;
  /** Of multiple-choice questions, else null. */
  readonly selections: LineReport | null;
  /** Of open questions, else null. */
  readonly characters: LineReport | null;
  /** Used cells with words filled in beside an option, which are not read. */
  readonly fill_ins: number;
}

export function checkReport(
  { files, duplicates, hygiene, refusals }: Counted,
  aside: AsideLists,
  handCodes: HandCodes | null,
  more: Pick<CheckReport, 'not_asked' | 'personal' | 'head_counts' | 'protection'>,
): CheckReport {
  return {
    files: files.map((one) => fileReport(one, aside)),
    total: balanceReport(mergeBalances(files.map((one) => one.balance))),
    duplicates: Object.fromEntries(
      [...duplicates].map(([round, list]) => [round, list.map(({ id }) => id)]),
    ),
    repeated: Object.fromEntries(duplicates),
    not_asked: more.not_asked,
    hygiene,
    personal: more.personal.filter(({ n }) => n > 0),
    hand_codes: handCodes === null ? null : withoutTexts(handCodes),
    head_counts: more.head_counts,
    protection: more.protection,
    problems: refusals,
  };
}

function fileReport(
  { round, file, account, balance }: CountedFile,
  aside: AsideLists,
): CheckedFile {
  const { entries, total, counts } = aside.of(round, file.name);
  return {
    round,
    file: file.name,
    encoding: file.encoding,
    encoding_reason: file.encodingReason,
    runner_up: file.runnerUp,
    format: file.format,
    header_rows: file.headerRows,
    delimiter: file.delimiter,
    twin: twinReport(file),
    rows: account.rows,
    used: account.used,
    set_aside: setAsideRows(account),
    excluded: account.excluded,
    ...balanceReport(balance),
    columns: balance.columns.map((one) => ({
      key: one.key,
      column: one.column,
      position: one.position,
      cells: lineReport(one.cells),
      selections: one.selections && lineReport(one.selections),
      characters: one.characters && lineReport(one.characters),
      fill_ins: one.fillIns,
    })),
    unread_columns: balance.unreadColumns,
    notes: file.notes(),
    entries,
    entries_left_out: total - entries.length,
    entry_counts: counts,
  };
}

function twinReport({ twin, notes }: CountedFile['file']): TwinReport | null {
  if (twin === null) return null;
  const odd = notes().filter(({ kind }) => kind === 'twin-differs');
  const differing = odd.reduce((sum, { count }) => sum + count, 0);
  return { file: twin.name, ...twin.compared(), differing };
}

function balanceReport(balance: Balance): BalanceReport {
  const { rows, cells, selections, characters, blank, repaired, unread } = balance;
  return {
    blank_lines: blank,
    repaired_cells: repaired,
    balance: {
      rows: lineReport(rows),
      cells: lineReport(cells),
      selections: lineReport(selections),
      characters: lineReport(characters),
    },
    unread,
  };
}

function lineReport(line: Line): LineReport {
  const { out } = line;
  const inRows = out.get('row-set-aside');
  return {
    in: line.in,
    used: out.get('used') ?? 0,
    repeated: out.get('repeated') ?? 0,
    missing: out.get('missing') ?? 0,
    skipped: out.get('skipped') ?? 0,
    not_asked: out.get('not-asked') ?? 0,
    set_aside: setAsideOf(line),
    excluded: out.get('excluded') ?? 0,
    reasons: {
      ...Object.fromEntries(reasonsOf(line)),
      ...(inRows === undefined ? {} : { 'row-set-aside': inRows }),
    },
  };
}

/** Rows and codes say where to look; the answers themselves stay out of what may be passed on. */
function withoutTexts({ conflicts, ...account }: HandCodes): object {
  return { ...account, conflicts: conflicts.map(({ codings }) => ({ codings })) };
}
