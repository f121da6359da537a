/** What was found to hide is taken for a round again where nothing that decides it has changed. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import { hideInRound, type RoundToHide } from '../../pipeline/protect/hide.ts';
import { protectInParallel } from '../../pipeline/protect/in-parallel.ts';
import {
  type HidingKeeper,
  hidingKey,
  namesKept,
  placesOf,
} from '../../pipeline/protect/kept-hiding.ts';
import { NOTHING_EARLIER, planProtection, protectTables } from '../../pipeline/protect/protect.ts';
import { randomFrom } from '../../pipeline/statistics/random.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countsOf } from '../support/made-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const ANSWERS = ['P1', 'P1.1', 'P1.1;P2', 'P2;P3', 'P3', 'no-problem', 'empty'];

function people(seed: number) {
  const next = randomFrom(seed);
  return Array.from({ length: 80 }, () => {
    const unit = Math.floor(next() * 9);
    const answer = ANSWERS[Math.floor(next() * ANSWERS.length)]!;
    return respondentOf(answer, `T${unit % 3}`, `u${unit}`, { scale: 1 + (unit % 5) });
  });
}

const rounds = (seeds: readonly number[], survey: Survey) =>
  planProtection(
    countTables(countsOf(seeds.map(people), survey)),
    survey,
    tinyCodebook,
    NOTHING_EARLIER,
  ).rounds;

function keeping() {
  const kept = new Map<string, string>();
  let taken = 0;
  const keeper: HidingKeeper = {
    ...{ program: 'p', isEmpty: true },
    take: async (key) => {
      if (kept.has(key)) taken += 1;
      return kept.get(key) ?? null;
    },
    keep: async (key, what) => {
      kept.set(key, what);
    },
  };
  return { keeper, kept, taken: () => taken };
}

test('tables are the same whether what to hide was kept, damaged or found anew', async () => {
  const survey = surveyOf();
  const tables = countTables(countsOf([1, 2, 3].map(people), survey));
  const anew = protectTables(tables, survey, tinyCodebook);
  const { keeper, kept, taken } = keeping();
  const run = () => protectInParallel(tables, survey, tinyCodebook, NOTHING_EARLIER, 1, keeper);
  expect(await run()).toEqual(anew);
  expect([kept.size, taken()]).toEqual([3, 0]);
  expect(await run()).toEqual(anew);
  expect(taken()).toBe(3);
  for (const key of kept.keys()) kept.set(key, '[0]');
  expect(await run()).toEqual(anew);
});

test('a round is known again when another comes after it, and by nothing that differs', () => {
  const [first] = rounds([1], surveyOf()) as [RoundToHide];
  const key = hidingKey(first, 'p');
  expect(hidingKey(rounds([1, 2], surveyOf())[0]!, 'p')).toBe(key);
  const [count, ...others] = first.counts;
  const { rules } = first;
  const privacy = { ...rules.privacy, minimum: rules.privacy.minimum + 1 };
  const different: readonly RoundToHide[] = [
    { ...first, counts: [{ ...count!, n: count!.n + 1 }, ...others] },
    { ...first, counts: [{ ...count!, primary: !count!.primary }, ...others] },
    { ...first, rules: { ...rules, privacy } },
    { ...first, rules: { ...rules, groups: rules.groups.slice(0, 1) } },
    { ...first, codebook: { ...first.codebook, themes: [] } },
  ];
  const keys = [...different.map((one) => hidingKey(one, 'p')), hidingKey(first, 'q')];
  expect(new Set([key, ...keys]).size).toBe(keys.length + 1);
});

test('what an earlier release shows keeps a choice from being taken, and from being kept', async () => {
  const survey = surveyOf();
  const tables = countTables(countsOf([1].map(people), survey));
  const { keeper, kept, taken } = keeping();
  const [round] = rounds([1], survey) as [RoundToHide];
  const { names, isByTold } = hideInRound(round);
  expect(isByTold).toBe(false);
  await protectInParallel(tables, survey, tinyCodebook, NOTHING_EARLIER, 1, keeper);
  expect([kept.size, taken()]).toEqual([1, 0]);
  const [value] = [...kept.values()];
  const shown = round.counts.find(({ name }) => !names.includes(name))!.name;
  expect(namesKept({ ...round, told: new Set([shown]) }, value!)).toHaveLength(names.length);
  const told = { ...round, told: new Set([names[0]!]) };
  expect(namesKept(told, value!)).toBeNull();
  expect(hideInRound(told).isByTold).toBe(true);
});

test('what is kept names the hidden counts, and never fewer than must be hidden', () => {
  const [round] = rounds([4], surveyOf()) as [RoundToHide];
  const { names } = hideInRound(round);
  const kept = placesOf(round, names);
  expect([...namesKept(round, kept)!].sort()).toEqual([...names].sort());
  const primary = round.counts.findIndex((one) => one.primary);
  const places = (JSON.parse(kept) as number[]).filter((one) => one !== primary);
  expect(namesKept(round, JSON.stringify(places))).toBeNull();
  for (const other of ['', '{}', 'null', '[]', kept.replace(']', ',1e9]')]) {
    expect(namesKept(round, other)).toBeNull();
  }
});
