/** A round on its way to the thread that tells what to hide in it. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { Hiding, RoundToHide } from '../../pipeline/protect/hide.ts';
import {
  packedHiding,
  packedRound,
  unpackedHiding,
  unpackedRound,
} from '../../pipeline/protect/packed.ts';
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

test('what to hide comes back by name, and the same list of what is untold as one', () => {
  const round = madeRound();
  const [first, second, third] = round.counts.map(({ name }) => name);
  const back = (hiding: Hiding) =>
    unpackedHiding(round, structuredClone(packedHiding(round, hiding)));
  const apart = { names: [third!, first!], untold: [second!] };
  expect(back(apart)).toEqual(apart);
  const { names, untold } = back({ names: apart.names, untold: apart.names });
  expect(names).toEqual(apart.names);
  expect(untold).toBe(names);
});

test('a count that names one which is not there is not sent', () => {
  const round = madeRound();
  const counts = [{ ...round.counts[0]!, over: 'no such count' }];
  expect(() => packedRound({ ...round, counts })).toThrow('no such count');
});
