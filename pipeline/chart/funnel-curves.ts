/** The limits of chance as curves over the size of a unit. */
import { normalQuantile } from '../statistics/normal.ts';
import { round4 } from './theme.ts';
import { ALARM, WARNING } from './units.ts';

export interface Scales {
  readonly shares: readonly [number, number];
  /** Smallest and largest n of the curves; the axis begins at 0. */
  readonly sizes: readonly [number, number];
}

/** Points of a curve within the plot. */
const STEPS = 20;

/**
 * Limits over the sizes, closer together where the curves are steep. Lines end where they leave the
 * plot, the band goes on along its edge. (Vega's own clipping numbers its paths on from drawing to
 * drawing.)
 */
export function curves(target: number, { sizes: [least, most], shares: [bottom, top] }: Scales) {
  const leaving = [WARNING, ALARM]
    .flatMap((level) => [bottom, top].map((edge) => sizeAt(target, edge, level)))
    .filter((n) => n > least && n < most);
  const from = Math.min(most / 2, ...leaving);
  const steps = Array.from(
    { length: STEPS },
    (_, at) => from * (most / from) ** (at / (STEPS - 1)),
  );
  const sizes = new Set([least, ...leaving, ...steps].toSorted((a, b) => a - b));
  const isInside = (share: number) => share < top + 1e-6 && share > bottom - 1e-6;
  const limit = (name: string, share: number) => (isInside(share) ? { [name]: round4(share) } : {});
  const cut = (share: number) => round4(Math.min(top, Math.max(bottom, share)));
  return [...sizes].map((n) => {
    const [warning, alarm] = [halfWidth(target, n, WARNING), halfWidth(target, n, ALARM)];
    return {
      size: Math.round(n * 100) / 100,
      target: round4(target),
      bandlow: cut(target - warning),
      bandhigh: cut(target + warning),
      ...limit('low', target - warning),
      ...limit('high', target + warning),
      ...limit('lowest', target - alarm),
      ...limit('highest', target + alarm),
    };
  });
}

/** How far from the target the limits lie at a size, not cut at 0 and 1. */
function halfWidth(target: number, n: number, level: number): number {
  return normalQuantile((1 + level) / 2) * Math.sqrt((target * (1 - target)) / n);
}

/** The size at which a limit reaches an edge of the plot. */
function sizeAt(target: number, edge: number, level: number): number {
  return (halfWidth(target, 1, level) / (edge - target)) ** 2;
}
