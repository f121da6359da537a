/** A grid of shares: rows are problems or themes, columns are groups or problems again. */
import type { TopLevelSpec } from 'vega-lite';
import type { CellStatus } from '../aggregate/tables.ts';
import type { Lang } from '../survey/text.ts';
import { fullWidth, headLayers, MOST_ROOMY, narrowest, roominess } from './heatmap-columns.ts';
import { labelEms } from './heatmap-labels.ts';
import { roomOf, rowLabels } from './labels.ts';
import { shareTexts } from './percent.ts';
import { frame, MUTED, OUTER_WIDTH, round4, topOf, WIDTH } from './theme.ts';
import { CHART_WORDS } from './words.ts';

/** `null` at the place of a cell that does not exist, e.g. above a diagonal. */
export interface HeatCell {
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly base: number | null;
  readonly status: CellStatus;
  /** How strongly the cell is coloured, in [0, 1]; null: by its share. */
  readonly strength: number | null;
}

export interface HeatmapOptions {
  readonly lang: Lang;
  readonly title: string;
  readonly reading: string;
  readonly colour: string;
  /** What rows and columns are, for tooltips. */
  readonly rowTitle: string;
  readonly columnTitle: string;
}

interface HeatDatum {
  readonly row: number;
  readonly column: number;
  readonly rowName: string;
  readonly columnName: string;
  readonly kind: CellStatus;
  /** The share as text, or what stands in its place. */
  readonly text: string;
  /** What finds room on a phone: without the sign, and in a narrow column without decimals. */
  readonly short: string;
  readonly share?: number;
  readonly strength?: number;
  readonly interval?: string;
  readonly base?: number;
}

/** Least width of a heat map of these rows and columns; screens that are narrower yet scroll. */
export function heatmapWidth(rows: readonly string[], columns: readonly string[]): number {
  const drawn = upright(rows, columns, []);
  return narrowest(roomOf(labelEms(drawn.rows, drawn.columns)), drawn.columns);
}

/** The longer side goes down, where columns would be narrow: a page is longer than it is wide. */
function upright<Cell>(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly (readonly (Cell | null)[])[],
) {
  if (columns.length <= MOST_ROOMY || columns.length <= rows.length)
    return { rows, columns, cells };
  const turned = columns.map((_, at) => cells.map((line) => line[at] ?? null));
  return { rows: columns, columns: rows, cells: turned };
}

/**
 * @param cells one array a row, in the order of `columns`; drawn as columns where there are many
 *   columns and fewer rows
 */
export function heatmapChart(
  givenRows: readonly string[],
  givenColumns: readonly string[],
  givenCells: readonly (readonly (HeatCell | null)[])[],
  given: HeatmapOptions,
): TopLevelSpec {
  const { rows, columns, cells } = upright(givenRows, givenColumns, givenCells);
  const options =
    rows === givenRows
      ? given
      : { ...given, rowTitle: given.columnTitle, columnTitle: given.rowTitle };
  const longest = labelEms(rows, columns);
  const labels = rowLabels(
    rows.map((label) => ({ label, level: 1 })),
    30,
    longest,
  );
  const room = roomOf(longest);
  const width = Math.max(WIDTH, fullWidth(room, columns));
  const values = cells.flatMap((line, row) =>
    line.flatMap((cell, column) =>
      cell === null
        ? []
        : [
            {
              row,
              column,
              rowName: rows[row] ?? '',
              columnName: columns[column] ?? '',
              ...cellTexts(cell, options.lang, columns.length > MOST_ROOMY),
            },
          ],
    ),
  );
  const position = {
    y: {
      field: 'row',
      type: 'nominal',
      scale: { ...labels.scale, paddingInner: 0.06 },
      axis: null,
    },
  } as const;
  return {
    ...frame(options),
    width,
    height: labels.height,
    autosize: { type: 'fit-x', contains: 'padding' },
    padding: 4,
    params: [{ name: OUTER_WIDTH, value: width }],
    data: { values },
    encoding: position,
    layer: [...cellLayers(values, columns, room, options), ...labels.layers],
  } as unknown as TopLevelSpec;
}

/** What a cell says; of a hidden one, only that it is hidden. */
function cellTexts(
  cell: HeatCell,
  lang: Lang,
  isTight: boolean,
): Omit<HeatDatum, 'row' | 'column' | 'rowName' | 'columnName'> {
  const texts = shareTexts(cell);
  if (texts === null || cell.share === null) {
    const text = cell.status === 'no-base' ? '—' : CHART_WORDS[lang].hidden;
    // Its dashed frame says that it is hidden.
    return { kind: cell.status, text, short: isTight && cell.status !== 'no-base' ? '' : text };
  }
  return {
    kind: cell.status,
    share: round4(cell.share),
    text: texts.share,
    short: isTight ? String(Math.round(cell.share * 100)) : texts.share.replace('%', ''),
    ...(cell.strength === null ? {} : { strength: cell.strength }),
    base: cell.base ?? 0,
    ...(texts.interval === null ? {} : { interval: texts.interval }),
  };
}

/** Coloured cells, dashed hidden ones, their texts, and the heads of the columns. */
function cellLayers(
  values: readonly HeatDatum[],
  columns: readonly string[],
  room: number,
  options: HeatmapOptions,
) {
  const words = CHART_WORDS[options.lang];
  const wide = roominess(room, columns);
  const top = topOf(values.flatMap((one) => one.share ?? []));
  const tooltip = [
    { field: 'rowName', type: 'nominal', title: options.rowTitle },
    { field: 'columnName', type: 'nominal', title: options.columnTitle },
    { field: 'text', type: 'nominal', title: words.share },
    { field: 'interval', type: 'nominal', title: words.interval },
    { field: 'base', type: 'quantitative', format: ',', title: words.base },
  ] as const;
  const x = {
    field: 'column',
    type: 'nominal',
    scale: { domain: columns.map((_, index) => index), paddingInner: 0.04, paddingOuter: 0 },
    axis: null,
  } as const;
  return [
    {
      name: 'cell',
      transform: [
        { filter: 'isValid(datum.share)' },
        {
          calculate: `isValid(datum.strength) ? datum.strength : datum.share / ${top}`,
          as: 'fill',
        },
      ],
      mark: { type: 'rect', color: options.colour },
      encoding: {
        x,
        // Opacity, not lightness: so low shares fade into a white page and into a dark one.
        fillOpacity: {
          field: 'fill',
          type: 'quantitative',
          scale: { domain: [0, 1], range: [0.03, 0.7], nice: false },
          legend: null,
        },
        tooltip: [...tooltip],
      },
    },
    {
      name: 'hiddencell',
      transform: [{ filter: "datum.kind === 'suppressed'" }],
      mark: {
        type: 'rect',
        filled: false,
        stroke: MUTED,
        strokeOpacity: 0.55,
        strokeDash: [3, 3],
        strokeWidth: 1,
      },
      encoding: { x, tooltip: [...tooltip.slice(0, 3)] },
    },
    {
      name: 'figure',
      transform: [{ filter: 'isValid(datum.share)' }, written(wide)],
      mark: {
        type: 'text',
        baseline: 'middle',
        fontSize: { expr: `${wide} ? 12 : ${columns.length > MOST_ROOMY ? 10 : 10.5}` },
      },
      encoding: { x, text: { field: 'written', type: 'nominal' } },
    },
    {
      name: 'hidden',
      transform: [{ filter: '!isValid(datum.share)' }, written(wide)],
      mark: {
        type: 'text',
        baseline: 'middle',
        fontSize: { expr: `${wide} ? 11 : 10` },
        color: MUTED,
      },
      encoding: { x, text: { field: 'written', type: 'nominal' } },
    },
    ...headLayers(columns, x, wide),
  ];
}

/** The text of a cell; on a phone without its sign. */
function written(wide: string) {
  return { calculate: `${wide} ? datum.text : datum.short`, as: 'written' };
}
