import { expect, test } from '@jest/globals';
import { header } from '../../pipeline/report/sections/header.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { contextIn, modelWith, read } from './made.ts';
import { MODEL, SURVEY } from './model.ts';

function headerOf(lang: 'zh-Hans' | 'en', rounds: number): string {
  const ids = Array.from({ length: rounds }, (_, at) => `r${at + 1}`);
  const [row] = MODEL.tables.rows;
  const model = modelWith(
    { rows: ids.map((round) => ({ ...row!, round, used: 1000, rows: 1000 })) },
    {
      ...SURVEY,
      date: '2026-10-02',
      rounds: ids.map((id) => ({ ...SURVEY.rounds[0]!, id, label: sameInAll(id.toUpperCase()) })),
    },
  );
  return read(String(header(contextIn(lang, model))));
}

test('a date is written as the language writes it', () => {
  expect(headerOf('zh-Hans', 2)).toContain('2026年10月2日');
  expect(headerOf('en', 2)).toContain('2 October 2026');
});

test('of many rounds the header tells all together and the latest', () => {
  const many = headerOf('zh-Hans', 12);
  expect(many).toContain('R1至R12，共 12 轮，12,000 份有效答卷');
  expect(many.match(/1,000 份有效答卷/g)).toHaveLength(1);
  expect(headerOf('zh-Hans', 3).match(/1,000 份有效答卷/g)).toHaveLength(3);
});
