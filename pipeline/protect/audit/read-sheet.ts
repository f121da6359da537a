/** The rows and cells of a sheet, each in its place. */
import { decoded, type PartReader, scan } from './scan-xml.ts';

/** A cell as its readers meet it. */
export interface ReadCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** A row, the first being 1; no cell where nothing stands. */
export type TakeRow = (row: number, cells: readonly (ReadCell | undefined)[]) => void;

export interface Strings {
  readonly texts: readonly string[];
  /** By their numbers, those that stand in cells; added to. */
  readonly used: Set<number>;
}

/** Texts may stand in a cell instead of among the shared strings. */
const FORMS: ReadonlySet<string> = new Set(
  '>worksheet worksheet>sheetPr sheetPr>pageSetUpPr worksheet>dimension worksheet>sheetViews \
sheetViews>sheetView sheetView>pane sheetView>selection worksheet>sheetFormatPr worksheet>cols \
cols>col worksheet>sheetData sheetData>row row>c c>v c>is is>t is>r r>t worksheet>autoFilter \
worksheet>pageSetup worksheet>headerFooter headerFooter>oddHeader'.split(' '),
);

export function readSheet(
  part: string,
  xml: string,
  strings: Strings,
  reader: PartReader,
  take: TakeRow,
): void {
  let row = '';
  let cells: (ReadCell | undefined)[] = [];
  let place = '';
  let type = '';
  let written = '';
  const finish = () => {
    const [, column, own] = PLACE.exec(place) ?? [];
    const at = columnOf(column ?? '');
    // Elsewhere, or under another one, it would not be looked at as readers meet it.
    if (own !== row || cells[at] !== undefined) reader.foreign(`c ${place}`, part);
    if (written !== '') cells[Math.max(at, 0)] = cellOf(written, type, strings);
  };
  scan(part, xml, reader, {
    forms: FORMS,
    rows: (from) => readPlainRows(xml, from, strings, take),
    open: (name, attributes) => {
      if (name === 'row') [row, cells] = [attributes.r ?? '', []];
      else if (name === 'c') [place, type, written] = [attributes.r ?? '', attributes.t ?? 'n', ''];
    },
    text: (text, path) => {
      if (path.includes('c')) written += text;
      else reader.text(decoded(text), part);
    },
    close: (name) => {
      if (name === 'c') finish();
      else if (name === 'row') take(Number(row), cells);
    },
  });
}

const PLACE = /^([A-Z]{1,3})(\d{1,7})$/;

function cellOf(written: string, type: string, strings: Strings): ReadCell {
  if (type !== 's') return { text: decoded(written), isNumber: type === 'n' };
  const text = /^\d{1,9}$/.test(written) ? strings.texts[Number(written)] : undefined;
  // What is the number of no string is looked at as it stands there.
  if (text === undefined) return { text: written, isNumber: false };
  strings.used.add(Number(written));
  return { text, isNumber: false };
}

const ROW = /<row r="(\d{1,7})">/y;
const CELL = /<c r="([A-Z]{1,3})(\d{1,7})" s="\d{1,2}"( t="s")?><v>([^<>&]+)<\/v><\/c>/y;
const ROW_END = '</row>';

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

/** @example columnOf('AB') // 27 */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}
