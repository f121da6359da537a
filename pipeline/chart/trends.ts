/** Small multiples: a line over the rounds for each problem, with intervals. */
import type { TopLevelSpec } from 'vega-lite';
import type { ShareFigures } from '../aggregate/tables.ts';
import type { Lang } from '../survey/text.ts';
import { shareTexts } from './percent.ts';
import { wrap } from './text.ts';
import { frame, INK, MUTED, PANELS, round4, topOf } from './theme.ts';
import { CHART_WORDS } from './words.ts';

export interface TrendPanel {
  readonly label: string;
  /** Verdicts in words, one a line, or nothing. */
  readonly verdict: string | null;
  /** One a round, in the order of `rounds`; null where the round has no such row. */
  readonly figures: readonly (ShareFigures | null)[];
}

export interface TrendOptions {
  readonly lang: Lang;
  readonly title: string;
  readonly reading: string;
  readonly colour: string;
  /** Whether each round asked the question, in the order of `rounds`. */
  readonly asked: readonly boolean[];
}

/** Panels beside each other, and the width of each, on a wide page. */
const COLUMNS = 4;
const PANEL_WIDTH = 146;
const PANEL_HEIGHT = 118;
/** Rounds whose labels find room below a panel; of more, the first and the last are named. */
const MOST_NAMED = 3;
/** The first and the last label reach into their panel: beyond it they would make it wider. */
const INWARDS = {
  condition: { test: 'datum.index === 0', value: 'left' },
  value: 'right',
} as const;
/** Ems of a line of a panel's head, so that two panels fit on a phone. */
const HEAD_EMS = 9;

/** Panels keep their order; all have the same axes. */
export function trendsChart(
  panels: readonly TrendPanel[],
  rounds: readonly string[],
  options: TrendOptions,
): TopLevelSpec {
  const words = CHART_WORDS[options.lang];
  // Less than a panel has on a wide page: on a phone it is narrower by a quarter.
  const lineEms = Math.max(3.3, (0.75 * PANEL_WIDTH) / Math.min(rounds.length, MOST_NAMED) / 11);
  const ticks = distinct(rounds.map((one) => wrap(one, lineEms)));
  const values = panels.flatMap((panel, order) => {
    const lines = [panel.label, ...(panel.verdict?.split('\n') ?? [])];
    const head = lines.map((line) => wrap(line, HEAD_EMS)).join('\n');
    const last = panel.figures.findLastIndex((one) => one?.status === 'shown');
    return panel.figures.flatMap((figures, at): TrendDatum[] => {
      const names = { problem: panel.label, roundName: rounds[at] ?? '' };
      const place = { panel: head, order, round: ticks[at] ?? '', ...names };
      if (options.asked[at] === false)
        return [{ ...place, share: null, note: words.notAskedShort }];
      return figures === null ? [] : [point(figures, place, at === last, words)];
    });
  });
  // Room above the highest interval for a figure.
  const top = topOf(values.flatMap((one) => [one.high ?? one.share ?? 0])) * 1.15;
  const x = {
    field: 'round',
    type: 'ordinal',
    scale: { domain: ticks },
    axis: {
      title: null,
      grid: false,
      labelAngle: 0,
      labelExpr: "split(datum.label, '\\n')",
      // None gives way to another, and never the latest.
      labelOverlap: false,
      ...(ticks.length > MOST_NAMED
        ? { values: [ticks[0], ticks.at(-1)], labelAlign: INWARDS }
        : {}),
    },
  } as const;
  return {
    ...frame(options),
    data: { values },
    facet: PANELS,
    columns: COLUMNS,
    spacing: { row: 14, column: 22 },
    resolve: { axis: { x: 'independent' } },
    spec: {
      width: PANEL_WIDTH,
      height: PANEL_HEIGHT,
      encoding: { x },
      layer: trendLayers(top, options),
    },
  } as unknown as TopLevelSpec;
}

/** Line, interval, dot, the figure of the latest round, and the note in place of a hidden one. */
function trendLayers(top: number, options: TrendOptions) {
  const words = CHART_WORDS[options.lang];
  const axis = { title: null, format: '.0%', tickCount: 3 } as const;
  const y = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: [0, top], nice: false },
    axis,
  } as const;
  const only = (field: string) => [{ filter: `isValid(datum.${field})` }];
  const tooltip = [
    { field: 'problem', type: 'nominal', title: words.problem },
    { field: 'roundName', type: 'nominal', title: words.round },
    { field: 'value', type: 'nominal', title: words.share },
    { field: 'interval', type: 'nominal', title: words.interval },
    { field: 'base', type: 'quantitative', format: ',', title: words.base },
  ] as const;
  return [
    // Without a filter: a hidden round interrupts the line instead of being drawn across.
    {
      name: 'line',
      mark: { type: 'line', strokeWidth: 2, color: options.colour },
      encoding: { y },
    },
    {
      name: 'interval',
      transform: only('low'),
      mark: { type: 'rule', strokeWidth: 1.5, color: INK },
      encoding: {
        y: {
          field: 'low',
          type: 'quantitative',
          scale: { domain: [0, top], nice: false },
          axis,
        },
        y2: { field: 'high' },
      },
    },
    {
      name: 'dot',
      transform: only('share'),
      mark: { type: 'point', filled: true, opacity: 1, size: 26, color: options.colour },
      encoding: { y, tooltip: [...tooltip] },
    },
    {
      name: 'value',
      transform: only('label'),
      // Ends just behind its point, so that the last of many rounds stays within the panel.
      mark: {
        type: 'text',
        align: 'right',
        dx: 8,
        dy: -5,
        baseline: 'bottom',
        fontWeight: 600,
      },
      encoding: {
        y: { field: 'high', type: 'quantitative' },
        text: { field: 'label', type: 'nominal' },
      },
    },
    {
      name: 'hidden',
      transform: only('note'),
      mark: { type: 'text', baseline: 'bottom', dy: -3, fontSize: 11, color: MUTED },
      encoding: { y: { datum: 0 }, text: { field: 'note', type: 'nominal' } },
    },
  ];
}

interface TrendDatum extends Place {
  /** Null interrupts the line. */
  readonly share: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly value?: string;
  readonly interval?: string;
  readonly base?: number;
  /** Figure written beside the point. */
  readonly label?: string;
  /** Instead of figures: hidden, no base, or not asked. */
  readonly note?: string;
}

interface Place {
  /** Head of the panel and label below it, in lines. */
  readonly panel: string;
  readonly round: string;
  readonly order: number;
  /** The same as they are told: without verdicts, in one line. */
  readonly problem: string;
  readonly roundName: string;
}

function point(
  figures: ShareFigures,
  place: Place,
  isLast: boolean,
  words: { readonly hidden: string; readonly noBase: string },
): TrendDatum {
  const texts = shareTexts(figures);
  if (texts === null || figures.share === null) {
    return { ...place, share: null, note: figures.status === 'no-base' ? '—' : words.hidden };
  }
  return {
    ...place,
    share: round4(figures.share),
    value: texts.share,
    base: figures.base ?? 0,
    low: round4(figures.low ?? figures.share),
    high: round4(figures.high ?? figures.share),
    ...(texts.interval === null ? {} : { interval: texts.interval }),
    ...(isLast ? { label: texts.share } : {}),
  };
}

/** Rounds whose labels are equal still are different places on the axis. */
function distinct(labels: readonly string[]): readonly string[] {
  return labels.map((label, at) =>
    labels.indexOf(label) === at
      ? label
      : `${label} (${labels.slice(0, at + 1).filter((one) => one === label).length})`,
  );
}
