/** Tallies -> tables: first the tables of counts, and after protection what is made from them. */
import { questionIn } from '../survey/question-in.ts';
import type { Question, Round, Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import type { Tally } from '../tally/tally.ts';
import { closedRows } from './closed.ts';
import { meanOf, shareOf } from './figures.ts';
import { codingRows, pairRows, problemRows, themeRows } from './open.ts';
import { qualityRows } from './quality.ts';
import type { CountTables, FigureTables, RowsRow } from './tables.ts';
import { testRows } from './tests.ts';
import { trendRows } from './trends.ts';

/** What tables are made from. */
export interface Counts {
  readonly survey: Survey;
  readonly codebook: Codebook;
  /** By round. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly rows: readonly RowsRow[];
}

/** Tables of counts with their shares and intervals, rounds oldest first. */
export function countTables(counts: Counts): CountTables {
  const { survey, codebook } = counts;
  const design = designRows(counts.rows);
  const open = survey.rounds.flatMap((round) =>
    askedIn(survey, round).flatMap((question) =>
      question.type !== 'open' || !counts.tallies.has(round.id)
        ? []
        : [
            {
              round: round.id,
              question,
              tally: counts.tallies.get(round.id)!,
              survey,
              codebook,
              shareOf: shareOf(design.get(round.id) ?? 0, survey.statistics),
            },
          ],
    ),
  );
  const closed = survey.rounds.flatMap((round) =>
    askedIn(survey, round).flatMap((question) =>
      question.type === 'open' || !counts.tallies.has(round.id)
        ? []
        : closedRows({
            round: round.id,
            question,
            tally: counts.tallies.get(round.id)!,
            survey,
            shareOf: shareOf(design.get(round.id) ?? 0, survey.statistics),
            meanOf: meanOf(design.get(round.id) ?? 0, survey.statistics),
          }),
    ),
  );
  return {
    problems: open.flatMap(problemRows),
    themes: open.flatMap(themeRows),
    closed,
    pairs: open.flatMap(pairRows),
    coding: open.flatMap(codingRows),
    rows: counts.rows,
  };
}

/** The questions of a round, in the form in which it asked them; others have no lines for it. */
function askedIn(survey: Survey, round: Round): readonly Question[] {
  return survey.questions.flatMap((question) => questionIn(question, round.id) ?? []);
}

/** All tables of figures: trends and tests are made from what protection left to show. */
export function completeTables(shown: CountTables, counts: Counts): FigureTables {
  return {
    ...shown,
    trends: trendRows(shown.problems, counts.survey),
    tests: testRows(shown.problems, counts.tallies, designRows(counts.rows), counts.survey),
    quality: qualityRows(counts.codebook, counts.survey),
  };
}

/** Respondents used in each round: the rows of its sampling design. */
function designRows(rows: readonly RowsRow[]): ReadonlyMap<string, number> {
  const design = new Map<string, number>();
  for (const row of rows) design.set(row.round, (design.get(row.round) ?? 0) + row.used);
  return design;
}
