/** Verdicts about one round: the most common problems, and how much was reached at all. */

import { figureOf, isTooFew } from '../../chart/figure.ts';
import type { ReportModel } from '../../chart/model.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { tiedWithFirst } from './tied.ts';
import type { AnyProblem, CodeFigure, Ranking, TooFew, Uncoded } from './verdict.ts';

/** Above this share of answers without a code, a reader is warned. */
const MANY_UNCODED = 0.15;

/**
 * The most common problems of the latest round; codes that nobody gave have no place in it.
 *
 * @returns `too-few` where the most common one rests on too few answers; null without any to name
 */
export function rankingOf(model: ReportModel, panel: Panel): Ranking | TooFew | null {
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
  const named = shown.filter(({ figure }) => figure.share > 0);
  if (named.length === 0) return null;
  const first = tiedWithFirst(model, panel, named);
  const next = first.length === 1 ? tiedWithFirst(model, panel, named.slice(1)) : [];
  return { kind: 'ranking', ...about, round, base, first, next };
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
