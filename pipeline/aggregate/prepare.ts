/**
 * What must hold before figures are made: a design that can be, weights that fit the population, and
 * names that may be published.
 */
import { type Problem, problem } from '../errors.ts';
import type { Population } from '../read/population.ts';
import type { Survey } from '../survey/survey.ts';
import { designOf } from '../tally/design.ts';
import type { Tally } from '../tally/tally.ts';
import { personalNames } from './personal-names.ts';
import { type Weighted, weightRounds } from './weighting.ts';

/** The tallies to make tables from, or `problems` that stand in the way. */
export function prepareTallies(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
  population: Population | null,
): Weighted {
  const weighted = weightRounds(survey, tallies, population);
  const problems = [
    ...designProblems(tallies, survey),
    ...weighted.problems,
    ...personalNames(tallies, survey),
  ];
  return { ...weighted, problems };
}

function designProblems(tallies: ReadonlyMap<string, Tally>, survey: Survey): readonly Problem[] {
  return [...tallies].flatMap(([id, tally]) => {
    const file = survey.rounds
      .find((round) => round.id === id)
      ?.files.map((one) => one.name)
      .join(', ');
    const place = file === undefined ? {} : { file };
    return designOf(tally, survey).faults.map(({ stratum, found, units }) =>
      problem('fpc-wrong', place, {
        stratum,
        found: found.map(({ fpc, n }) => `${fpc} (${n})`).join(', '),
        units,
      }),
    );
  });
}
