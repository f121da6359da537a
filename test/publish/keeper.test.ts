/** Kept rounds that cannot be read, and lines that are too many to be kept, cost time and no more. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { Effects } from '../../pipeline/effects.ts';
import { hideInRound, type RoundToHide } from '../../pipeline/protect/hide.ts';
import { protectInParallel } from '../../pipeline/protect/in-parallel.ts';
import { NOTHING_EARLIER, planRounds, type RoundPlan } from '../../pipeline/protect/protect.ts';
import { openHidingKeeper, openKeeper } from '../../pipeline/publish/keeper.ts';
import { openPrivate } from '../../pipeline/publish/private.ts';
import type { Stage } from '../../pipeline/publish/stage.ts';
import { WrittenLines } from '../../pipeline/publish/written-lines.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { writeKept } from '../../pipeline/tally/saved/kept-round.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { countsOf, peopleBySeed } from '../support/made-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';
import { UNSEEN } from '../support/unseen.ts';

const COUNTED = { key: 'k', tally: emptyTally(), files: [], duplicates: [], hygiene: [] };
const denied = () => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }));
const TWENTY = Array.from({ length: 20 }, (_, i) =>
  respondentOf(i % 7 === 0 ? 'P1' : 'P2', `T${i % 2}`, `u${i % 4}`),
);
const nothing = new WrittenLines('').kept()!;

/** A keeper over an earlier set that has a round, and codes of nobody. */
async function keeperOver(fx: Partial<Effects>, stage: Partial<Stage> = {}) {
  const all = {
    create: async () => ({ write: async () => {}, close: async () => {} }),
    write: async () => {},
    previous: async (name: string) => name,
    takeOver: async () => {},
    ...stage,
  } as unknown as Stage;
  const real = {
    read: async () => Buffer.from(writeKept({ ...COUNTED, lines: nothing })!),
    async *stream() {},
    stat: async () => ({ kind: 'file', size: 0 }),
    ...UNSEEN,
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
  const lines = new WrittenLines('', 10);
  lines.enterShared('flags', '12345');
  lines.enterShared('setAside', '1234');
  lines.enterShared('flags', '6');
  expect(lines.kept()).toMatchObject({ flags: '123456', setAside: '1234' });
  lines.enterShared('setAside', '5');
  expect(lines.kept()).toBeNull();
  lines.enterShared('flags', '');
  expect(lines.kept()).toBeNull();
});

const [{ toHide: ROUND }] = [
  ...planRounds(
    countTables(countsOf([TWENTY], surveyOf())),
    surveyOf(),
    tinyCodebook,
    NOTHING_EARLIER,
  ),
] as [RoundPlan];

/** A keeper of what is hidden over files that lie in a map; none of a set can be written twice. */
function hidingOver(files: ReadonlyMap<string, string>) {
  const written = new Map<string, string>();
  const stage = {
    write: async (name: string, content: string | Uint8Array) => {
      if (written.has(name)) throw new Error(`EEXIST ${name}`);
      written.set(name, Buffer.from(content as string).toString());
    },
    previous: async (name: string) =>
      files.has(name) || (name === 'manifest.json' && files.size > 0) ? name : null,
  } as unknown as Stage;
  const fx = { read: async (name: string) => Buffer.from(files.get(name)!) } as unknown as Effects;
  return { keeper: openHidingKeeper(stage, 'p', fx), written };
}

test('what was hidden is taken by the next run, and handed on to the one after it', async () => {
  const hiding = hideInRound(ROUND);
  const first = hidingOver(new Map());
  expect((await first.keeper).isEmpty).toBe(true);
  expect(await (await first.keeper).take(ROUND)).toBeNull();
  await (await first.keeper).keep(ROUND, hiding);
  const next = hidingOver(first.written);
  expect((await next.keeper).isEmpty).toBe(false);
  expect(await (await next.keeper).take(ROUND)).toEqual(hiding.hidden);
  expect(next.written).toEqual(first.written);
});

test('what was hidden is found anew, and kept, where a file is not as it was written', async () => {
  const hiding = hideInRound(ROUND);
  const { keeper, written } = hidingOver(new Map());
  await (await keeper).keep(ROUND, hiding);
  const [[name, content]] = [...written] as [[string, string]];
  const [line, , text] = content.split('\n') as [string, string, string];
  const foreign = text.replace(/"key":"./, '"key":"x');
  const sealedAgain = `${line}\n${sha256(foreign)}\n${foreign}`;
  for (const other of [content.replace('[', '[0,'), content.slice(0, -1), '', text, sealedAgain]) {
    const next = hidingOver(new Map([[name, other]]));
    expect(await (await next.keeper).take(ROUND)).toBeNull();
    await (await next.keeper).keep(ROUND, hiding);
    expect(next.written).toEqual(written);
  }
});

test('what keeps codes from being copied is told, and nothing is written over what was begun', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const created: string[] = [];
  const keeper = keeperOver(
    {},
    {
      create: async (name) => {
        created.push(name);
        return { write: async () => {}, close: async () => {} };
      },
      takeOver: () => Promise.reject(full),
    },
  );
  await expect((await keeper).take('r1', 'k')).rejects.toBe(full);
  expect(created.filter((name) => name.includes('codes'))).toEqual([]);
});

test('a round is let go of once it is settled, though what was found in it is kept', async () => {
  const ids = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
  const [round] = surveyOf().rounds;
  const survey = surveyOf({
    rounds: ids.map((id) => ({ ...round!, id })),
    questions: surveyOf().questions.map((one) => ({ ...one, asked: ids })),
  });
  const tables = countTables(
    countsOf(
      ids.map((_, i) => peopleBySeed(i + 1)),
      survey,
    ),
  );
  const { keeper } = hidingOver(new Map());
  const own = await keeper;
  const seen: WeakRef<RoundToHide>[] = [];
  const alive: number[] = [];
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await protectInParallel(tables, survey, tinyCodebook, NOTHING_EARLIER, 1, {
    ...own,
    take: async (one) => {
      seen.push(new WeakRef(one));
      // A round that was looked at in this turn of the loop is held until the next.
      await new Promise((resolve) => setTimeout(resolve, 5));
      collect();
      alive.push(seen.filter((ref) => ref.deref() !== undefined).length);
      return own.take(one);
    },
  });
  expect(alive).toHaveLength(ids.length);
  expect(Math.max(...alive)).toBeLessThanOrEqual(2);
});
