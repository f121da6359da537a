import { expect, test } from '@jest/globals';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { RowsRow } from '../../pipeline/aggregate/tables.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { protectTables } from '../support/protect-tables.ts';
import {
  literalCoder,
  respondentOf,
  scaleQuestion,
  surveyOf,
  tinyCodebook,
} from '../support/survey.ts';

/** Respondents at each of five points, all of one weight. */
type Counts = readonly [number, number, number, number, number];

const SURVEY = surveyOf({
  rounds: surveyOf().rounds.slice(0, 2),
  questions: [{ ...scaleQuestion, asked: ['r1', 'r2'] }],
});

function tablesOf(rounds: readonly Counts[], weight = 1) {
  const coders = new Map([['tiny', literalCoder]]);
  const tallies = new Map(
    rounds.map((counts, i) => {
      const plan = { survey: SURVEY, round: `r${i + 1}`, codebook: tinyCodebook, coders };
      const tally = emptyTally();
      const people = counts.flatMap((n, point) =>
        Array.from({ length: n }, () => {
          const one = respondentOf('', 'T', 'U', { scale: point + 1, weight });
          return { ...one, answers: [one.answers[1]!] };
        }),
      );
      countRespondents(people, 'f', plan, tally);
      return [`r${i + 1}`, tally] as const;
    }),
  );
  const rows = rounds.map((counts, i): RowsRow => {
    const used = counts.reduce((sum, n) => sum + n, 0);
    return {
      ...{ round: `r${i + 1}`, file: 'f', encoding: 'utf-8', format: 'plain' },
      ...{ encoding_reason: 'valid-utf8', runner_up: '', rows: used, used },
      ...{ set_aside: 0, excluded: 0, reason: 'used' },
    };
  });
  const counts = { survey: SURVEY, codebook: tinyCodebook, tallies, rows, population: null };
  const { tables } = protectTables(countTables(counts), SURVEY, tinyCodebook);
  return completeTables(tables, counts);
}

const FIRST: Counts = [10, 20, 30, 25, 15];
const SECOND: Counts = [5, 10, 25, 35, 25];

test('the two highest and the two lowest points, and what the one is above the other', () => {
  const [row] = tablesOf([FIRST]).scales;
  expect(row).toMatchObject({ round: 'r1', group: 'all', base: 100, top: 0.4, bottom: 0.3 });
  expect(row!.net).toBeCloseTo(0.1, 12);
  // R: prop.test(40, 100, correct = FALSE)$conf.int
  expect(row!.top_low).toBeCloseTo(0.3094, 4);
  expect(row!.top_high).toBeCloseTo(0.498, 4);
  expect(row!.net_low).toBeLessThan(0.1);
  expect(row!.net_high).toBeGreaterThan(0.1);
});

test('the ends of a scale with a hidden point are hidden', () => {
  const [row] = tablesOf([[2, 28, 30, 25, 15]]).scales;
  expect(row).toMatchObject({
    status: 'suppressed',
    base: null,
    top: null,
    bottom: null,
    net: null,
  });
});

test('a scale between rounds: means, their difference, and the order of points', () => {
  const [row] = tablesOf([FIRST, SECOND]).scale_trends;
  expect(row).toMatchObject({
    question: 'scale',
    group: 'all',
    from: 'r1',
    to: 'r2',
    shown: 'yes',
  });
  expect([row!.mean_from, row!.mean_to]).toEqual([3.15, 3.65]);
  // R: t.test(y, x): Welch's df 196.88, 95 % interval 0.1770 to 0.8230.
  expect(row!.low).toBeCloseTo(0.17704, 4);
  expect(row!.high).toBeCloseTo(0.82296, 4);
  // Σ over points of the later, share · (share of the earlier below + half of that on it).
  expect(row!.superiority).toBeCloseTo(0.62, 10);
  expect(row!.change).toBe('up');
});

test('the scale of the weights does not matter', () => {
  const [one, two] = [tablesOf([FIRST, SECOND]), tablesOf([FIRST, SECOND], 7.5)];
  const [a, b] = [one.scale_trends[0]!, two.scale_trends[0]!];
  expect(b.superiority).toBeCloseTo(a.superiority!, 12);
  expect(b.p).toBeCloseTo(a.p!, 12);
  expect(b.low).toBeCloseTo(a.low!, 9);
});

test('rounds that are the same show no evidence of a change', () => {
  const [row] = tablesOf([FIRST, FIRST]).scale_trends;
  expect(row).toMatchObject({ difference: 0, superiority: 0.5, change: 'no-evidence' });
});

test('a change is one of means, and so is its direction', () => {
  // Most rise by one point while some fall from the top to the bottom.
  const [row] = tablesOf([
    [5, 60, 20, 20, 45],
    [45, 5, 60, 20, 20],
  ]).scale_trends;
  expect(row!.difference).toBeLessThan(0);
  expect(['down', 'no-evidence']).toContain(row!.change);
  // t.test of the same: difference −0.5, standard error √(1.8076/150 + 1.8579/150).
  expect(row!.p).toBeLessThan(0.05);
  expect(row!.change).toBe('down');
});
