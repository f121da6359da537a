import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import {
  codeItem,
  optionItem,
  pairItem,
  statusItem,
  themeItem,
} from '../../pipeline/tally/items.ts';
import { sumsByDesign, sumsOf } from '../../pipeline/tally/look-up.ts';
import {
  addCells,
  emptyTally,
  increment,
  itemIndex,
  mergeTally,
  type Tally,
} from '../../pipeline/tally/tally.ts';
import { protectTables } from '../support/protect-tables.ts';
import { literalCoder, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const survey = surveyOf();
const plan = {
  survey,
  round: 'r1',
  codebook: tinyCodebook,
  coders: new Map([['tiny', literalCoder]]),
};

function tallyOf(respondents: readonly Respondent[]): Tally {
  const tally = emptyTally();
  countRespondents(respondents, 'a.csv', plan, tally);
  return tally;
}

test('counts an answer under its leaf, its problem, its theme and its pairs, each person once', () => {
  const tally = tallyOf([
    respondentOf('P1.1;P1.2;P3', 'T', 'U', { weight: 2.5 }),
    respondentOf('P1.1', 'T', 'V', { weight: 0.5 }),
    respondentOf('no-problem', 'T', 'U'),
  ]);
  const all = (item: string) => sumsOf(tally, 'open', 'all', '', item);
  expect(all(codeItem('tiny', 'P1'))).toEqual({ n: 2, w: 3, w2: 6.5 });
  expect(all(codeItem('tiny', 'P1.2'))).toEqual({ n: 1, w: 2.5, w2: 6.25 });
  expect(all(pairItem('tiny', 'P1', 'P3'))).toEqual({ n: 1, w: 2.5, w2: 6.25 });
  expect(all(themeItem('theme'))).toEqual({ n: 2, w: 3, w2: 6.5 });
  expect(all(statusItem('tiny', 'coded'))).toEqual({ n: 2, w: 3, w2: 6.5 });
  expect(sumsOf(tally, 'open', 'unit', 'T/U', codeItem('tiny', 'P1')).n).toBe(1);
  expect(sumsOf(tally, 'scale', 'type', 'T', optionItem('3')).n).toBe(3);
});

test('leaves are not counted in nested groups', () => {
  const tally = tallyOf([respondentOf('P1.1')]);
  expect(sumsOf(tally, 'open', 'type', 'T', codeItem('tiny', 'P1.1')).n).toBe(1);
  expect(sumsOf(tally, 'open', 'unit', 'T/U', codeItem('tiny', 'P1.1')).n).toBe(0);
});

const people = fc.array(
  fc.record({
    open: fc.constantFrom(
      'P1',
      'P1.1',
      'P1.2;P2.1',
      'P2',
      'P3',
      'P1.1;P3',
      'uncoded',
      'no-problem',
      'empty',
    ),
    type: fc.constantFrom('T1', 'T2', 'T3'),
    unit: fc.constantFrom('A', 'B', 'C'),
    weight: fc.double({ min: 0.01, max: 20, noNaN: true }),
    scale: fc.integer({ min: 1, max: 5 }),
    single: fc.constantFrom('x', 'y', 'z'),
  }),
  { minLength: 1, maxLength: 120 },
);

test('tallies merged in any split and order give the same tables', () => {
  fc.assert(
    fc.property(people, fc.array(fc.nat(4), { minLength: 120, maxLength: 120 }), (rows, parts) => {
      const respondents = rows.map((one) => respondentOf(one.open, one.type, one.unit, one));
      const split = [4, 2, 0, 3, 1].map((part) =>
        tallyOf(respondents.filter((_, i) => parts[i] === part)),
      );
      const merged = emptyTally();
      for (const part of split) mergeTally(merged, part);
      expect(tablesOf(merged, rows.length)).toEqual(tablesOf(tallyOf(respondents), rows.length));
    }),
    { numRuns: 30 },
  );
});

function tablesOf(tally: Tally, used: number) {
  const line = {
    file: 'a.csv',
    encoding: 'utf-8',
    format: 'plain',
    set_aside: 0,
    excluded: 0,
    reason: 'used',
    encoding_reason: 'valid-utf8' as const,
    runner_up: '',
  };
  const rows = [{ round: 'r1', ...line, rows: used, used }];
  const counts = {
    survey,
    codebook: tinyCodebook,
    tallies: new Map([['r1', tally]]),
    rows,
    population: null,
  };
  const { tables } = protectTables(countTables(counts), survey, tinyCodebook);
  return completeTables(tables, counts);
}

test('sums by design cell stand in one order, whatever order their respondents came in', () => {
  const cells = (order: readonly string[]) => {
    const tally = emptyTally();
    const item = itemIndex(tally, 'q', 'item');
    for (const design of order) {
      const place = { question: 'q', grouping: 'all', value: '', design };
      addCells(tally, place, increment(1), [[0, item]]);
    }
    return [...sumsByDesign(tally, 'q', 'all', '', 'item').keys()];
  };
  expect(cells(['b', 'c', 'a'])).toEqual(['a', 'b', 'c']);
  expect(cells(['a', 'c', 'b'])).toEqual(['a', 'b', 'c']);
});
