/** A grid of shares: rows are problems or themes, columns are groups or problems again. */
import type { TopLevelSpec } from 'vega-lite';
import type { CellStatus } from '../aggregate/tables.ts';
import type { Lang } from '../survey/text.ts';
import { MOST_ROOM, rowLabels } from './labels.ts';
import { shareTexts } from './percent.ts';
import { ems, lineCount, wrap } from './text.ts';
import { frame, MUTED, round4, topOf, WIDTH } from './theme.ts';
import { CHART_WORDS } from './words.ts';

/** `null` at the place of a cell that does not exist, e.g. above a diagonal. */
export interface HeatCell {
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly base: number | null;
  readonly status: CellStatus;
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
  readonly share?: number;
  readonly interval?: string;
  readonly base?: number;
}

/** Pixels a column needs for `100.0%`. */
const COLUMN = 52;
const HEAD_SIZE = 12;

/** Least width of a heat map with these columns; narrower screens scroll. */
export function heatmapWidth(columns: readonly string[]): number {
  const longest = Math.max(0, ...headsOf(columns).flatMap((head) => head.split('\n').map(ems)));
  return MOST_ROOM + columns.length * Math.max(COLUMN, longest * HEAD_SIZE + 4) + 4;
}

/** Column heads in lines short enough for a narrow screen. */
function headsOf(columns: readonly string[]): readonly string[] {
  return columns.map((name) => wrap(name, columns.length <= 4 ? 8 : 5.5));
}

/**
 * @param cells one array a row, in the order of `columns`
 */
export function heatmapChart(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly (readonly (HeatCell | null)[])[],
  options: HeatmapOptions,
): TopLevelSpec {
  const labels = rowLabels(
    rows.map((label) => ({ label, level: 1 })),
    30,
  );
  const width = Math.max(WIDTH, heatmapWidth(columns));
  const heads = headsOf(columns);
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
              ...cellTexts(cell, options.lang),
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
    data: { values },
    encoding: position,
    layer: [...cellLayers(values, heads, options), ...labels.layers],
  } as unknown as TopLevelSpec;
}

/** What a cell says; of a hidden one, only that it is hidden. */
function cellTexts(
  cell: HeatCell,
  lang: Lang,
): Omit<HeatDatum, 'row' | 'column' | 'rowName' | 'columnName'> {
  const texts = shareTexts(cell);
  if (texts === null || cell.share === null) {
    const text = cell.status === 'no-base' ? '—' : CHART_WORDS[lang].hidden;
    return { kind: cell.status, text };
  }
  return {
    kind: cell.status,
    share: round4(cell.share),
    text: texts.share,
    base: cell.base ?? 0,
    ...(texts.interval === null ? {} : { interval: texts.interval }),
  };
}

/** Coloured cells, dashed hidden ones, their texts, and the heads of the columns. */
function cellLayers(
  values: readonly HeatDatum[],
  heads: readonly string[],
  options: HeatmapOptions,
) {
  const words = CHART_WORDS[options.lang];
  const top = topOf(values.flatMap((one) => one.share ?? []));
  const tooltip = [
    { field: 'rowName', type: 'nominal', title: options.rowTitle },
    { field: 'columnName', type: 'nominal', title: options.columnTitle },
    { field: 'text', type: 'nominal', title: words.share },
    { field: 'interval', type: 'nominal', title: words.interval },
    { field: 'base', type: 'quantitative', title: words.base },
  ] as const;
  const x = {
    field: 'column',
    type: 'nominal',
    scale: { domain: heads.map((_, index) => index), paddingInner: 0.04, paddingOuter: 0 },
    axis: null,
  } as const;
  return [
    {
      name: 'cell',
      transform: [{ filter: 'isValid(datum.share)' }],
      mark: { type: 'rect', color: options.colour },
      encoding: {
        x,
        // Opacity, not lightness: so low shares fade into a white page and into a dark one.
        fillOpacity: {
          field: 'share',
          type: 'quantitative',
          scale: { domain: [0, top], range: [0.03, 0.7], nice: false },
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
      transform: [{ filter: 'isValid(datum.share)' }],
      mark: { type: 'text', baseline: 'middle', fontSize: 12 },
      encoding: { x, text: { field: 'text', type: 'nominal' } },
    },
    {
      name: 'hidden',
      transform: [{ filter: '!isValid(datum.share)' }],
      mark: { type: 'text', baseline: 'middle', fontSize: 11, color: MUTED },
      encoding: { x, text: { field: 'text', type: 'nominal' } },
    },
    {
      name: 'head',
      data: { values: heads.map((text, column) => ({ column, text, lines: lineCount(text) })) },
      mark: {
        type: 'text',
        baseline: 'alphabetic',
        lineBreak: '\n',
        lineHeight: 15,
        dy: { expr: '-15 * (datum.lines - 1)' },
      },
      encoding: { x, y: { value: -8 }, text: { field: 'text', type: 'nominal' } },
    },
  ];
}
