/**
 * Pairs, problems and any problem, attacked by whoever counts people by all that they said.
 *
 * So many people as said just these problems and no others is one unknown for each set of problems;
 * all that is published of everybody is a sum of some. Nothing more can be known of it.
 */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import { openModel, type Row } from '../../pipeline/protect/attack/linear.ts';
import { randomFrom } from '../../pipeline/statistics/random.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';
import { countsOf } from '../support/made-tables.ts';
import { protectTables } from '../support/protect-tables.ts';
import { respondentOf, surveyOf, tiny, tinyCodebook } from '../support/survey.ts';

const SURVEYS = 270;
const PROBLEMS = ['P1', 'P2', 'P3', 'P4', 'P5'];
const SETS = Array.from({ length: 2 ** PROBLEMS.length }, (_, set) =>
  PROBLEMS.filter((_, i) => (set >> i) % 2 === 1),
);

const problems = PROBLEMS.map((id) => ({ ...tiny.problems[2]!, id, subproblems: [] }));
const codebook: Codebook = {
  ...tinyCodebook,
  taxonomies: new Map([['tiny', { ...tiny, problems }]]),
  themes: [],
};
const SURVEY = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  groups: [],
  questions: surveyOf().questions.slice(0, 1),
});

/** What is published of everybody: the sets of problems that each figure counts. */
interface Figure {
  readonly name: string;
  readonly n: number | null;
  readonly sets: readonly number[];
}

function figuresOf({ problems: rows, pairs, coding }: CountTables): readonly Figure[] {
  const those = (isIn: (set: readonly string[]) => boolean) =>
    SETS.flatMap((set, i) => (isIn(set) ? [i] : []));
  const n = (code: string) => rows.find((row) => row.code === code)!.n;
  return [
    { name: 'base', n: rows[0]!.base, sets: those(() => true) },
    { name: 'any', n: n('tiny'), sets: those((set) => set.length > 0) },
    {
      name: 'coded',
      n: coding.find(({ status }) => status === 'coded')!.n,
      sets: those((set) => set.length > 0),
    },
    ...PROBLEMS.map((code) => ({
      ...{ name: code, n: n(code), sets: those((set) => set.includes(code)) },
    })),
    ...pairs.map(({ code_a, code_b, n: both }) => ({
      name: `${code_a} and ${code_b}`,
      n: both,
      sets: those((set) => set.includes(code_a) && set.includes(code_b)),
    })),
  ];
}

/** Hidden figures that are known more closely than the minimum, with what is known of them. */
function foundIn(figures: readonly Figure[], minimum: number): readonly string[] {
  const rows = figures.flatMap(({ n, sets }): readonly Row[] =>
    n === null ? [] : [{ at: sets, by: sets.map(() => 1), low: n, high: n }],
  );
  const model = openModel(
    new Float64Array(SETS.length),
    new Float64Array(SETS.length).fill(1000),
    rows,
  );
  const reach = (sets: readonly number[], sign: 1 | -1) => {
    const { values } = model.drive(new Map(sets.map((set) => [set, sign])))!;
    return sets.reduce((sum, set) => sum + values[set]!, 0);
  };
  // What a 0 that is shown says of its parts is no secret.
  const nobody = figures.filter(({ n }) => n === 0);
  const isTold = (sets: readonly number[]) =>
    nobody.some((one) => sets.every((set) => one.sets.includes(set)));
  const found = figures.flatMap(({ name, n, sets }) => {
    if (n !== null || isTold(sets)) return [];
    const low = Math.ceil(reach(sets, -1) - 1e-6);
    const high = Math.floor(reach(sets, 1) + 1e-6);
    return high - low < minimum ? [`${name}: ${low} to ${high}`] : [];
  });
  model.dispose();
  return found;
}

test(`of ${SURVEYS} surveys no hidden pair follows from all that was said together`, () => {
  let hidden = 0;
  const exposed: string[] = [];
  for (let seed = 1; seed <= SURVEYS; seed++) {
    const next = randomFrom(seed);
    const often = PROBLEMS.map(() => next() * 0.7);
    const people = Array.from({ length: 30 + Math.floor(next() * 60) }, () => {
      const said = PROBLEMS.filter((_, i) => next() < often[i]!);
      return respondentOf(said.length === 0 ? 'uncoded' : said.join(';'));
    });
    const minimum = 3 + Math.floor(next() * 4);
    const survey = { ...SURVEY, privacy: { ...SURVEY.privacy, minimum } };
    const before = countTables(countsOf([people], survey, null, codebook));
    const { tables } = protectTables(before, survey, codebook);
    const figures = figuresOf(tables);
    hidden += figures.filter(({ n }) => n === null).length;
    const found = foundIn(figures, minimum);
    if (found.length > 0) exposed.push(`survey ${seed}: ${found.join(', ')}`);
  }
  expect(exposed).toEqual([]);
  expect(hidden).toBeGreaterThan(SURVEYS);
});
