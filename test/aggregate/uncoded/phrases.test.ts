import { expect, test } from '@jest/globals';
import { groupPhrases } from '../../../pipeline/aggregate/uncoded/grouping.ts';
import { namesOf } from '../../../pipeline/aggregate/uncoded/names.ts';
import { keyPhrases } from '../../../pipeline/aggregate/uncoded/phrases.ts';
import { coded, shuffled, uncoded } from './planted.ts';

const textsOf = (answers: readonly string[], others: readonly string[] = coded) =>
  keyPhrases(answers, others).map((phrase) => phrase.text);
/** Answers without anything in common. */
const others = (n: number) =>
  Array.from({ length: n }, (_, i) => String.fromCharCode(0x4e00 + 37 * i, 0x5e00 + 53 * i));

test('a complaint in many wordings becomes one theme with its phrases', () => {
  const themes = groupPhrases(keyPhrases(uncoded, coded), uncoded.length);
  const canteen = themes.filter((theme) =>
    theme.phrases.some((phrase) => /食堂|吃饭|半小时/.test(phrase.text)),
  );
  expect(canteen).toHaveLength(1);
  expect(canteen[0]!.answers).toEqual([...Array(50).keys()]);
  const names = namesOf(canteen[0]!.phrases).map((phrase) => phrase.text);
  expect(names).toEqual(expect.arrayContaining(['食堂', '食堂太远', '吃饭不方便', '来回要半小时']));
});

test('words that coded answers use as well are no phrases', () => {
  const texts = textsOf(uncoded);
  // Each stands in at least 15 of the uncoded answers.
  for (const word of ['党建工作', '党建', '希望解决', '解决', '单位']) {
    expect(texts).not.toContain(word);
  }
});

test('the order of answers does not matter, and the same answers give the same themes', () => {
  const themesOf = (first: readonly string[], second: readonly string[]) =>
    groupPhrases(keyPhrases(first, second), first.length).map((theme) => ({
      n: theme.answers.length,
      phrases: theme.phrases.map(({ text, keyness }) => [text, keyness]),
    }));
  const themes = themesOf(uncoded, coded);
  expect(themesOf(uncoded, coded)).toEqual(themes);
  expect(themesOf(shuffled(uncoded), shuffled(coded))).toEqual(themes);
});

test('a phrase counts once an answer, however often it stands there', () => {
  const twice = ['食堂远。食堂贵', '食堂吵，食堂挤', ...others(40)];
  expect(textsOf(twice)).toEqual([]);
  const [canteen] = keyPhrases(
    ['食堂远。食堂贵', '食堂吵，食堂挤', '食堂小', ...others(40)],
    coded,
  );
  expect([canteen?.text, canteen?.answers]).toEqual(['食堂', [0, 1, 2]]);
});

test.each([
  {
    flaw: 'cut out of a longer phrase',
    whole: '充电桩',
    flawed: ['充电', '电桩'],
    answers: ['装充电桩', '充电桩少', '修充电桩', '充电桩坏'],
  },
  {
    flaw: 'with a function character at its end',
    whole: '食堂',
    flawed: ['食堂的'],
    answers: ['食堂的菜', '食堂的饭', '食堂的汤', '食堂的面'],
  },
  {
    flaw: 'turned round by leaving out a denial',
    whole: '不方便',
    flawed: ['方便'],
    answers: ['坐车不方便', '吃饭不方便', '停车不方便', '存取不方便'],
  },
  {
    flaw: 'turned round in English',
    whole: 'no parking',
    flawed: ['parking'],
    answers: ['no parking', 'No parking!', 'there is no parking'],
  },
  {
    flaw: 'that hardly ever stands without the same word beside it',
    whole: '食堂排队',
    flawed: ['食堂', '排队'],
    answers: [...Array(32).fill('食堂排队'), ...[...'油盐酱醋柴米茶贵'].map((one) => `食堂${one}`)],
  },
  {
    flaw: 'whose beginning can be foretold',
    whole: '会议室空调坏',
    flawed: ['室空调坏', '空调坏'],
    answers: [...Array(3).fill('会议室空调坏'), ...Array(3).fill('办公室空调坏')],
  },
])('no phrase is $flaw', ({ whole, flawed, answers }) => {
  const texts = textsOf([...answers, ...others(40)]);
  expect(texts).toContain(whole);
  for (const text of flawed) expect(texts).not.toContain(text);
});

test('punctuation, list commas and digits part phrases', () => {
  const answers = ['网速、慢', '网速，慢', '网速3慢', '网速。慢', '网速；慢'];
  expect(textsOf([...answers, ...others(40)])).toEqual(['网速']);
});

test('traditional and simplified, full and half width are one phrase, spelt as most spell it', () => {
  const answers = ['飯堂太遠', '饭堂太远', '飯堂太遠了', '飯堂太遠！', 'ＡＩ', 'ai'];
  const [first] = keyPhrases([...answers, ...others(40)], coded);
  expect([first?.text, first?.words.join('')]).toEqual(['飯堂太遠', '饭堂太远']);
  expect(first?.answers).toEqual([0, 1, 2, 3]);
});

test('Latin words are taken whole, by their stems, and written small where anybody does', () => {
  const answers = [
    'The canteen is too far away',
    'Canteen prices!',
    'no seat in these canteens',
    'they dislike this canteen',
    'we dislike this canteen',
    'some dislike this canteen',
    'Wifi in meeting rooms is slow',
    'wifi fails',
    'no wifi',
    'ask Tom',
    'Tom left',
    'Tom again',
  ];
  const phrases = keyPhrases([...answers, ...others(40)], coded);
  expect(phrases.map((one) => one.text).sort()).toEqual([
    'Tom',
    'canteen',
    'dislike this canteen',
    'wifi',
  ]);
});

test('a phrase must be so much more common than chance would have it', () => {
  // 3 of 60 beside 5 of 300 is three times the share, yet no more than happens by chance: G² 2.2.
  const some = ['食堂远', '食堂贵', '食堂挤', ...others(57)];
  const few = [...Array(5).fill('食堂经费不足'), ...coded.slice(0, 295)];
  expect(textsOf(some, few)).toEqual([]);
  expect(textsOf(some, coded)).toEqual(['食堂']);
});

test('without coded answers to compare with, frequent phrases are listed all the same', () => {
  expect(textsOf([...uncoded.slice(0, 50), ...others(40)], [])).toContain('食堂');
});

test('no answers, no phrases', () => {
  expect(keyPhrases([], [])).toEqual([]);
  expect(keyPhrases([], coded)).toEqual([]);
});
