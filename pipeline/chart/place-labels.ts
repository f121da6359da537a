/** Names beside points, put where they cover each other and other points least. */
import { ems, lineCount } from './text.ts';

/** Pixels, from the left and the top. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface LabelledSpot extends Spot {
  /** Lines are parted by `\n`. */
  readonly text: string;
}

/** How a label hangs on its point; `dy` is to the middle of its first line. */
export interface LabelPlace {
  readonly align: 'left' | 'center' | 'right';
  readonly dx: number;
  readonly dy: number;
}

const LABEL_SIZE = 12;
const LABEL_LINE = 15;

/** Text marks whose data hold a `LabelPlace` each. */
export const LABEL_MARK = {
  type: 'text',
  baseline: 'middle',
  lineBreak: '\n',
  fontSize: LABEL_SIZE,
  lineHeight: LABEL_LINE,
  align: { expr: 'datum.align' },
  dx: { expr: 'datum.dx' },
  dy: { expr: 'datum.dy' },
} as const;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half the side of a point, with some air. */
const DOT = 6;

/**
 * Places for labels, one after the other, each where it covers least.
 *
 * @param size of the plot at its narrowest: a wider one only moves points apart
 * @param others points without a label, which are better not covered
 */
export function placeLabels(
  labels: readonly LabelledSpot[],
  others: readonly Spot[],
  size: { readonly width: number; readonly height: number },
): readonly LabelPlace[] {
  const dots = [...labels, ...others].map(({ x, y }) => around(x, y, DOT));
  const taken: Box[] = [];
  return labels.map((label) => {
    const choices = placesOf(label.text).map((place) => ({ place, box: boxOf(label, place) }));
    const costs = choices.map(
      ({ box }) =>
        outside(box, size) * 4 +
        taken.reduce((sum, other) => sum + shared(box, other), 0) * 3 +
        dots.reduce((sum, dot) => sum + shared(box, dot), 0),
    );
    const best = choices[costs.indexOf(Math.min(...costs))]!;
    taken.push(best.box);
    return best.place;
  });
}

/** Right, left, above and below, then the corners; the earlier the better. */
function placesOf(text: string): readonly LabelPlace[] {
  const rest = (1 - lineCount(text)) * LABEL_LINE;
  const [middle, above, below] = [rest / 2, rest - 14, 15];
  return [
    { align: 'left', dx: 9, dy: middle },
    { align: 'right', dx: -9, dy: middle },
    { align: 'center', dx: 0, dy: above },
    { align: 'center', dx: 0, dy: below },
    { align: 'left', dx: 5, dy: above },
    { align: 'right', dx: -5, dy: above },
    { align: 'left', dx: 5, dy: below },
    { align: 'right', dx: -5, dy: below },
  ];
}

function boxOf({ x, y, text }: LabelledSpot, { align, dx, dy }: LabelPlace): Box {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(ems)) * LABEL_SIZE;
  const left = x + dx - { left: 0, center: width / 2, right: width }[align];
  const top = y + dy - LABEL_LINE / 2;
  return { left, right: left + width, top, bottom: top + lines.length * LABEL_LINE };
}

function around(x: number, y: number, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

/** Area that two boxes have in common. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

/** Area of a box that lies outside the plot. */
function outside(box: Box, { width, height }: { width: number; height: number }): number {
  const whole = (box.right - box.left) * (box.bottom - box.top);
  return whole - shared(box, { left: 0, right: width, top: 0, bottom: height });
}
