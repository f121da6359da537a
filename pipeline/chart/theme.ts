/**
 * The look all charts share. Colours are mid-tones that stand out on white, on dark and in
 * grey print; the report's style sheet recolours text and lines by the marks' names.
 */
import type { TopLevelSpec } from 'vega-lite';

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

/** Width in pixels of a chart that stands alone; in a page it follows its container. */
export const WIDTH = 720;

/** Parameter of a chart that must know its whole width; a page sets it to that of its container. */
export const OUTER_WIDTH = 'outerWidth';

/** Expression: whether the chart has more room than a phone. */
export function isWide(): string {
  return `(${OUTER_WIDTH} >= 480)`;
}

export const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** One for each taxonomy: blue, orange, teal, violet (told apart by people of every colour vision). */
const HUES = ['#2b7bba', '#c0651a', '#2a8a78', '#8a63b0'] as const;
export const SLATE = '#66788c';
export const TEAL = '#2a8a78';
export const PAPER = '#ffffff';
export const INK = '#1b1f24';
export const MUTED = '#6a727c';
export const LINE = '#d9dde2';

export function hue(index: number): string {
  return HUES[index % HUES.length] ?? HUES[0];
}

/** What every chart begins with. */
export function frame(options: {
  readonly title: string;
  readonly reading: string;
}): Pick<TopLevelSpec, '$schema' | 'title' | 'description' | 'background' | 'config'> {
  return {
    $schema: SCHEMA,
    title: { text: options.title, subtitle: options.reading, anchor: 'start', frame: 'bounds' },
    description: options.title,
    background: 'transparent',
    config: {
      // Marks say nothing to a screen reader: the table below each chart does.
      aria: false,
      font: FONT,
      view: { stroke: null },
      mark: { aria: false },
      title: { fontSize: 15, subtitleFontSize: 12, subtitleColor: MUTED, color: INK, offset: 14 },
      axis: {
        grid: true,
        gridColor: LINE,
        domain: false,
        ticks: false,
        labelColor: MUTED,
        labelFontSize: 11,
        labelPadding: 6,
        labelLimit: 0,
        titleColor: MUTED,
        titleFontSize: 11,
        titleFontWeight: 'normal',
        titleLimit: 0,
        titlePadding: 8,
      },
      text: { fontSize: 12, color: INK, limit: 0 },
      legend: {
        labelFontSize: 12,
        labelColor: INK,
        labelLimit: 0,
        symbolType: 'square',
        title: null,
      },
    },
  };
}

/** Title of a vertical axis set level above it: Chinese is not read sideways. */
export const TITLE_ABOVE = {
  titleAngle: 0,
  titleAlign: 'left',
  titleAnchor: 'end',
  titleX: -34,
  titleY: -14,
} as const;

/** Puts fields on an axis of fixed ends; all that share an axis are put there by one of these. */
export function onAxis(
  domain: readonly [number, number],
  axis: Readonly<Record<string, unknown>>,
  reverse = false,
) {
  const scale = { domain, reverse, nice: false, zero: false };
  return (field: string) => ({ field, type: 'quantitative', scale, axis });
}

/** Small multiples: a panel a value of `panel`, in the order of `order`, headed by it. */
export const PANELS = {
  field: 'panel',
  type: 'nominal',
  sort: { field: 'order', op: 'min' },
  header: {
    title: null,
    labelExpr: "split(datum.label, '\\n')",
    labelAnchor: 'start',
    labelAlign: 'left',
    labelFontSize: 12,
    labelFontWeight: 600,
    labelLimit: 0,
    labelPadding: 6,
  },
} as const;

/** The end of an axis of shares that begins at 0: the next 5 % above the largest. */
export function topOf(shares: readonly number[]): number {
  const largest = Math.max(0.1, ...shares);
  return Math.min(1, Math.ceil(largest * 20 - 1e-9) / 20);
}

/** The shares around some: whole steps of 5 % below the least and above the largest, from 0 to 1. */
export function stepsAround(shares: readonly number[]): readonly [number, number] {
  const low = Math.floor(Math.min(...shares) * 20 + 1e-9) / 20;
  return [Math.max(0, low), topOf(shares)];
}

/** As many digits as tables/ has, so that a chart gives away no more. */
export function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
