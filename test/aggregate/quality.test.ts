import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import { roundTables } from '../../pipeline/aggregate/round.ts';
import {
  type CodeModel,
  type CodeQuality,
  NOTHING_LEARNT,
  type Quality,
} from '../../pipeline/code/trained.ts';
import { surveyOf, tinyCodebook } from '../support/survey.ts';
import { NO_TABLES } from '../support/tables.ts';

/** quality.csv of the tiny taxonomy (P1: P1.1, P1.2; P2: P2.1; P3), whose model was so judged. */
function qualityOf(quality: Quality | null, minimum = 5) {
  const survey = surveyOf({ privacy: { minimum, quotes: 'none', personalData: 'mask' } });
  // Only how it was judged is of interest here.
  const codes = quality === null ? null : ({ quality } as CodeModel);
  const learnt = new Map([['tiny', { ...NOTHING_LEARNT, codes }]]);
  const counts = {
    survey,
    codebook: { ...tinyCodebook, learnt },
    tallies: new Map(),
    rows: [],
    population: null,
  };
  return roundTables({
    ...NO_TABLES,
    ...completeTables(countTables(counts), counts),
  }).quality;
}

const code = (name: string, support: number, predicted: number, hits: number): CodeQuality => ({
  code: name,
  support,
  predicted,
  hits,
});

test('precision is hits of those given, recall hits of those due, F1 between them', () => {
  const rows = qualityOf({
    source: 'examples',
    answers: 120,
    codes: [
      code('P1', 12, 10, 9),
      code('P2', 7, 0, 0),
      code('P3', 0, 0, 0),
      code('P1.1', 8, 5, 4),
      code('P1.2', 3, 3, 0),
      code('P2.1', 0, 6, 0),
    ],
  });
  // By hand: 9/10, 9/12, 18/22; 4/5, 4/8, 8/13; what divides by nothing is empty.
  expect(
    rows.map((row) => [
      row.code,
      row.level,
      row.support,
      row.predicted,
      row.precision,
      row.recall,
      row.f1,
    ]),
  ).toEqual([
    ['P1', 1, 12, 10, 0.9, 0.75, 0.8182],
    ['P1.1', 2, 8, 5, 0.8, 0.5, 0.6154],
    ['P1.2', 2, 3, 3, 0, 0, 0],
    ['P2', 1, 7, 0, null, 0, 0],
    ['P2.1', 2, 0, 6, 0, null, 0],
    ['P3', 1, 0, 0, null, null, null],
  ]);
  expect(new Set(rows.map((row) => `${row.taxonomy} ${row.source} ${row.answers}`))).toEqual(
    new Set(['tiny examples 120']),
  );
});

test.each([
  ['by terms alone', null, '', null],
  ['on too few examples', { source: 'examples', answers: 0, codes: [] } as const, 'examples', 0],
])('a taxonomy coded %s has its codes listed, not measured', (_why, quality, source, answers) => {
  const rows = qualityOf(quality);
  expect(rows.map((row) => row.code)).toEqual(['P1', 'P1.1', 'P1.2', 'P2', 'P2.1', 'P3']);
  for (const row of rows) {
    expect(row).toMatchObject({ source, answers, support: null, predicted: null });
    expect([row.precision, row.recall, row.f1]).toEqual([null, null, null]);
  }
});

test('of hand-coded answers only ratios over twice the minimum are told, in whole percent', () => {
  const codes = [code('P1', 30, 23, 19), code('P2', 9, 12, 7), code('P3', 10, 9, 8)];
  const rows = qualityOf({ source: 'hand-codes', answers: 150, codes });
  const of = (name: string) => rows.find((row) => row.code === name);
  const counts = { answers: 150, support: null, predicted: null };
  // 19/23 = 0.826, 19/30 = 0.633, and 2 · 0.83 · 0.63 / 1.46 = 0.716.
  expect(of('P1')).toMatchObject({ ...counts, precision: 0.83, recall: 0.63, f1: 0.72 });
  expect(of('P2')).toMatchObject({ ...counts, precision: 0.58, recall: null, f1: null });
  expect(of('P3')).toMatchObject({ ...counts, precision: null, recall: 0.8, f1: null });
});

test('of hand-coded answers no count is told, whatever was found', () => {
  const found = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)).map((three) => {
    const [hits, a, b] = three.toSorted((x, y) => x - y) as [number, number, number];
    return code('P1', a, b, hits);
  });
  fc.assert(
    fc.property(found, fc.integer({ min: 1, max: 20 }), (one, minimum) => {
      const [row] = qualityOf({ source: 'hand-codes', answers: 150, codes: [one] }, minimum);
      expect([row!.support, row!.predicted]).toEqual([null, null]);
      expect(row!.recall === null).toBe(one.support < 2 * minimum);
      expect(row!.precision === null).toBe(one.predicted < 2 * minimum);
      for (const ratio of [row!.precision, row!.recall, row!.f1]) {
        if (ratio !== null) expect(ratio).toBe(Number(ratio.toFixed(2)));
      }
    }),
  );
});
