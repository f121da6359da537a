/** scale_trends.csv: each scale in two rounds, by its means and by the order of its points. */
import { fUpperTail, tQuantile } from '../statistics/distributions.ts';
import { rankTest } from '../statistics/rank-test.ts';
import { isComparable, questionIn } from '../survey/question-in.ts';
import type { ScaleQuestion, Survey } from '../survey/survey.ts';
import type { RoundDesign } from '../tally/design.ts';
import { ANSWERED, optionItem } from '../tally/items.ts';
import { sumsOf, valuesOf } from '../tally/look-up.ts';
import type { Sums, Tally } from '../tally/tally.ts';
import { scaleMoment } from './closed.ts';
import { adjustWithin, directionOf } from './families.ts';
import { type MeanEstimate, meanEstimate } from './figures.ts';
import { pointsOf } from './scales.ts';
import { addSums, baseIn, type CountPlace } from './sums.ts';
import type { ClosedRow, ScaleTrendRow } from './tables.ts';
import { pairsOf } from './trends.ts';
import { tellingScales, type WeightedBy } from './weight-groups.ts';

/**
 * Scales asked in the same form in two rounds, for everybody and the values of outermost groups.
 *
 * The difference of means has Welch's interval and p from the two linearised variances; `change`
 * follows p adjusted within question × pair of rounds × group. Beside it stands what uses the order
 * of the points only: `superiority`, the chance that an answer of the later round stands above one
 * of the earlier, ties counting half, and `p_rank` of its rank test; these not under strata and
 * clusters. Rounds are taken as independent.
 *
 * @param closed after protection: a line is shown where both means are, and all their points, and
 *   weights do not make it tell of hidden ones
 */
export function scaleTrendRows(
  closed: readonly ClosedRow[],
  tallies: ReadonlyMap<string, Tally>,
  designs: ReadonlyMap<string, RoundDesign>,
  survey: Survey,
  byGroup: WeightedBy,
): readonly ScaleTrendRow[] {
  const tells = tellingScales(closed, byGroup, survey);
  const shown = new Set<string>();
  const hidden = new Set<string>();
  for (const row of closed) {
    const key = keyOf(row.round, { question: row.question, group: row.group, value: row.value });
    if (row.status === 'shown' && !tells(row)) shown.add(key);
    else hidden.add(key);
  }
  const isAny = (round: string, place: CountPlace) =>
    [shown, hidden].some((keys) => keys.has(keyOf(round, place)));
  const isShown = (round: string, place: CountPlace) =>
    shown.has(keyOf(round, place)) && !hidden.has(keyOf(round, place));
  const scales = survey.questions.filter((one): one is ScaleQuestion => one.type === 'scale');
  const found = scales.flatMap((scale) =>
    pairsOf(survey.rounds.map(({ id }) => id)).flatMap(([from, to]) => {
      const rounds = [from, to].map((round) => ({
        tally: tallies.get(round),
        design: designs.get(round),
      }));
      if (!isComparable(scale, from, to) || rounds.some(({ tally }) => tally === undefined))
        return [];
      return placesOf(scale, survey, rounds[1]!.tally!).map((place) => {
        const safe = isShown(from, place) && isShown(to, place);
        const form = questionIn(scale, to)!;
        const compared = safe ? compare(form, place, rounds as Rounds, survey) : null;
        const isHidden = !safe && [from, to].every((round) => isAny(round, place));
        return { where: { ...place, from, to }, compared, isHidden };
      });
    }),
  );
  return adjusted(found, survey);
}

type Rounds = readonly { readonly tally: Tally; readonly design: RoundDesign }[];

function placesOf(scale: ScaleQuestion, survey: Survey, tally: Tally): readonly CountPlace[] {
  const outermost = survey.groups.filter(({ within }) => within === null);
  return [
    { question: scale.id, group: 'all', value: '' },
    ...outermost.flatMap(({ id }) =>
      valuesOf(tally, scale.id, id).map((value) => ({ question: scale.id, group: id, value })),
    ),
  ];
}

type Compared = Omit<
  ScaleTrendRow,
  'question' | 'group' | 'value' | 'from' | 'to' | 'p_adjusted' | 'change' | 'shown'
>;

function compare(
  scale: ScaleQuestion,
  place: CountPlace,
  rounds: Rounds,
  survey: Survey,
): Compared | null {
  const { confidence } = survey.statistics;
  const [before, after] = rounds.map(({ tally, design }) => meanIn(scale, place, tally, design));
  if (!before || !after) return null;
  const points = rounds.map(({ tally }) =>
    perHead(
      pointsOf(scale).map((point) =>
        sumsOf(tally, place.question, place.group, place.value, optionItem(point)),
      ),
    ),
  );
  const rows = rounds.reduce((sum, { design }) => sum + design.rows, 0);
  const ranks = rankTest(points[1]!, points[0]!, rows, confidence);
  const isSimple = rounds.every(({ design }) => design.strata === null);
  const means = welch(before, after, confidence);
  return {
    mean_from: before.mean,
    mean_to: after.mean,
    difference: after.mean - before.mean,
    low: means?.low ?? null,
    high: means?.high ?? null,
    superiority: ranks?.superiority ?? null,
    superiority_low: isSimple ? (ranks?.interval?.low ?? null) : null,
    superiority_high: isSimple ? (ranks?.interval?.high ?? null) : null,
    p_rank: isSimple ? (ranks?.test?.p ?? null) : null,
    p: means?.p ?? null,
  };
}

/** Weights that come to 1 on average: rounds are weighted apart, and their scales mean nothing. */
function perHead(points: readonly Sums[]): readonly Sums[] {
  const all = points.reduce(addSums);
  const factor = all.w > 0 ? all.n / all.w : 1;
  return points.map(({ n, w, w2 }) => ({ n, w: w * factor, w2: w2 * factor * factor }));
}

function meanIn(
  scale: ScaleQuestion,
  place: CountPlace,
  tally: Tally,
  design: RoundDesign,
): MeanEstimate | null {
  const moment = (power: number) => scaleMoment(tally, place, pointsOf(scale), power);
  return meanEstimate(baseIn(tally, place, [ANSWERED]), moment(1), moment(2), design);
}

/** Difference of two independent means; null where a variance is unknown, or both are 0. */
function welch(before: MeanEstimate, after: MeanEstimate, confidence: number) {
  if (before.variance === null || after.variance === null) return null;
  const variance = before.variance + after.variance;
  if (!(variance > 0 && before.df > 0 && after.df > 0)) return null;
  const df = variance ** 2 / (before.variance ** 2 / before.df + after.variance ** 2 / after.df);
  const difference = after.mean - before.mean;
  const half = tQuantile((1 + confidence) / 2, df) * Math.sqrt(variance);
  return {
    low: difference - half,
    high: difference + half,
    p: fUpperTail(difference ** 2 / variance, 1, df),
  };
}

interface Found {
  readonly where: CountPlace & { readonly from: string; readonly to: string };
  readonly compared: Compared | null;
  /** It would be compared if all that it needs were shown. */
  readonly isHidden: boolean;
}

function adjusted(found: readonly Found[], survey: Survey): readonly ScaleTrendRow[] {
  const ps = adjustWithin(
    found,
    ({ where }) => JSON.stringify([where.question, where.from, where.to, where.group]),
    ({ compared, isHidden }) => (isHidden ? 'hidden' : (compared?.p ?? null)),
    survey.statistics.correction,
  );
  return found.map(({ where, compared }, i): ScaleTrendRow => {
    if (compared === null) return { ...where, ...NOTHING };
    const p_adjusted = ps[i]!;
    return {
      ...where,
      ...compared,
      p_adjusted,
      change: directionOf(compared.difference ?? 0, p_adjusted, survey.statistics),
      shown: 'yes',
    };
  });
}

const NOTHING = {
  mean_from: null,
  mean_to: null,
  difference: null,
  low: null,
  high: null,
  superiority: null,
  superiority_low: null,
  superiority_high: null,
  p_rank: null,
  p: null,
  p_adjusted: null,
  change: '',
  shown: 'no',
} as const;

function keyOf(round: string, { question, group, value }: CountPlace): string {
  return JSON.stringify([round, question, group, value]);
}
