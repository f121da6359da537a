import { expect, test } from '@jest/globals';
import { createCoder } from '../../pipeline/code/coder.ts';
import { columnWidth, withoutControls } from '../../pipeline/commands/column-width.ts';
import { explanationLines } from '../../pipeline/commands/explain.ts';
import { taxonomyLines } from '../../pipeline/commands/taxonomy.ts';
import { tiny } from './tiny-taxonomy.ts';

const linesOf = (answer: string, lang: 'zh-Hans' | 'en') =>
  explanationLines(answer, createCoder(tiny).explain(answer), tiny, lang);

test('evidence is marked under its words, two columns for a Chinese character', () => {
  const lines = linesOf('ok，但是真的没钱可以用', 'en');
  const at = lines.findIndex((line) => line.includes('^'));
  const [words, carets] = [lines[at - 1]!, lines[at]!];
  const column = columnWidth(words.slice(0, words.indexOf('没钱')));
  expect(carets).toBe(`${' '.repeat(column)}^^^^ A6`);
});

test('an explanation names status, codes, and what was ruled out by which words', () => {
  expect(linesOf('不缺钱，缺人', 'en').join('\n')).toBe(`answer  不缺钱，缺人
status  coded

clauses
   1  不缺钱
   2  缺人
      ^^^^ A7.2

codes
  A7.2  A7.2  confidence 0.72
    evidence "缺人", characters 5–6

ruled out
  A6  A6
    evidence "缺钱", characters 2–3
    denied: "不"`);
});

test('an explanation exists in Chinese, also of an empty answer', () => {
  expect(linesOf('', 'zh-Hans').join('\n')).toBe(`回答  
状态  空（没有作答内容）
理由  没有小句有作答内容

小句
  （无）

编码
  （无）

排除
  （无）`);
});

test.each([
  [
    '不缺钱，都挺好',
    'every clause says that there is no problem, praises, or says nothing: "不缺钱 / 都挺好"',
  ],
  ['不清楚', 'no clause answers anything'],
  ['（跳过）', 'it says that the question was not asked'],
  ['路灯坏了', 'nothing speaks enough for a code, nor for there being no problem'],
])('why %s has no codes is said: %s', (answer, reason) => {
  expect(linesOf(answer, 'en')[2]).toBe(`because  ${reason}`);
  expect(linesOf(answer, 'zh-Hans')[2]).toMatch(/^理由 {2}\p{Script=Han}/u);
});

test('an answer with codes needs no other reason', () => {
  expect(linesOf('没钱', 'en').join('\n')).not.toContain('because');
});

test('control characters of an answer do not reach the terminal', () => {
  expect(linesOf('没钱\u001b[31m\u202e\n缺人', 'en').join('\n')).not.toMatch(/[\u001b\u202e]/);
  expect(withoutControls('a\u0007b')).toBe('a b');
});

test.each([
  ['党建ok', 6],
  ['Ａ１', 4],
  ['e\u0301', 1],
  ['😀𠮷', 4],
])('%s takes %i columns', (text, columns) => {
  expect(columnWidth(text)).toBe(columns);
});

test('a taxonomy is printed as a tree with its numbers of terms', () => {
  expect(taxonomyLines(tiny, 'en').slice(0, 3)).toEqual([
    'tiny  tiny: 4 problems, 5 sub-problems, 24 terms, 0 examples',
    '  A1  A1        terms 3, examples 0',
    '    A1.2  A1.2  terms 2, examples 0',
  ]);
});
