/** Random surveys with weights by group, attacked by whoever knows the weights and the steps of shares. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../../pipeline/aggregate/aggregate.ts';
import type { CountTables, ProblemRow } from '../../../pipeline/aggregate/tables.ts';
import type { Respondent } from '../../../pipeline/read/respondent.ts';
import { randomFrom } from '../../../pipeline/statistics/random.ts';
import { countsOf, protectCounts } from '../../support/made-tables.ts';
import { respondentOf, surveyOf } from '../../support/survey.ts';

const SURVEYS = 100;
const TYPES = ['A', 'B', 'C', 'D'];
/** The widest that the shares of a survey are given in, of 0.01 to 0.2. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2];

const SURVEY = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  columns: { ...surveyOf().columns, weight: ['w'] },
});

/** Four types, each with a weight and one unit; what few say of each is said oftener in some. */
function peopleBy(seed: number): { people: Respondent[]; weights: readonly number[] } {
  const next = randomFrom(seed);
  const weights = TYPES.map(() => [0.25, 0.5, 1, 2, 4, 8][Math.floor(next() * 6)]!);
  const people = TYPES.flatMap((type, t) => {
    const [n, often] = [5 + Math.floor(next() * 25), next() * 0.4];
    return Array.from({ length: n }, () => {
      const answer = next() < often ? 'P1' : next() < 0.5 ? 'P2' : 'uncoded';
      return respondentOf(answer, type, `${type}1`, { weight: weights[t]! });
    });
  });
  return { people, weights };
}

const problem = ({ problems }: CountTables, code: string, value: string): ProblemRow =>
  problems.find(
    (row) => row.code === code && row.value === value && row.group === (value ? 'type' : 'all'),
  )!;

/** Each way in which the hidden counts can be so that they come to `left`, within their bases. */
function waysOf(bases: readonly number[], left: number): readonly (readonly number[])[] {
  const [base, ...others] = bases;
  if (base === undefined) return left === 0 ? [[]] : [];
  return Array.from({ length: Math.min(base, left) + 1 }, (_, n) => n).flatMap((n) =>
    waysOf(others, left - n).map((way) => [n, ...way]),
  );
}

/** Hidden counts of a code that are found more closely with its coarse share than without. */
function foundBy(seed: number, code: string) {
  const { people, weights } = peopleBy(seed);
  const counts = countsOf([people], SURVEY);
  const [before, after] = [countTables(counts), protectCounts(counts)];
  const all = problem(after, code, '');
  const lines = TYPES.map((type, t) => ({
    ...{ n: problem(before, code, type).n!, base: problem(before, code, type).base! },
    ...{ weight: weights[t]!, isHidden: problem(after, code, type).status === 'suppressed' },
  }));
  const hidden = lines.filter(({ isHidden }) => isHidden);
  if (all.status !== 'shown' || all.share === null || hidden.length === 0) return null;
  if (all.share === all.n! / all.base!) return null;
  // Whoever takes the step for narrower than it is may be wrong: the widest that gives this share.
  const step = STEPS.findLast(
    (one) => Math.abs(all.share! / one - Math.round(all.share! / one)) < 1e-6,
  );
  const [whole, known] = [true, false].map((every) =>
    lines.reduce((sum, { n, base, weight, isHidden }) => {
      if (every) return sum + base * weight;
      return isHidden ? sum : sum + n * weight;
    }, 0),
  ) as [number, number];
  const left = hidden.reduce((sum, { n }) => sum + n, 0);
  const ways = waysOf(
    hidden.map(({ base }) => base),
    left,
  );
  const fitting = ways.filter((way) => {
    const share = (known + way.reduce((sum, n, i) => sum + n * hidden[i]!.weight, 0)) / whole;
    return Math.abs(share - all.share!) <= step! / 2 + 1e-9;
  });
  const widths = (some: typeof ways) =>
    hidden.map((_, i) => {
      const own = some.map((way) => way[i]!);
      return Math.max(...own) - Math.min(...own);
    });
  const [free, kept] = [widths(ways), widths(fitting)];
  return hidden.filter((_, i) => kept[i]! < Math.min(SURVEY.privacy.minimum, free[i]!));
}

test(`of ${SURVEYS} surveys weighted by group no share tells a hidden count of the group`, () => {
  let looked = 0;
  for (let seed = 1; seed <= SURVEYS; seed++) {
    for (const code of ['P1', 'P2']) {
      const found = foundBy(seed, code);
      if (found === null) continue;
      looked += 1;
      expect({ seed, code, found }).toEqual({ seed, code, found: [] });
    }
  }
  expect(looked).toBeGreaterThan(30);
});
