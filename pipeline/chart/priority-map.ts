/** The priority map: problems by share and by the mean of their scale, worse means higher. */
import type { TopLevelSpec } from 'vega-lite';
import type { Lang } from '../survey/text.ts';
import { plain, shareTexts } from './percent.ts';
import { LABEL_MARK, placeLabels } from './place-labels.ts';
import { medianOf, type Priority } from './priorities.ts';
import { type Severity, severityAxis } from './severity.ts';
import { wrap } from './text.ts';
import { frame, MUTED, onAxis, round4, stepsAround, TITLE_ABOVE, WIDTH } from './theme.ts';
import { CHART_WORDS, type ChartWords } from './words.ts';

export interface PriorityMapOptions {
  readonly lang: Lang;
  readonly title: string;
  readonly reading: string;
  readonly colour: string;
  readonly nameOf: (code: string) => string;
  readonly scaleNameOf: (priority: Priority) => string;
}

const HEIGHT = 360;
/** Pixels of the plot on a phone. */
const NARROWEST = 262;
const NAME_EMS = 10.5;

/** At least one problem. */
export function priorityMap(
  priorities: readonly Priority[],
  options: PriorityMapOptions,
): TopLevelSpec {
  const severity = severityAxis(priorities, options.lang);
  const reach = priorities.flatMap(({ row, share }) => [row.low ?? share, row.high ?? share]);
  const shares = stepsAround(reach);
  return {
    ...frame(options),
    width: WIDTH,
    height: HEIGHT,
    autosize: { type: 'fit-x', contains: 'padding' },
    padding: 4,
    data: { values: points(priorities, severity, shares, options) },
    layer: mapLayers(priorities, severity, shares, options),
  } as unknown as TopLevelSpec;
}

function points(
  priorities: readonly Priority[],
  { domain: [from, to], reverse, of }: Severity,
  [left, right]: readonly [number, number],
  { nameOf, scaleNameOf }: PriorityMapOptions,
) {
  const across = (share: number) => ((share - left) / (right - left)) * NARROWEST;
  const down = (mean: number, one: Priority) => {
    const part = (to - of(mean, one)) / (to - from);
    return (reverse ? 1 - part : part) * HEIGHT;
  };
  const labels = priorities.map((one) => ({
    x: across(one.share),
    y: down(one.mean, one),
    text: wrap(nameOf(one.code), NAME_EMS),
  }));
  // Names are not written across intervals where it can be helped.
  const lines = priorities.flatMap((one) => {
    const { share, mean, row, scaleRow } = one;
    const along = (from: number, end: number | null) =>
      [1 / 3, 2 / 3, 1].map((part) => from + ((end ?? from) - from) * part);
    return [
      ...[row.low, row.high].flatMap((end) =>
        along(share, end).map((at) => ({ x: across(at), y: down(mean, one) })),
      ),
      ...[scaleRow.low, scaleRow.high].flatMap((end) =>
        along(mean, end).map((at) => ({ x: across(share), y: down(at, one) })),
      ),
    ];
  });
  const others = [...CORNER_SPOTS, ...lines];
  const places = placeLabels(labels, others, { width: NARROWEST, height: HEIGHT });
  return priorities.map((one, at) => {
    const { row, scaleRow } = one;
    const texts = shareTexts(row);
    return {
      name: nameOf(one.code),
      share: round4(one.share),
      low: round4(row.low ?? one.share),
      high: round4(row.high ?? one.share),
      severity: round4(of(one.mean, one)),
      mild: round4(of(scaleRow.low ?? one.mean, one)),
      grave: round4(of(scaleRow.high ?? one.mean, one)),
      value: texts?.share ?? '',
      interval: texts?.interval ?? '',
      base: row.base ?? 0,
      scale: scaleNameOf(one),
      mean: plain(one.mean, 2),
      text: labels[at]?.text ?? '',
      ...places[at],
    };
  });
}

/** Corners, medians, intervals, points and names. */
function mapLayers(
  priorities: readonly Priority[],
  severity: Severity,
  shares: readonly [number, number],
  { lang, colour }: PriorityMapOptions,
) {
  const words = CHART_WORDS[lang];
  const { domain, reverse, format, title } = severity;
  const shareAxis = { format: '.0%', tickCount: 5, title: words.shareAxis, titleAnchor: 'end' };
  const x = onAxis(shares, shareAxis);
  const y = onAxis(domain, { format, tickCount: 6, title, ...TITLE_ABOVE }, reverse);
  const [share, mean] = [x('share'), y('severity')];
  const thin = { type: 'rule', strokeWidth: 1, color: colour };
  const text = { field: 'text', type: 'nominal' };
  return [
    {
      name: 'corner',
      data: { values: corners(words, shares, severity) },
      mark: { ...LABEL_MARK, fontSize: 11, color: MUTED },
      encoding: { x: x('at'), y: mean, text },
    },
    ...medianLines(priorities, severity, x, y),
    { name: 'across', mark: thin, encoding: { x: x('low'), x2: { field: 'high' }, y: mean } },
    { name: 'upright', mark: thin, encoding: { x: share, y: y('mild'), y2: { field: 'grave' } } },
    {
      name: 'problem',
      mark: { type: 'point', filled: true, opacity: 1, size: 70, color: colour },
      encoding: { x: share, y: mean, tooltip: tooltip(words) },
    },
    { name: 'pointname', mark: LABEL_MARK, encoding: { x: share, y: mean, text } },
  ];
}

/** A line at the median of either axis: half of the problems lie on each side. */
function medianLines(
  priorities: readonly Priority[],
  severity: Severity,
  x: ReturnType<typeof onAxis>,
  y: ReturnType<typeof onAxis>,
) {
  const mark = { type: 'rule', strokeDash: [4, 4], strokeWidth: 1, color: MUTED };
  const across = medianOf(priorities.map((one) => round4(one.share)));
  const up = medianOf(priorities.map((one) => round4(severity.of(one.mean, one))));
  return [
    { name: 'sharemedian', data: { values: [{ at: across }] }, mark, encoding: { x: x('at') } },
    { name: 'severitymedian', data: { values: [{ at: up }] }, mark, encoding: { y: y('at') } },
  ];
}

function tooltip(words: ChartWords) {
  return [
    { field: 'name', type: 'nominal', title: words.problem },
    { field: 'value', type: 'nominal', title: words.share },
    { field: 'interval', type: 'nominal', title: words.interval },
    { field: 'base', type: 'quantitative', format: ',', title: words.base },
    { field: 'scale', type: 'nominal', title: words.scale },
    { field: 'mean', type: 'nominal', title: words.mean },
  ];
}

/** Where the words in the corners stand, on a phone. */
const CORNER_SPOTS = [10, HEIGHT - 10].flatMap((y) =>
  [8, 28, 48, NARROWEST - 48, NARROWEST - 28, NARROWEST - 8].map((x) => ({ x, y })),
);

/** What it means to lie in each quarter. */
function corners(
  words: ChartWords,
  [left, right]: readonly [number, number],
  { domain, reverse }: Severity,
) {
  const [top, bottom] = reverse ? domain : [domain[1], domain[0]];
  const corner = (text: string, at: number, severity: number) => ({
    text,
    at,
    severity,
    align: at === left ? 'left' : 'right',
    dx: at === left ? 4 : -4,
    dy: severity === top ? 10 : -10,
  });
  return [
    corner(words.rareGrave, left, top),
    corner(words.commonGrave, right, top),
    corner(words.rareMild, left, bottom),
    corner(words.commonMild, right, bottom),
  ];
}
