/**
 * Row labels as text marks in the left margin.
 *
 * An axis would measure its labels, which goes wrong for Chinese without a browser, and
 * cannot set a label of two lines beside the middle of its row.
 */
import type { LayerSpec, UnitSpec } from 'vega-lite/types_unstable/spec/index.js';
import { ems, lineCount, wrap } from './text.ts';
import { MUTED } from './theme.ts';

const FONT_SIZE = 13;
const LINE_HEIGHT = 16;
/** Ems of a label's line. */
const LABEL_EMS = 11;
const INDENT = 12;

export interface RowLabels {
  /** Pixels: of all rows together, and of the margin that holds the labels. */
  readonly height: number;
  readonly room: number;
  readonly scale: {
    readonly domain: readonly number[];
    readonly paddingInner: number;
    readonly paddingOuter: number;
  };
  readonly layers: readonly (LayerSpec<string> | UnitSpec<string>)[];
}

/**
 * Labels for rows numbered from 0 in the field `row`.
 *
 * @param least pixels of a row whose label has one line
 * @param longest ems of a label's line
 */
export function rowLabels(
  rows: readonly { readonly label: string; readonly level: 1 | 2 }[],
  least = 34,
  longest = LABEL_EMS,
): RowLabels {
  const wrapped = rows.map((row) => wrap(row.label, longest));
  const most = Math.max(1, ...wrapped.map(lineCount));
  const widest = Math.max(0, ...wrapped.flatMap((one) => one.split('\n').map(ems)));
  // Short labels leave their room to the bars, which on a phone need it.
  const room = roomOf(Math.min(longest, widest + 1));
  const layerOf = (level: 1 | 2) => ({
    name: level === 1 ? 'label' : 'sublabel',
    data: {
      values: rows.flatMap((row, index) =>
        row.level === level
          ? [{ row: index, text: wrapped[index] ?? '', lines: lineCount(wrapped[index] ?? '') }]
          : [],
      ),
    },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      lineBreak: '\n',
      fontSize: level === 1 ? FONT_SIZE : FONT_SIZE - 1,
      lineHeight: LINE_HEIGHT,
      // A block of lines hangs from the middle of its first line: lift it by half the rest.
      dy: { expr: `${-LINE_HEIGHT / 2} * (datum.lines - 1)` },
      ...(level === 1 ? {} : { color: MUTED }),
    },
    encoding: {
      x: { value: -room + 4 + (level === 1 ? 0 : INDENT) },
      text: { field: 'text', type: 'nominal' },
    },
  });
  const levels = ([1, 2] as const).filter((level) => rows.some((row) => row.level === level));
  return {
    height: Math.max(1, rows.length) * Math.max(least, most * LINE_HEIGHT + 6),
    room,
    scale: { domain: rows.map((_, index) => index), paddingInner: 0.1, paddingOuter: 0.05 },
    layers: levels.map(layerOf) as unknown as RowLabels['layers'],
  };
}

/** Pixels of a margin that holds labels of so many ems. */
export function roomOf(widest: number): number {
  return Math.ceil(widest * FONT_SIZE) + 16;
}
