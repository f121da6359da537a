import { expect, test } from '@jest/globals';
import { NOTHING_BESIDE } from '../../pipeline/protect/earlier/lone-counts.ts';
import { protectPersonal } from '../../pipeline/protect/personal.ts';

const place = { round: 'r1', question: 'open', type: 'mobile' } as const;

test.each([
  { n: 0, base: 100, shown: 0 },
  { n: 1, base: 100, shown: null },
  { n: 6, base: 100, shown: null },
  { n: 7, base: 100, shown: 7 },
  { n: 94, base: 100, shown: 94 },
  { n: 95, base: 100, shown: null },
  { n: 100, base: 100, shown: null },
  { n: 0, base: 4, shown: 0 },
  { n: 4, base: 4, shown: null },
])('$n of $base who gave a number are told as $shown with a minimum of 5', ({ n, base, shown }) => {
  const status = shown === null ? 'suppressed' : 'shown';
  expect(protectPersonal([{ ...place, n, base }], 5, NOTHING_BESIDE)).toEqual([
    { ...place, n: shown, status },
  ]);
});
