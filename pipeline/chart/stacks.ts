/** Stacked bars of parts that make a whole: scales (centred on their middle) and statuses. */
import type { TopLevelSpec } from 'vega-lite';
import type { Lang } from '../survey/text.ts';
import { type RowLabels, rowLabels } from './labels.ts';
import { percent } from './percent.ts';
import { ems } from './text.ts';
import { frame, MUTED, OUTER_WIDTH, round4, WIDTH } from './theme.ts';
import { CHART_WORDS } from './words.ts';

export interface StackRow {
  readonly label: string;
  readonly base: number | null;
  /** One share a part, in the order of `parts`; null where the row cannot be drawn whole. */
  readonly shares: readonly number[] | null;
  readonly status: 'shown' | 'suppressed' | 'no-base' | 'not-asked' | 'other-range';
}

export interface StackOptions {
  readonly lang: Lang;
  readonly title: string;
  readonly reading: string;
  readonly rowTitle: string;
  readonly partTitle: string;
  /** One a part. */
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
  const values = rows.flatMap((row, at) => segments(row, at, parts, options.diverging));
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
    layer: [...stackLayers(values, notes, parts, labels, options), ...labels.layers],
  } as unknown as TopLevelSpec;
}

/** Segments with their legend and texts, the zero line, and the notes of rows not drawn. */
function stackLayers(
  values: ReturnType<typeof segments>,
  notes: readonly { readonly row: number; readonly note: string }[],
  parts: readonly string[],
  { height, room }: RowLabels,
  options: StackOptions,
) {
  const bars = `(${OUTER_WIDTH} - ${room + 8})`;
  const words = CHART_WORDS[options.lang];
  const low = options.diverging ? Math.min(0, ...values.map((one) => one.start)) : 0;
  const high = Math.max(values.length === 0 ? 1 : 0, ...values.map((one) => one.end));
  const x = {
    scale: { domain: [low, high], nice: false },
    axis: null,
    title: null,
    type: 'quantitative',
  } as const;
  return [
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
            columns: { expr: legendColumns(parts, bars) },
            offset: 10,
          },
        },
        tooltip: [
          { field: 'rowName', type: 'nominal', title: options.rowTitle },
          { field: 'part', type: 'nominal', title: options.partTitle },
          { field: 'text', type: 'nominal', title: words.share },
          { field: 'base', type: 'quantitative', title: words.base },
        ],
      },
    },
    ...(options.diverging
      ? [
          {
            name: 'zero',
            data: { values: [{}] },
            mark: { type: 'rule', color: MUTED },
            encoding: { x: { datum: 0, ...x }, y: { value: 0 }, y2: { value: height } },
          },
        ]
      : []),
    {
      name: 'segmenttext',
      transform: [{ filter: fitsAt(high - low, bars) }],
      mark: { type: 'text', baseline: 'middle', fontSize: 11, color: '#14171a' },
      encoding: { x: { field: 'middle', ...x }, text: { field: 'text', type: 'nominal' } },
    },
    {
      name: 'hidden',
      data: { values: notes },
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4, color: MUTED },
      encoding: { x: { datum: low, ...x }, text: { field: 'note', type: 'nominal' } },
    },
  ];
}

/** Colours of a scale's points, from orange over grey to blue; `n` at least 1. */
export function divergingColours(n: number): readonly string[] {
  const stops = ['#d67d2e', '#e9b98d', '#c3c8ce', '#9cc3e2', '#5b9bd0'];
  return Array.from({ length: n }, (_, at) => {
    const place = n === 1 ? 2 : (at / (n - 1)) * 4;
    return mix(stops[Math.floor(place)] ?? '', stops[Math.ceil(place)] ?? '', place % 1);
  });
}

function mix(from: string, to: string, share: number): string {
  const channel = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const part = (at: number) =>
    Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}

function segments(row: StackRow, at: number, parts: readonly string[], diverging: boolean) {
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
      rowName: row.label,
      part: parts[index] ?? '',
      start: round4(start),
      end: round4(end),
      middle: round4((start + end) / 2),
      text: percent(share, row.base),
      base: row.base ?? 0,
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

/** As many legend entries beside each other as there is room for above the bars, at least one. */
function legendColumns(parts: readonly string[], bars: string): string {
  const widest = Math.max(1, ...parts.map((part) => Math.ceil(ems(part) * 12 + 32)));
  return `clamp(floor(${bars} / ${widest}), 1, ${Math.max(1, parts.length)})`;
}
