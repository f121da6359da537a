/** Tables protected here and now, without threads and without anything kept. */
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import type { GroupWeights } from '../../pipeline/aggregate/weight-groups.ts';
import { coarsen } from '../../pipeline/protect/coarse/coarsen.ts';
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
  weights: GroupWeights = new Map(),
) {
  const plans = [...planRounds(tables, survey, codebook, earlier)];
  const rounds = plans.map((plan) => protectRound(plan, hideInRound(plan.toHide).hidden));
  const done = together(tables, rounds, earlier);
  return { ...done, tables: coarsen(done.tables, weights, survey) };
}
