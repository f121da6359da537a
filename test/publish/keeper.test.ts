/** Kept rounds that cannot be read, and lines that are too many to be kept, cost time and no more. */
import { expect, test } from '@jest/globals';
import type { Effects } from '../../pipeline/effects.ts';
import { openKeeper } from '../../pipeline/publish/keeper.ts';
import { openPrivate } from '../../pipeline/publish/private.ts';
import type { Stage } from '../../pipeline/publish/stage.ts';
import { WrittenLines } from '../../pipeline/publish/written-lines.ts';
import { writeKept } from '../../pipeline/tally/saved/kept-round.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { surveyOf } from '../support/survey.ts';

const COUNTED = { key: 'k', tally: emptyTally(), files: [], duplicates: [], hygiene: [] };
const denied = () => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }));
const nothing = new WrittenLines().kept()!;

/** A keeper over an earlier set that has a round, and codes of nobody. */
async function keeperOver(fx: Partial<Effects>, stage: Partial<Stage> = {}) {
  const all = {
    create: async () => ({ write: async () => {}, close: async () => {} }),
    write: async () => {},
    previous: async (name: string) => name,
    ...stage,
  } as unknown as Stage;
  const real = {
    read: async () => Buffer.from(writeKept({ ...COUNTED, lines: nothing })!),
    async *stream() {},
    ...fx,
  } as unknown as Effects;
  const privates = await openPrivate(all, surveyOf().rounds, real);
  return openKeeper(all, privates, 'p', real);
}

test('a kept round is taken where all can be read', async () => {
  expect(await (await keeperOver({})).take('r1', 'k')).toMatchObject(COUNTED);
});

test.each<[string, Partial<Effects>, Partial<Stage>]>([
  ['its file', { read: denied }, {}],
  ['its folder', {}, { previous: denied }],
  [
    'its lines',
    {
      // biome-ignore lint/correctness/useYield: fails before there is anything to yield
      async *stream() {
        await denied();
      },
    },
    {},
  ],
])('a round of which one may not read %s is counted anew', async (_, fx, stage) => {
  expect(await (await keeperOver(fx, stage)).take('r1', 'k')).toBeNull();
});

test('lines of a round are kept up to a bound over both files, and then none', () => {
  const lines = new WrittenLines(10);
  lines.enterShared('flags', '12345');
  lines.enterShared('setAside', '1234');
  lines.enterShared('flags', '6');
  expect(lines.kept()).toMatchObject({ flags: '123456', setAside: '1234' });
  lines.enterShared('setAside', '5');
  expect(lines.kept()).toBeNull();
  lines.enterShared('flags', '');
  expect(lines.kept()).toBeNull();
});
