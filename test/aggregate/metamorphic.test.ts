/** What must not change figures, and what must change them in a known way. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { FigureTables, ProblemRow, RowsRow } from '../../pipeline/aggregate/tables.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally, mergeTally } from '../../pipeline/tally/tally.ts';
import { literalCoder, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const SURVEY = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  privacy: { minimum: 1, quotes: 'none', personalData: 'mask' },
});

/** Tables before anything is hidden, which is another matter. */
function tablesOf(people: readonly Respondent[], files = 1, survey = SURVEY): FigureTables {
  const coders = new Map([['tiny', literalCoder]]);
  const plan = { survey, round: 'r1', codebook: tinyCodebook, coders };
  const tally = emptyTally();
  for (let f = 0; f < files; f++) {
    const own = emptyTally();
    const part = people.filter((_, i) => i % files === f);
    countRespondents(part, `f${f}`, plan, own);
    mergeTally(tally, own);
  }
  const used = people.length;
  const rows: readonly RowsRow[] = [
    {
      ...{ round: 'r1', file: 'f', encoding: 'utf-8', format: 'plain' },
      ...{ encoding_reason: 'valid-utf8', runner_up: '', rows: used, used },
      ...{ set_aside: 0, excluded: 0, reason: 'used' },
    },
  ];
  const counts = {
    survey,
    codebook: tinyCodebook,
    tallies: new Map([['r1', tally]]),
    rows,
    population: null,
  };
  return completeTables(countTables(counts), counts);
}

const person = fc.record({
  open: fc.constantFrom('P1', 'P1.1', 'P2;P3', 'P3', 'uncoded', 'no-problem', 'empty'),
  type: fc.constantFrom('a', 'b', 'c'),
  unit: fc.constantFrom('u', 'v'),
  weight: fc.integer({ min: 1, max: 80 }).map((units) => units / 16),
  scale: fc.integer({ min: 1, max: 5 }),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

const people = fc.array(person, { minLength: 8, maxLength: 60 });

function respondents(all: readonly Person[], weightOf = (one: Person) => one.weight) {
  return all.map((one, i) =>
    respondentOf(one.open, one.type, one.unit, {
      weight: weightOf(one),
      scale: one.scale,
      row: i + 2,
    }),
  );
}

/** Tables whose figures are the same but for rounding, text and counts exactly. */
function expectAlike(actual: object, expected: object): void {
  const rounded = (value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;
  const plain = (tables: object) =>
    JSON.parse(JSON.stringify(tables, (_, value) => rounded(value))) as unknown;
  expect(plain(actual)).toEqual(plain(expected));
}

test('weights times a constant change nothing', () => {
  fc.assert(
    fc.property(people, fc.constantFrom(0.25, 8, 1024), (all, factor) => {
      const times = respondents(all, (one) => one.weight * factor);
      expectAlike(tablesOf(times), tablesOf(respondents(all)));
    }),
    { numRuns: 15 },
  );
});

test('equal weights are no weights', () => {
  fc.assert(
    fc.property(people, (all) => {
      const [equal, none] = [5, 1].map((weight) => tablesOf(respondents(all, () => weight)));
      expectAlike(equal!, none!);
      for (const row of none!.problems) {
        if (row.share !== null) expect(row.share).toBeCloseTo(row.n! / row.base!, 12);
        if (row.n_effective !== null) expect(row.n_effective).toBeCloseTo(row.base!, 9);
      }
    }),
    { numRuns: 15 },
  );
});

test('the order of rows and their split into files change no byte', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 5 }), (all, files) => {
      const own = respondents(all);
      expect(tablesOf([...own].reverse(), files)).toEqual(tablesOf(own));
    }),
    { numRuns: 15 },
  );
});

test('two values merged by an alias give the group of both', () => {
  fc.assert(
    fc.property(people, (all) => {
      const of = (tables: FigureTables, value: string) =>
        tables.problems.filter((row) => row.group === 'type' && row.value === value);
      const apart = tablesOf(respondents(all));
      const merged = tablesOf(
        respondents(all.map((one) => ({ ...one, type: one.type === 'b' ? 'a' : one.type }))),
      );
      for (const row of of(merged, 'a')) {
        const parts = ['a', 'b'].flatMap((value) =>
          of(apart, value).filter((one) => one.code === row.code),
        );
        const sum = (of: (one: ProblemRow) => number | null) =>
          parts.reduce((total, one) => total + (of(one) ?? 0), 0);
        expect([row.n, row.base]).toEqual([sum((one) => one.n), sum((one) => one.base)]);
        const shares = parts.flatMap((one) => one.share ?? []);
        if (row.share === null) continue;
        // A share of both lies between theirs.
        expect(row.share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(row.share).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      }
    }),
    { numRuns: 15 },
  );
});

test('a base of nobody, a share of 0 or 1 and a single respondent have answers, never NaN', () => {
  const cases: readonly (readonly Person[])[] = [
    [],
    [{ open: 'P1', type: 'a', unit: 'u', weight: 1, scale: 3 }],
    [{ open: 'P1', type: 'a', unit: 'u', weight: 0, scale: 3 }],
    Array.from({ length: 9 }, () => ({ open: 'P1', type: 'a', unit: 'u', weight: 2, scale: 5 })),
    Array.from({ length: 9 }, () => ({ open: 'empty', type: 'a', unit: 'u', weight: 2, scale: 5 })),
  ];
  for (const interval of ['wilson', 'logit', 'beta'] as const) {
    const statistics = { ...SURVEY.statistics, interval };
    for (const all of cases) {
      const tables = tablesOf(respondents(all), 1, { ...SURVEY, statistics });
      const figures = Object.values(tables).flatMap((rows) =>
        (rows as readonly object[]).flatMap((row) => Object.values(row)),
      );
      expect(figures.filter((one) => typeof one === 'number' && !Number.isFinite(one))).toEqual([]);
    }
  }
});
