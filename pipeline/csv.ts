/**
 * Writes CSV that a spreadsheet opens without running anything in it.
 *
 * Our own few lines rather than PapaParse's `unparse`, which gives the same text in many times the
 * time. Text is put together as UTF-16 units in one array: strings on the way, and the garbage they
 * leave, took a fifth of a run of `canvass code`.
 */
import { Buffer, transcode } from 'node:buffer';

/** A cell: text is guarded and quoted where needed, numbers are written as they are. */
export type Cell = string | number | null;

/** After every row. */
export const ROW_END = '\r\n';

/** Excel takes a CSV for UTF-8 only if it starts with this. */
export const BOM = '\uFEFF';

/** A text cell that a spreadsheet could take for a formula: = + - @ (also full width), tab, CR, LF. */
const FORMULA_STARTS = [...'=+-@\t\r\n＝＋－＠'].map((one) => one.charCodeAt(0));

const [QUOTE, COMMA, CR, LF, SPACE, MARK, APOSTROPHE] = [34, 44, 13, 10, 32, 0xfeff, 39];

/**
 * Rows as CSV text, CRLF after every row.
 *
 * @param raw true leaves text that looks like a formula as it is
 * @example csvText([['a,b', 1, null], ['=1+1', -2, '']]) // '"a,b",1,\r\n\'=1+1,-2,\r\n'
 */
export function csvText(rows: readonly (readonly Cell[])[], { raw = false } = {}): string {
  return written(rows, raw).text();
}

/** The same in UTF-8. */
export function csvBytes(rows: readonly (readonly Cell[])[]): Uint8Array {
  return written(rows, false).utf8();
}

function written(rows: readonly (readonly Cell[])[], raw: boolean): CsvWriter {
  const writer = new CsvWriter(raw);
  for (const row of rows) {
    writer.row(row);
    writer.add(ROW_END);
  }
  return writer;
}

/** CSV under construction; what was taken from it stays as it is. */
export class CsvWriter {
  readonly #raw: boolean;
  #units = new Uint16Array(1024);
  #length = 0;

  /** @param raw as for `csvText` */
  constructor(raw: boolean) {
    this.#raw = raw;
  }

  get length(): number {
    return this.#length;
  }

  /** Cells with commas between them, without the end of the row. */
  row(cells: readonly Cell[]): void {
    for (let i = 0; i < cells.length; i++) {
      if (i > 0) this.unit(COMMA);
      const cell = cells[i]!;
      if (typeof cell === 'string') this.#cell(cell);
      else if (cell !== null) this.add(String(cell));
    }
  }

  /** Text as it is. */
  add(text: string): void {
    this.#reserve(text.length);
    const [units, at] = [this.#units, this.#length];
    for (let i = 0; i < text.length; i++) units[at + i] = text.charCodeAt(i);
    this.#length = at + text.length;
  }

  /** Units as they are, from `start` to before `end`. */
  addUnits(units: Uint16Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#units.set(units.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  unit(unit: number): void {
    this.#reserve(1);
    this.#units[this.#length++] = unit;
  }

  /** A copy of the units. */
  units(): Uint16Array {
    return this.#units.slice(0, this.#length);
  }

  /** What stands from a unit on. */
  text(start = 0): string {
    return this.#bytes(start).toString('utf16le');
  }

  /** All as UTF-8; half a surrogate pair becomes U+FFFD. */
  utf8(): Uint8Array {
    try {
      return transcode(this.#bytes(0), 'utf16le', 'utf8');
    } catch {
      return Buffer.from(this.text(), 'utf8');
    }
  }

  /** Forgets what came after the first `length` units. */
  shorten(length: number): void {
    this.#length = length;
  }

  #bytes(start: number): Buffer {
    return Buffer.from(this.#units.buffer, 2 * start, 2 * (this.#length - start));
  }

  /** A text with quotes around it where it needs them, which most do not. */
  #cell(text: string): void {
    const isFormula = !this.#raw && looksLikeFormula(text);
    if (isFormula || !this.#plain(text)) this.#quoted(text, isFormula);
  }

  /** Writes a text that needs no quotes, else nothing; true where it did. */
  #plain(text: string): boolean {
    const { length } = text;
    if (length === 0) return true;
    this.#reserve(length);
    const [units, start] = [this.#units, this.#length];
    const first = text.charCodeAt(0);
    if (first === SPACE || first === APOSTROPHE) return false;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (asksForQuotes(unit)) return false;
      units[start + i] = unit;
    }
    if (units[start + length - 1] === SPACE) return false;
    this.#length = start + length;
    return true;
  }

  #quoted(text: string, isFormula: boolean): void {
    // At worst every unit is a quote, between two more, behind an apostrophe.
    this.#reserve(2 * text.length + 3);
    const units = this.#units;
    let at = this.#length;
    units[at++] = QUOTE;
    // The apostrophe tells a spreadsheet that what follows is text.
    if (isFormula) units[at++] = APOSTROPHE;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      units[at++] = unit;
      if (unit === QUOTE) units[at++] = QUOTE;
    }
    units[at++] = QUOTE;
    this.#length = at;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#units.length) return;
    const larger = new Uint16Array(2 * (this.#length + more));
    larger.set(this.#units.subarray(0, this.#length));
    this.#units = larger;
  }
}

/** What stands in quotes only, wherever in a cell it is. */
function asksForQuotes(unit: number): boolean {
  // Of most units one look is enough.
  if (unit > COMMA) return unit === MARK;
  return unit === COMMA || unit === QUOTE || unit === CR || unit === LF;
}

function looksLikeFormula(text: string): boolean {
  return text !== '' && startsFormula(text.charCodeAt(0));
}

function startsFormula(first: number): boolean {
  // Almost all text starts between the two kinds, numbers with a digit.
  if (first > 0x40 ? first < 0xff0b : first >= 0x30 && first <= 0x39) return false;
  return FORMULA_STARTS.includes(first);
}

/** A text cell without the quote that `csvText` put before what looks like a formula. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
