/** response.csv: respondents against the head-counts of the population. */
import { headCounts, type Population } from '../read/population.ts';
import type { Survey } from '../survey/survey.ts';
import { RESPONDENTS } from '../tally/count-plan.ts';
import { valuesOf } from '../tally/look-up.ts';
import type { Tally } from '../tally/tally.ts';
import { respondentsOf } from './sums.ts';
import type { ResponseRow } from './tables.ts';
import { isUncovered } from './uncovered.ts';

/**
 * A line a round and value of every group that head-counts are given by, and one for everybody.
 *
 * Values without a head-count have none of it and no rate; values without respondents have a rate
 * of 0. A rate above 1 is given as it is: the head-count is out of date, or the round was not.
 *
 * The respondents of everybody are those in values with head-counts: those in other values are left
 * out, for nobody is counted there whom they could be a share of. Who left a group empty is one of
 * the people counted, though it is not known where, and stays. Where two groups that do not lie
 * in one another both have such values, how many to leave out cannot be told: the line has all
 * respondents used and no rate, as where nobody is covered and in a round without head-counts.
 */
export function responseRows(
  survey: Survey,
  tallies: ReadonlyMap<string, Tally>,
  population: Population | null,
): readonly ResponseRow[] {
  if (population === null) return [];
  return survey.rounds.flatMap(({ id: round }) => {
    const tally = tallies.get(round);
    const lines = headCounts(population, round);
    if (tally === undefined) return [];
    const groupings = ['all', ...population.groups];
    const outer = new Set(
      survey.groups.filter(({ id }) => population.groups.includes(id)).map(({ within }) => within),
    );
    const rowsOf = groupings.map((group, g) => {
      const keys = lines.map(({ values }) => (g === 0 ? '' : values[g - 1]!));
      const there = peopleBy(
        keys,
        lines.map(({ count }) => count),
      );
      const found = g === 0 ? [''] : valuesOf(tally, RESPONDENTS, group);
      return [...new Set([...there.keys(), ...found])].sort().map((value): ResponseRow => {
        const people = there.get(value) ?? null;
        const { n } = respondentsOf(tally, { group, value }).sums;
        return {
          round,
          group,
          value,
          population: people,
          respondents: n,
          rate: people === null || people === 0 ? null : n / people,
          status: people === null || people === 0 ? 'no-base' : 'shown',
        };
      });
    });
    const [[everybody], ...groups] = rowsOf as [[ResponseRow], ...ResponseRow[][]];
    const innermost = groups.filter((_, g) => !outer.has(population.groups[g]!));
    return [covered(everybody, innermost, groups.flat()), ...groups.flat()];
  });
}

/** The line of everybody, less those whom no head-count covers. @param groups that nothing lies in */
function covered(
  everybody: ResponseRow,
  groups: readonly (readonly ResponseRow[])[],
  all: readonly ResponseRow[],
): ResponseRow {
  const beyond = groups
    .map((rows) => rows.filter((row) => isUncovered(row, all)))
    .map((rows) => rows.reduce((sum, row) => sum + row.respondents!, 0))
    .filter((n) => n > 0);
  const { respondents, population } = everybody;
  if (beyond.length === 0 || population === null || population === 0) return everybody;
  const n = respondents! - beyond[0]!;
  if (beyond.length > 1 || n === 0) return { ...everybody, rate: null, status: 'no-base' };
  return { ...everybody, respondents: n, rate: n / population };
}

/** Head-counts summed by key; there may be more keys than danfo can group by. */
function peopleBy(keys: readonly string[], counts: readonly number[]): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  keys.forEach((key, i) => {
    people.set(key, (people.get(key) ?? 0) + counts[i]!);
  });
  return people;
}
