/** Lists in brackets parted by Chinese commas: told with the line as it should be, but where one is meant. */
import { expect, test } from '@jest/globals';
import { Document } from 'yaml';
import { flow, textOf } from '../../pipeline/survey/draft-nodes.ts';
import { readDocument } from '../../pipeline/survey/yaml-document.ts';
import { membersMeant } from '../../pipeline/survey/yaml-lists.ts';
import { readYaml } from '../../pipeline/taxonomy/yaml-reader.ts';

const told = (text: string) =>
  readDocument(text, 'survey.yaml').problems.map(({ message, line, values }) => [
    ...[message, line, values.text, values.mended],
  ]);

test.each([
  ['options: [书记，委员，普通党员]', '书记，委员，普通党员', 'options: [书记, 委员, 普通党员]'],
  ['order: [很好、一般]', '很好、一般', 'order: [很好, 一般]'],
  ['missing: [无； 不清楚]', '无； 不清楚', 'missing: [无, 不清楚]'],
  // What is no text without quotes gets such.
  ['options: [书记，@委员]', '书记，@委员', 'options: [书记, "@委员"]'],
  // The stronger mark parts, as it does in a sentence.
  ['options: [经费、人员，时间]', '经费、人员，时间', 'options: [经费、人员, 时间]'],
  ['asked: [2026-q1，2026-q2]', '2026-q1，2026-q2', 'asked: [2026-q1, 2026-q2]'],
])('%s is several', (line, text, mended) => {
  expect(told(`a: 1\nq:\n  - {id: x, ${line}}\n`)).toEqual([['yaml-comma', 3, text, mended]]);
});

test.each([
  'options: ["书记，委员"]',
  "options: ['书记，委员']",
  'options: [书记，委员, 普通党员]',
  'options: [书记]',
  'options: [书记，]',
  'options:\n  - 书记，委员',
  'column: [您对党建工作重视吗，请选择]',
  'files: [一处，二处.csv]',
  'label: 书记，委员',
])('%s is as it is meant', (line) => {
  expect(told(`${line}\n`)).toEqual([]);
});

test('terms of a taxonomy are told as well', () => {
  const terms = 'problems:\n  - {id: C1, labels: 价格, terms: [价格太贵，饭菜太贵]}\n';
  const { problems } = readYaml(`id: t\nlabels: 食堂\n${terms}`, 't.yaml');
  expect(problems).toMatchObject([
    { message: 'yaml-comma', line: 4, values: { mended: 'terms: [价格太贵, 饭菜太贵]' } },
  ]);
});

test('a drafted list of one that holds a comma is read back as one', () => {
  const text = textOf(new Document({ missing: flow(['无，不适用']) }));
  expect(text).toBe('missing: ["无，不适用"]\n');
  expect(told(text)).toEqual([]);
});

test('marks at the ends of a text part nothing', () => {
  expect(membersMeant('，书记')).toBeNull();
  expect(membersMeant('书记,委员')).toBeNull();
});
