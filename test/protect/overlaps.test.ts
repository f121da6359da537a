/** Counts of people who said several things, worked out by inclusion and exclusion. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import type { Question, Survey } from '../../pipeline/survey/survey.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { countsOf, tablesOf } from '../support/made-tables.ts';
import { protectTables } from '../support/protect-tables.ts';
import {
  literalCoder,
  respondentOf,
  singleQuestion,
  surveyOf,
  tinyCodebook,
} from '../support/survey.ts';

const ROUNDS = surveyOf().rounds.slice(0, 1);

test('a hidden pair of problems does not follow from any problem, all problems and other pairs', () => {
  const said = { P1: 40, P2: 20, P3: 20, 'P1;P2': 10, 'P1;P3': 2, uncoded: 40 };
  const people = Object.entries(said).flatMap(([open, n]) =>
    Array.from({ length: n }, () => respondentOf(open)),
  );
  const { pairs, problems } = tablesOf([people], surveyOf({ rounds: ROUNDS }));
  const all = (code: string) =>
    problems.find((row) => row.code === code && row.group === 'all')?.n ?? null;
  const [any, each] = [all('tiny'), ['P1', 'P2', 'P3'].map(all)];
  expect([any, ...each]).toEqual([92, 52, 30, 22]);
  // 104 problems of 92 people: 12 named two, 10 of them P1 and P2, none P2 and P3.
  expect(pairs.find((row) => row.code_b === 'P3' && row.code_a === 'P1')?.n).toBeNull();
  expect(pairs.filter(({ n }) => n !== null).map(({ n }) => n)).not.toContain(10);
});

test('a theme of two problems does not tell how many named both', () => {
  const said = { P1: 40, P2: 20, P3: 20, 'P1;P2': 10, 'P1;P3': 3, 'P2;P3': 10, uncoded: 40 };
  const people = Object.entries(said).flatMap(([open, n]) =>
    Array.from({ length: n }, () => respondentOf(open)),
  );
  const survey = surveyOf({ rounds: ROUNDS });
  const [theme] = tinyCodebook.themes;
  const members = new Map([['tiny', ['P1', 'P3']]]);
  const codebook = { ...tinyCodebook, themes: [{ ...theme!, members }] };
  const tally = emptyTally();
  const coders = new Map([['tiny', literalCoder]]);
  countRespondents(people, 'f', { survey, round: 'r1', codebook, coders }, tally);
  const counts = { ...countsOf([people], survey), codebook, tallies: new Map([['r1', tally]]) };
  const { tables } = protectTables(countTables(counts), survey, codebook);
  const all = tables.themes.find((row) => row.group === 'all')!;
  const pair = tables.pairs.find((row) => row.code_a === 'P1' && row.code_b === 'P3')!;
  // 53 and 33 are 83 people, so that 3 are both.
  expect([pair.n, all.n]).toEqual([null, null]);
});

const multiple: Question = {
  ...singleQuestion,
  type: 'multiple',
  layout: { kind: 'delimited', separator: null },
  exclusive: [],
} as unknown as Question;
const SURVEY: Survey = surveyOf({ rounds: ROUNDS, questions: [multiple] });

test('of a multiple choice a hidden option does not follow from those who chose nothing else', () => {
  const chosen = (n: number, unit: string, option: string): readonly Respondent[] =>
    Array.from({ length: n }, () => ({
      ...respondentOf('P1', 'T', unit),
      answers: [{ kind: 'options', options: [option] }] as const,
    }));
  const { closed } = tablesOf(
    [
      [
        ...[...chosen(24, 'a', 'x'), ...chosen(24, 'a', 'y'), ...chosen(2, 'a', 'z')],
        ...[...chosen(20, 'b', 'x'), ...chosen(21, 'b', 'y'), ...chosen(4, 'b', 'z')],
      ],
    ],
    SURVEY,
  );
  const n = (unit: string, option: string) =>
    closed.find((row) => row.value === unit && row.option === option)?.n ?? null;
  expect([n('T/a', 'z'), n('T/b', 'z')]).toEqual([null, null]);
  // Each unit has at least as many as did not choose x or y, and both have 6 together.
  const shown = ['T/a', 'T/b'].flatMap((unit) => ['x', 'y'].map((option) => n(unit, option)));
  const isWhole = !shown.includes(null) && n('', 'z') !== null;
  expect(isWhole).toBe(false);
});
