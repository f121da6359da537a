import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { adjust } from '../../pipeline/statistics/adjust.ts';
import { expectNear, fixture } from './support.ts';

type Ps = readonly (number | null)[];
const { p_adjust: truths } = fixture<{
  p_adjust: readonly { name: string; p: Ps; holm: Ps; BH: Ps }[];
}>('tests.json');

test.each(truths.flatMap((R) => (['holm', 'BH'] as const).map((method) => ({ ...R, method }))))(
  'p.adjust(method = "$method") of $name',
  (R) => {
    const found = adjust(R.p, R.method);
    expect(found).toHaveLength(R.p.length);
    R[R.method].forEach((expected, i) => {
      if (expected === null) expect(found[i]).toBeNull();
      else expectNear(found[i]!, expected, 1e-12);
    });
  },
);

const family = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })));

test.each(['holm', 'BH'] as const)('%s never lowers a p, nor depends on the order', (method) => {
  fc.assert(
    fc.property(family, (ps) => {
      const found = adjust(ps, method);
      ps.forEach((p, i) => {
        if (p === null) expect(found[i]).toBeNull();
        else expect(found[i]!).toBeGreaterThanOrEqual(p);
      });
      expect(adjust(ps.toReversed(), method).toReversed()).toEqual(found);
    }),
  );
});

test('no correction leaves every p', () => {
  expect(adjust([0.2, null, 0.1], 'none')).toEqual([0.2, null, 0.1]);
});

test('a family without tests stays as it is', () => {
  expect(adjust([], 'BH')).toEqual([]);
  expect(adjust([null], 'holm')).toEqual([null]);
});

test.each(['BH', 'none'] as const)('%s refuses a p outside [0, 1]', (method) => {
  expect(() => adjust([0.2, 1.2], method)).toThrow(/got 1.2/);
  expect(() => adjust([Number.NaN], method)).toThrow(/got NaN/);
});
