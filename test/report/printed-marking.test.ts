import { expect, test } from '@jest/globals';
import { cssString, printedMarking } from '../../pipeline/report/printed-marking.ts';

test('a marking is written so that no character of it can end the string', () => {
  expect(cssString('a"')).toBe('"\\61 \\22 "');
  expect(cssString('内部')).toBe('"\\5185 \\90e8 "');
  expect(printedMarking('</style>"}')).toMatch(/content: "(?:\\[0-9a-f]+ )+";/);
});

test('a survey without a marking has no rule', () => {
  expect(printedMarking(null)).toBe('');
});
