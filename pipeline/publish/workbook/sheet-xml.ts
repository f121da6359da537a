/** One sheet as XML. */
import { ems } from '../../chart/text.ts';
import { numberIn } from '../../entry.ts';
import { STYLES, type Style } from './styles.ts';
import { columnName, xmlText } from './xml.ts';

/** A cell; null is an empty one. A text is a text whatever it begins with: no cell is a formula. */
export type SheetCell = { readonly value: string | number; readonly style: Style } | null;

export interface SheetLayout {
  /** Rows that stay in sight, from the first; buttons to choose lines stand below them. */
  readonly frozen: 0 | 1;
  /** Printed at the head of every page. */
  readonly marking: string | null;
  /** Whether the workbook opens with this sheet. */
  readonly isFirst: boolean;
}

/** Strings of a workbook, each once; cells name them by their number. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  numberOf(text: string): number {
    this.#uses += 1;
    return numberIn(this.#numbers, text);
  }

  /** xl/sharedStrings.xml */
  xml(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
    );
    const counts = `count="${this.#uses}" uniqueCount="${this.#numbers.size}"`;
    return `${HEAD}<sst xmlns="${MAIN}" ${counts}>${items.join('')}</sst>`;
  }
}

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Widths of columns, in characters of a figure. */
const [NARROWEST, WIDEST] = [9, 60];
/** A marking of more characters does not fit into the head of a page, nor into the file format. */
const LONGEST_MARKING = 100;

export function sheetXml(
  rows: readonly (readonly SheetCell[])[],
  { frozen, marking, isFirst }: SheetLayout,
  strings: SharedStrings,
): string {
  const data = rows.map((cells, at) => rowXml(cells, at + 1, strings)).join('');
  const widths = widthsOf(rows);
  const last = `${columnName(Math.max(0, widths.length - 1))}${Math.max(1, rows.length)}`;
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft"/>';
  return [
    `${HEAD}<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `${frozen === 1 ? pane : ''}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.map(columnXml).join('')}</cols>`,
    `<sheetData>${data}</sheetData>`,
    frozen === 1 ? `<autoFilter ref="A1:${last}"/>` : '',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    marking === null
      ? ''
      : `<headerFooter><oddHeader>${xmlText(printedHead(marking))}</oddHeader></headerFooter>`,
    '</worksheet>',
  ].join('');
}

/** The head of printed pages, to the right; `&` begins a code there, a blank ends it. */
export function printedHead(marking: string): string {
  return `&R ${[...marking].slice(0, LONGEST_MARKING).join('').replaceAll('&', '&&')}`;
}

function rowXml(cells: readonly SheetCell[], row: number, strings: SharedStrings): string {
  const written = cells.map((cell, at) => {
    if (cell === null) return '';
    const { value } = cell;
    const place = `r="${columnName(at)}${row}" s="${STYLES.indexOf(cell.style)}"`;
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="s"><v>${strings.numberOf(value)}</v></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

function columnXml(width: number, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
}

/** As wide as the widest text, within bounds; a head may take two lines, a figure fits anywhere. */
function widthsOf(rows: readonly (readonly SheetCell[])[]): readonly number[] {
  const widths: number[] = [];
  const known = new Map<string, number>();
  const widthOf = ({ value, style }: NonNullable<SheetCell>) => {
    if (typeof value === 'number') return NARROWEST;
    const width = known.get(value) ?? Math.ceil(ems(value) * 2) + 2;
    known.set(value, width);
    return style === 'head' ? Math.ceil(width / 2) + 3 : width;
  };
  for (const cells of rows) {
    cells.forEach((cell, at) => {
      const width = cell === null ? NARROWEST : widthOf(cell);
      widths[at] = Math.min(WIDEST, Math.max(widths[at] ?? NARROWEST, width));
    });
  }
  return widths;
}
