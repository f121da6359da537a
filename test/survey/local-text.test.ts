import { expect, test } from '@jest/globals';
import { localText } from '../../pipeline/survey/complete.ts';

test('a text in one Chinese script is converted into the other, by words and not by characters', () => {
  expect(localText({ 'zh-Hans': '党务干部干什么、里面的关系', en: 'Staff' })).toEqual({
    'zh-Hans': '党务干部干什么、里面的关系',
    'zh-Hant': '黨務幹部幹什麼、裡面的關係',
    en: 'Staff',
  });
  expect(localText({ 'zh-Hant': '領導重視程度' })['zh-Hans']).toBe('领导重视程度');
});

test('terms are the author’s: they stay as they are', () => {
  expect(localText({ 'zh-Hans': '信息系统' })['zh-Hant']).toBe('信息系統');
});

test('a text given in both scripts stays as given, a plain one serves all languages as it is', () => {
  const given = { 'zh-Hans': '台账', 'zh-Hant': '台賬', en: 'Records' };
  expect(localText(given)).toEqual(given);
  expect(localText('单位类型')['zh-Hant']).toBe('单位类型');
  expect(localText({ en: 'Unit' })).toEqual({ 'zh-Hans': 'Unit', 'zh-Hant': 'Unit', en: 'Unit' });
});
