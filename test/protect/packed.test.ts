/** A round on its way to the thread that tells what to hide in it. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import { hideInRound, type RoundToHide } from '../../pipeline/protect/hide.ts';
import { packedRound, unpackedRound } from '../../pipeline/protect/packed.ts';
import { NOTHING_EARLIER, planRounds } from '../../pipeline/protect/protect.ts';
import { countsOf, peopleBySeed } from '../support/made-tables.ts';
import { surveyOf, tinyCodebook } from '../support/survey.ts';

function madeRound(): RoundToHide {
  const survey = surveyOf();
  const tables = countTables(countsOf([peopleBySeed(1)], survey));
  const [plan] = planRounds(tables, survey, tinyCodebook, NOTHING_EARLIER);
  const { counts, ...others } = plan!.toHide;
  // Each kind of mark on some, so that none can stand for another.
  const marked = counts.map((one, at) => ({ ...one, told: at % 3 === 0, ofPeople: at % 5 > 0 }));
  const shown = counts.filter((_, at) => at % 4 === 1).map(({ name }) => name);
  return { ...others, counts: marked, told: new Set(shown) };
}

test('a round arrives as it was sent', () => {
  const round = madeRound();
  expect(round.counts.length).toBeGreaterThan(100);
  expect(round.counts.some(({ dependents }) => dependents.length > 1)).toBe(true);
  expect(unpackedRound(structuredClone(packedRound(round)))).toEqual(round);
});

test('what is found in it elsewhere comes back as found here, and the same list as one', () => {
  const round = madeRound();
  const back = (one: RoundToHide) =>
    structuredClone(hideInRound(unpackedRound(structuredClone(packedRound(one)))));
  const { hidden, untold } = back(round);
  expect({ hidden, untold }).toEqual(hideInRound(round));
  expect(hidden).not.toBe(untold);
  const plain = back({ ...round, told: new Set() });
  expect(plain).toEqual({ hidden: untold, untold });
  expect(plain.hidden).toBe(plain.untold);
});

test('a count that names one which is not there is not sent', () => {
  const round = madeRound();
  const counts = [{ ...round.counts[0]!, over: 'no such count' }];
  expect(() => packedRound({ ...round, counts })).toThrow('no such count');
});
