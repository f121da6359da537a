import { expect, test } from '@jest/globals';
import type { NumberedTheme } from '../../pipeline/protect/uncoded.ts';
import { uncodedThemesCsv } from '../../pipeline/publish/uncoded-themes.ts';
import { surveyOf } from '../support/survey.ts';

const HEADER = '\uFEFFround,question,taxonomy,theme,phrases,respondents,groups,examples\r\n';
const answer = (text: string, unit: string) => ({ hash: 1, text, groups: ['T', `T/${unit}`] });
const answers = [
  answer('食堂太远', 'U'),
  answer('食堂太远', 'V'),
  answer('食堂贵', 'U'),
  answer('食堂挤', '(未填)'),
  answer('食堂吵', 'U'),
];
const phraseOf = (text: string, n: number) => ({
  text,
  words: [...text],
  answers: answers.slice(0, n),
});
const theme: NumberedTheme = {
  ...{ round: 'r1', question: 'open', taxonomy: 'tiny', theme: 1, published: [] },
  phrases: [phraseOf('食堂', 5), phraseOf('太远', 2), phraseOf('食堂太远', 2)],
  answers,
};

test('without themes there is the header alone', () => {
  expect(uncodedThemesCsv([], surveyOf())).toBe(HEADER);
});

test('a line has the phrases, respondents, units, and up to three different answers', () => {
  // 太远 stands inside 食堂太远 only, so it is left out; 食堂 has more answers of its own.
  expect(uncodedThemesCsv([theme], surveyOf())).toBe(
    `${HEADER}r1,open,tiny,1,食堂;食堂太远,5,2,食堂太远 ┋ 食堂贵 ┋ 食堂挤\r\n`,
  );
});

test('where the survey has no groups, the number of units is empty', () => {
  expect(uncodedThemesCsv([theme], surveyOf({ groups: [] }))).toContain(',5,,食堂太远 ┋');
});

test.each([
  ['mask', '食堂太远，找〔手机号〕 ┋ 食堂贵'],
  ['drop', '食堂贵'],
] as const)('with %s personal data stays out of the examples', (personalData, examples) => {
  const survey = surveyOf({ privacy: { minimum: 5, quotes: 'none', personalData } });
  const own = [answer('食堂太远，找13800001234', 'U'), answer('食堂贵', 'U')];
  expect(uncodedThemesCsv([{ ...theme, answers: own }], survey)).toContain(`,2,1,${examples}\r\n`);
});
