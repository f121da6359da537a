/** What was found to hide is taken for a round again where nothing that decides it has changed. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import { hideInRound, type RoundToHide } from '../../pipeline/protect/hide.ts';
import { protectInParallel } from '../../pipeline/protect/in-parallel.ts';
import {
  type HidingKeeper,
  hidingKey,
  readHiding,
  writeHiding,
} from '../../pipeline/protect/kept-hiding.ts';
import { NOTHING_EARLIER, planRounds } from '../../pipeline/protect/protect.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countsOf, peopleBySeed } from '../support/made-tables.ts';
import { protectTables } from '../support/protect-tables.ts';
import { surveyOf, tinyCodebook } from '../support/survey.ts';

const rounds = (seeds: readonly number[], survey: Survey) =>
  [
    ...planRounds(
      countTables(countsOf(seeds.map(peopleBySeed), survey)),
      survey,
      tinyCodebook,
      NOTHING_EARLIER,
    ),
  ].map(({ toHide }) => toHide);

function keeping() {
  const kept = new Map<string, string>();
  let taken = 0;
  const keeper: HidingKeeper = {
    isEmpty: true,
    take: async (round) => {
      const key = hidingKey(round, 'p');
      const places = readHiding(round, key, kept.get(key) ?? '');
      if (places !== null) taken += 1;
      return places;
    },
    keep: async (round, hiding) => {
      const key = hidingKey(round, 'p');
      kept.set(key, writeHiding(round, key, hiding));
    },
  };
  return { keeper, kept, taken: () => taken };
}

test('tables are the same whether what to hide was kept, damaged or found anew', async () => {
  const survey = surveyOf();
  const tables = countTables(countsOf([1, 2, 3].map(peopleBySeed), survey));
  const anew = protectTables(tables, survey, tinyCodebook);
  const { keeper, kept, taken } = keeping();
  const run = () => protectInParallel(tables, survey, tinyCodebook, NOTHING_EARLIER, 1, keeper);
  expect(await run()).toEqual(anew);
  expect([kept.size, taken()]).toEqual([3, 0]);
  expect(await run()).toEqual(anew);
  expect(taken()).toBe(3);
  for (const [key, text] of kept) kept.set(key, text.slice(0, -1));
  expect(await run()).toEqual(anew);
  expect(taken()).toBe(3);
});

test('rounds stay in their order where only some of them were kept', async () => {
  const survey = surveyOf();
  const tables = countTables(countsOf([1, 2, 3].map(peopleBySeed), survey));
  const anew = protectTables(tables, survey, tinyCodebook);
  const { keeper, kept, taken } = keeping();
  const run = () => protectInParallel(tables, survey, tinyCodebook, NOTHING_EARLIER, 2, keeper, 0);
  await run();
  for (const key of [...kept.keys()].slice(0, 1)) kept.delete(key);
  expect(await run()).toEqual(anew);
  expect(taken()).toBe(2);
});

test('a round is known again when another comes after it, and by nothing that differs', () => {
  const [first] = rounds([1], surveyOf()) as [RoundToHide];
  const key = hidingKey(first, 'p');
  expect(hidingKey(rounds([1, 2], surveyOf())[0]!, 'p')).toBe(key);
  const [count, ...others] = first.counts;
  const { rules, response, codebook } = first;
  const { groups, questions, columns, hygiene, privacy } = rules;
  const different: readonly RoundToHide[] = [
    { ...first, counts: [{ ...count!, n: count!.n + 1 }, ...others] },
    { ...first, counts: [{ ...count!, primary: !count!.primary }, ...others] },
    { ...first, counts: [...others, count!] },
    { ...first, response: [...response, { round: 'r1' } as (typeof response)[number]] },
    { ...first, rules: { ...rules, privacy: { ...privacy, minimum: privacy.minimum + 1 } } },
    { ...first, rules: { ...rules, groups: groups.slice(0, 1) } },
    { ...first, rules: { ...rules, questions: questions.slice(1) } },
    { ...first, rules: { ...rules, columns: { ...columns, weight: ['w'] } } },
    { ...first, rules: { ...rules, hygiene: { ...hygiene, contradictions: 'drop' } } },
    { ...first, codebook: { ...codebook, themes: [] } },
    { ...first, codebook: { ...codebook, taxonomies: new Map() } },
  ];
  const keys = [...different.map((one) => hidingKey(one, 'p')), hidingKey(first, 'q')];
  expect(new Set([key, ...keys]).size).toBe(keys.length + 1);
});

test('what is told beside a round is heeded, whether its hiding was kept or is found', () => {
  const [round] = rounds([1], surveyOf()) as [RoundToHide];
  const plain = hideInRound(round);
  const complement = round.counts[plain.hidden.find((at) => !round.counts[at]!.primary)!]!.name;
  const shown = round.counts.find((_, at) => !plain.hidden.includes(at))!.name;
  const besides = [[shown], [complement], [complement, shown]].map((names) => new Set(names));
  const found = besides.map((told) => hideInRound({ ...round, told }));
  expect(found.map(({ hidden, untold }) => hidden === untold)).toEqual([true, false, false]);
  expect(found[0]!.hidden).toEqual(plain.hidden);
  besides.forEach((told, i) => {
    const text = writeHiding({ ...round, told }, 'k', found[i]!);
    const read = besides.map((other) => readHiding({ ...round, told: other }, 'k', text));
    expect(read[0]).toEqual(plain.hidden);
    expect(read[1]).toEqual(i === 1 ? found[1]!.hidden : null);
    expect(read[2]).toEqual(i === 2 ? found[2]!.hidden : null);
  });
});

test('what is kept is of its own key, and never shows what must be hidden', () => {
  const [round] = rounds([4], surveyOf()) as [RoundToHide];
  const hiding = hideInRound(round);
  const text = writeHiding(round, 'k', hiding);
  expect(readHiding(round, 'k', text)).toEqual(hiding.hidden);
  expect(readHiding(round, 'other', text)).toBeNull();
  const { untold, ...rest } = JSON.parse(text) as { readonly untold: readonly number[] };
  const primary = round.counts.findIndex((one) => one.primary);
  const wrong = [untold.filter((one) => one !== primary), [...untold, 1e9], [...untold, 'map'], 1];
  for (const other of [...wrong.map((one) => JSON.stringify({ ...rest, untold: one })), '', '[]']) {
    expect(readHiding(round, 'k', other)).toBeNull();
  }
});
