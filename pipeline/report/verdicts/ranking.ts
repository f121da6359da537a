/** Verdicts about one round: the most common problems, and how much was reached at all. */

import { figureOf, isTooFew } from '../../chart/figure.ts';
import type { ReportModel } from '../../chart/model.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import type { AnyProblem, CodeFigure, Ranking, TooFew, Uncoded } from './verdict.ts';

/** Above this share of answers without a code, a reader is warned. */
const MANY_UNCODED = 0.15;

/**
 * The most common problems of the latest round.
 *
 * Intervals that do not overlap settle the order of two codes even though the same people gave
 * both: the standard error of a difference is at most the sum of the two. Overlapping ones are
 * called a tie, which does not say that they are equal.
 *
 * @returns `too-few` where the most common one rests on too few answers; null without any shown
 */
export function rankingOf(panel: Panel): Ranking | TooFew | null {
  const rows = overall(panel, panel.latest.id);
  const shown = panel.order.flatMap((code): CodeFigure[] => {
    const figure = figureOf(rows.get(code));
    return figure === null ? [] : [{ code, figure }];
  });
  const [top] = shown;
  if (top === undefined) return null;
  const about = { question: panel.question.id, taxonomy: panel.taxonomy.id };
  const { base, n_effective } = top.figure;
  const round = panel.latest.id;
  if (isTooFew(top.figure))
    return { kind: 'too-few', ...about, round, codes: [], base, n_effective };
  const first = overlapping(shown);
  const next = first.length === 1 ? overlapping(shown.slice(1)) : [];
  return { kind: 'ranking', ...about, round, base, first, next };
}

/** The first of a descending list and all that overlap with it. */
function overlapping(items: readonly CodeFigure[]): readonly CodeFigure[] {
  const low = items[0]?.figure.low ?? 0;
  return items.filter(({ figure }, at) => at === 0 || figure.high >= low);
}

export function anyProblemOf(panel: Panel): AnyProblem | null {
  const round = panel.latest.id;
  const row = panel.rows.find(
    (one) => one.level === 0 && one.group === 'all' && one.round === round,
  );
  const figure = figureOf(row);
  if (figure === null || isTooFew(figure)) return null;
  const about = { question: panel.question.id, taxonomy: panel.taxonomy.id };
  return { kind: 'any-problem', ...about, round, figure };
}

/** Where much of a question's answers is out of the taxonomy's reach, and the counts are shown. */
export function uncodedOf(model: ReportModel, panel: Panel): Uncoded | null {
  const round = panel.latest.id;
  const rows = model.tables.coding.filter(
    (row) => row.question === panel.question.id && row.round === round && row.shown === 'yes',
  );
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? null;
  const [coded, without, none] = [of('coded'), of('uncoded'), of('no-problem')];
  if (coded === null || without === null || none === null) return null;
  const base = coded + without + none;
  if (base === 0 || without / base < MANY_UNCODED) return null;
  const about = { question: panel.question.id, taxonomy: panel.taxonomy.id };
  return { kind: 'uncoded', ...about, round, share: without / base, base };
}
