/** Whatever somebody writes into a tally and seals anew: it is refused, or figures are made of it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import { prepareTallies } from '../../pipeline/aggregate/prepare.ts';
import { rowsOf } from '../../pipeline/aggregate/rows.ts';
import { InputError } from '../../pipeline/errors.ts';
import { contradictions } from '../../pipeline/protect/contradictions.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import {
  codebook,
  counted,
  exportOf,
  HEAD,
  plain,
  problemsOf,
  SURVEY,
  tallyOf,
  tampered,
} from '../support/parts.ts';
import { protectTables } from '../support/protect-tables.ts';

const RUNS = Number(process.env.RUNS ?? 150);
const one = await tallyOf({ 'p0.csv': exportOf(0, 40) });
const survey = {
  ...SURVEY,
  rounds: [{ id: 'r1', label: sameInAll('r1'), date: null, files: [plain('a.tally')] }],
};

type Place = readonly [holder: Record<string, unknown>, key: string];

/** Every place in a value where something stands. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

const CHANGES: Readonly<Record<string, (value: unknown, other: unknown) => unknown>> = {
  more: (value) => (typeof value === 'number' ? value + 1 : `${value}1`),
  less: (value) => (typeof value === 'number' ? value - 1 : ''),
  twice: (value) => (typeof value === 'number' ? value * 2 : [value, value]),
  negative: (value) => (typeof value === 'number' ? -value : -1),
  nothing: () => null,
  nought: () => 0,
  other: (_, other) => other,
  text: () => '<script>',
  proto: () => '__proto__',
};

/** Makes the figures of a survey. */
async function figures(tally: string): Promise<void> {
  const { tallies, files, refusals } = await counted({ r1: { 'a.tally': tally } });
  const { problems, ...prepared } = prepareTallies(tallies, survey, null);
  if (refusals.length + problems.length > 0) return;
  const rows = files.flatMap(rowsOf);
  const counts = { survey, codebook, tallies: prepared.tallies, rows, population: null };
  const tables = countTables(counts);
  if (contradictions(tables, survey, codebook).length > 0) throw new InputError([]);
  completeTables(protectTables(tables, survey, codebook).tables, counts);
}

/** 60 people of whom most name three problems, in two types of units. */
const many = Array.from({ length: 60 }, (_, i) => {
  const answer = i % 5 === 0 ? '没有' : '经费不足，开会太多，没有人手';
  return `p${i},${1 + (i % 3)},T${i % 2},U${i % 3},${answer},${1 + (i % 5)},x,3`;
});
const whole = await tallyOf({ 'p0.csv': [HEAD, ...many].join('\n') });

/** Nobody is counted any more in what is named like this, in groupings that are. */
function emptied(item: RegExp, grouping = /./): string {
  // biome-ignore lint/suspicious/noExplicitAny: whatever stands in a file
  return tampered(whole, (_: any, counts: any) => {
    const [, open] = counts.questions.$map.find(([id]: [string]) => id === 'open');
    const gone = new Set(
      open.items.$map.flatMap(([name, at]: [string, number]) => (item.test(name) ? [at] : [])),
    );
    for (const [name, values] of open.groupings.$map) {
      if (!grouping.test(name)) continue;
      for (const [, rows] of values.$map) {
        for (const [, row] of rows.$map) {
          row.$row = row.$row.filter((_: number, i: number, all: number[]) => {
            const at = i === 0 ? -1 : all[i % 2 === 1 ? i : i - 1]!;
            return at < 0 || !gone.has(Math.floor(at / 13));
          });
        }
      }
    }
  });
}

test.each([
  ['pairs of problems that everybody names', /^pair/],
  ['a theme of problems that everybody names', /^theme/],
  ['a problem of which there are sub-problems', /^code\ttiny\tP2$/],
  ['all problems of those who name one', /^code/],
  ['everybody', /^status/],
])('refused where nobody is counted in %s', async (_, item) => {
  expect(await problemsOf(figures(whole))).toEqual([]);
  expect(await problemsOf(figures(emptied(item)))).toMatchObject([{ message: 'tally-unsound' }]);
});

test.each(['type', 'unit', '~by-terms'])(
  'refused where %s does not come to everybody',
  async (name) => {
    const changed = emptied(
      name.startsWith('~') ? /^status/ : /^code\ttiny\tP3$/,
      new RegExp(name),
    );
    expect(await problemsOf(figures(changed))).toMatchObject([{ message: 'tally-unsound' }]);
  },
);

test('a change anywhere is refused with a problem, or taken for counts as others are', async () => {
  const change = fc.record({
    at: fc.nat(),
    from: fc.nat(),
    how: fc.constantFrom(...Object.keys(CHANGES)),
    inHead: fc.boolean(),
  });
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const content = tampered(one, (head, counts) => {
        for (const { at, from, how, inHead } of changes) {
          const places = placesIn(inHead ? head : counts);
          if (places.length === 0) continue;
          const [holder, key] = places[at % places.length]!;
          const [otherHolder, otherKey] = places[from % places.length]!;
          holder[key] = CHANGES[how]!(holder[key], structuredClone(otherHolder[otherKey]));
        }
      });
      // Throws what is no problem of the user.
      const found = await problemsOf(figures(content));
      if (found.length === 0) taken += 1;
    }),
    { numRuns: RUNS },
  );
  expect(taken).toBeLessThan(RUNS);
});
