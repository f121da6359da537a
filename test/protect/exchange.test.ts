/** Whoever is said to be free is free: exchanges against the attacker, which knows nothing of them. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import { type Network, withZeros } from '../../pipeline/protect/attack/network.ts';
import { attackRests, linesWithRest } from '../../pipeline/protect/attack/rests.ts';
import { attack, attackAmong } from '../../pipeline/protect/attack.ts';
import { publishedCounts } from '../../pipeline/protect/counts/counts.ts';
import { presentIn } from '../../pipeline/protect/counts/present.ts';
import { tablesNetwork } from '../../pipeline/protect/hide.ts';
import { Exchange } from '../../pipeline/protect/suppress/exchange.ts';
import { gridsOf } from '../../pipeline/protect/suppress/grids.ts';
import { Hidden } from '../../pipeline/protect/suppress/hidden.ts';
import { closeTo } from '../../pipeline/protect/suppress/nearby.ts';
import { suppress } from '../../pipeline/protect/suppress.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countsOf } from '../support/made-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const person = fc.record({
  answer: fc.constantFrom('P1', 'P1.1', 'P1.1;P2', 'P2;P3', 'P3', 'P2.1', 'no-problem', 'empty'),
  unit: fc.nat(14),
  scale: fc.integer({ min: 1, max: 5 }),
  single: fc.constantFrom('x', 'x', 'y'),
});
const people = fc.array(person, { minLength: 40, maxLength: 120 });

/** The counts of one round, of which those that are small are hidden, and no more. */
function hiddenIn(persons: readonly { answer: string; unit: number }[]) {
  const survey = surveyOf();
  const respondents = persons.map(({ answer, unit, ...more }) =>
    respondentOf(answer, `T${unit % 3}`, `u${unit}`, more),
  );
  const tables = countTables(countsOf([respondents], survey));
  const network = tablesNetwork(tables, survey, tinyCodebook);
  const hidden = new Hidden(network);
  network.cells.forEach((cell, i) => {
    if (cell.primary) hidden.hide(i);
  });
  return { survey, tables, network, hidden };
}

const MINIMUM = 5;

/** Grids of the published counts, and of the people who are at each place. */
function gridsIn(tables: CountTables, survey: Survey, { index }: Network) {
  const counts = publishedCounts(tables, survey);
  return gridsOf([...counts.values(), ...presentIn(counts, survey).counts], index, survey);
}

test('what exchanges move freely, no attack narrows down', () => {
  let [free, narrow] = [0, 0];
  fc.assert(
    fc.property(people, (persons) => {
      const { survey, tables, network, hidden } = hiddenIn(persons);
      const grids = gridsIn(tables, survey, network);
      const exchange = new Exchange(network, hidden, grids);
      const cells = [...hidden.cells].filter((cell) => network.cells[cell]!.ofPeople);
      const moved = new Set(cells.filter((cell) => exchange.isFree(cell, MINIMUM)));
      const { exposed } = attack(network, hidden.shown, cells, MINIMUM, Infinity);
      free += moved.size;
      narrow += exposed.length;
      expect(exposed.filter(({ cell }) => moved.has(cell))).toEqual([]);
    }),
    { numRuns: 30, endOnFailure: true },
  );
  // Otherwise nothing would have been tried.
  expect(free).toBeGreaterThan(500);
  expect(narrow).toBeGreaterThan(500);
});

test('rests that exchanges move freely, no attack narrows down', () => {
  let [free, narrow] = [0, 0];
  fc.assert(
    fc.property(people, (persons) => {
      const { survey, tables, network, hidden } = hiddenIn(persons);
      const exchange = new Exchange(network, hidden, gridsIn(tables, survey, network));
      const lines = linesWithRest(network).filter(
        (line) => hidden.has(line) && hidden.has(network.over[line]!),
      );
      const moved = new Set(lines.filter((line) => exchange.isRestFree(line, MINIMUM)));
      const { exposed } = attackRests(network, hidden.shown, lines, MINIMUM, Infinity);
      free += moved.size;
      narrow += exposed.length;
      expect(exposed.filter(({ cell }) => moved.has(cell))).toEqual([]);
    }),
    { numRuns: 30, endOnFailure: true },
  );
  expect(free).toBeGreaterThan(500);
  expect(narrow).toBeGreaterThan(50);
});

test('what close ties give away, all ties give away', () => {
  let found = 0;
  fc.assert(
    fc.property(people, (persons) => {
      const { network, hidden } = hiddenIn(persons);
      const cells = [...hidden.cells].filter((cell) => network.cells[cell]!.ofPeople);
      const { exposed } = attack(network, hidden.shown, cells, MINIMUM, Infinity);
      const known = new Set(exposed.map(({ cell }) => cell));
      const shown = withZeros(network, hidden.shown);
      for (const cell of cells.filter((one) => Number.isNaN(shown[one]!)).slice(0, 20)) {
        const close = closeTo(network, shown, cell);
        for (const one of attackAmong(network, shown, close, MINIMUM)) {
          if (!network.cells[one.cell]!.ofPeople) continue;
          found += 1;
          expect(known.has(one.cell)).toBe(true);
        }
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
  expect(found).toBeGreaterThan(20);
});

test('of many units, looked at one neighbourhood after the other, nothing is exposed', () => {
  const survey = surveyOf();
  // Everybody names one problem or none, so that parts leave no slack.
  const answers = ['P1', 'P2', 'P3', 'P1.1', 'no-problem', 'P2.1', 'P1'];
  let state = 1;
  const upTo = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const respondents = Array.from({ length: 1200 }, () => {
    const unit = upTo(130);
    const answer = answers[upTo(answers.length)]!;
    return respondentOf(answer, `T${unit % 4}`, `u${unit}`, { scale: 1 + upTo(5) });
  });
  const tables = countTables(countsOf([respondents], survey));
  const network = tablesNetwork(tables, survey, tinyCodebook);
  const grids = gridsIn(tables, survey, network);
  const hidden = suppress(network, MINIMUM, grids, 0);
  const shown = Float64Array.from(network.cells, ({ n }, i) => (hidden.has(i) ? Number.NaN : n));
  const cells = [...hidden].filter((cell) => network.cells[cell]!.ofPeople);
  expect(cells.length).toBeGreaterThan(500);
  expect(attack(network, shown, cells, MINIMUM, Infinity).exposed).toEqual([]);
});

test('where everybody answers everything, people change units with all their answers', () => {
  const answers = ['P1', 'P2', 'P3', 'no-problem'];
  const persons = Array.from({ length: 48 }, (_, i) => {
    const answer = answers[(i * 7 + Math.floor(i / 12)) % 4]!;
    return { answer, unit: i % 12, scale: 1 + ((i * 3) % 5), single: i % 2 === 0 ? 'x' : 'y' };
  });
  const { survey, tables, network, hidden } = hiddenIn(persons);
  const exchange = new Exchange(network, hidden, gridsIn(tables, survey, network));
  // Four a unit: a base can be at most so many people, and so many as anybody answers.
  const bases = [...hidden.cells].filter(
    (cell) => network.cells[cell]!.kind === 'base' && network.cells[cell]!.name.includes('unit'),
  );
  expect(bases).toHaveLength(12);
  expect(bases.filter((cell) => !exchange.isFree(cell, MINIMUM))).toEqual([]);
});
