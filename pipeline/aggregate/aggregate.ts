/** Tallies -> tables: first the tables of counts, and after protection what is made from them. */

import type { Population } from '../read/population.ts';
import { questionIn } from '../survey/question-in.ts';
import type { Question, Round, Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import { designOf, type RoundDesign } from '../tally/design.ts';
import type { Tally } from '../tally/tally.ts';
import { basesRows } from './bases.ts';
import { closedRows } from './closed.ts';
import { comparableBy } from './comparable.ts';
import { contrastRows } from './contrasts.ts';
import { meanOf, shareOf } from './figures.ts';
import { codingRows, pairRows, problemRows, themeRows } from './open.ts';
import { panelRows } from './panel.ts';
import { qualityRows } from './quality.ts';
import { responseRows } from './response.ts';
import { scaleTrendRows } from './scale-trends.ts';
import { scaleRows } from './scales.ts';
import { sensitivityRows, withDifferences } from './sensitivity.ts';
import { seriesRows } from './series.ts';
import type { CountTables, FigureTables, RowsRow } from './tables.ts';
import { testRows } from './tests.ts';
import { trendRows } from './trends.ts';
import { groupWeights, type WeightedBy, weightedBy } from './weight-groups.ts';

/** What tables are made from. */
export interface Counts {
  readonly survey: Survey;
  readonly codebook: Codebook;
  /** By round. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly rows: readonly RowsRow[];
  readonly population: Population | null;
}

/** Tables of counts with their shares and intervals, rounds oldest first. */
export function countTables(counts: Counts): CountTables {
  const { survey, codebook } = counts;
  const designs = designsOf(counts);
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
              shareOf: shareOf(designs.get(round.id)!, survey),
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
            shareOf: shareOf(designs.get(round.id)!, survey),
            meanOf: meanOf(designs.get(round.id)!, survey),
          }),
    ),
  );
  return {
    problems: open.flatMap(problemRows),
    themes: open.flatMap(themeRows),
    closed,
    pairs: open.flatMap(pairRows),
    coding: open.flatMap(codingRows),
    sensitivity: open.flatMap(sensitivityRows),
    bases: open.flatMap(basesRows),
    response: responseRows(survey, counts.tallies, counts.population),
    rows: counts.rows,
  };
}

/** The questions of a round, in the form in which it asked them; others have no lines for it. */
function askedIn(survey: Survey, round: Round): readonly Question[] {
  return survey.questions.flatMap((question) => questionIn(question, round.id) ?? []);
}

/** What scales come to, from the points that are shown. */
export function shownScales(
  shown: Pick<CountTables, 'closed'>,
  counts: Counts,
  designs = designsOf(counts),
  byGroup = weightedByIn(counts),
): FigureTables['scales'] {
  return scaleRows(shown.closed, counts.tallies, designs, counts.survey, byGroup);
}

/** All tables of figures: trends and tests are made from what protection left to show. */
export function completeTables(shown: CountTables, counts: Counts): FigureTables {
  const designs = designsOf(counts);
  const { survey, tallies } = counts;
  const byGroup = weightedByIn(counts);
  const comparable = comparableBy(tallies, designs, survey.statistics.confidence);
  const compared = shown.problems.map((row) => comparable(row, row));
  return {
    ...shown,
    sensitivity: withDifferences(shown.sensitivity, shown.problems),
    trends: trendRows(compared, survey),
    series: seriesRows(compared, survey),
    contrasts: contrastRows(shown.problems, tallies, designs, survey, byGroup),
    scales: shownScales(shown, counts, designs, byGroup),
    scale_trends: scaleTrendRows(shown.closed, tallies, designs, survey, byGroup),
    panel: panelRows(shown.problems, counts.tallies, counts.survey, counts.codebook),
    tests: testRows(shown.problems, tallies, designs, survey, byGroup),
    quality: qualityRows(counts.codebook, counts.survey),
  };
}

function weightedByIn({ tallies, survey }: Counts): WeightedBy {
  return weightedBy(groupWeights(tallies, survey), survey);
}

function designsOf({ tallies, survey }: Counts): ReadonlyMap<string, RoundDesign> {
  return new Map([...tallies].map(([round, tally]) => [round, designOf(tally, survey).design]));
}
