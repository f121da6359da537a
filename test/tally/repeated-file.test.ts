/** Files of one round whose ids are those of another. */
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../pipeline/messages.ts';
import { open } from '../read/surveys.ts';
import { countFiles } from '../support/counted.ts';
import { policy } from '../support/survey.ts';

const TINY = { taxonomy: { by: null, taxonomy: 'tiny' } } as const;

/** Refusals of a round with two files that have these ids. */
async function refusals(
  first: readonly number[],
  second: readonly number[],
  duplicates: 'flag' | 'drop' = 'drop',
) {
  const csv = (ids: readonly number[], word: string) =>
    `id,q\n${ids.map((id) => `${id},${word}${id}`).join('\n')}\n`;
  const columns = { weight: null, stratum: null, cluster: null, fpc: null };
  const { refusals: found } = await countFiles(
    { r1: { 'a.csv': csv(first, '甲'), 'b.csv': csv(second, '乙') } },
    {
      columns: { ...columns, respondent: ['id'] },
      questions: [open('q', TINY)],
      hygiene: { ...policy('flag'), duplicates },
    },
  );
  return found;
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);

test('two files numbered from 1 are refused where repeated ids are dropped', async () => {
  const [problem, ...more] = await refusals(from(1, 30), from(1, 25));
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    message: 'file-repeats-ids',
    file: 'b.csv',
    values: { rows: 25, count: 25, before: 'a.csv' },
  });
  const text = formatProblem(problem!, 'zh-Hans');
  expect(text).toContain('如果各文件都从 1 起编号');
  expect(text).toContain('hygiene: {duplicates: flag}');
});

test.each([
  { what: 'they are only flagged', first: from(1, 30), second: from(1, 30), policy: 'flag' },
  { what: 'fewer than ten come again', first: from(1, 9), second: from(1, 9), policy: 'drop' },
  { what: 'half come again', first: from(1, 20), second: from(11, 20), policy: 'drop' },
  {
    what: 'ids come twice within the second file',
    first: [1],
    second: [...from(2, 20), ...from(2, 20)],
    policy: 'drop',
  },
  {
    what: 'only the first file repeats itself',
    first: Array(30).fill(1),
    second: [2],
    policy: 'drop',
  },
] as const)('not so where $what', async ({ first, second, policy: how }) => {
  expect(await refusals(first, second, how)).toEqual([]);
});
