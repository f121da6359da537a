/** HTML tables: a caption, headers with their scope, figures set for comparison. */
import type { ShareFigures } from '../aggregate/tables.ts';
import { count, effectiveSize, shareTexts } from '../chart/percent.ts';
import type { Round } from '../survey/survey.ts';
import { type Context, plainly, say, translated } from './context.ts';
import { type Content, type Html, html } from './html.ts';

export interface Column {
  readonly head: Content;
  /** Set flush right in figures of equal width. */
  readonly numeric?: boolean;
  /** Its figures have their intervals beside them, and need the room of two columns. */
  readonly interval?: boolean;
}

export interface Line {
  /** The first is the line's header. */
  readonly cells: readonly Content[];
  /** 2 is set in, as a part of the line above. */
  readonly level?: 1 | 2;
}

/** Columns of figures that a sheet of paper has room for. */
const MOST_COLUMNS = 12;

/**
 * A table with more columns than paper has room for, and fewer lines, is turned: a line a column.
 * What is too wide nevertheless scrolls on a screen, and is on paper a table after the other, each
 * with the names of the lines. Chromium would otherwise print the whole document smaller.
 *
 * @param label what a screen reader calls the part that scrolls; no landmark, as there are many
 * @param narrow what becomes of a table that is too wide for the page: `stacked` sets the cells
 *   of a line in rows of three or four under its header, in the same places as the columns' heads
 */
export function table(
  caption: Content,
  columns: readonly Column[],
  lines: readonly Line[],
  label: string,
  narrow: 'scrolls' | 'stacked' = 'scrolls',
): Html {
  const isTurned = roomOf(columns) > MOST_COLUMNS && lines.length + 1 < columns.length;
  const [own, ownLines] = isTurned ? turned(columns, lines) : [columns, lines];
  const form = isTurned ? 'turned' : narrow;
  const sheets = sheetsOf(own);
  if (sheets.length === 1) return drawn(caption, own, ownLines, { label, form, medium: null });
  return html`${drawn(caption, own, ownLines, { label, form, medium: 'on-screen' })}${sheets.map(
    (places, at) =>
      drawn(
        html`${caption} (${at + 1}/${sheets.length})`,
        places.map((place) => own[place]!),
        ownLines.map((line) => ({
          ...line,
          cells: places.map((place) => line.cells[place] ?? null),
        })),
        { label, form, medium: 'on-paper' },
      ),
  )}`;
}

/** Columns that a figure with its interval takes up count twice. */
function roomOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { interval }) => sum + (interval ? 2 : 1), 0);
}

/** Places of the columns of each sheet: as few sheets as do, and these about equally full. */
function sheetsOf(columns: readonly Column[]): readonly (readonly number[])[] {
  const within = Array.from({ length: MOST_COLUMNS }, (_, at) => packed(columns, at + 1));
  const fewest = within.at(-1)!.length;
  return within.find(({ length }) => length === fewest)!;
}

/** The first column on each sheet, the others in turn, up to the room of so many columns. */
function packed(columns: readonly Column[], most: number): readonly (readonly number[])[] {
  const sheets: number[][] = [[0]];
  for (let place = 1; place < columns.length; place += 1) {
    const sheet = sheets.at(-1)!;
    const room = roomOf([...sheet, place].map((one) => columns[one]!));
    if (room <= most || sheet.length === 1) sheet.push(place);
    else sheets.push([0, place]);
  }
  return sheets;
}

interface Look {
  readonly label: string;
  readonly form: 'scrolls' | 'stacked' | 'turned';
  /** Where alone it is to be seen. */
  readonly medium: 'on-screen' | 'on-paper' | null;
}

function drawn(
  caption: Content,
  columns: readonly Column[],
  lines: readonly Line[],
  { label, form, medium }: Look,
): Html {
  const cell = (content: Content, at: number) =>
    html`<td${columns[at]?.numeric ? html` class="n"` : null}>${content}</td>`;
  return html`<div class="scroll${medium === null ? null : ` ${medium}`}" role="group" tabindex="0" aria-label="${label}"><table${form === 'scrolls' ? null : html` class="${form}"`}>
<caption>${caption}</caption>
<thead><tr>${columns.map(headCell)}</tr></thead>
<tbody>${lines.map(
    ({ cells, level }) =>
      html`<tr><th scope="row"${level === 2 ? html` class="part"` : null}>${cells[0] ?? null}</th>${cells
        .slice(1)
        .map((one, at) => cell(one, at + 1))}</tr>
`,
  )}</tbody></table></div>`;
}

/** The corner of a turned table heads nothing. */
function headCell({ head, numeric }: Column): Html {
  if (head === null) return html`<td></td>`;
  return html`<th scope="col"${numeric ? html` class="n"` : null}>${head}</th>`;
}

/** The same cells with lines and columns exchanged; intervals stand below their figures. */
function turned(
  [, ...others]: readonly Column[],
  lines: readonly Line[],
): readonly [readonly Column[], readonly Line[]] {
  const heads = lines.map(({ cells }) => ({ head: cells[0] ?? null, numeric: true }));
  const turnedLines = others.map(({ head }, at) => ({
    cells: [head, ...lines.map(({ cells }) => cells[at + 1] ?? null)],
  }));
  return [[{ head: null }, ...heads], turnedLines];
}

/** Stands where a figure is not published. */
export function hidden(context: Context): Html {
  return html`<i class="hidden">${plainly(context, 'hidden')}</i>`;
}

/** What stands in a cell without a figure: hidden, or nobody answered. */
export function absent(context: Context, status: ShareFigures['status']): Content {
  return status === 'no-base' ? plainly(context, 'noBase') : hidden(context);
}

/** A head-count, or the word for a hidden one. */
export function countCell(
  context: Context,
  n: number | null,
  status: ShareFigures['status'],
): Content {
  return n === null ? absent(context, status) : count(n);
}

/** Base, count, share, interval and effective n: five cells. */
export function figureCells(context: Context, row: ShareFigures | null): readonly Content[] {
  const status = row?.status ?? 'no-base';
  const texts = row === null ? null : shareTexts(row);
  if (row === null || texts === null)
    return Array.from({ length: 5 }, () => absent(context, status));
  return [
    countCell(context, row.base, status),
    countCell(context, row.n, status),
    texts.share,
    texts.interval ?? plainly(context, 'noBase'),
    row.n_effective === null ? plainly(context, 'noBase') : effectiveSize(row.n_effective),
  ];
}

/** A share alone. */
export function shareCell(
  context: Context,
  row: Pick<ShareFigures, 'share' | 'low' | 'high' | 'base' | 'status'> | null,
): Content {
  if (row === null) return plainly(context, 'noBase');
  return shareTexts(row)?.share ?? absent(context, row.status);
}

/** Figures of the latest round, and behind them the share of the round before, if there is one. */
export function latestCells(
  context: Context,
  row: ShareFigures | null,
  previous: Round | null,
  before: ShareFigures | null,
): readonly Content[] {
  return [...figureCells(context, row), ...(previous === null ? [] : [shareCell(context, before)])];
}

/** Heads of the cells that `latestCells` makes. */
export function latestColumns(context: Context, previous: Round | null): readonly Column[] {
  return [
    ...figureColumns(
      context,
      'colShare',
      say(context, 'colInterval', { confidence: context.confidence }),
    ),
    ...(previous === null ? [] : [{ head: translated(context, previous.label), numeric: true }]),
  ];
}

/** Heads of the cells that `figureCells` makes. */
export function figureColumns(
  context: Context,
  share: 'colShare' | 'colClosedShare',
  interval: Content,
): readonly Column[] {
  return [
    { head: plainly(context, 'colBase'), numeric: true },
    { head: plainly(context, 'colN'), numeric: true },
    { head: plainly(context, share), numeric: true },
    { head: interval, numeric: true },
    { head: plainly(context, 'colEffective'), numeric: true },
  ];
}
