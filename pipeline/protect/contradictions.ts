/** Counts from elsewhere that no respondents can have given, whatever each tally looks like by itself. */
import type { CountTables } from '../aggregate/tables.ts';
import { type Problem, problem } from '../errors.ts';
import { isCountedElsewhere, isTally } from '../survey/counted-elsewhere.ts';
import type { Survey } from '../survey/survey.ts';
import type { CodeList } from '../tally/codebook.ts';
import { amountsOf } from './attack/ties.ts';
import { tablesNetwork } from './hide.ts';

/**
 * A problem where counts break what holds between counts: to hide some of them is to reckon with
 * that. Counts that were made here cannot; without others nothing is looked at.
 *
 * @param tables before protection
 */
export function contradictions(
  tables: CountTables,
  survey: Survey,
  codebook: CodeList,
): readonly Problem[] {
  const elsewhere = survey.rounds.filter(isCountedElsewhere);
  if (elsewhere.length === 0) return [];
  const { counts, sums, limits } = tablesNetwork(tables, survey, codebook);
  const isSound =
    amountsOf(sums, counts).every((one) => one === 0) &&
    amountsOf(limits, counts).every((one) => one <= 0);
  if (isSound) return [];
  const names = elsewhere.flatMap(({ files }) => files.filter(isTally).map(({ name }) => name));
  const rounds = elsewhere.map(({ id }) => id).join(', ');
  return [problem('tallies-contradict', { file: names.join(', ') }, { rounds })];
}
