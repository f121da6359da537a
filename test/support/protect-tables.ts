/** Tables protected here and now, without threads and without anything kept. */
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import { hideInRound } from '../../pipeline/protect/hide.ts';
import {
  NOTHING_EARLIER,
  planRounds,
  protectRound,
  together,
} from '../../pipeline/protect/protect.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';

export function protectTables<T extends CountTables>(
  tables: T,
  survey: Survey,
  codebook: Codebook,
  earlier = NOTHING_EARLIER,
) {
  const plans = [...planRounds(tables, survey, codebook, earlier)];
  const rounds = plans.map((plan) => protectRound(plan, survey, hideInRound(plan.toHide).hidden));
  return together(tables, rounds);
}
