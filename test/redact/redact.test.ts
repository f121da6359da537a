/** Texts without the personal data in them. */
import { expect, test } from '@jest/globals';
import { findPersonal } from '../../pipeline/redact/find.ts';
import { redact, redactFound } from '../../pipeline/redact/redact.ts';
import { PERSONAL } from './labelled.ts';

const ANSWER = '我叫张三，电话13800001234，开会太多';

test.each([
  ['zh-Hans', '我叫〔姓名〕，电话〔手机号〕，开会太多'],
  ['zh-Hant', '我叫〔姓名〕，电话〔手機號碼〕，开会太多'],
  ['en', '我叫〔name〕，电话〔mobile number〕，开会太多'],
] as const)('masks by a typed mark in %s', (language, masked) => {
  expect(redact(ANSWER, 'mask', language)).toBe(masked);
});

test('leaves out the whole text with drop, and only where there is something to hide', () => {
  expect(redact(ANSWER, 'drop', 'zh-Hans')).toBeNull();
  expect(redact('开会太多', 'drop', 'zh-Hans')).toBe('开会太多');
  expect(redact('开会太多', 'mask', 'zh-Hans')).toBe('开会太多');
});

test('masks what a stretch cuts through as a whole', () => {
  const hits = findPersonal(ANSWER);
  const masked = (start: number, end: number) =>
    redactFound(ANSWER, hits, 'mask', 'zh-Hans', { start, end });
  expect(masked(0, 5)).toBe('我叫〔姓名〕，');
  expect(masked(5, 12)).toBe('电话〔手机号〕');
  expect(masked(10, 23)).toBe('〔手机号〕，开会太多');
  expect(masked(12, 14)).toBe('〔手机号〕');
  expect(masked(19, 23)).toBe('开会太多');
});

test('drops every stretch of a text that holds a find elsewhere', () => {
  const hits = findPersonal(ANSWER);
  expect(redactFound(ANSWER, hits, 'drop', 'zh-Hans', { start: 19, end: 23 })).toBeNull();
});

test.each(['zh-Hans', 'zh-Hant', 'en'] as const)(
  'finds nothing in a text masked in %s',
  (language) => {
    for (const { text } of PERSONAL) {
      expect(findPersonal(redact(text, 'mask', language)!)).toEqual([]);
    }
  },
);
