import { expect, test } from '@jest/globals';
import { problem } from '../pipeline/errors.ts';
import { fill } from '../pipeline/messages/message.ts';
import { formatProblem, type MessageKey, messageKeys } from '../pipeline/messages.ts';

const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test.each(messageKeys())('%s says the same in both languages', (key) => {
  const words = (lang: 'zh-Hans' | 'en') => formatProblem(problem(key as MessageKey, {}), lang);
  expect(places(words('en'))).toEqual(places(words('zh-Hans')));
  expect(words('zh-Hans')).toMatch(/[\u4e00-\u9fff]/);
  expect(words('en')).not.toMatch(/[\u4e00-\u9fff]/);
});

test('English messages tell one of a thing in the singular', () => {
  for (const key of messageKeys()) {
    const names = places(formatProblem(problem(key, {}), 'en')).map((name) => name.slice(1, -1));
    const values = Object.fromEntries(names.map((name) => [name, 1]));
    expect(formatProblem(problem(key, {}, values), 'en')).not.toMatch(
      /(?<!of )\b1 (cells|rows|answers lie|respondents,|problems)\b/,
    );
  }
});

test('a problem names its place, then what was found, what was expected and what to do', () => {
  const one = problem(
    'bad-value',
    { file: 'a.csv', row: 7, column: '权重' },
    { found: '-1', expected: '≥ 0', key: 'weight' },
  );
  expect(formatProblem(one, 'en')).toBe(
    'a.csv, row 7, column "权重"\n  found: -1\n  expected: ≥ 0\n  fix: correct the value of weight',
  );
  expect(formatProblem(one, 'zh-Hans')).toContain(
    'a.csv, row 7, column "权重"\n  发现：-1\n  应为：≥ 0\n  处理：',
  );
});

test('the place of a key in a file is told in the words of the language', () => {
  const one = problem('taxonomy-id-form', { file: 't.yaml', line: 23, key: 'problems[0].id' });
  expect(formatProblem(one, 'en')).toMatch(/^t\.yaml, line 23, key problems\[0\]\.id\n/);
  expect(formatProblem(one, 'zh-Hans')).toMatch(/^t\.yaml, line 23, key problems\[0\]\.id\n/);
});

test('a value holding a placeholder is not filled in again', () => {
  expect(fill('found {a}', { a: '{b}', b: 'secret' })).toBe('found {b}');
});

test('what a file holds cannot steer the terminal', () => {
  const text = formatProblem(
    problem(
      'aside-bad-weight',
      { file: 'a.csv', row: 2, column: 'w\x1b[31m' },
      { found: '\x1b[2J\n1' },
    ),
    'en',
  );
  expect(text).toContain('a.csv, row 2, column "w␛[31m"');
  expect(text).toContain('found: this weight cannot be used: ␛[2J␊1\n');
});
