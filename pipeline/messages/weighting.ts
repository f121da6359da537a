/** How computed weights are told of, in notices. */
import type { Weighting } from '../aggregate/weighting.ts';

export function weightingValues(one: Weighting): Readonly<Record<string, string | number>> {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  return {
    round: one.round,
    method: one.method,
    by: one.by.join(', '),
    effect: one.design_effect.toFixed(2),
    trimmed: one.trimmed,
    unreached: percent(one.unreached),
    deviation: percent(one.deviation),
  };
}
