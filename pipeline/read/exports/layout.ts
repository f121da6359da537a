/** The seam between a vendor's export and the rest: how to recognise it and what its cells mean. */
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';

/** How one file is laid out. */
export interface Layout {
  /** Fixed word for tables and messages, e.g. `surveymonkey`. */
  readonly format: string;
  /** Records that belong to the header. */
  readonly headerRows: number;
  /** One name a column, as written; may hold blanks and repetitions. */
  readonly header: readonly string[];
  /** One a column, in the order of `header`. */
  readonly roles: readonly ColumnRole[];
  /** Whether a trimmed cell means "shown, not answered", besides an empty one. */
  cellIsMissing(cell: string): boolean;
  /** Whether a trimmed cell means "not shown". */
  cellIsSkipped(cell: string): boolean;
}

/**
 * Looks at the first non-blank records of a file; null if it is not this vendor's.
 *
 * It may look at columns and cells, never at the name of the file.
 */
export type Recognise = (first: readonly RawRecord[]) => Layout | null;

/** 问卷星's words, which other tools and hand-made files use as well. */
export function isMissingWord(cell: string): boolean {
  return cell === '(空)' || cell === '（空）';
}

/** As `isMissingWord`, for "not shown". */
export function isSkippedWord(cell: string): boolean {
  return cell === '(跳过)' || cell === '（跳过）';
}
