/** Flagged respondents and personal data beside what an earlier release told of them. */
import { expect, test } from '@jest/globals';
import { usedIn } from '../../../pipeline/protect/counts/counts.ts';
import { knownLone, tellsBeside } from '../../../pipeline/protect/earlier/lone-counts.ts';
import { protectHygiene } from '../../../pipeline/protect/hygiene.ts';
import { protectPersonal } from '../../../pipeline/protect/personal.ts';

const flags = { round: 'r1', rule: 'speed', policy: 'flag' } as const;
const phones = { round: 'r1', question: 'open', type: 'mobile' } as const;

/** What is told of `n` after `late` more respondents, where `before` was told of the first hundred. */
function toldAfter(
  before: number | null,
  n: number,
  late: number,
  inputs = 'second',
  revised: string[] = [],
) {
  const known = new Map<string, number | null>([
    [usedIn('r1'), 100],
    ...knownLone({
      hygiene: [{ ...flags, n: before, status: before === null ? 'suppressed' : 'shown' }],
      personal: [{ ...phones, n: before }],
    }),
  ]);
  const release = {
    known,
    inputs: new Map([['r1', 'first']]),
    revised: new Set(revised),
    changes: new Map(),
  };
  const base = 100 + late;
  const tells = tellsBeside(
    release,
    new Map([['r1', inputs]]),
    [{ round: 'r1', used: base }],
    () => 5,
  );
  const row = { ...flags, n, share: n / base, status: 'shown' } as const;
  const [flagged] = protectHygiene([row], [{ ...flags, n, base }], 5, tells);
  const [personal] = protectPersonal([{ ...phones, n, base }], 5, tells);
  expect(flagged!.status).toBe(personal!.status);
  expect(flagged!.n).toBe(personal!.n);
  return personal!.n;
}

test.each([
  { why: 'one late respondent is counted', before: 11, n: 12, late: 1, told: null },
  { why: 'one late respondent is not counted', before: 11, n: 11, late: 1, told: null },
  { why: 'four of many late ones are counted', before: 11, n: 15, late: 30, told: null },
  { why: 'all but four of many late ones are counted', before: 11, n: 37, late: 30, told: null },
  { why: 'all of many late ones are counted', before: 11, n: 41, late: 30, told: null },
  { why: 'it was hidden before', before: null, n: 11, late: 30, told: null },
  { why: 'a cell was corrected', before: 11, n: 12, late: 0, told: null },
  { why: 'fifteen of thirty late ones are counted', before: 11, n: 26, late: 30, told: 26 },
  { why: 'none of thirty late ones is counted', before: 11, n: 11, late: 30, told: 11 },
  { why: 'nobody was or is counted', before: 0, n: 0, late: 1, told: 0 },
])('where $why, $n are told as $told', ({ before, n, late, told }) => {
  expect(toldAfter(before, n, late)).toBe(told);
});

test('of a round that is as it was the same is told', () => {
  expect(toldAfter(11, 11, 0, 'first')).toBe(11);
});

test('of a round that was revised before, what was hidden stays hidden though it is as it was', () => {
  expect(toldAfter(null, 11, 0, 'first', ['r1'])).toBeNull();
  expect(toldAfter(null, 11, 0, 'first', ['r2'])).toBe(11);
  expect(toldAfter(11, 11, 0, 'first', ['r1'])).toBe(11);
});
