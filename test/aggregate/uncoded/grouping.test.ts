import { expect, test } from '@jest/globals';
import { groupPhrases } from '../../../pipeline/aggregate/uncoded/grouping.ts';
import type { Phrase } from '../../../pipeline/aggregate/uncoded/phrases.ts';

/** A phrase that the answers from `from` to before `to` have, and perhaps some more. */
function phraseOf(text: string, from: number, to: number, more: readonly number[] = []): Phrase {
  const answers = Array.from({ length: to - from }, (_, i) => from + i);
  return { text, words: [...text], answers: [...answers, ...more], keyness: 1 };
}

function themesOf(phrases: readonly Phrase[], size = 200): readonly string[] {
  return groupPhrases(phrases, size).map((theme) =>
    theme.phrases.map((phrase) => phrase.text).join(' '),
  );
}

const canteen = phraseOf('食堂', 0, 10);

// Expected by hand: (common / smaller − larger / 200) / (1 − larger / 200) against a half.
test.each([
  { why: 'all of it', phrase: phraseOf('太远', 2, 5), joins: true },
  { why: '6 of 10', phrase: phraseOf('太远', 4, 14), joins: true },
  { why: '5 of 10, by chance a little', phrase: phraseOf('太远', 5, 15), joins: false },
  { why: 'none', phrase: phraseOf('停车', 50, 60), joins: false },
  { why: '2 of 3, which says little', phrase: phraseOf('停车', 8, 11), joins: false },
])('a phrase that shares $why with a theme joins it: $joins', ({ phrase, joins }) => {
  expect(themesOf([canteen, phrase])).toEqual(
    joins ? [`食堂 ${phrase.text}`] : ['食堂', phrase.text],
  );
});

test('with a theme of most answers, sharing what chance gives is not enough', () => {
  const large = phraseOf('加班', 0, 120);
  expect(themesOf([large, phraseOf('停车', 113, 123)])).toEqual(['加班', '停车']); // 7 of 10, by chance 6
  expect(themesOf([large, phraseOf('调休', 20, 30)])).toEqual(['加班 调休']);
});

test('a phrase joins the theme with which it shares most', () => {
  const parking = phraseOf('停车', 20, 30);
  expect(themesOf([canteen, parking, phraseOf('难找', 24, 30, [0, 1, 2, 3])])).toEqual([
    '食堂',
    '停车 难找',
  ]);
});

test('a theme has the answers of all its phrases, each once', () => {
  const [theme] = groupPhrases([canteen, phraseOf('太远', 4, 14)], 200);
  expect(theme?.answers).toEqual([...Array(14).keys()]);
});
