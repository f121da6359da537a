/** Horizontal bars of shares with intervals, one row a problem, option or theme. */
import type { TopLevelSpec } from 'vega-lite';
import type { ShareFigures } from '../aggregate/tables.ts';
import type { Lang } from '../survey/text.ts';
import { figureColumns } from './columns.ts';
import { rowLabels } from './labels.ts';
import { count, effectiveSize, percent, shareTexts } from './percent.ts';
import { frame, INK, MUTED, OUTER_WIDTH, PAPER, round4, topOf, WIDTH } from './theme.ts';
import { CHART_WORDS } from './words.ts';

export interface RankedRow {
  readonly label: string;
  /** 2 is set in and smaller: a part of the row of level 1 above it. */
  readonly level: 1 | 2;
  readonly figures: ShareFigures;
  /** The same share one round earlier, drawn as a tick and written behind the figure. */
  readonly previous: ShareFigures | null;
  /** A share with another base to stand beside this one, drawn as a hollow diamond. */
  readonly beside: ShareFigures | null;
}

export interface RankingOptions {
  readonly lang: Lang;
  readonly title: string;
  readonly reading: string;
  /** Of the axis of shares. */
  readonly axis: string;
  /** What the shares are called. */
  readonly share: string;
  readonly colour: string;
  /** What a row is: problem, option or theme. */
  readonly rowTitle: string;
  /** End of the axis, where several charts share one; else the next 5 % above the largest. */
  readonly top?: number;
}

/** Rows keep their order, first at the top. No I/O; `rows` is not modified. */
export function rankingChart(rows: readonly RankedRow[], options: RankingOptions): TopLevelSpec {
  const words = CHART_WORDS[options.lang];
  const labels = rowLabels(rows.map((row) => ({ label: row.label, level: row.level })));
  const values = rows.map((row, index) => ({ ...datum(row, index, words), ...told(row, words) }));
  const reach = values.flatMap((one) => [one.high ?? one.share, one.previous, one.beside]);
  const domain = [0, options.top ?? topOf(reach.map((share) => share ?? 0))];
  return {
    ...frame(options),
    width: WIDTH,
    height: labels.height,
    autosize: { type: 'fit-x', contains: 'padding' },
    padding: 4,
    params: [{ name: OUTER_WIDTH, value: WIDTH }],
    data: { values },
    encoding: {
      y: { field: 'row', type: 'nominal', scale: labels.scale, axis: null },
    },
    layer: [
      ...rankingLayers(values, domain, options),
      ...figureColumns(
        values.map((one) => ({
          row: one.row,
          name: one.name,
          figure: one.value ?? null,
          before: one.previousText ?? null,
        })),
        { figure: words.thisRound, before: words.previousRound, always: false },
      ),
      ...labels.layers,
    ],
  } as unknown as TopLevelSpec;
}

/** Bar, last round's tick, interval, what stands beside, and the note in place of a figure. */
function rankingLayers(
  values: readonly (Datum & Told)[],
  domain: readonly number[],
  options: RankingOptions,
) {
  const words = CHART_WORDS[options.lang];
  const x = {
    field: 'share',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { format: '.0%', tickCount: 5, title: options.axis, titleAnchor: 'end' },
  } as const;
  const only = (field: string) => [{ filter: `isValid(datum.${field})` }];
  const tooltip = [
    { field: 'name', type: 'nominal', title: options.rowTitle },
    { field: 'toldShare', type: 'nominal', title: options.share },
    { field: 'toldInterval', type: 'nominal', title: words.interval },
    { field: 'toldBase', type: 'nominal', title: words.base },
    { field: 'toldEffective', type: 'nominal', title: words.effective },
    { field: 'toldPrevious', type: 'nominal', title: words.previous },
    { field: 'toldBeside', type: 'nominal', title: words.open },
  ] as const;
  const used = tooltip.filter(({ field }) => values.some((one) => one[field] !== NONE));
  return [
    {
      name: 'bar',
      transform: only('share'),
      mark: { type: 'bar', height: { band: 0.5 }, color: options.colour, fillOpacity: 0.85 },
      encoding: { x, tooltip: [...used] },
    },
    {
      name: 'previous',
      transform: only('previous'),
      mark: {
        type: 'tick',
        thickness: 4,
        height: { band: 0.76 },
        color: MUTED,
        stroke: PAPER,
        strokeWidth: 1,
      },
      encoding: { x: { field: 'previous', type: 'quantitative' }, tooltip: [...used] },
    },
    {
      name: 'interval',
      transform: only('low'),
      mark: { type: 'rule', strokeWidth: 1.5, color: INK },
      encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
    },
    {
      name: 'beside',
      transform: only('beside'),
      mark: {
        type: 'point',
        shape: 'diamond',
        opacity: 1,
        size: 80,
        strokeWidth: 1.5,
        fill: PAPER,
        stroke: INK,
      },
      encoding: { x: { field: 'beside', type: 'quantitative' }, tooltip: [...used] },
    },
    {
      name: 'hidden',
      transform: only('note'),
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4, color: MUTED },
      encoding: { x: { datum: 0 }, text: { field: 'note', type: 'nominal' } },
    },
  ];
}

interface Datum {
  readonly row: number;
  readonly name: string;
  readonly share?: number;
  readonly low?: number;
  readonly high?: number;
  readonly value?: string;
  readonly interval?: string;
  readonly previous?: number;
  readonly previousText?: string;
  readonly beside?: number;
  /** Instead of figures: hidden or no base. */
  readonly note?: string;
}

/** A hidden row carries its name and the note, and no figure at all. */
function datum(row: RankedRow, index: number, { hidden, noBase }: Absent): Datum {
  const { figures, previous, beside } = row;
  const texts = shareTexts(figures);
  const before = previous?.status === 'shown' && previous.share !== null ? previous.share : null;
  const other = beside?.status === 'shown' && beside.share !== null ? beside.share : null;
  return {
    row: index,
    name: row.label,
    ...(texts === null || figures.share === null
      ? { note: figures.status === 'no-base' ? noBase : hidden }
      : {
          share: round4(figures.share),
          value: texts.share,
          ...(figures.low === null || figures.high === null || texts.interval === null
            ? {}
            : { low: round4(figures.low), high: round4(figures.high), interval: texts.interval }),
        }),
    ...(before === null
      ? {}
      : { previous: round4(before), previousText: percent(before, previous?.base ?? null) }),
    ...(other === null ? {} : { beside: round4(other) }),
  };
}

/** Words that stand where there is no figure. */
interface Absent {
  readonly hidden: string;
  readonly noBase: string;
}

/** What is told of a row wherever the mouse is on it: each has a text, be it that there is none. */
interface Told {
  readonly toldShare: string;
  readonly toldInterval: string;
  readonly toldBase: string;
  readonly toldEffective: string;
  readonly toldPrevious: string;
  readonly toldBeside: string;
}

/** There is no such figure, and none was to be. */
const NONE = '—';

function told({ figures, previous, beside }: RankedRow, { hidden, noBase }: Absent): Told {
  const of = (
    row: ShareFigures | null,
    text: (shown: ShareFigures) => string | null | undefined,
  ) => {
    if (row?.status === 'suppressed') return hidden;
    return row?.status === 'no-base' ? noBase : ((row && text(row)) ?? NONE);
  };
  const share = (row: ShareFigures) => shareTexts(row)?.share;
  return {
    toldShare: of(figures, share),
    toldInterval: of(figures, (row) => shareTexts(row)?.interval),
    toldBase: of(figures, ({ base }) => (base === null ? null : count(base))),
    toldEffective: of(figures, ({ n_effective: n }) => (n === null ? null : effectiveSize(n))),
    toldPrevious: of(previous, share),
    toldBeside: of(beside, share),
  };
}
