/**
 * A workbook part by part, so that nothing in the file is passed over: cells, shared strings, names,
 * comments, properties, and parts that no workbook of ours has.
 */
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/** A cell as its readers meet it. */
export interface ReadCell {
  readonly text: string;
  readonly isNumber: boolean;
}

export interface WorkbookReader {
  /** Whether a part is the program's own and need not be read. */
  isKnown(part: string, xml: string): boolean;
  /** A row of a sheet, the first being 1; no cell where nothing stands. */
  row(sheet: string, row: number, cells: readonly (ReadCell | undefined)[]): void;
  /** A text outside cells. */
  text(text: string, part: string): void;
  attribute(name: string, value: string, part: string): void;
  /** Something that no workbook of ours has. */
  foreign(what: string, part: string): void;
}

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
/** The only instruction in a part, as the parser tells it. */
const DECLARATION = '?xml version="1.0" encoding="UTF-8" standalone="yes"';
const STRINGS = 'xl/sharedStrings.xml';
const BOOK = 'xl/workbook.xml';
const TIES =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/;

/** @throws SyntaxError if it is no zip file, or has something around its entries */
export function readWorkbook(content: Uint8Array, reader: WorkbookReader): void {
  const parts = unzipped(content);
  const strings = readStrings(parts.get(STRINGS) ?? '', reader);
  const names = readNames(parts.get(BOOK) ?? '', reader);
  for (const [part, xml] of parts) {
    if (part === STRINGS || part === BOOK) continue;
    if (SHEET.test(part)) {
      readSheet(part, xml, names[numberIn(part) - 1] ?? '', strings, reader);
    } else if (!TIES.test(part) || !reader.isKnown(part, xml)) {
      reader.foreign(part, part);
      readOther(part, xml, reader);
    }
  }
  // Last, so that a text is told where a reader would see it.
  strings.texts.forEach((text, at) => {
    if (!strings.used.has(at)) reader.text(text, STRINGS);
  });
}

/** Parts by their names. A comment on the file would stand behind its last record. */
function unzipped(content: Uint8Array): ReadonlyMap<string, string> {
  const end = content.length - 22;
  const isEnd = (at: number) => strFromU8(content.subarray(at, at + 4), true) === 'PK\u0005\u0006';
  if (end < 0 || !isEnd(end)) throw new SyntaxError('zip');
  try {
    return new Map(
      Object.entries(unzipSync(content)).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
  } catch (error) {
    throw new SyntaxError('zip', { cause: error });
  }
}

function numberIn(part: string): number {
  return Number(/\d+/.exec(part)?.[0]);
}

interface Strings {
  readonly texts: readonly string[];
  /** By their numbers, those that stand in cells; added to. */
  readonly used: Set<number>;
}

function readStrings(xml: string, reader: WorkbookReader): Strings {
  const texts: string[] = [];
  scan(STRINGS, xml, reader, {
    open: (name) => {
      if (name === 'si') texts.push('');
    },
    text: (text, path) => {
      const last = texts.length - 1;
      if (!path.includes('si')) reader.text(text, STRINGS);
      else texts[last] += decoded(text);
    },
  });
  return { texts, used: new Set() };
}

/** Names of the sheets in the order of their parts, which is that of the program. */
function readNames(xml: string, reader: WorkbookReader): readonly string[] {
  const names: string[] = [];
  scan(BOOK, xml, reader, {
    open: (name, attributes) => {
      if (name === 'sheet') {
        names.push(attributes.name ?? '');
        if (attributes['r:id'] !== `rId${names.length}`) reader.foreign('r:id', BOOK);
      } else if (name === 'definedName') reader.foreign(name, BOOK);
    },
    text: (text) => reader.text(decoded(text), BOOK),
  });
  return names;
}

function readSheet(
  part: string,
  xml: string,
  sheet: string,
  strings: Strings,
  reader: WorkbookReader,
): void {
  let row = 0;
  let cells: (ReadCell | undefined)[] = [];
  let at = 0;
  let type = '';
  let written = '';
  const finish = () => {
    if (written === '') return;
    // Only the last one would be seen.
    if (cells[at] !== undefined) reader.foreign(`c ${at + 1}`, part);
    cells[at] = cellOf(written, type, strings);
  };
  const take: TakeRow = (number, read) => reader.row(sheet, number, read);
  scan(part, xml, reader, {
    rows: (from) => readPlainRows(xml, from, strings, take),
    open: (name, attributes) => {
      if (name === 'row') [row, cells] = [Number(attributes.r), []];
      else if (name === 'c') {
        [at, type, written] = [columnOf(attributes.r ?? ''), attributes.t ?? 'n', ''];
      } else if (name === 'f' || name === 'hyperlink') reader.foreign(name, part);
    },
    text: (text, path) => {
      if (path.includes('c')) written += text;
      else reader.text(decoded(text), part);
    },
    close: (name) => {
      if (name === 'c') finish();
      else if (name === 'row') reader.row(sheet, row, cells);
    },
  });
}

function cellOf(written: string, type: string, strings: Strings): ReadCell {
  if (type !== 's') return { text: decoded(written), isNumber: type === 'n' };
  const text = /^\d{1,9}$/.test(written) ? strings.texts[Number(written)] : undefined;
  // What is the number of no string is looked at as it stands there.
  if (text === undefined) return { text: written, isNumber: false };
  strings.used.add(Number(written));
  return { text, isNumber: false };
}

/** Ahead of all rows. */
const BEGIN = '<sheetData>';
const ROW = /<row r="(\d{1,7})">/y;
const CELL = /<c r="([A-Z]{1,3})(\d{1,7})" s="\d{1,2}"( t="s")?><v>([^<>&]+)<\/v><\/c>/y;
const ROW_END = '</row>';

type TakeRow = (row: number, cells: readonly (ReadCell | undefined)[]) => void;

/**
 * Reads rows that look exactly as ours, as far as they follow one another: a workbook has millions of
 * cells, and a parser takes ten times as long for them. All that such a row can say is its cells;
 * whatever looks otherwise is left to the parser.
 *
 * @param from where the first row would begin, as the parser has it
 * @returns where the parser is to go on
 */
function readPlainRows(xml: string, from: number, strings: Strings, take: TakeRow): number {
  let end = from;
  for (;;) {
    ROW.lastIndex = end;
    const row = ROW.exec(xml);
    if (row === null) return end;
    const cells: (ReadCell | undefined)[] = [];
    let at = ROW.lastIndex;
    for (let cell = cellAt(xml, at); cell !== null; cell = cellAt(xml, at)) {
      const [whole, place, own, isString, written] = cell;
      const column = columnOf(place!);
      if (own !== row[1] || cells[column] !== undefined) return end;
      cells[column] = cellOf(written!, isString === undefined ? 'n' : 's', strings);
      at += whole.length;
    }
    if (!xml.startsWith(ROW_END, at)) return end;
    take(Number(row[1]), cells);
    end = at + ROW_END.length;
  }
}

function cellAt(xml: string, at: number): RegExpExecArray | null {
  CELL.lastIndex = at;
  return CELL.exec(xml);
}

/** A part of another kind: every text in it. */
function readOther(part: string, content: string, reader: WorkbookReader): void {
  scan(part, content, reader, { open: () => {}, text: (text) => reader.text(text, part) });
}

interface Scanner {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** @param path the elements that a text stands in */
  text(text: string, path: readonly string[]): void;
  close?(name: string): void;
  /** Reads on by itself from behind `<sheetData>`; returns where the parser is to go on. */
  rows?(from: number): number;
}

/** Reads XML, and hands on what is the same in all parts: attributes and comments. */
function scan(part: string, xml: string, reader: WorkbookReader, scanner: Scanner): void {
  const path: string[] = [];
  let text = '';
  const flush = () => {
    if (text.trim() !== '') scanner.text(text, path);
    text = '';
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        flush();
        for (const key in attributes) reader.attribute(key, attributes[key]!, part);
        path.push(name);
        scanner.open(name, attributes);
      },
      ontext: (piece) => {
        text += piece;
      },
      onclosetag: (name) => {
        flush();
        path.pop();
        scanner.close?.(name);
      },
      oncomment: (comment) => reader.text(comment, part),
      onprocessinginstruction: (_, told) => {
        if (told !== DECLARATION) reader.text(told, part);
      },
    },
    { xmlMode: true },
  );
  const begin = scanner.rows === undefined ? -1 : xml.indexOf(BEGIN);
  let next = 0;
  if (begin >= 0) {
    // Rows begin there only if the parser takes it for a tag: it may stand in a comment.
    next = begin + BEGIN.length;
    parser.write(xml.slice(0, next - 1));
    const depth = path.length;
    parser.write('>');
    const isOpen = path.length === depth + 1 && path.at(-1) === 'sheetData';
    if (isOpen) next = scanner.rows!(next);
  }
  parser.end(xml.slice(next));
  flush();
}

/** @example columnOf('AB7') // 27 */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? '';
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}

/** A character that XML cannot hold is written by its number. */
function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
