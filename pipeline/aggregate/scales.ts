/** scales.csv: the two ends of each scale, and their net. */

import { rowOf } from '../row.ts';
import { netInterval } from '../statistics/scale-summary.ts';
import { questionIn } from '../survey/question-in.ts';
import type { ScaleQuestion, Survey } from '../survey/survey.ts';
import type { RoundDesign } from '../tally/design.ts';
import { ANSWERED, optionItem } from '../tally/items.ts';
import type { Tally } from '../tally/tally.ts';
import { shareOf } from './figures.ts';
import { baseIn, type CountPlace, countedIn } from './sums.ts';
import type { ClosedRow, ScaleRow } from './tables.ts';
import { tellingScales, type WeightedBy } from './weight-groups.ts';

/** Fewer points have no two ends of two. */
const FEWEST_POINTS = 4;

/**
 * A line for each line with a mean in closed.csv, of scales with at least four points.
 *
 * @param closed after protection: each end is one more equation over the points, so it is shown
 *   where all points and the mean are, and weights do not make it tell of hidden ones
 */
export function scaleRows(
  closed: readonly ClosedRow[],
  tallies: ReadonlyMap<string, Tally>,
  designs: ReadonlyMap<string, RoundDesign>,
  survey: Survey,
  byGroup: WeightedBy,
): readonly ScaleRow[] {
  const tells = tellingScales(closed, byGroup, survey);
  const lines = new Map<string, ClosedRow[]>();
  for (const row of closed) {
    if (row.type !== 'scale') continue;
    const key = JSON.stringify([row.round, row.question, row.group, row.value]);
    const known = lines.get(key);
    if (known === undefined) lines.set(key, [row]);
    else known.push(row);
  }
  return [...lines.values()].flatMap((rows): ScaleRow[] => {
    const { round, question, group, value } = rows[0]!;
    const asked = survey.questions.find((one) => one.id === question);
    const scale = asked?.type === 'scale' ? questionIn(asked, round) : null;
    if (scale === null || pointsOf(scale).length < FEWEST_POINTS) return [];
    const where = { round, question, group, value };
    const status = rows.some(tells) ? 'suppressed' : worstOf(rows);
    if (status !== 'shown') return [rowOf(where, NOTHING, { status })];
    const ends = endsOf(tallies.get(round)!, designs.get(round)!, survey, scale, where);
    return [rowOf(where, ends, { status })];
  });
}

function worstOf(rows: readonly ClosedRow[]): ClosedRow['status'] {
  const hidden = rows.find((row) => row.status !== 'shown');
  return hidden?.status ?? 'shown';
}

/** Points of a scale, lowest first, as items count them. */
export function pointsOf({ range: [low, high] }: Pick<ScaleQuestion, 'range'>): readonly string[] {
  return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
}

function endsOf(
  tally: Tally,
  design: RoundDesign,
  survey: Survey,
  scale: ScaleQuestion,
  place: CountPlace,
) {
  const points = pointsOf(scale).map(optionItem);
  const base = baseIn(tally, place, [ANSWERED]);
  const share = shareOf(design, survey);
  const [top, bottom] = [points.slice(-2), points.slice(0, 2)].map((items) =>
    share(countedIn(tally, place, items), base),
  );
  const ends = [top!, bottom!].map((end) => ({
    share: end.share ?? 0,
    interval: { low: end.low ?? 0, high: end.high ?? 1 },
  }));
  const net = netInterval(ends[0]!, ends[1]!);
  return {
    base: base.sums.n,
    top: top!.share,
    top_low: top!.low,
    top_high: top!.high,
    bottom: bottom!.share,
    bottom_low: bottom!.low,
    bottom_high: bottom!.high,
    net: ends[0]!.share - ends[1]!.share,
    net_low: net.low,
    net_high: net.high,
    n_effective: top!.n_effective,
  };
}

const NOTHING = {
  base: null,
  top: null,
  top_low: null,
  top_high: null,
  bottom: null,
  bottom_low: null,
  bottom_high: null,
  net: null,
  net_low: null,
  net_high: null,
  n_effective: null,
} as const;
