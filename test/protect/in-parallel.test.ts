/** Rounds protected on several threads come out as on one. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import { protectInParallel } from '../../pipeline/protect/in-parallel.ts';
import { KEEPS_NO_HIDING } from '../../pipeline/protect/kept-hiding.ts';
import { NOTHING_EARLIER } from '../../pipeline/protect/protect.ts';
import { countsOf, peopleBySeed } from '../support/made-tables.ts';
import { protectTables } from '../support/protect-tables.ts';
import { surveyOf, tinyCodebook } from '../support/survey.ts';

// So many lines are worth a thread for each job, or one less than that.
const [LARGE, SMALL] = [0, Infinity];

test.each([
  [1, SMALL],
  [2, SMALL],
  [3, SMALL],
  [2, LARGE],
  [3, LARGE],
])(
  '%d threads hide what one hides, and tell it in the same order (large from %d)',
  async (jobs, large) => {
    const survey = surveyOf();
    const tables = countTables(countsOf([1, 2, 3].map(peopleBySeed), survey));
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
      large,
    );
    expect(several).toEqual(one);
  },
);
