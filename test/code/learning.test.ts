/** What a coder learns from hand-coded answers, on a taxonomy small enough to train in no time. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createCoder } from '../../pipeline/code/coder.ts';
import { loadLearnt } from '../../pipeline/code/learn/load-learnt.ts';
import type { Effects } from '../../pipeline/effects.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import type { Example, Taxonomy } from '../../pipeline/taxonomy/taxonomy.ts';
import { problemEntry, taxonomyOf } from './tiny-taxonomy.ts';

const keepingIn = (cacheFolder: string | null): Effects => ({ ...nodeEffects().fx, cacheFolder });
const fx = keepingIn(null);
const shop: Taxonomy = {
  ...taxonomyOf([
    problemEntry('W1', ['没有工具'], { 'W1.1': ['等零件'] }),
    problemEntry('W2', ['没有时间']),
  ]),
  examples: [
    { text: '扳手坏了没人修', codes: ['W1'] },
    { text: '天天加班', codes: ['W2'] },
  ],
};

/** Different answers, one problem after the other. */
const answers = (count: number): Example[] =>
  Array.from({ length: count }, (_, i) =>
    i % 2 === 0
      ? { text: `第${i}车间的机床总跳闸`, codes: ['W1'] }
      : { text: `第${i}车间排班排得太满`, codes: ['W2'] },
  );

test('an answer in the same words has its hand codes, in any script, width or run of marks', async () => {
  const byHand = [
    { text: '食堂離車間太遠！！', codes: ['W2'] },
    { text: '没有工具，说着玩的', codes: ['OTHER'] },
    { text: '设备都还能用', codes: ['NONE'] },
  ];
  const coder = createCoder(shop, await loadLearnt(shop, byHand, fx));
  const coded = (answer: string) => {
    const { status, codes } = coder.code(answer);
    return [status, ...codes.map(({ code, confidence }) => `${code} ${confidence}`)];
  };
  for (const same of ['食堂离车间太远！', ' 食堂離車間太遠!!!', '食堂离车间太远！！\n']) {
    expect(coded(same)).toEqual(['coded', 'W2 1']);
  }
  expect(coded('没有工具,说着玩的')).toEqual(['uncoded']);
  expect(coded('设备都还能用')).toEqual(['no-problem']);
  expect(coder.explain('食堂离车间太远!')).toMatchObject({ byHand: true });
});

test('an answer in other words is still coded by the machine', async () => {
  const byHand = [{ text: '没有时间，说着玩的', codes: ['OTHER'] }];
  const coder = createCoder(shop, await loadLearnt(shop, byHand, fx));
  const { status, codes } = coder.code('等零件');
  expect({ status, codes: codes.map(({ code }) => code) }).toEqual({
    status: 'coded',
    codes: ['W1.1'],
  });
  expect(codes[0]!.confidence).toBeLessThan(1);
  expect(coder.explain('等零件').byHand).toBe(false);
});

test('words that no term has are learnt from hand-coded answers', async () => {
  const codesOf = async (byHand: readonly Example[]) =>
    createCoder(shop, await loadLearnt(shop, byHand, fx))
      .code('我们车间的机床总跳闸')
      .codes.map(({ code }) => code);
  expect(await codesOf([])).toEqual([]);
  expect(await codesOf(answers(40))).toEqual(['W1']);
});

test('neither the order of hand-coded answers nor saying one twice makes a difference', async () => {
  const byHand = answers(30);
  const again = { text: byHand[4]!.text.replace('车间', '車間').concat(' '), codes: ['W1'] };
  const learnt = await loadLearnt(shop, byHand, fx);
  const other = await loadLearnt(shop, [...byHand, again].reverse(), fx);
  expect(other).toEqual(learnt);
});

test('an example of the taxonomy gives way to the hand codes of the same words', async () => {
  const recoded = [{ text: '天天加班', codes: ['W1'] }];
  const without = { ...shop, examples: shop.examples.slice(0, 1) };
  const { codes } = await loadLearnt(shop, recoded, fx);
  expect(codes).toEqual((await loadLearnt(without, recoded, fx)).codes);
});

test.each([
  { count: 99, source: 'examples' },
  { count: 100, source: 'hand-codes' },
])('with $count hand-coded answers quality comes from $source', async ({ count, source }) => {
  const twice = [...answers(count), ...answers(20)];
  const quality = (await loadLearnt(shop, twice, fx)).codes!.quality;
  expect(quality.source).toBe(source);
  // Two examples are too few to judge by, and hand codes are not counted with them.
  expect(quality.answers).toBe(count === 100 ? 100 : 0);
});

test('a coder tells before it learns, the same from any order, and keeps nothing of hand codes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'learnt-'));
  const told: number[] = [];
  const learn = (byHand: readonly Example[]) =>
    loadLearnt(shop, byHand, keepingIn(folder), (count) => told.push(count));
  const inOtherScript = { text: answers(1)[0]!.text.replace('车间', '車間'), codes: ['W1'] };
  const byHand = [inOtherScript, ...answers(12)];
  const first = await learn(byHand);
  const second = await learn([...byHand].reverse());
  // The taxonomy's own examples are learnt once and kept; hand codes each time, and never kept.
  expect(told).toEqual([0, 12, 12]);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(second).toEqual(first);
});
