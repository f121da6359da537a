import { expect, test } from '@jest/globals';
import { writtenLanguage } from '../../pipeline/report/written-language.ts';

test.each([
  ['no money', ['zh-Hans', 'en'], 'en'],
  ['党员很难聚到一起', ['zh-Hant', 'en'], 'zh-Hans'],
  ['黨員很難聚到一起', ['zh-Hans', 'en'], 'zh-Hant'],
  ['甚至没有著名专家来讲课', ['zh-Hant'], 'zh-Hans'],
  ['人手不足', ['en', 'zh-Hant', 'zh-Hans'], 'zh-Hant'],
  ['人手不足', ['en'], 'zh'],
] as const)('%s in a survey of %j is %s', (text, languages, written) => {
  expect(writtenLanguage(text, languages)).toBe(written);
});
