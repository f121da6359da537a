/** What reading one question's answers needs and gives; a file for each type of question. */
import type { Question } from '../../survey/survey.ts';
import type { Layout } from '../exports/layout.ts';
import type { NoteKind } from '../notes.ts';
import type { Answer, SetAsideReason } from '../respondent.ts';

/** Called for a cell that could not be used. */
export type Reject = (position: number, reason: SetAsideReason, found: string) => void;

/** Called for a cell that was used although it is odd. */
export type Remark = (position: number, kind: NoteKind) => void;

/** Answer of one respondent to one question. */
export type ReadAnswer = (cells: readonly string[], reject: Reject, remark: Remark) => Answer;

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

/** Most different cells remembered for a column; beyond that each is read anew. */
const REMEMBERED = 5000;

/** Cells of a closed question repeat: each is read once and its answer shared. */
export function remember<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const old = known.get(cell);
    if (old !== undefined) return old;
    const answer = read(cell);
    if (known.size < REMEMBERED) known.set(cell, answer);
    return answer;
  };
}

/** An answer, and why a cell or a part of it could not be used. */
export interface Judged {
  readonly answer: Answer;
  /** Counted up whenever such a cell is read. */
  readonly seen?: { n: number };
  readonly rejected: readonly (readonly [SetAsideReason, string])[];
  readonly remarked?: NoteKind;
}

export function accepted(answer: Answer): Judged {
  return { answer, rejected: [] };
}

/** Reads one column with a remembered judgement of each of its cells. */
export function readColumn(position: number, judge: (cell: string) => Judged): ReadAnswer {
  const judged = remember(judge);
  return (cells, reject, remark) => {
    const { answer, rejected, remarked, seen } = judged(cells[position] ?? '');
    if (seen) seen.n += 1;
    for (const [reason, found] of rejected) reject(position, reason, found);
    if (remarked !== undefined) remark(position, remarked);
    return answer;
  };
}
