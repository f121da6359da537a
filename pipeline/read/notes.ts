/** What was odd about a file although it could be read: repaired or ignored, never in silence. */

export type NoteKind =
  /** The text looks odd in every encoding, also in the one it was read in (named as column). */
  | 'encoding-doubtful'
  /** The encoding was given, but the content looks like another one. */
  | 'encoding-given'
  /** A quotation mark inside a quoted cell that is not doubled; read as part of the text. */
  | 'stray-quote'
  /** A zero byte inside a cell; kept. */
  | 'zero-byte'
  /** Another control character inside a cell; kept in answers, a blank in names. */
  | 'control-character'
  /** Two columns with one header; they are told apart by position. */
  | 'duplicate-header'
  /** A column without a header among those with one; nothing can use it. */
  | 'blank-header'
  /** U+FFFD in a cell: the text was damaged before it came here. */
  | 'replacement-character'
  /** Other sheets of a workbook hold rows too; the column names them. */
  | 'other-sheets'
  /** Another sheet of the workbook with the same header was not read; the column names it. */
  | 'sheet-alike'
  /** A tab at the edge of a cell, with which a tool guards it against spreadsheets; taken off. */
  | 'edge-tab'
  /** `'` before `=`, with which a tool keeps spreadsheets from computing; taken off. */
  | 'masked-formula'
  /** A cell may hold several options, but without declared options it cannot be split safely. */
  | 'options-undeclared'
  /** A cell says something else than in the file of option numbers; the text is used. */
  | 'twin-differs'
  /** A column that has no counterpart in the other of two files; not compared. */
  | 'twin-apart'
  /** A column of a question that the survey says this round did not ask; not read. */
  | 'column-not-asked'
  /** Parts of a workbook that could not be understood; it may be damaged. */
  | 'workbook-odd'
  /** A formula whose result was not saved; read as empty. The column is its letter. */
  | 'formula-without-value'
  /** Cells merged over several columns below the header: only the first of them holds the value. */
  | 'merged-cells'
  /** A cell merged with those above it in one column, which got their value. */
  | 'merged-filled'
  /** Values of `exclude` that no row has. */
  | 'exclude-unmatched';

/** Kinds of which every column is named; of others the first place stands for all. */
const BY_COLUMN: ReadonlySet<NoteKind> = new Set([
  'duplicate-header',
  'options-undeclared',
  'twin-differs',
  'twin-apart',
  'merged-filled',
  'sheet-alike',
]);

export interface Note {
  readonly kind: NoteKind;
  /** Row that a spreadsheet shows, of the first such place. */
  readonly row: number;
  /** Header of the column, or empty. */
  readonly column: string;
  /** How often in this file. */
  readonly count: number;
  /** What else its message says. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Gathers notes: the first place and the number of each kind, so that memory stays flat. */
export class Notes {
  readonly #byKey = new Map<string, Note>();

  /** @param values what its message says besides; those of the first place are kept */
  add(kind: NoteKind, row: number, column = '', values?: Note['values']): void {
    // Headers are few, so each of them can be named.
    const key = BY_COLUMN.has(kind) ? `${kind}:${column}` : kind;
    const known = this.#byKey.get(key);
    this.#byKey.set(
      key,
      known
        ? { ...known, count: known.count + 1 }
        : { kind, row, column, count: 1, ...(values && { values }) },
    );
  }

  list(): readonly Note[] {
    return [...this.#byKey.values()];
  }
}
