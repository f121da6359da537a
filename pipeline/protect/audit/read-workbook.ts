/**
 * A workbook part by part, so that nothing in the file is passed over: cells, shared strings, names,
 * comments, properties, and parts that no workbook of ours has.
 */
import { strFromU8, unzipSync } from 'fflate';
import { type ReadCell, readSheet, type Strings } from './read-sheet.ts';
import { decoded, type PartReader, scan } from './scan-xml.ts';

export interface WorkbookReader extends PartReader {
  /** Whether a part is the program's own and need not be read. */
  isKnown(part: string, xml: string): boolean;
  /** A row of a sheet, the first being 1; no cell where nothing stands. */
  row(sheet: string, row: number, cells: readonly (ReadCell | undefined)[]): void;
}

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';
const BOOK = 'xl/workbook.xml';
const STRING_FORMS: ReadonlySet<string> = new Set(['>sst', 'sst>si', 'si>t']);
const BOOK_FORMS: ReadonlySet<string> = new Set([
  '>workbook',
  'workbook>bookViews',
  'bookViews>workbookView',
  'workbook>sheets',
  'sheets>sheet',
]);
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
      const sheet = names[numberIn(part) - 1] ?? '';
      readSheet(part, xml, strings, reader, (row, cells) => reader.row(sheet, row, cells));
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

/**
 * Parts by their names. Something ahead of the first part, a comment on the file, which would stand behind
 * its last record, and a second part of one name would not be looked at.
 */
function unzipped(content: Uint8Array): ReadonlyMap<string, string> {
  const end = content.length - 22;
  const isAt = (at: number, mark: string) =>
    strFromU8(content.subarray(at, at + 4), true) === `PK${mark}`;
  // Of a file without parts the last record is the first.
  const isWhole = isAt(end, '\u0005\u0006') && (end === 0 || isAt(0, '\u0003\u0004'));
  if (end < 0 || !isWhole) throw new SyntaxError('zip');
  const entries = content[end + 10]! + 256 * content[end + 11]!;
  try {
    const parts = Object.entries(unzipSync(content));
    if (parts.length !== entries) throw new SyntaxError('zip');
    return new Map(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
  } catch (error) {
    throw new SyntaxError('zip', { cause: error });
  }
}

function numberIn(part: string): number {
  return Number(/\d+/.exec(part)?.[0]);
}

function readStrings(xml: string, reader: WorkbookReader): Strings {
  const texts: string[] = [];
  scan(STRINGS, xml, reader, {
    forms: STRING_FORMS,
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
    forms: BOOK_FORMS,
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      names.push(attributes.name ?? '');
      if (attributes['r:id'] !== `rId${names.length}`) reader.foreign('r:id', BOOK);
    },
    text: (text) => reader.text(decoded(text), BOOK),
  });
  return names;
}

/** A part of another kind: every text in it. */
function readOther(part: string, content: string, reader: WorkbookReader): void {
  scan(part, content, reader, { forms: null, text: (text) => reader.text(text, part) });
}
