/** The seam between a vendor's export and the rest: how to recognise it and what its cells mean. */
import type { NoteKind } from '../notes.ts';
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
  /** Further names of each column (its code beside its wording); a list a column, or no list at all. */
  readonly otherNames: readonly (readonly string[])[];
  /** What this tool puts between several options in one cell, likeliest first; empty if unknown. */
  readonly separators: readonly string[];
  /** Undoes what the tool itself did to cells of any column; null if it does nothing. */
  readonly mend: Mend | null;
  /** Whether a trimmed cell means "shown, not answered", besides an empty one. */
  cellIsMissing(cell: string): boolean;
  /** Whether a trimmed cell means "not shown". */
  cellIsSkipped(cell: string): boolean;
  /** Whether a trimmed cell in the column of one option means "not chosen", besides 0. */
  cellIsUnchosen(cell: string): boolean;
  /** The option in a trimmed cell of a closed question, without the tool's marks: `A.男` is `男`. */
  choiceText(column: number, cell: string): string;
  /**
   * The layout if the file is the one by text of a pair, where its first records do not tell that
   * from the one by number; else null.
   */
  readonly byText: Layout | null;
}

/** How cells are mended, and the kind of note that tells of it. */
export interface Mend {
  readonly kind: NoteKind;
  readonly cell: (cell: string) => string;
}

/**
 * Looks at the first non-blank records of a file; null if it is not this vendor's.
 *
 * It may look at columns and cells, never at the name of the file.
 */
export type Recognise = (first: readonly RawRecord[]) => Layout | null;

type Own = 'format' | 'headerRows' | 'header' | 'roles';

/** A layout of which only the peculiar is said: the rest is as in most tables. */
export function layoutOf(own: Pick<Layout, Own> & Partial<Layout>): Layout {
  return {
    otherNames: [],
    separators: [],
    mend: null,
    cellIsMissing: isMissingWord,
    cellIsSkipped: isSkippedWord,
    cellIsUnchosen: () => false,
    choiceText: (_, cell) => cell,
    byText: null,
    ...own,
  };
}

/** 问卷星's words, which other tools and hand-made files use as well. */
export function isMissingWord(cell: string): boolean {
  return cell === '(空)' || cell === '（空）';
}

/** As `isMissingWord`, for "not shown". */
export function isSkippedWord(cell: string): boolean {
  return cell === '(跳过)' || cell === '（跳过）';
}
