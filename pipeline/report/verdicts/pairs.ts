/** Which problems go together: the verdict about the pairs of the latest round. */
import { adjustWithin, alphaOf } from '../../aggregate/families.ts';
import type { ReportModel } from '../../chart/model.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { oddsRatioP } from '../../statistics/odds-ratio.ts';
import { figureOf, isTooFew } from './figure.ts';
import type { NoPair, Pair } from './verdict.ts';

/**
 * Of the published pairs whose odds ratio is borne out to lie above 1, that with the largest; the
 * strongest of many pairs is large by chance, so p is adjusted over all of them.
 *
 * @returns null without a published pair to speak of
 */
export function pairOf(model: ReportModel, panel: Panel): Pair | NoPair | null {
  const { statistics } = model.survey;
  const round = panel.latest.id;
  const about = { question: panel.question.id, taxonomy: panel.taxonomy.id, round };
  const published = publishedPairs(model, panel);
  if (published.length === 0) return null;
  const adjusted = adjustWithin(
    published,
    () => '',
    ({ odds }) => (odds === null ? null : oddsRatioP(odds, statistics.confidence)),
    statistics.correction,
  );
  const together = published.flatMap(({ codes, figure, odds }, i): Pair[] => {
    const p_adjusted = adjusted[i] ?? null;
    if (odds === null || odds.low <= 1 || p_adjusted === null) return [];
    if (p_adjusted >= alphaOf(statistics)) return [];
    return [{ kind: 'pair', ...about, codes, figure, odds, p_adjusted }];
  });
  const [strongest] = together.toSorted((a, b) => b.odds.ratio - a.odds.ratio);
  return strongest ?? { kind: 'no-pair', ...about };
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
