import type { SetAsideReason } from '../read/respondent.ts';

/** Reasons with counts as problems hold them. @example 'bad-weight 3, too-few-cells 1' */
export function reasonList(counts: ReadonlyMap<SetAsideReason, number>): string {
  return [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ');
}
