/** Funnel plots: a point a unit, the whole as a line, and the limits of chance as curves. */
import type { TopLevelSpec } from 'vega-lite';
import { funnelLimits } from '../statistics/funnel.ts';
import type { Interval } from '../statistics/wilson.ts';
import type { Lang } from '../survey/text.ts';
import { curves, type Scales } from './funnel-curves.ts';
import { percent, shareTexts } from './percent.ts';
import { LABEL_MARK, placeLabels } from './place-labels.ts';
import { wrap } from './text.ts';
import { frame, MUTED, onAxis, PANELS, round4, stepsAround, TITLE_ABOVE, WIDTH } from './theme.ts';
import { ALARM, isFar, type UnitFunnel, type UnitPoint, WARNING } from './units.ts';
import { CHART_WORDS, fillIn } from './words.ts';

export interface FunnelPanel {
  /** Empty where it is the only one. */
  readonly label: string;
  readonly funnel: UnitFunnel;
}

export interface FunnelOptions {
  readonly lang: Lang;
  readonly title: string;
  readonly reading: string;
  readonly colour: string;
  readonly nameOf: (value: string) => string;
}

/** Panels beside each other on a wide page; on a phone one. */
const COLUMNS = 2;
const PANEL_WIDTH = 318;
/** Ems of a line of a panel's head. */
const HEAD_EMS = 20;
/** Pixels of a plot on a phone. */
const NARROWEST = 262;
const NAME_EMS = 8;

/** Panels keep their order and have the same axes; one without a label fills the width. */
export function funnelChart(panels: readonly FunnelPanel[], options: FunnelOptions): TopLevelSpec {
  const scales = scalesOf(panels.map((one) => one.funnel));
  const alone = panels.every((one) => one.label === '');
  const height = alone ? 250 : 168;
  const values = panels.flatMap(({ label, funnel }, order) => {
    const whole = fillIn(CHART_WORDS[options.lang].wholeShare, {
      share: percent(funnel.target, funnel.targetBase),
    });
    const head = [label, whole].map((line) => wrap(line, HEAD_EMS)).join('\n');
    const lines = [
      ...curves(funnel.target, scales),
      ...(alone ? edges(funnel.target, scales, height, whole) : []),
      ...points(funnel.units, scales, height, options),
    ];
    return alone ? lines : lines.map((line) => ({ ...line, panel: head, order }));
  });
  const axes = axesOf(scales, alone, options.lang);
  const layer = [...limitLayers(axes, options.colour), ...unitLayers(axes, options)];
  const start = { ...frame(options), data: { values } };
  const fit = { type: 'fit-x', contains: 'padding' };
  const several = {
    facet: PANELS,
    columns: COLUMNS,
    spacing: { row: 18, column: 22 },
    resolve: { axis: { x: 'independent' } },
    spec: { width: PANEL_WIDTH, height, layer },
  };
  const spec = alone ? { width: WIDTH, height, autosize: fit, padding: 4, layer } : several;
  return { ...start, ...spec } as unknown as TopLevelSpec;
}

/** Axes that hold every unit and the inner limits; the outer ones leave them where n is small. */
function scalesOf(funnels: readonly UnitFunnel[]): Scales {
  const sizes = funnels.flatMap(({ units }) => units.map((one) => one.n));
  const [least, most] = [Math.min(...sizes) * 0.85, Math.max(...sizes) * 1.12];
  // The curves come in from the edges of the plot, not from nowhere beside the smallest unit.
  const from = Math.min(1, least);
  const reach = funnels.flatMap(({ target, units }) => {
    const { low, high } = limitsAt(target, least, WARNING);
    return [low, high, ...units.map((one) => one.share)];
  });
  return { shares: stepsAround(reach), sizes: [from, most] };
}

/** Limits at a size above 0. */
function limitsAt(target: number, n: number, level: number): Interval {
  return funnelLimits(target, n, level) ?? { low: target, high: target };
}

/** Pixels from the foot of a line's name to that of the next. */
const EDGE_LINE = 13;

/** Names of the lines, at their right ends; above these where the lines are too close. */
function edges(
  target: number,
  { sizes: [, most], shares: [bottom, top] }: Scales,
  height: number,
  whole: string,
) {
  const apart = (EDGE_LINE / height) * (top - bottom);
  const [inner, outer] = [WARNING, ALARM].map((level) => limitsAt(target, most, level).high);
  const warning = Math.max(inner!, target + apart);
  const alarm = Math.max(outer!, warning + apart);
  return [
    { end: most, edge: '99.8%', at: alarm },
    { end: most, edge: '95%', at: warning },
    { end: most, edge: whole, at: target },
  ];
}

/** Units, those beyond the outer limits with their name and its place. */
function points(
  units: readonly UnitPoint[],
  { shares: [bottom, top], sizes: [, most] }: Scales,
  height: number,
  options: FunnelOptions,
) {
  const spots = units.map((one) => ({
    x: (one.n / most) * NARROWEST,
    y: ((top - one.share) / (top - bottom)) * height,
    text: wrap(options.nameOf(one.value), NAME_EMS),
  }));
  const far = spots.filter((_, at) => isFar(units[at]!));
  const near = spots.filter((_, at) => !isFar(units[at]!));
  const places = placeLabels(far, near, { width: NARROWEST, height });
  return units.map((one, at) => {
    const spot = spots[at]!;
    const texts = shareTexts(one.row);
    return {
      n: Math.round(one.n * 10) / 10,
      share: round4(one.share),
      name: options.nameOf(one.value),
      value: texts?.share ?? '',
      interval: texts?.interval ?? '',
      base: one.row.base ?? 0,
      ...(isFar(one) ? { label: spot.text, ...places[far.indexOf(spot)] } : {}),
    };
  });
}

type Axes = ReturnType<typeof axesOf>;

function axesOf({ shares, sizes }: Scales, alone: boolean, lang: Lang) {
  const words = CHART_WORDS[lang];
  const title = alone ? { title: words.share, ...TITLE_ABOVE } : { title: null };
  return {
    x: onAxis([0, sizes[1]], {
      title: words.effective,
      titleAnchor: 'end',
      tickCount: 5,
      grid: false,
    }),
    y: onAxis(shares, { format: '.0%', tickCount: 5, ...title }),
  };
}

const only = (field: string) => [{ filter: `isValid(datum.${field})` }];

/** The band within 95 %, lines of the limits, the line of the whole, and their names. */
function limitLayers({ x, y }: Axes, colour: string) {
  const line = (field: string, dash: readonly number[], width: number) => ({
    name: `limit${field}`,
    transform: only(field),
    mark: { type: 'line', color: MUTED, strokeWidth: width, strokeDash: dash },
    encoding: { x: x('size'), y: y(field) },
  });
  const name = { type: 'text', align: 'right', baseline: 'bottom', dy: -3, fontSize: 11 };
  return [
    {
      name: 'band',
      transform: only('bandlow'),
      mark: { type: 'area', color: colour, fillOpacity: 0.07 },
      encoding: { x: x('size'), y: y('bandlow'), y2: { field: 'bandhigh' } },
    },
    ...['lowest', 'highest'].map((field) => line(field, [1, 0], 1)),
    ...['low', 'high'].map((field) => line(field, [4, 3], 1)),
    line('target', [1, 0], 2),
    {
      name: 'edge',
      transform: only('edge'),
      mark: { ...name, color: MUTED },
      encoding: { x: x('end'), y: y('at'), text: { field: 'edge', type: 'nominal' } },
    },
  ];
}

/** The units, and the names of those far out. */
function unitLayers({ x, y }: Axes, { lang, colour }: FunnelOptions) {
  const words = CHART_WORDS[lang];
  const tooltip = [
    { field: 'name', type: 'nominal', title: words.group },
    { field: 'value', type: 'nominal', title: words.share },
    { field: 'interval', type: 'nominal', title: words.interval },
    { field: 'base', type: 'quantitative', format: ',', title: words.base },
    { field: 'n', type: 'quantitative', format: ',.1f', title: words.effective },
  ];
  const dot = (name: string, filter: string, size: number, opacity: number) => ({
    name,
    transform: [{ filter: `isValid(datum.share) && ${filter}` }],
    mark: { type: 'point', filled: true, size, opacity, color: colour },
    encoding: { x: x('n'), y: y('share'), tooltip },
  });
  return [
    dot('unit', '!isValid(datum.label)', 56, 1),
    dot('farunit', 'isValid(datum.label)', 100, 1),
    {
      name: 'pointname',
      transform: only('label'),
      mark: LABEL_MARK,
      encoding: { x: x('n'), y: y('share'), text: { field: 'label', type: 'nominal' } },
    },
  ];
}
