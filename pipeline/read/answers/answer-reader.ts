/** What reading one question's answers needs and gives; a file for each type of question. */
import type { Question } from '../../survey/survey.ts';
import { withoutFillIn } from '../cell.ts';
import type { Layout } from '../exports/layout.ts';
import { type FatePlace, placeOf } from '../fates.ts';
import type { Book } from '../ledger.ts';
import type { NoteKind } from '../notes.ts';
import { remember } from '../remember.ts';
import type { Answer, SetAsideReason } from '../respondent.ts';

/** Called for a cell that could not be used. */
export type Reject = (position: number, reason: SetAsideReason, found: string) => void;

/** Called for a cell that was used although it is odd. */
export type Remark = (position: number, kind: NoteKind) => void;

/** Where a reader tells of cells that are not simply used. */
export interface Tell {
  readonly reject: Reject;
  readonly remark: Remark;
}

/** Answer of one respondent to one question; what becomes of each cell is entered in the book. */
export type ReadAnswer = (cells: readonly string[], tell: Tell, book: Book) => Answer;

export const SKIPPED: Answer = { kind: 'skipped' };
export const MISSING: Answer = { kind: 'missing' };

/** What a cell is before it is looked at as an answer. */
export type CellState = 'skipped' | 'missing' | 'filled';

/** Judges trimmed cells by the words of the survey and of the tool that made the file. */
export function stateOf(question: Question, layout: Layout): (cell: string) => CellState {
  const skipped = new Set(question.skipped.map((word) => word.trim()));
  const missing = new Set(question.missing.map((word) => word.trim()));
  return (cell) => {
    if (cell === '') return 'missing';
    if (skipped.has(cell) || layout.cellIsSkipped(cell)) return 'skipped';
    if (missing.has(cell) || layout.cellIsMissing(cell)) return 'missing';
    return 'filled';
  };
}

/** An answer, and why a cell or a part of it could not be used. */
export interface Judged {
  readonly answer: Answer;
  /** Counted up whenever such a cell is read. */
  readonly seen?: { n: number };
  readonly rejected: readonly (readonly [SetAsideReason, string])[];
  readonly remarked?: NoteKind;
  /** Of a cell with several options: how many it holds, and how many of them come again. */
  readonly selections?: {
    readonly found: number;
    readonly used: number;
    readonly repeated: number;
  };
}

export function accepted(answer: Answer): Judged {
  return { answer, rejected: [] };
}

const USED = placeOf('used');
const REPEATED = placeOf('repeated');
const MISSING_WORD = placeOf('missing');
const SKIPPED_WORD = placeOf('skipped');

/** What became of a cell as a whole; null of an empty one, which is nothing that came in. */
function fateOf(cell: string, { answer, rejected }: Judged): FatePlace | null {
  if (cell.trim() === '') return null;
  if (answer.kind === 'skipped') return SKIPPED_WORD;
  if (answer.kind !== 'missing') return USED;
  const [first] = rejected;
  return first === undefined ? MISSING_WORD : placeOf(first[0]);
}

/**
 * Reads one column with a remembered judgement of each of its cells. What it returns serves one
 * file, and so one book.
 */
export function readColumn(position: number, judge: (cell: string) => Judged): ReadAnswer {
  const judged = remember((cell) => {
    const one = judge(cell);
    const { answer, seen = null } = one;
    return { answer, seen, fate: fateOf(cell, one), more: moreOf(cell, one) };
  });
  let counts: Float64Array | null = null;
  return (cells, tell, book) => {
    counts ??= book.cells.row(position);
    const { answer, seen, fate, more } = judged(cells[position] ?? '');
    if (seen !== null) seen.n += 1;
    if (fate !== null) counts[fate]! += 1;
    if (more !== null) enterMore(position, more, tell, book);
    return answer;
  };
}

interface More extends Pick<Judged, 'rejected' | 'remarked' | 'selections'> {
  readonly fillIn: boolean;
}

/** What else is to be told of a cell; null of most, which are one answer and no more. */
function moreOf(cell: string, { answer, rejected, remarked, selections }: Judged): More | null {
  const fillIn = answer.kind === 'options' && cell !== withoutFillIn(cell);
  const plain = !fillIn && rejected.length === 0;
  if (plain && remarked === undefined && selections === undefined) return null;
  return { rejected, fillIn, ...(remarked && { remarked }), ...(selections && { selections }) };
}

function enterMore(position: number, more: More, tell: Tell, book: Book): void {
  const { rejected, remarked, selections, fillIn } = more;
  if (fillIn) book.noteFillIn(position);
  if (selections !== undefined) {
    book.enterSelections(position, selections.found);
    book.selections.add(position, USED, selections.used);
    book.selections.add(position, REPEATED, selections.repeated);
    for (const [reason] of rejected) book.selections.add(position, placeOf(reason));
  }
  for (const [reason, found] of rejected) tell.reject(position, reason, found);
  if (remarked !== undefined) tell.remark(position, remarked);
}
