/** Slips that people make in YAML: each is told by its cause, where it stands, and how it is mended. */
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readDocument } from '../../pipeline/survey/yaml-document.ts';

const GOOD = `title: 调查
rounds:
  - id: r1
    label: 第一轮
    files: [a.csv]
groups:
  - {id: unit, column: 单位}
`;

const told = (text: string) =>
  readDocument(text, 'survey.yaml').problems.map(({ message, line, values }) => [
    message,
    line,
    values.mended ?? values.mark ?? values.key ?? values.text,
  ]);

test('what is right has no problems', () => {
  expect(told(GOOD)).toEqual([]);
  expect(told(`${GOOD}note: |\n  第一段：说明\n  　　第二段 "未完\n  - 也是: 文字\n`)).toEqual([]);
  expect(told('a: &x [1]\nb: *x\n')).toEqual([]);
});

test.each<[string, string, string, string, number, string]>([
  ['a full-width colon', '  - id: r1', '  - id：r1', 'yaml-colon', 3, '- id: r1'],
  ['one with a blank', 'title: ', 'title： ', 'yaml-colon', 1, 'title: 调查'],
  ['a full-width colon at a list', 'rounds:', 'rounds：', 'yaml-colon', 2, 'rounds:'],
  ['a colon without a blank', 'label: ', 'label:', 'yaml-colon', 4, 'label: 第一轮'],
  ['a colon in a value', '第一轮', '春季: 一', 'yaml-quote', 4, 'label: "春季: 一"'],
  ['one before a comment', '第一轮', '春: 一 # 新', 'yaml-quote', 4, 'label: "春: 一" # 新'],
  ['a reserved sign', '第一轮', '@一', 'yaml-quote', 4, 'label: "@一"'],
  ['a word between stars', '第一轮', '*一*', 'yaml-quote', 4, 'label: "*一*"'],
  ['quotes around a part', '第一轮', '"一"轮', 'yaml-quote', 4, `label: '"一"轮'`],
  ['a path with backslashes', '第一轮', '"D:\\x"', 'yaml-quote', 4, `label: '"D:\\x"'`],
  ['a comment in brackets', ' 单位', ' #1', 'yaml-quote', 7, '- {id: unit, column: "#1"}'],
  ['one in a list', '[a.csv', '[a #1.csv', 'yaml-quote', 5, 'files: ["a #1.csv"]'],
  ['a tab', '    label', '\tlabel', 'yaml-tab', 4, 'label: 第一轮'],
  ['full-width blanks', '    label', '　　label', 'yaml-wide-blank', 4, 'label: 第一轮'],
  ['a line too far to the left', '    label', '   label', 'yaml-indent', 4, 'label: 第一轮'],
  ['a line too far to the right', '    label', '      label', 'yaml-indent', 4, 'label: 第一轮'],
  ['a list below a value', 'groups:', 'groups: {}', 'yaml-indent', 7, '- {id: unit, column: 单位}'],
  ['a quote that does not end', '第一轮', '"第一轮', 'yaml-open', 4, '"'],
  ['a list that does not end', '[a.csv]', '[a.csv', 'yaml-open', 5, ']'],
  ['keys that do not end', '单位}', '单位', 'yaml-open', 7, '}'],
  ['a key twice', '    files', '    label: 一\n    files', 'yaml-key-twice', 5, 'label'],
  ['a value without a key', '    label: ', '    ', 'yaml-no-key', 4, '第一轮'],
  ['a title without a key', 'title: ', '', 'yaml-no-key', 1, '调查'],
])('%s is told, with how it is mended', (_, from, to, message, line, mended) => {
  const text = GOOD.replace(from, to);
  expect(text).not.toBe(GOOD);
  expect(told(text)).toEqual([[message, line, mended]]);
  if (!['yaml-colon', 'yaml-quote'].includes(message)) return;
  // A line mended as told is read.
  const lines = text.split('\n');
  const indent = /^\s*/.exec(lines[line - 1]!)![0];
  lines[line - 1] = indent + mended;
  expect(told(lines.join('\n'))).toEqual([]);
  expect(() => parse(lines.join('\n'))).not.toThrow();
});

test('slips in several lines are told together, one of each line', () => {
  const text = GOOD.replace('title: ', 'title：').replace('第一轮', '@一');
  expect(told(text)).toEqual([
    ['yaml-colon', 1, 'title: 调查'],
    ['yaml-quote', 4, 'label: "@一"'],
  ]);
});
