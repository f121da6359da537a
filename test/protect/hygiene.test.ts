import { expect, test } from '@jest/globals';
import { hygieneRows } from '../../pipeline/aggregate/hygiene.ts';
import { NOTHING_BESIDE } from '../../pipeline/protect/earlier/lone-counts.ts';
import { protectHygiene } from '../../pipeline/protect/hygiene.ts';
import type { HygieneCount } from '../../pipeline/tally/hygiene.ts';

const count = (n: number | null, policy: 'flag' | 'drop' = 'flag'): HygieneCount => ({
  round: 'r1',
  rule: 'speed',
  n,
  base: 100,
  policy,
});

test.each([
  { n: 0, status: 'shown', shown: 0 },
  { n: 1, status: 'suppressed', shown: null },
  { n: 6, status: 'suppressed', shown: null },
  { n: 7, status: 'shown', shown: 7 },
  { n: 94, status: 'shown', shown: 94 },
  { n: 95, status: 'suppressed', shown: null },
  { n: null, status: 'no-base', shown: null },
])('of 100 respondents with a minimum of 5, $n flagged are $status', ({ n, status, shown }) => {
  const counts = [count(n)];
  const [row] = protectHygiene(hygieneRows(counts), counts, 5, NOTHING_BESIDE);
  expect(row).toMatchObject({ status, n: shown, share: shown === null ? null : shown / 100 });
});

test('rows that are dropped are no respondents, and told as rows.csv tells them', () => {
  const counts = [count(2, 'drop')];
  expect(protectHygiene(hygieneRows(counts), counts, 5, NOTHING_BESIDE)).toMatchObject([
    { n: 2, share: 0.02 },
  ]);
});
