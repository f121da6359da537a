import { expect, test } from '@jest/globals';
import { cssString, runningHeads } from '../../pipeline/report/running-heads.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { SURVEY } from './model.ts';

test('a text is written so that no character of it can end the string', () => {
  expect(cssString('a"')).toBe('"\\61 \\22 "');
  expect(cssString('内部')).toBe('"\\5185 \\90e8 "');
  const marked = runningHeads({ ...SURVEY, marking: sameInAll('</style>"}') });
  expect(marked).not.toContain('</style');
  expect(marked).toMatch(/top-right {[^}]*content: "(?:\\[0-9a-f]+ )+";/);
});

test('pages of each language have its own title', () => {
  const rules = runningHeads({ ...SURVEY, languages: ['zh-Hans', 'en'] });
  const [, chinese = '', english = ''] = rules.split('@page ');
  expect(chinese).toContain(cssString(SURVEY.title['zh-Hans']));
  expect(english).toContain(cssString(SURVEY.title.en));
  expect(english).not.toContain(cssString(SURVEY.title['zh-Hans']));
});

test('a survey without a marking has no rule for it', () => {
  expect(runningHeads({ ...SURVEY, marking: null })).not.toContain('top-right');
});
