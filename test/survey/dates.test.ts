import { expect, test } from '@jest/globals';
import { isBefore, readDate } from '../../pipeline/survey/dates.ts';

test.each([
  ['2026-03-31', '2026-03-31'],
  ['2026/3/31', '2026-03-31'],
  ['2026.3.1', '2026-03-01'],
  ['2026年3月31日', '2026-03-31'],
  ['２０２６年３月３１日', '2026-03-31'],
  ['2024-02-29', '2024-02-29'],
  ['2026-03', '2026-03'],
  ['2026年3月', '2026年3月'],
  ['2026', '2026'],
  // There is no such day or month, or no figures.
  ['2026-02-29', null],
  ['2026-02-30', null],
  ['2026-04-31', null],
  ['2026-13-01', null],
  ['2026-13', null],
  ['二〇二六年三月', null],
  ['第一季度', null],
])('%s is the date %s', (written, date) => {
  expect(readDate(written)).toBe(date);
});

test.each([
  ['2026-03-31', '2026-06-30', true],
  ['2026-09-30', '2026-10-01', true],
  ['2025', '2026-01-01', true],
  ['2026年9月', '2026-10', true],
  ['2026-06-30', '2026-03-31', false],
  // As far as both tell.
  ['2026-03', '2026-03-31', false],
  ['2026-03-31', '2026', false],
  ['2026-03-31', '2026-03-31', false],
])('that %s is before %s is %s', (one, other, is) => {
  expect(isBefore(one, other)).toBe(is);
});
