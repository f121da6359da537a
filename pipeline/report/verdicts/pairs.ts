/** Which problems go together: the verdict about the pairs of the latest round. */
import type { ReportModel } from '../../chart/model.ts';
import type { Panel } from '../../chart/panels.ts';
import { pairsTogether } from '../../chart/together.ts';
import type { NoPair, Pair } from './verdict.ts';

/**
 * Of the pairs that are borne out, that with the largest odds ratio.
 *
 * @returns null without a published pair to speak of
 */
export function pairOf(model: ReportModel, panel: Panel): Pair | NoPair | null {
  const together = pairsTogether(model, panel);
  if (together === null) return null;
  const about = {
    question: panel.question.id,
    taxonomy: panel.taxonomy.id,
    round: panel.latest.id,
  };
  const [strongest] = together.toSorted((a, b) => b.odds.ratio - a.odds.ratio);
  return strongest === undefined
    ? { kind: 'no-pair', ...about }
    : { kind: 'pair', ...about, ...strongest };
}
