import { expect, test } from '@jest/globals';
import { CHART_WORDS, fillIn } from '../../pipeline/chart/words.ts';
import { WORDS } from '../../pipeline/report/words.ts';

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort();

test.each([
  ['report', WORDS],
  ['chart', CHART_WORDS],
] as const)('the %s says the same in three languages', (_room, words) => {
  const { 'zh-Hans': hans, 'zh-Hant': hant, en } = words as Record<string, Record<string, string>>;
  expect(Object.keys(hant!)).toEqual(Object.keys(hans!));
  expect(Object.keys(en!)).toEqual(Object.keys(hans!));
  for (const key of Object.keys(hans!)) {
    expect([key, placeholders(hant![key]!)]).toEqual([key, placeholders(hans![key]!)]);
    expect([key, placeholders(en![key]!)]).toEqual([key, placeholders(hans![key]!)]);
    for (const text of [hans![key], hant![key], en![key]]) expect(text).not.toBe('');
  }
});

// Characters that differ between the two scripts and are frequent in this report.
test('neither script has characters of the other', () => {
  const hans = Object.values({ ...WORDS['zh-Hans'], ...CHART_WORDS['zh-Hans'] })
    .join('')
    .replace('繁體', '');
  const hant = Object.values({ ...WORDS['zh-Hant'], ...CHART_WORDS['zh-Hant'] }).join('');
  expect(
    hans.match(/[問題輪與為數據區間樣權編碼體層級隱來說類單選項現檔準則詞條驗證訓練質門檻]/g),
  ).toBeNull();
  expect(
    hant.match(/[问题轮与为数据区间样权编码体层级隐来说类单选项现档组则词条验证训练质门槛]/g),
  ).toBeNull();
});

test('Chinese sentences use full-width punctuation, English ones none', () => {
  for (const lang of ['zh-Hans', 'zh-Hant'] as const) {
    for (const text of Object.values(WORDS[lang]))
      expect(text).not.toMatch(/[\u4e00-\u9fff][,;:!?(]/);
  }
  for (const text of Object.values(WORDS.en))
    expect(text).not.toMatch(/[，。；：（）、\u4e00-\u9fff]/);
});

// Things that the report counts.
const THINGS =
  /\b1 ([a-z-]+ )?(rounds|respondents|answers|problems|sub-problems|people|lines|ids|values|figures|examples)\b/;

test('English tells one of a thing in the singular', () => {
  const one = (text: string) =>
    fillIn(text, Object.fromEntries(placeholders(text).map((name) => [name!, '1'])));
  // A tie of many is one of three problems or more.
  const { headTiedMany: _, ...words } = WORDS.en;
  for (const text of Object.values({ ...words, ...CHART_WORDS.en }))
    expect(one(text)).not.toMatch(THINGS);
  expect(one(WORDS.en.subproblemsCount)).toBe('1 sub-problem');
  expect(one(WORDS.en.roundBase)).toBe('1: 1 respondent used');
});

test('a value in Chinese letters stands in a Chinese sentence without blanks', () => {
  for (const lang of ['zh-Hans', 'zh-Hant'] as const) {
    for (const text of Object.values({ ...WORDS[lang], ...CHART_WORDS[lang] }))
      expect(text).not.toMatch(
        /\p{Script=Han} \{(by|group|panel|round|rounds|list)\}|\{(by|group|panel|round|rounds|list)\} \p{Script=Han}/u,
      );
  }
});

test('Chinese has one term for one thing, Traditional Chinese those in use there', () => {
  const hant = Object.values({ ...WORDS['zh-Hant'], ...CHART_WORDS['zh-Hant'] }).join('');
  expect(
    hant.match(/數據|權重|成對|答卷|軟件|信息|程序|表明|兩檔|各檔比例|查找|取整|校驗|秩檢定/g),
  ).toBeNull();
  const hans = Object.values({ ...WORDS['zh-Hans'], ...CHART_WORDS['zh-Hans'] }).join('');
  expect(hans.match(/有效样本数|两级|权数/g)).toBeNull();
});
