/** Fixed words of the tables, as people read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { problem } from '../../pipeline/errors.ts';
import { reasonsText, rowsLine } from '../../pipeline/messages/balance.ts';
import { noteText } from '../../pipeline/messages/notes.ts';
import { scaleLines } from '../../pipeline/messages/protection.ts';
import { formatProblem } from '../../pipeline/messages.ts';
import { formatName } from '../../pipeline/read/exports/names.ts';
import { FATES } from '../../pipeline/read/fates.ts';

test('lines of run say in Chinese what became of rows, and what tool the file is of', () => {
  const line = { file: 'a.xlsx', round: 'r1', encoding: 'workbook', format: 'plain', rows: 60 };
  expect(rowsLine({ ...line, reason: 'used' }, 'zh-Hans')).toBe(
    '读取  a.xlsx（r1，Excel 工作簿，普通表格）：采用 60 行',
  );
  expect(rowsLine({ ...line, reason: 'totals-row' }, 'zh-Hans')).toContain('：合计行 60 行');
  expect(rowsLine({ ...line, reason: 'used' }, 'en')).toBe(
    'read    a.xlsx (r1, Excel workbook, plain table): 60 rows used',
  );
});

test('reasons within a problem are words in Chinese; values that are none stay as they are', () => {
  const values = { rows: 15, count: 1, share: '6.7 %', maximum: '5 %', reasons: 'bad-weight 1' };
  const one = problem('too-much-set-aside', { file: 'a.csv' }, values);
  expect(formatProblem(one, 'zh-Hans')).toContain('（6.7 %）：权重无效 1');
  expect(formatProblem(one, 'en')).toContain('unusable weight 1');
  expect(reasonsText('not-a-number 2, out-of-range 1', 'zh-Hans')).toBe('不是数字 2、超出范围 1');
  for (const other of ['序号 | 满意度', 'duplicate', 'some words 3', '']) {
    expect(reasonsText(other, 'zh-Hans')).toBe(other);
  }
});

test('every fate has a word of its own in both languages, and no id among them', () => {
  const words = (lang: 'zh-Hans' | 'en') => FATES.map((fate) => reasonsText(`${fate} 1`, lang));
  expect(words('zh-Hans').join()).not.toMatch(/[a-z]/);
  expect(words('en').join().replace('straight-lining', '')).not.toMatch(/-|[\u4e00-\u9fff]/);
  for (const lang of ['zh-Hans', 'en'] as const) {
    expect(new Set(words(lang)).size).toBe(FATES.length);
  }
});

test('rows that an earlier run counted are said to be kept, not read', () => {
  const line = { file: 'a.csv', round: 'r1', encoding: 'utf-8', format: 'plain', rows: 60 };
  expect(rowsLine({ ...line, reason: 'used' }, 'en', true)).toMatch(/^kept {4}a\.csv \(r1,/);
  expect(rowsLine({ ...line, reason: 'used' }, 'zh-Hans', true)).toMatch(/^沿用 {2}a\.csv（r1，/);
  expect(rowsLine({ ...line, reason: 'totals-row' }, 'en')).toContain('): row of totals, rows: 60');
});

test('every format that a layout gives has a name in all languages', () => {
  const folder = join(import.meta.dirname, '../../pipeline/read/exports');
  const formats = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^.*\bformat: (.*)$/gm)].flatMap((line) =>
      [...line[1]!.matchAll(/'([a-z-]+)'/g)].map((word) => word[1]!),
    ),
  );
  expect(new Set(formats).size).toBe(14);
  for (const format of formats) {
    for (const name of Object.values(formatName(format))) expect(name).not.toBe(format);
  }
});

test('kinds of values are words; what else is expected stays as it is', () => {
  const said = (expected: string, lang: 'zh-Hans' | 'en') =>
    formatProblem(problem('bad-value', {}, { found: '1', expected, key: 'k' }), lang);
  expect(said('array', 'zh-Hans')).toContain('应为：列表，如 [a, b]\n');
  expect(said('string | object', 'zh-Hans')).toContain('应为：文字，或一组键和值，如 {a: b}\n');
  expect(said('string | object', 'en')).toContain(
    'expected: a text; or keys with values, such as {a: b}\n',
  );
  expect(said('a list', 'zh-Hans')).toContain('应为：列表，如 [a, b]\n');
  expect(said('a map with the keys id, labels', 'zh-Hans')).toContain('键为：id、labels\n');
  expect(said('open | single', 'zh-Hans')).toContain('应为：open | single\n');
  // One of the types of questions, as they are written.
  expect(said('open | number', 'zh-Hans')).toContain('应为：open | number\n');
});

test('lists and brackets of Chinese messages are full width', () => {
  const unknown = problem('unknown-key', {}, { key: 'a', nearest: 'b', valid: 'b, c' });
  expect(formatProblem(unknown, 'zh-Hans')).toContain('应为：b、c\n');
  expect(formatProblem(unknown, 'en')).toContain('expected: b, c\n');
  const note = { kind: 'stray-quote', column: '问题', row: 3, count: 2, values: {} } as const;
  expect(noteText('a.csv', note, 'zh-Hans')).toContain('格内有未成对的引号（问题），按原文保留');
  expect(noteText('a.csv', note, 'en')).toContain('inside a cell (问题), kept as text');
});

test('Chinese messages call one thing by one name', () => {
  const folder = join(import.meta.dirname, '../../pipeline/messages');
  const words = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
  expect(words.match(/问题分类|问题清单|权数/g)).toBeNull();
});

test('lines of scales are counted among what is hidden, where there are any', () => {
  const rows = [{ status: 'shown' }, { status: 'suppressed' }, { status: 'no-base' }];
  expect(scaleLines(rows, 'en')).toEqual([expect.stringContaining('scales.csv: 1 of 3 lines')]);
  expect(scaleLines(rows, 'zh-Hans')).toEqual([expect.stringContaining('3 行中隐去 1 行')]);
  expect(scaleLines([], 'en')).toEqual([]);
});
