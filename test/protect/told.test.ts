/** What a few published numbers tell of hidden ones, by hand. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import { tablesNetwork } from '../../pipeline/protect/hide.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import type { MultipleQuestion, Survey } from '../../pipeline/survey/survey.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';
import { countsOf } from '../support/made-tables.ts';
import { exposedIn } from '../support/networks.ts';
import { policy, respondentOf, singleQuestion, surveyOf, tinyCodebook } from '../support/survey.ts';

const ONE = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });

/** What they say, how many do, in which unit, and whether they are flagged. */
type Said = readonly (readonly [open: string, n: number, unit?: string, isFlagged?: boolean])[];

function peopleOf(said: Said): readonly Respondent[] {
  return said.flatMap(([open, n, unit = 'a', isFlagged = false]) =>
    Array.from({ length: n }, () => ({
      ...respondentOf(open, 'T', unit),
      flags: isFlagged ? ['speed'] : [],
    })),
  );
}

function themesOf(...themes: readonly (readonly string[])[]): Codebook {
  const [plain] = tinyCodebook.themes;
  return {
    ...tinyCodebook,
    themes: themes.map((codes, i) => ({
      ...plain!,
      id: `theme${i + 1}`,
      members: new Map([['tiny', codes]]),
    })),
  };
}

/** Names of counts without round and taxonomy: `code open all  P1`. */
const short = (name: string) =>
  name
    .replaceAll('\u0001', ' ')
    .replace(' r1', '')
    .replace('tiny\u0002', '')
    .replaceAll('\u0002', ' ');

/** The range of a hidden count whose table shows these others alone. */
function toldOf(
  wanted: string,
  shown: readonly string[],
  said: Said,
  codebook = tinyCodebook,
): readonly [number, number] | undefined {
  return toldOfThese(wanted, shown, peopleOf(said), ONE, codebook);
}

function toldOfThese(
  wanted: string,
  shown: readonly string[],
  people: readonly Respondent[],
  survey: Survey,
  codebook = tinyCodebook,
): readonly [number, number] | undefined {
  const network = tablesNetwork(
    countTables(countsOf([people], survey, null, codebook)),
    survey,
    codebook,
  );
  const names = network.cells.map(({ name }) => name);
  expect(names.map(short)).toEqual(expect.arrayContaining([wanted, ...shown]));
  const hidden = names.filter((name) => !shown.includes(short(name)));
  const found = Object.entries(exposedIn(network, hidden));
  return found.find(([name]) => short(name) === wanted)?.[1];
}

test.each([
  {
    what: 'a theme of a problem, its sub-problem and another problem tells who named both problems',
    said: [
      ['P1', 40],
      ['P3', 20],
      ['P1.1;P3', 3],
    ],
    themes: [['P1', 'P1.1', 'P3']],
    shown: ['code open all  P1', 'code open all  P3', 'theme open all  theme1'],
    wanted: 'pair open all  P1 P3',
    range: [3, 3],
  },
  {
    what: 'a theme is no more than any problem',
    said: [
      ['P3', 4],
      ['P1', 2],
      ['uncoded', 9],
    ],
    themes: [['P1', 'P3']],
    shown: ['code open all  tiny', 'code open all  P3'],
    wanted: 'theme open all  theme1',
    range: [4, 6],
  },
  {
    what: 'any problem is no more than a theme and the problems outside it',
    said: [
      ['P1', 10],
      ['P3', 2],
      ['uncoded', 9],
    ],
    themes: [['P1', 'P2']],
    shown: ['theme open all  theme1', 'code open all  P3'],
    wanted: 'code open all  tiny',
    range: [10, 12],
  },
  {
    what: 'who named a sub-problem of a theme is not in it without its problem',
    said: [
      ['P1.1', 7],
      ['P1', 13],
      ['P2', 3],
      ['uncoded', 9],
    ],
    themes: [['P1.1', 'P2', 'P3']],
    shown: ['theme open all  theme1', 'code open all  P1', 'code open all  P1.1'],
    wanted: 'code open all  tiny',
    range: [20, 23],
  },
  {
    what: 'a theme holds those whose codes are all its own',
    said: [
      ['P1.1', 6],
      ['P3', 4],
      ['P1', 2],
      ['P2', 1],
    ],
    themes: [
      ['P1.1', 'P3'],
      ['P1', 'P3'],
    ],
    shown: ['theme open all  theme1', 'code open all  tiny'],
    wanted: 'theme open all  theme2',
    range: [10, 13],
  },
  {
    what: 'a theme and its codes tell how many named the problems of two codes',
    said: [
      ['P1.1', 8],
      ['P1.1;P2', 2],
      ['P2', 2],
    ],
    themes: [['P1.1', 'P2']],
    shown: ['theme open all  theme1', 'code open all  P1.1', 'code open all  P2'],
    wanted: 'pair open all  P1 P2',
    range: [2, 4],
  },
  {
    what: 'where sub-problems are not counted, a theme is no more than their problems',
    said: [
      ['P1.1', 2, 'a'],
      ['P1', 2, 'a'],
      ['P3', 9, 'b'],
    ],
    themes: [['P1.1', 'P3']],
    shown: ['code open unit T/a P1', 'code open unit T/a P3', 'theme open all  theme1'],
    wanted: 'theme open unit T/b theme1',
    range: [7, 11],
  },
] as const)('$what', ({ said, themes, shown, wanted, range }) => {
  expect(toldOf(wanted, shown, said, themesOf(...themes))).toEqual(range);
});

test.each([
  {
    what: 'of a unit any problem is what two come to, less the few who named both anywhere',
    said: [
      ['P1', 9, 'a'],
      ['P2', 7, 'a'],
      ['P1;P2', 1, 'a'],
      ['P1;P2', 1, 'b'],
      ['P1', 5, 'b'],
    ],
    shown: [
      'pair open all  P1 P2',
      ...['P1', 'P2', 'P3'].map((one) => `code open unit T/a ${one}`),
    ],
    wanted: 'code open unit T/a tiny',
    range: [16, 18],
  },
  {
    what: 'few named one problem without another anywhere, so that few did in a unit',
    said: [
      ['P1;P2', 8, 'a'],
      ['P2', 1, 'a'],
      ['P1;P2', 2, 'b'],
      ['P2', 1, 'b'],
      ['P1', 1, 'b'],
    ],
    shown: [
      'pair open all  P1 P2',
      ...['all  P1', 'all  P2', 'unit T/a P2'].map((one) => `code open ${one}`),
    ],
    wanted: 'code open unit T/a P1',
    range: [7, 10],
  },
  {
    what: 'few named neither of two problems anywhere, so that few did in a unit',
    said: [
      ['P1', 9, 'a'],
      ['P3', 1, 'a'],
      ['P1;P2', 4, 'b'],
      ['P1', 7, 'b'],
      ['P2', 8, 'b'],
      ['P3', 1, 'b'],
    ],
    shown: [
      'base open all  tiny',
      'pair open all  P1 P2',
      ...['all  tiny', 'all  P1', 'all  P2', 'unit T/a P1', 'unit T/a P2'].map(
        (one) => `code open ${one}`,
      ),
    ],
    wanted: 'code open unit T/a tiny',
    range: [9, 11],
  },
  {
    what: 'without flagged respondents any problem is no more than all problems',
    said: [
      ['P1', 10],
      ['P2', 3],
      ['P1', 6, 'a', true],
      ['uncoded', 9, 'a', true],
    ],
    shown: ['P1', 'P2', 'P3'].map((one) => `again open all  unflagged ${one}`),
    wanted: 'again open all  unflagged tiny',
    range: [10, 13],
  },
  {
    what: 'without flagged respondents a sub-problem is no more than its problem',
    said: [
      ['P2', 1],
      ['P2.1', 2],
      ['P1', 6, 'a', true],
    ],
    shown: ['again open all  unflagged P2'],
    wanted: 'again open all  unflagged P2.1',
    range: [0, 3],
  },
  {
    what: 'few who are flagged named a problem, so that few of them named its sub-problem',
    said: [
      ['P1.1', 11],
      ['P1', 7],
      ['P1.1', 1, 'a', true],
      ['P1', 1, 'a', true],
    ],
    shown: ['code open all  P1', 'code open all  P1.1', 'again open all  unflagged P1'],
    wanted: 'again open all  unflagged P1.1',
    range: [10, 12],
  },
] as const)('$what', ({ said, shown, wanted, range }) => {
  expect(toldOf(wanted, shown, said as Said)).toEqual(range);
});

test.each([
  { what: 'dropped', hygiene: policy('drop'), range: [0, 3] },
  { what: 'flagged', hygiene: policy('flag'), range: undefined },
])(
  'where contradictions are $what, an exclusive option bounds all others: $range',
  ({ hygiene, range }) => {
    const question = {
      ...singleQuestion,
      type: 'multiple',
      exclusive: ['x'],
    } as unknown as MultipleQuestion;
    const survey = { ...ONE, questions: [question], hygiene };
    const chosen = (options: readonly string[], n: number) =>
      Array.from({ length: n }, () => ({
        ...respondentOf('', 'T', 'a'),
        answers: [{ kind: 'options', options }] as const,
      }));
    const people = [...chosen(['x'], 17), ...chosen(['y', 'z'], 2), ...chosen(['z'], 1)];
    const shown = ['answered single all  ', 'option single all  x'];
    // Of 20, 17 chose x and nothing else.
    expect(toldOfThese('option single all  y', shown, people, survey)).toEqual(range);
  },
);
