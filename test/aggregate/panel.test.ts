import { expect, test } from '@jest/globals';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import { protectRecurring, recurringIds } from '../../pipeline/aggregate/recurring.ts';
import type { PanelRow, RowsRow } from '../../pipeline/aggregate/tables.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally, mergeTally, type Tally } from '../../pipeline/tally/tally.ts';
import { protectTables } from '../support/protect-tables.ts';
import { literalCoder, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

function rowsOf(round: string, used: number): RowsRow {
  const how = {
    encoding: 'utf-8',
    format: 'plain',
    encoding_reason: 'valid-utf8',
    runner_up: '',
  } as const;
  return { round, file: 'f', ...how, rows: used, used, set_aside: 0, excluded: 0, reason: 'used' };
}

/** How many people of a unit said what in the first and the second round; `-` for nobody asked. */
type Story = readonly (readonly [first: string, second: string, people: number, unit?: string])[];

function tallyOf(
  survey: Survey,
  round: string,
  said: readonly (readonly [id: string, open: string, unit?: string])[],
): Tally {
  const coders = new Map([['tiny', literalCoder]]);
  const plan = { survey, round, codebook: tinyCodebook, coders };
  const tally = emptyTally();
  for (const [i, [id, open, unit]] of said.entries()) {
    // Each counted for itself and merged, as threads do.
    const own = emptyTally();
    countRespondents([{ ...respondentOf(open, 'T', unit, { row: i + 2 }), id }], 'f', plan, own);
    mergeTally(tally, own);
  }
  return tally;
}

function panelOf(story: Story, panel = true): readonly PanelRow[] {
  const survey = surveyOf({ panel, privacy: { minimum: 5, quotes: 'none', personalData: 'mask' } });
  const people = story.flatMap(([first, second, n, unit = 'U'], s) =>
    Array.from({ length: n }, (_, i) => ({ id: `${s}-${i}`, first, second, unit })),
  );
  const said = (of: 'first' | 'second') =>
    people.filter((one) => one[of] !== '-').map((one) => [one.id, one[of], one.unit] as const);
  const tallies = new Map([
    ['r1', tallyOf(survey, 'r1', said('first'))],
    ['r2', tallyOf(survey, 'r2', said('second'))],
  ]);
  const rows = (['first', 'second'] as const).map((one, i) =>
    rowsOf(`r${i + 1}`, said(one).length),
  );
  const counts = { survey, codebook: tinyCodebook, tallies, rows, population: null };
  const { tables } = protectTables(countTables(counts), survey, tinyCodebook);
  return completeTables(tables, counts).panel;
}

const of = (rows: readonly PanelRow[], code: string) => rows.find((row) => row.code === code)!;

/** R: mcnemar.exact(matrix(c(30, 20, 6, 34), 2)); the counts are of P1. */
const STORY: Story = [
  ['P1', 'P1', 30],
  ['P2', 'P1', 20],
  ['P1', 'P2', 6],
  ['P2', 'P2', 14],
  ['uncoded', 'uncoded', 20],
];

test('people who recur are compared in pairs, by McNemar’s exact test', () => {
  const row = of(panelOf(STORY), 'P1');
  expect(row).toMatchObject({ from: 'r1', to: 'r2', n: 90, shown: 'yes' });
  expect(row.share_from).toBeCloseTo(36 / 90, 12);
  expect(row.share_to).toBeCloseTo(50 / 90, 12);
  expect(row.difference).toBeCloseTo(14 / 90, 12);
  // binom.test(6, 26)$p.value
  expect(row.p).toBeCloseTo(0.009355, 6);
  expect(row.change).toBe('up');
});

test('a survey that is no panel compares nobody', () => {
  expect(panelOf(STORY, false)).toEqual([]);
});

test('somebody who did not answer in both rounds is in no pair', () => {
  const more: Story = [
    ...STORY,
    ['P1', '-', 9],
    ['uncoded', '-', 9],
    ['-', 'P1', 8],
    ['-', 'uncoded', 8],
    ['P1', 'empty', 7],
  ];
  expect(of(panelOf(more), 'P1')).toMatchObject({ n: 90, difference: expect.closeTo(14 / 90, 12) });
});

test('a change of few people is hidden', () => {
  const few: Story = [
    ['P1', 'P1', 30],
    ['P2', 'P1', 20],
    ['P1', 'P2', 4],
    ['P2', 'P2', 14],
  ];
  expect(of(panelOf(few), 'P1')).toMatchObject({ n: null, p: null, change: '', shown: 'no' });
});

test('pairs are hidden where those left out of them would be few', () => {
  const story: Story = [...STORY, ['P1', '-', 3]];
  expect(of(panelOf(story), 'P1').shown).toBe('no');
});

test('pairs are hidden where those left out of them are a unit whose count is hidden', () => {
  // Of all 62 who have P1 in the second round 54 are in pairs: so 8 of X, and 3 of Y, would follow.
  const story = (hidden: number): Story => [
    ['P1', 'P1', 20, 'V'],
    ['P2', 'P1', 31 - hidden, 'V'],
    ['P1', 'P2', 7, 'V'],
    ['P2', 'P2', 12, 'V'],
    ['P2', 'P1', hidden, 'Y'],
    ['P2', 'P2', 50 - hidden, 'Y'],
    ['-', 'P1', 8, 'X'],
    ['-', 'P2', 22, 'X'],
  ];
  expect(of(panelOf(story(3)), 'P1').shown).toBe('no');
  expect(of(panelOf(story(9)), 'P1').shown).toBe('yes');
});

test('an id that comes twice in a round is nobody’s', () => {
  const survey = surveyOf({ panel: true });
  const twice = tallyOf(survey, 'r1', [
    ['7', 'P1'],
    ['8', 'P1'],
    [' 7', 'P2'],
  ]);
  const said = [...twice.panel.get('open')!.values()];
  expect(said.filter((one) => one === null)).toHaveLength(1);
  expect(said.filter((one) => one !== null)).toHaveLength(1);
});

test('that nobody answered in both rounds is told from a hidden line', () => {
  const nobody = panelOf([
    ['P1', '-', 20],
    ['-', 'P1', 20],
  ]);
  expect(of(nobody, 'P1')).toMatchObject({ n: 0, share_from: null, p: null, shown: 'no' });
  const one = panelOf([
    ['P1', '-', 20],
    ['P1', 'P1', 1],
    ['-', 'P1', 20],
  ]);
  expect(of(one, 'P1')).toMatchObject({ n: null, shown: 'no' });
});

/** One person a letter; the letter is their outermost group, and place in the text their id. */
function peopleOf(survey: Survey, round: string, types: string): Tally {
  const plan = {
    ...{ survey, round, codebook: tinyCodebook },
    coders: new Map([['tiny', literalCoder]]),
  };
  const tally = emptyTally();
  for (const [i, type] of [...types].entries()) {
    if (type === '-') continue;
    const own = emptyTally();
    const person = { ...respondentOf('P1', type, `${round}-unit`, { row: i + 2 }), id: ` ${i} ` };
    countRespondents([person], 'f', plan, own);
    mergeTally(tally, own);
  }
  return tally;
}

test('an id that comes twice in a round recurs in none', () => {
  const survey = surveyOf({ panel: true });
  const twice = peopleOf(survey, 'r1', 'TTT');
  mergeTally(twice, peopleOf(survey, 'r1', 'T'));
  const tallies = new Map([
    ['r1', twice],
    ['r2', peopleOf(survey, 'r2', 'TTT')],
  ]);
  expect(recurringIds(tallies, survey)[0]).toMatchObject({ ids: 2, agreeing: 2 });
});

function recurringOf(first: string, second: string, panel = true, minimum = 5) {
  const survey = surveyOf({ panel, privacy: { minimum, quotes: 'none', personalData: 'mask' } });
  const tallies = new Map([
    ['r1', peopleOf(survey, 'r1', first)],
    ['r2', peopleOf(survey, 'r2', second)],
  ]);
  const counted = recurringIds(tallies, survey).filter(({ to }) => to === 'r2');
  return { counted, shown: protectRecurring(counted, tallies, minimum) };
}

test('ids that recur are counted, and those in the same outermost groups whatever the inner ones', () => {
  const { counted } = recurringOf('TTTTTSSSSS--', 'TTTTSSSSSS-T');
  expect(counted).toEqual([{ from: 'r1', to: 'r2', ids: 10, agreeing: 9, doubtful: false }]);
});

test('ids are doubted where fewer than four in five stay in their groups', () => {
  expect(recurringOf('TTTTTSSSSS', 'TTTSSSSSSS').counted[0]).toMatchObject({
    agreeing: 8,
    doubtful: false,
  });
  expect(recurringOf('TTTTTSSSSS', 'TTSSSSSSSS').counted[0]).toMatchObject({
    agreeing: 7,
    doubtful: true,
  });
  expect(recurringOf('TT--', '--TT').counted[0]).toMatchObject({ ids: 0, doubtful: false });
  expect(recurringOf('TT', 'TT', false).counted).toEqual([]);
});

test('numbers of recurring ids are published only where they and the rest are not few', () => {
  const ten = 'T'.repeat(10);
  const half = 'TTTTTSSSSS';
  expect(recurringOf(ten, half).shown).toMatchObject([{ ids: 10, agreeing: 5, doubtful: true }]);
  // Four differ.
  expect(recurringOf(ten, 'TTTTTTSSSS').shown).toMatchObject([
    { ids: 10, agreeing: null, doubtful: true },
  ]);
  // Three of the second round are new.
  expect(recurringOf(`${ten}---`, `${half}TTT`).shown).toMatchObject([
    { ids: null, agreeing: null, doubtful: true },
  ]);
  expect(recurringOf('TTT', 'TTT').shown).toMatchObject([{ ids: null, agreeing: null }]);
  expect(recurringOf('TTT---', '---TTT').shown).toMatchObject([{ ids: 0, agreeing: null }]);
});

test('everybody in the pairs or outside of them saying it is hidden too', () => {
  const all: Story = [
    ['P1', 'P1', 12],
    ['P2', 'P1', 8],
    ['-', 'uncoded', 30],
    ['uncoded', '-', 30],
  ];
  expect(of(panelOf(all), 'P1').shown).toBe('no');
  const others: Story = [...STORY, ['-', 'P1', 9]];
  expect(of(panelOf(others), 'P1').shown).toBe('no');
});
