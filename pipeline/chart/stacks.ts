/** Stacked bars of parts that make a whole: scales (centred on their middle) and statuses. */
import type { TopLevelSpec } from 'vega-lite';
import type { Lang } from '../survey/text.ts';
import { isDark } from './colours.ts';
import { type ColumnHeads, columnsRoom, figureColumns, type RowFigure } from './columns.ts';
import { type RowLabels, rowLabels } from './labels.ts';
import { percent } from './percent.ts';
import { ems } from './text.ts';
import { frame, MUTED, OUTER_WIDTH, round4, WIDTH } from './theme.ts';
import { CHART_WORDS } from './words.ts';

export interface StackRow {
  readonly label: string;
  /** Id of the question it is of. */
  readonly question: string;
  readonly base: number | null;
  /** One share a part, in the order of `parts`; null where the row cannot be drawn whole. */
  readonly shares: readonly number[] | null;
  /** Written at the right: the mean and that of the round before. */
  readonly mean: string | null;
  readonly before: string | null;
  readonly status: 'shown' | 'suppressed' | 'no-base' | 'not-asked' | 'other-range';
}

export interface StackOptions {
  readonly lang: Lang;
  readonly title: string;
  readonly reading: string;
  readonly rowTitle: string;
  readonly partTitle: string;
  /** Above the means of the two rounds. */
  readonly heads: Omit<ColumnHeads, 'always'>;
  /** One a part, which differ in lightness, so that grey print tells them apart. */
  readonly colours: readonly string[];
  /** True: half of the parts lie left of the zero line. */
  readonly diverging: boolean;
}

/** What stands in place of a bar. */
const NOTES = {
  shown: 'hidden',
  suppressed: 'hidden',
  'no-base': 'noBase',
  'not-asked': 'notAsked',
  'other-range': 'otherRange',
} as const;

/** A bar lacking a hidden part would show its size, so such a row is drawn empty. */
export function stackChart(
  rows: readonly StackRow[],
  parts: readonly string[],
  options: StackOptions,
): TopLevelSpec {
  const words = CHART_WORDS[options.lang];
  const labels = rowLabels(
    rows.map((row) => ({ label: row.label, level: 1 })),
    36,
  );
  const values = rows.flatMap((row, at) => segments(row, at, parts, options));
  const figures = rows.map(
    ({ mean, before }, row): RowFigure => ({ row, name: null, figure: mean, before }),
  );
  const notes = rows.flatMap((row, at) =>
    row.shares === null ? [{ row: at, note: words[NOTES[row.status]] }] : [],
  );
  return {
    ...frame(options),
    width: WIDTH,
    height: labels.height,
    autosize: { type: 'fit-x', contains: 'padding' },
    padding: 4,
    // The signal `width` is known only after the legend is laid out, and would come too late for it.
    params: [{ name: OUTER_WIDTH, value: WIDTH }],
    data: { values },
    encoding: { y: { field: 'row', type: 'nominal', scale: labels.scale, axis: null } },
    layer: [
      ...stackLayers(values, notes, parts, { bars: barsWidth(labels, figures), labels }, options),
      ...(hasMeans(figures) ? figureColumns(figures, { ...options.heads, always: true }) : []),
      ...labels.layers,
    ],
  } as unknown as TopLevelSpec;
}

/** Figures on light segments and on dark ones. */
const TEXT_COLOURS = [
  { name: 'segmenttext', color: '#000000', dark: false },
  { name: 'segmentlight', color: '#ffffff', dark: true },
] as const;

/** Shares to either side of the middle, both without sign. */
const SIDES = {
  labelExpr: "format(abs(datum.value), '.0%')",
  tickCount: 5,
  grid: true,
} as const;

function hasMeans(figures: readonly RowFigure[]): boolean {
  return figures.some(({ figure, before }) => figure !== null || before !== null);
}

/** Expression: pixels of the bars. */
function barsWidth({ room }: RowLabels, figures: readonly RowFigure[]): string {
  const columns = hasMeans(figures) ? columnsRoom(figures) : '0';
  return `(${OUTER_WIDTH} - ${room + 8} - ${columns})`;
}

/** Segments with their legend and texts, the zero line, and the notes of rows not drawn. */
function stackLayers(
  values: ReturnType<typeof segments>,
  notes: readonly { readonly row: number; readonly note: string }[],
  parts: readonly string[],
  { bars, labels }: { readonly bars: string; readonly labels: RowLabels },
  options: StackOptions,
) {
  const words = CHART_WORDS[options.lang];
  const low = options.diverging ? Math.min(0, ...values.map((one) => one.start)) : 0;
  const high = Math.max(values.length === 0 ? 1 : 0, ...values.map((one) => one.end));
  const x = {
    scale: { domain: [low, high], nice: false },
    axis: options.diverging ? { ...SIDES, title: null } : null,
    title: null,
    type: 'quantitative',
  } as const;
  return [
    // Below the bars: no line crosses a figure.
    ...(options.diverging
      ? [
          {
            name: 'zero',
            data: { values: [{}] },
            mark: { type: 'rule', color: MUTED },
            encoding: { x: { datum: 0, ...x }, y: { value: 0 }, y2: { value: labels.height } },
          },
        ]
      : []),
    {
      name: 'segment',
      mark: { type: 'bar', height: { band: 0.7 } },
      encoding: {
        x: { field: 'start', ...x },
        x2: { field: 'end' },
        color: {
          field: 'part',
          type: 'nominal',
          scale: { domain: [...parts], range: [...options.colours] },
          legend: {
            orient: 'top',
            direction: 'horizontal',
            // Not above the columns of figures, which have heads of their own.
            columns: { expr: legendColumns(parts, bars) },
            offset: 10,
          },
        },
        tooltip: [
          { field: 'rowName', type: 'nominal', title: options.rowTitle },
          { field: 'part', type: 'nominal', title: options.partTitle },
          { field: 'text', type: 'nominal', title: words.share },
          { field: 'base', type: 'quantitative', format: ',', title: words.base },
        ],
      },
    },
    ...TEXT_COLOURS.map(({ name, color, dark }) => ({
      name,
      transform: [{ filter: `datum.dark === ${dark} && ${fitsAt(high - low, bars)}` }],
      mark: { type: 'text', baseline: 'middle', fontSize: 11, color },
      encoding: { x: { field: 'middle', ...x }, text: { field: 'text', type: 'nominal' } },
    })),
    {
      name: 'hidden',
      data: { values: notes },
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4, color: MUTED },
      encoding: { x: { datum: low, ...x }, text: { field: 'note', type: 'nominal' } },
    },
  ];
}

function segments(
  row: StackRow,
  at: number,
  parts: readonly string[],
  { diverging, colours }: StackOptions,
) {
  if (row.shares === null) return [];
  const half = (row.shares.length - 1) / 2;
  // What lies left of zero: all parts below the middle, and half of a part in the middle.
  const left = row.shares.reduce((sum, share, index) => {
    if (index < half) return sum + share;
    return index === half ? sum + share / 2 : sum;
  }, 0);
  let start = diverging ? -left : 0;
  return row.shares.map((share, index) => {
    const end = start + share;
    const one = {
      row: at,
      question: row.question,
      rowName: row.label,
      part: parts[index] ?? '',
      start: round4(start),
      end: round4(end),
      middle: round4((start + end) / 2),
      text: percent(share, row.base),
      base: row.base ?? 0,
      dark: isDark(colours[index] ?? '#ffffff'),
    };
    start = end;
    return one;
  });
}

/** Pixels of a figure of a segment, a character, and beside it. */
const DIGIT = 7;
const BESIDE = 4;

/**
 * Whether a segment is as wide as its figure where it is drawn.
 *
 * @param extent of the axis, in shares
 * @param bars expression of its width in pixels
 */
function fitsAt(extent: number, bars: string): string {
  return `(datum.end - datum.start) * ${bars} >= ${round4(extent)} * (${DIGIT} * length(datum.text) + ${BESIDE})`;
}

/** As many legend entries beside each other as there is room for, at least one. */
function legendColumns(parts: readonly string[], room: string): string {
  const widest = Math.max(1, ...parts.map((part) => Math.ceil(ems(part) * 12 + 26)));
  return `clamp(floor(${room} / ${widest}), 1, ${Math.max(1, parts.length)})`;
}
