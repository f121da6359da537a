/** Parts added up on several threads come to what they come to on one. */
import { expect, test } from '@jest/globals';
import { respondentsOf } from '../../pipeline/aggregate/sums.ts';
import { Elsewhere } from '../../pipeline/tally/elsewhere.ts';
import { encode } from '../../pipeline/tally/saved/codec.ts';
import { inOrder } from '../../pipeline/tally/saved/in-order.ts';
import { filesAtHand } from '../support/counted.ts';
import {
  codebook,
  exportOf,
  PROGRAM,
  plain,
  SURVEY,
  tallyOf,
  tampered,
  withRound,
} from '../support/parts.ts';

/** Twelve tallies of files that bear three names between them, and between these some that are refused. */
const TALLIES: readonly (readonly [string, string])[] = await Promise.all(
  Array.from({ length: 12 }, async (_, part) => {
    const content = await tallyOf({ [`p${part % 3}.csv`]: exportOf(part) });
    return [`t${part}.tally`, content] as const;
  }),
);
const [first] = TALLIES[0]!;
const whole = new Map<string, string>(TALLIES);
const damaged = `${whole.get(first)}x`;
const unsound = tampered(whole.get(first)!, (_, counts) => {
  counts.people = { $map: [['p', 1]] };
});
const contents = new Map([...whole, ['cut.tally', damaged], ['odd.tally', unsound]]);
const NAMES = [...whole.keys()].flatMap((name, i) =>
  i === 3 ? [name, 'cut.tally'] : i === 7 ? [name, 'missing.tally', 'odd.tally'] : [name],
);

async function taken(jobs: number) {
  const bytes = [...contents].map(([name, text]) => [`/${name}`, Buffer.from(text)] as const);
  const survey = withRound(SURVEY, 'r1');
  const elsewhere = new Elsewhere(survey, survey.rounds[0]!, codebook, PROGRAM);
  const found = await elsewhere.takeAll(NAMES.map(plain), jobs, filesAtHand(new Map(bytes)), 1);
  return {
    files: found.map((one) =>
      'counted' in one
        ? one.counted.map(({ file, account }) => [file.name, file.counts(), account])
        : one.problems,
    ),
    sums: encode(inOrder(elsewhere.tally)),
    hygiene: elsewhere.withHygiene([]),
    respondents: respondentsOf(elsewhere.tally, { group: 'all', value: '' }).sums.n,
  };
}

test.each([2, 3])('on %d threads as on one, refused ones among them', async (jobs) => {
  const one = await taken(1);
  expect(one.files.map((own) => own.length)).toEqual(NAMES.map(() => 1));
  expect(one.sums.length).toBeGreaterThan(1000);
  expect(await taken(jobs)).toEqual(one);
});

test('what is refused is told at its place, and everything else is counted', async () => {
  const { files, respondents } = await taken(2);
  const told = files.map(([own]) => ('message' in own! ? own.message : own![0]));
  expect(told).toEqual([
    ...['p0.csv', 'p1.csv', 'p2.csv', 'p0.csv [t3.tally]', 'tally-damaged'],
    ...['p1.csv [t4.tally]', 'p2.csv [t5.tally]', 'p0.csv [t6.tally]', 'p1.csv [t7.tally]'],
    ...['file-missing', 'tally-unsound'],
    ...['p2.csv [t8.tally]', 'p0.csv [t9.tally]', 'p1.csv [t10.tally]', 'p2.csv [t11.tally]'],
  ]);
  // Everybody of twelve parts, 23 in each.
  expect(respondents).toBe(12 * 23);
});
