import { expect, test } from '@jest/globals';
import type { ProblemRow } from '../../pipeline/aggregate/tables.ts';
import type { UncodedTheme, UsedPhrase } from '../../pipeline/aggregate/uncoded/themes.ts';
import { numberThemes, uncodedRows } from '../../pipeline/protect/uncoded.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { fold } from '../../pipeline/taxonomy/fold.ts';
import {
  literalCoder,
  respondentOf,
  singleQuestion,
  surveyOf,
  tinyCodebook,
} from '../support/survey.ts';

/** A phrase that one respondent of each of these units uses; a unit is `type/unit`. */
function phraseOf(text: string, units: readonly string[]): UsedPhrase {
  const answers = units.map((unit, hash) => ({
    hash,
    text,
    groups: [unit.split('/')[0]!, unit],
  }));
  const words = fold(text).match(/[a-z0-9]+|[^ ]/gu) ?? [];
  return { text, words, answers };
}

const FIVE = ['T/U', 'T/U', 'T/U', 'T/U', 'T/V'];

function themeOf(...phrases: readonly UsedPhrase[]): UncodedTheme {
  const answers = phrases.flatMap((phrase) => phrase.answers);
  return { round: 'r1', question: 'open', taxonomy: 'tiny', phrases, answers };
}

/** Whether the count of uncoded answers is shown, and that of a taxonomy's coded ones. */
const tables = (shown: 'yes' | 'no', status: 'shown' | 'suppressed' = 'shown') => ({
  coding: [
    {
      round: 'r1',
      question: 'open',
      status: 'uncoded' as const,
      n: shown === 'yes' ? 40 : null,
      shown,
    },
  ],
  problems: [
    { round: 'r1', question: 'open', taxonomy: 'tiny', group: 'all', level: 0, status },
  ] as unknown as readonly ProblemRow[],
});

/** The data hold the units 老干部处 and East Wing, and 临时工 as an undeclared option. */
function tallyOf(survey: Survey) {
  const tally = emptyTally();
  const plan = {
    survey,
    round: 'r1',
    codebook: tinyCodebook,
    coders: new Map([['tiny', literalCoder]]),
  };
  const respondents = [
    respondentOf('uncoded', '综合科室', '老干部处', { single: '临时工' }),
    respondentOf('uncoded', '综合科室', 'East Wing'),
    respondentOf('uncoded', '综合科室', '(未填)'),
  ];
  countRespondents(respondents, 'a.csv', plan, tally);
  return tally;
}

const [type, unit] = surveyOf().groups;
const survey = surveyOf({
  groups: [type!, { ...unit!, aliases: new Map([['后勤中心', '保障处']]) }],
  questions: surveyOf().questions.map((one) =>
    one.id === 'single'
      ? {
          ...singleQuestion,
          options: ['支委', 'x'],
          labels: new Map([['x', sameInAll('党务干部')]]),
          aliases: new Map([['宣传员', 'x']]),
        }
      : one,
  ),
});

function published(
  text: string,
  units: readonly string[] = FIVE,
  { of = survey, shown = 'yes' as 'yes' | 'no', status = 'shown' as 'shown' | 'suppressed' } = {},
): readonly string[] {
  const tallies = new Map([['r1', tallyOf(of)]]);
  const themes = numberThemes([themeOf(phraseOf(text, units))], tables(shown, status), of, tallies);
  return uncodedRows(themes).map((row) => row.phrase);
}

test.each(['食堂太远', '飯堂太遠', 'canteen is far', '连不上 wifi'])(
  'publishes %s, used by five people of two units',
  (text) => expect(published(text)).toEqual([text]),
);

test.each([
  ['fewer people than the minimum', ['T/U', 'T/U', 'T/U', 'T/V']],
  ['people of one unit only', ['T/U', 'T/U', 'T/U', 'T/U', 'T/U']],
  ['people of one unit and some who gave none', ['T/U', 'T/U', 'T/U', 'T/(未填)', '(未填)/(未填)']],
])('does not publish what is used by %s', (_who, units) => {
  expect(published('食堂太远', units)).toEqual([]);
});

test('without nested groups, people must differ in every group', () => {
  const flat = surveyOf({ groups: [type!, { ...unit!, within: null }] });
  expect(published('食堂太远', FIVE, { of: flat })).toEqual([]);
  expect(published('食堂太远', ['S/W', ...FIVE], { of: flat })).toEqual(['食堂太远']);
});

test('without groups nothing is published', () => {
  expect(published('食堂太远', FIVE, { of: surveyOf({ groups: [] }) })).toEqual([]);
});

test('nothing is published of a taxonomy whose coded answers are hidden', () => {
  expect(published('食堂太远', FIVE, { status: 'suppressed' })).toEqual([]);
});

test('nothing is published of a round whose count of uncoded answers is hidden', () => {
  expect(published('食堂太远', FIVE, { shown: 'no' })).toEqual([]);
});

test.each([
  ['a value of a group', '老干部处太远'],
  ['a value of an outer group', '到综合科室太远'],
  ['part of a value', '老干部'],
  ['a value in Latin letters', 'far from east wing'],
  ['a Latin word of a value', 'wing'],
  ['an old name of a value', '后勤中心慢'],
  ['a new name of a value', '保障处慢'],
  ['a declared option', '支委太少'],
  ['the label of an option', '党务干部太少'],
  ['an old name of an option', '宣传员太少'],
  ['an option found in the data', '临时工太多'],
  ['a digit', '三楼3号门坏'],
  ['a full-width digit', '３号门坏'],
  ['another script', 'столовая'],
  ['a mark', '食堂-太远'],
  ['a name written large', 'ask Tom'],
  ['letters that are no word', 'xkcd'],
  ['an abbreviation', 'OA难用'],
  ['an English form of address', 'mr smith'],
  ['a romanised surname', 'manager wang'],
  ['a surname and a title', '张书记不管'],
  ['a surname and a title in traditional characters', '張書記不管'],
  ['a value in traditional characters', '老幹部處太遠'],
  ['a surname and a title in between', '找王副主任难'],
  ['a surname and a short title', '李姐'],
  ['老 and a surname', '老张不来'],
  ['小 and a surname', '小陈'],
  ['a double surname and a title', '欧阳处长'],
  ['a full name', '王建国'],
  ['a name of two characters', '张伟不管事'],
])('does not publish what holds %s', (_what, text) => {
  expect(published(text)).toEqual([]);
});

test('a part of an option is no option, nor is a word that holds part of a value', () => {
  expect(published('党务')).toEqual(['党务']);
  expect(published('干部食堂')).toEqual(['干部食堂']);
  expect(published('far from the east')).toEqual(['far from the east']);
});

test('themes with something to publish come first, and their numbers run on', () => {
  const themes = [
    themeOf(phraseOf('张书记', FIVE)),
    themeOf(phraseOf('李姐', FIVE), phraseOf('排队久', FIVE), phraseOf('菜贵', ['T/U'])),
    themeOf(phraseOf('停车难', FIVE)),
  ];
  const numbered = numberThemes(themes, tables('yes'), survey, new Map());
  expect(numbered.map((one) => [one.theme, one.phrases[0]?.text])).toEqual([
    [1, '李姐'],
    [2, '停车难'],
    [3, '张书记'],
  ]);
  const row = { round: 'r1', question: 'open', taxonomy: 'tiny' };
  expect(uncodedRows(numbered)).toEqual([
    { ...row, theme: 1, phrase: '排队久' },
    { ...row, theme: 2, phrase: '停车难' },
  ]);
});
