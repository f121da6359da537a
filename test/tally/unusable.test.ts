/** Columns of which too little can be used, seen from where the limits lie. */
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../pipeline/messages.ts';
import type { Question } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { joined, open, scale } from '../read/surveys.ts';
import { countFiles } from '../support/counted.ts';

const TINY = { taxonomy: { by: null, taxonomy: 'tiny' } } as const;

/** Problems with a column `q` of these cells; a second column keeps every row filled. */
async function problemsWith(question: Parameters<typeof asked>[0], cells: readonly string[]) {
  const text = `id,q\n${cells.map((cell, i) => `${i + 1},${cell}`).join('\n')}\n`;
  const { refusals } = await countFiles({ r1: { 'a.csv': text } }, asked(question));
  return refusals;
}
const asked = (question: Question) => ({ questions: [question] });
const times = (n: number, cell: string) => Array.from({ length: n }, () => cell);

test.each([
  { what: '5 of 100, which is 5 %', good: 95, bad: 5, refused: false },
  { what: '6 of 100', good: 94, bad: 6, refused: true },
  { what: 'all of 19, too few to tell', good: 0, bad: 19, refused: false },
  { what: 'all of 20', good: 0, bad: 20, refused: true },
  { what: '4 of 20, which may be slips', good: 16, bad: 4, refused: false },
  { what: '5 of 20', good: 15, bad: 5, refused: true },
])('unusable cells: $what: refused is $refused', async ({ good, bad, refused }) => {
  const cells = [...times(good, '3'), ...times(bad, '5分')];
  expect(await problemsWith(scale('q'), cells)).toHaveLength(refused ? 1 : 0);
});

test('empty cells and words for no answer are neither usable nor unusable', async () => {
  const words = [...times(400, ''), ...times(400, '拒答'), ...times(400, '(跳过)')];
  const cells = [...words, ...times(15, '3'), ...times(5, '很好')];
  const [problem] = await problemsWith(scale('q', { missing: ['拒答'] }), cells);
  expect(problem?.values).toMatchObject({ count: 5, filled: 20, share: '25 %' });
});

test('the problem names column, key, count, share, reasons and the three commonest values', async () => {
  const cells = [
    ...times(80, '3'),
    ...times(2, '6'),
    ...times(9, '很好'),
    ...times(5, '较好'),
    ...times(4, `长${'。'.repeat(50)}`),
  ];
  const [problem, ...more] = await problemsWith(scale('q', { id: 'mood' }), cells);
  expect(more).toEqual([]);
  expect(problem).toEqual({
    message: 'column-unusable-numbers',
    file: 'a.csv',
    column: 'q',
    key: 'questions.mood',
    values: {
      count: 20,
      filled: 100,
      share: '20 %',
      maximum: '5 %',
      examples: `"很好" (9), "较好" (5), "长${'。'.repeat(39)}…" (4)`,
      reasons: 'not-a-number 18, out-of-range 2',
    },
  });
});

test('numbers with a unit are told to be written without it, not to be labelled as those of a scale', async () => {
  const quantity: Question = {
    ...{ id: 'years', type: 'number', label: sameInAll('工龄'), column: ['q'] },
    ...{ missing: [], skipped: [], asked: ['r1'] },
  };
  const [problem, ...more] = await problemsWith(quantity, [
    ...times(20, '17'),
    ...times(10, '5年'),
  ]);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    message: 'column-unusable-quantities',
    key: 'questions.years',
    values: { count: 10, filled: 30, examples: '"5年" (10)', reasons: 'not-a-number 10' },
  });
  expect(formatProblem(problem!, 'zh-Hans')).toMatch(/不带单位(?!.*labels)/s);
});

test('of multiple choice the selections count, since a cell with one good option hides the others', async () => {
  const cells = [...times(17, 'A'), ...times(8, 'A;C')];
  const [problem] = await problemsWith(joined('q', ['A', 'B']), cells);
  expect(problem?.message).toBe('column-unusable-options');
  expect(problem?.values).toMatchObject({ count: 8, filled: 33, examples: '"C" (8)' });
});

test('options chosen twice could be used, so that they count among the good', async () => {
  const cells = [...times(90, 'A;A'), ...times(6, 'C')];
  // 6 of 186 selections, though of 96 different ones.
  expect(await problemsWith(joined('q', ['A', 'B']), cells)).toEqual([]);
});

test('what any answer may be, such as text, is never unusable', async () => {
  expect(await problemsWith(open('q', TINY), times(50, '???'))).toEqual([]);
});

test('a column may be unusable in one file and good in another', async () => {
  const file = (cell: string) => `id,q\n${times(30, `1,${cell}`).join('\n')}\n`;
  const { refusals } = await countFiles(
    { r1: { 'a.csv': file('3'), 'b.csv': file('x') } },
    asked(scale('q')),
  );
  expect(refusals.map((one) => one.file)).toEqual(['b.csv']);
});

test('a column without a header is told by its place, and its cells are no rows', async () => {
  const rows = [...times(15, '1,3,x'), ...times(5, '1,很好,x')].join('\n');
  const { files, refusals } = await countFiles(
    { r1: { 'a.csv': `id,,x\n${rows}\n` } },
    asked(scale('', { id: 'mood' })),
  );
  expect(files[0]!.account).toMatchObject({ rows: 20, used: 20 });
  expect(refusals).toMatchObject([{ column: '#2', values: { examples: '"很好" (5)' } }]);
});
