/** Rounds protected on several threads come out as on one. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import { protectInParallel } from '../../pipeline/protect/in-parallel.ts';
import { KEEPS_NO_HIDING } from '../../pipeline/protect/kept-hiding.ts';
import { NOTHING_EARLIER, protectTables } from '../../pipeline/protect/protect.ts';
import { randomFrom } from '../../pipeline/statistics/random.ts';
import { countsOf } from '../support/made-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const ANSWERS = ['P1', 'P1.1', 'P1.1;P2', 'P2;P3', 'P3', 'no-problem', 'empty'];

function round(seed: number) {
  const next = randomFrom(seed);
  const of = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: 90 }, () => {
    const unit = Math.floor(next() * 12);
    return respondentOf(of(ANSWERS), `T${unit % 3}`, `u${unit}`, { scale: 1 + (unit % 5) });
  });
}

test.each([1, 2, 3])(
  '%d threads hide what one hides, and tell it in the same order',
  async (jobs) => {
    const survey = surveyOf();
    const tables = countTables(countsOf([1, 2, 3, 4].map(round), survey));
    const one = protectTables(tables, survey, tinyCodebook);
    expect(one.protection.primary).toBeGreaterThan(100);
    const several = await protectInParallel(
      tables,
      survey,
      tinyCodebook,
      NOTHING_EARLIER,
      jobs,
      KEEPS_NO_HIDING,
      0,
    );
    expect(several).toEqual(one);
  },
);
