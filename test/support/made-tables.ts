/** Tables of one round made from respondents, as a run makes them. */
import { type Counts, completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { CountTables, FigureTables, RowsRow } from '../../pipeline/aggregate/tables.ts';
import { groupWeights } from '../../pipeline/aggregate/weight-groups.ts';
import { weightRounds } from '../../pipeline/aggregate/weighting.ts';
import { NOTHING_EARLIER } from '../../pipeline/protect/protect.ts';
import type { Population } from '../../pipeline/read/population.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { randomFrom } from '../../pipeline/statistics/random.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { protectTables } from './protect-tables.ts';
import { literalCoder, respondentOf, tinyCodebook } from './survey.ts';

export function rowsOf(round: string, used: number): RowsRow {
  return {
    ...{ round, file: 'f', encoding: 'utf-8', format: 'plain', encoding_reason: 'valid-utf8' },
    ...{ runner_up: '', rows: used, used, set_aside: 0, excluded: 0, reason: 'used' },
  };
}

const ANSWERS = ['P1', 'P1.1', 'P1.1;P2', 'P2;P3', 'P3', 'no-problem', 'empty'];

/** Respondents of a round in a dozen small units of three types, the same for the same seed. */
export function peopleBySeed(seed: number): readonly Respondent[] {
  const next = randomFrom(seed);
  const of = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: 90 }, () => {
    const unit = Math.floor(next() * 12);
    return respondentOf(of(ANSWERS), `T${unit % 3}`, `u${unit}`, { scale: 1 + (unit % 5) });
  });
}

/** What a run counts of rounds in order as `r1`, `r2` … */
export function countsOf(
  rounds: readonly (readonly Respondent[])[],
  survey: Survey,
  population: Population | null = null,
  codebook = tinyCodebook,
): Counts {
  const coders = new Map([...codebook.taxonomies.keys()].map((id) => [id, literalCoder]));
  const counted = new Map(
    rounds.map((people, i) => {
      const round = `r${i + 1}`;
      const tally = emptyTally();
      countRespondents(people, 'f', { survey, round, codebook, coders }, tally);
      return [round, tally] as const;
    }),
  );
  const { tallies } = weightRounds(survey, counted, population);
  const rows = rounds.map((people, i) => rowsOf(`r${i + 1}`, people.length));
  return { survey, codebook, tallies, rows, population };
}

/** Protected tables, rounds in order as `r1`, `r2` … */
export function tablesOf(
  rounds: readonly (readonly Respondent[])[],
  survey: Survey,
  population: Population | null = null,
): FigureTables {
  const counts = countsOf(rounds, survey, population);
  return completeTables(protectCounts(counts), counts);
}

/** The tables of counts after protection. */
export function protectCounts(counts: Counts): CountTables {
  const { survey, codebook, tallies } = counts;
  const weights = groupWeights(tallies, survey);
  return protectTables(countTables(counts), survey, codebook, NOTHING_EARLIER, weights).tables;
}
