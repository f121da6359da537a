/** The rules of respondent hygiene, and why a row is set aside where the survey drops by them. */
import type { HygieneRule } from '../../survey/survey.ts';
import type { SetAsideReason } from '../respondent.ts';

/** What is told of a row that is dropped by a rule. */
export const DROPPED_AS = {
  duplicates: 'duplicate',
  identical: 'identical-row',
  straight_lining: 'straight-lining',
  speed: 'too-fast',
  contradictions: 'contradiction',
} as const satisfies Record<HygieneRule, SetAsideReason>;

const REASONS: ReadonlySet<string> = new Set(Object.values(DROPPED_AS));

/** Whether a row was set aside because the survey asked for it, not because it could not be used. */
export function isDropped(reason: SetAsideReason): boolean {
  return REASONS.has(reason);
}
