/** hygiene.csv: what each rule of respondent hygiene flagged in each round. */
import type { HygieneCount } from '../tally/hygiene.ts';
import type { HygieneRow } from './tables.ts';

/** Counts with their share of the round's respondents, dropped ones included; not yet protected. */
export function hygieneRows(counts: readonly HygieneCount[]): readonly HygieneRow[] {
  return counts.map(({ round, rule, n, base, policy }) => ({
    round,
    rule,
    n,
    share: n === null || base === 0 ? null : n / base,
    policy,
    status: n === null ? 'no-base' : 'shown',
  }));
}
