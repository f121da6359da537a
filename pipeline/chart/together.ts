/** Pairs of problems that the same people mention more often than chance would have it. */
import { adjustWithin, alphaOf } from '../aggregate/families.ts';
import { oddsRatioP } from '../statistics/odds-ratio.ts';
import { type Figure, figureOf, isTooFew } from './figure.ts';
import type { ReportModel } from './model.ts';
import { overall, type Panel } from './panels.ts';

export interface PairTogether {
  readonly codes: readonly [string, string];
  readonly figure: Omit<Figure, 'n_effective'>;
  /** Odds ratio with its unadjusted interval, which lies above 1. */
  readonly odds: { readonly ratio: number; readonly low: number; readonly high: number };
  readonly p_adjusted: number;
}

/**
 * The published pairs of the latest round whose odds ratio is borne out to lie above 1.
 *
 * The strongest of many pairs is large by chance, so p is adjusted over all of them.
 *
 * @returns null without a published pair to speak of
 */
export function pairsTogether(model: ReportModel, panel: Panel): readonly PairTogether[] | null {
  const { statistics } = model.survey;
  const published = publishedPairs(model, panel);
  if (published.length === 0) return null;
  const adjusted = adjustWithin(
    published,
    () => '',
    ({ odds }) => (odds === null ? null : oddsRatioP(odds, statistics.confidence)),
    statistics.correction,
  );
  return published.flatMap(({ codes, figure, odds }, i): PairTogether[] => {
    const p_adjusted = adjusted[i] ?? null;
    if (odds === null || odds.low <= 1 || p_adjusted === null) return [];
    return p_adjusted < alphaOf(statistics) ? [{ codes, figure, odds, p_adjusted }] : [];
  });
}

/** Shown pairs of the latest round with figures that are not too few to speak of. */
function publishedPairs(model: ReportModel, panel: Panel) {
  const known = new Set(panel.order);
  const round = panel.latest.id;
  const n = figureOf(overall(panel, round).get(panel.order[0] ?? ''))?.n_effective ?? 0;
  return model.tables.pairs.flatMap((row) => {
    const { share, low, high, base, code_a, code_b } = row;
    const own = row.question === panel.question.id && row.round === round && known.has(code_a);
    if (!own || row.status !== 'shown') return [];
    if (share === null || low === null || high === null || base === null) return [];
    if (isTooFew({ share, low, high, base, n_effective: n })) return [];
    const { odds_ratio: ratio, odds_low, odds_high } = row;
    const isKnown = ratio !== null && odds_low !== null && odds_high !== null;
    const odds = isKnown ? { ratio, low: odds_low, high: odds_high } : null;
    return [{ codes: [code_a, code_b] as const, figure: { share, low, high, base }, odds }];
  });
}
