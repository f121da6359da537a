/** What sums and limits tell of those who came late, as of any table. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CountTables, ShareFigures } from '../../../pipeline/aggregate/tables.ts';
import { attack } from '../../../pipeline/protect/attack.ts';
import { isPrimary } from '../../../pipeline/protect/counts/primary.ts';
import { knownCounts } from '../../../pipeline/protect/earlier/known-counts.ts';
import { tablesNetwork } from '../../../pipeline/protect/hide.ts';
import { besideRelease } from '../../support/beside-release.ts';
import { type MadeSurvey, type Plan, plans, surveyFrom } from '../../support/oracle-surveys.ts';
import { surveyOf } from '../../support/survey.ts';
import { type Part, peopleOf, publish } from './parts.ts';

const ONE = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });

/**
 * Of w nearly all name a problem, so that how many do is hidden there, and in v beside it. Of those who come
 * late to w 6 of 12 name P1 and none another problem; of all 24 name any and of u 10: of v 8 of 12 do.
 */
const FIRST: readonly Part[] = [
  ['P1', 10, 'T/u'],
  ['P2', 10, 'T/u'],
  ['P1;P2', 5, 'T/u'],
  ['no-problem', 25, 'T/u'],
  ['P1', 10, 'T/v'],
  ['P2', 10, 'T/v'],
  ['no-problem', 10, 'T/v'],
  ['P1', 10, 'T/w'],
  ['P2', 10, 'T/w'],
  ['P1;P2', 7, 'T/w'],
  ['no-problem', 3, 'T/w'],
];
const LATE: readonly Part[] = [
  ['P1', 10, 'T/v'],
  ['no-problem', 10, 'T/v'],
  ['P1', 3, 'T/u'],
  ['P2', 3, 'T/u'],
  ['P1;P2', 2, 'T/u'],
  ['no-problem', 4, 'T/u'],
  ['P1', 6, 'T/w'],
  ['no-problem', 6, 'T/w'],
];

test('how many of the late ones named any problem does not follow from one problem that they all named', () => {
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf([...FIRST, ...LATE])], ONE, first.release, 'second');
  const late = (value: string, code: string): number | null => {
    const [old, now] = [first, second].map(
      ({ tables }) =>
        tables.problems.find((row) => row.value === value && row.code === code)?.n ?? null,
    );
    return old === null || now === null ? null : now! - old!;
  };
  // Of w any is at least one of them and at most all; of u what is left of all 24, less 10 of v.
  const named = ['P1', 'P2', 'P3'].map((code) => late('T/w', code));
  const least = Math.max(...named.map((n) => n ?? 0));
  const most = named.includes(null) ? 12 : named.reduce<number>((sum, n) => sum + n!, 0);
  const isRestTold = late('', 'tiny') !== null && late('T/v', 'tiny') !== null;
  expect(isRestTold && most - least < ONE.privacy.minimum).toBe(false);
});

const SURVEYS = 80;

/** The lines of those who came late; null where one of both has another line. */
function lateLines<Row extends ShareFigures>(
  now: readonly Row[],
  before: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] | null {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const lines = now.flatMap((row) => {
    const one = old.get(keyOf(row));
    if (one === undefined) return [];
    return [{ ...row, n: (row.n ?? 0) - (one.n ?? 0), base: (row.base ?? 0) - (one.base ?? 0) }];
  });
  return lines.length === now.length && lines.length === before.length ? lines : null;
}

/** The tables of those who came late, as far as lines are told of codes, themes and options. */
function lateTables(now: CountTables, before: CountTables): CountTables | null {
  const where = (row: { round: string; question: string; group: string; value: string }) => [
    row.round,
    row.question,
    row.group,
    row.value,
  ];
  const problems = lateLines(now.problems, before.problems, (row) =>
    JSON.stringify([...where(row), row.taxonomy, row.code]),
  );
  const themes = lateLines(now.themes, before.themes, (row) =>
    JSON.stringify([...where(row), row.theme]),
  );
  const closed = lateLines(now.closed, before.closed, (row) =>
    JSON.stringify([...where(row), row.option]),
  );
  if (problems === null || themes === null || closed === null) return null;
  const none = { pairs: [], sensitivity: [], bases: [], response: [], coding: [] };
  return { ...now, ...none, problems, themes, closed: closed.filter((row) => row.option !== '') };
}

/** Counts of the late ones that tell of a few, though they are hidden, by what both releases show. */
function toldOfLate(now: MadeSurvey, before: MadeSurvey): readonly string[] {
  const published = besideRelease(now, before);
  const tables = lateTables(now.before, before.before);
  if (tables === null) return [];
  const network = tablesNetwork(tables, now.survey, now.codebook);
  const [first, second] = [before.published, published].map(knownCounts);
  const shown = Float64Array.from(network.cells, ({ name, n }) =>
    typeof first!.get(name) === 'number' && typeof second!.get(name) === 'number' ? n : Number.NaN,
  );
  const { minimum } = now.survey.privacy;
  const few = network.cells.flatMap(({ n, over, ofPeople }, cell) => {
    const base = network.index.get(over ?? '');
    const isCounted = ofPeople && base !== undefined && Number.isNaN(shown[cell]!);
    return isCounted &&
      network.counts[base!]! > 0 &&
      /^(code|theme|option)\u0001/.test(network.cells[cell]!.name) &&
      isPrimary(n, network.counts[base]!, minimum)
      ? [cell]
      : [];
  });
  return attack(network, shown, few, minimum, Infinity).exposed.map(
    ({ cell, low, high }) =>
      `${network.cells[cell]!.name.replaceAll('\u0001', ' ')} ${network.counts[cell]!}: ${low} to ${high}`,
  );
}

test(`of those who came late to ${SURVEYS} random surveys no few are told by all sums and limits`, () => {
  const made = fc.sample(fc.tuple(plans, fc.integer({ min: 1, max: 8 })), {
    numRuns: SURVEYS,
    seed: 11,
  });
  let looked = 0;
  for (const [plan, late] of made) {
    const early: Plan = { ...plan, groups: plan.groups.slice(late) };
    if (early.groups.length < 2) continue;
    looked += 1;
    expect(toldOfLate(surveyFrom(plan), surveyFrom(early))).toEqual([]);
  }
  expect(looked).toBeGreaterThan(50);
});
