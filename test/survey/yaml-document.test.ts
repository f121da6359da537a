/** Slips that people make in YAML: each is told by its cause, where it stands, and how it is mended. */
import { expect, jest, test } from '@jest/globals';
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
  ['one at its end', '第一轮', '您的建议:', 'yaml-quote', 4, 'label: "您的建议:"'],
  ['a reserved sign', '第一轮', '@一', 'yaml-quote', 4, 'label: "@一"'],
  ['a word between stars', '第一轮', '*一*', 'yaml-quote', 4, 'label: "*一*"'],
  ['quotes around a part', '第一轮', '"一"轮', 'yaml-quote', 4, `label: '"一"轮'`],
  ['a path with backslashes', '第一轮', '"D:\\x"', 'yaml-quote', 4, `label: 'D:\\x'`],
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

test('a quote at the very end of a file is told as one that does not end', () => {
  expect(told('title: "')).toEqual([['yaml-open', 1, '"']]);
});

test('slips in several lines are told together, one of each line', () => {
  const text = GOOD.replace('title: ', 'title：').replace('第一轮', '@一');
  expect(told(text)).toEqual([
    ['yaml-colon', 1, 'title: 调查'],
    ['yaml-quote', 4, 'label: "@一"'],
  ]);
});

/** What a file says once each line that is told is written as advised. */
function asAdvised(text: string): unknown {
  const lines = text.split('\n');
  for (const { line, values } of readDocument(text, 'survey.yaml').problems) {
    const indent = /^\s*/.exec(lines[line! - 1]!)![0];
    lines[line! - 1] = indent + String(values.mended);
  }
  return parse(lines.join('\n'));
}

/** Texts as people write them without quotes, all of which mean something else in YAML. */
const TEXTS = [
  ...['@一季度', '%问题', '`一`', '*一*', '|一', '>一', '- 一', '"D:\\一"二'],
  ...['"问题"一', "'问题'一", '"一, 二"三', '[问题]存在', '{问题}存在'],
];
/** The same with a colon, which lists in brackets read as keys. */
const WITH_COLON = [
  ...['问题: 存在的', '问题，如: 没有水', '一: "二"', "it's: 一"],
  ...['D:\\一: 二', '10%: @一', '"一，b: 二"三'],
];
const ROUND = { id: 'r1', date: '2026-03-31', files: ['a.csv'] };
const rounds = (label: string) => ({ rounds: [{ ...ROUND, label }] });
/** Lines with such a text in place of `_`, in a block and in brackets, and what they mean. */
const LINES: readonly [string, (text: string) => object][] = [
  ['label: _', (label) => ({ label })],
  ['label: _ # 新', (label) => ({ label })],
  ['rounds:\n  - {id: r1, label: _, date: 2026-03-31, files: [a.csv]}', rounds],
  ['rounds:\n  - {label: _, id: r1, date: 2026-03-31, files: [a.csv]} # 新', rounds],
  ['rounds:\n  - {id: r1, date: 2026-03-31, files: [a.csv], label: _}', rounds],
  ['a: {b: _, c: {d: _}}', (b) => ({ a: { b, c: { d: b } } })],
];
/** Lines that a text with a colon makes right, though they mean something else then. */
const OTHER_LINES: typeof LINES = [
  ['label：_', (label) => ({ label })],
  ['files: [_, b, _]', (a) => ({ files: [a, 'b', a] })],
];
const ADVISED = [
  ...LINES.flatMap((one) => [...TEXTS, ...WITH_COLON].map((text) => [...one, text] as const)),
  ...OTHER_LINES.flatMap((one) => TEXTS.map((text) => [...one, text] as const)),
  ...['? 一', '[一]: 二'].map((text) => [...LINES.at(-1)!, text] as const),
];

test.each(ADVISED)('%s, written as advised (%#), means the text that was written', (...one) => {
  const [line, meant, value] = one;
  const text = `title: 调查\n${line.replaceAll('_', () => value)}\n`;
  expect(told(text)).not.toEqual([]);
  expect(asAdvised(text)).toEqual({ title: '调查', ...meant(value) });
});

test.each<[string, string, string]>([
  ['{id: a, label: 问题，type: open}', 'yaml-comma-plain', '{id: a, label: 问题, type: open}'],
  ['{id: a，label: 一； type: open}', 'yaml-comma-plain', '{id: a, label: 一, type: open}'],
  ['{minimum: 5， quotes: none}', 'yaml-comma-plain', '{minimum: 5, quotes: none}'],
  ['{id: a, files: [a]，type: open}', 'yaml-comma-plain', '{id: a, files: [a], type: open}'],
  ['{id: a, label: "一，b: 二"，c: 3}', 'yaml-comma-plain', '{id: a, label: "一，b: 二", c: 3}'],
  ['{label: "一" type: open}', 'yaml-comma-plain', '{label: "一", type: open}'],
  ['{很好: 5，好: 4}', 'yaml-comma-plain', '{很好: 5, 好: 4}'],
  // Behind a key of survey.yaml what is in other letters is a text's.
  ['{label: 问题，如: 水, n: 1}', 'yaml-quote', '{label: "问题，如: 水", n: 1}'],
  ['[是,,否]', 'yaml-comma-twice', '[是,否]'],
  ['[, 是]', 'yaml-comma-twice', '[是]'],
  ['[是,,,否]', 'yaml-comma-twice', '[是,否]'],
  ['[是,, 否,, 无]', 'yaml-comma-twice', '[是, 否, 无]'],
  ['{b: 1,, c: 2}', 'yaml-comma-twice', '{b: 1, c: 2}'],
  ['{b: [是, , 否]}', 'yaml-comma-twice', '{b: [是, 否]}'],
  ['{*一*: 1, @二: 2}', 'yaml-quote', '{"*一*": 1, "@二": 2}'],
  ['{id：a, label:@一}', 'yaml-colon', '{id: a, label: "@一"}'],
  ['{id: a, label: @一，type: open, n: [*二*]} # 三', 'yaml-comma-plain', ''],
])('%s in brackets is told by its cause', (written, message, mended) => {
  const whole = mended || '{id: a, label: "@一", type: open, n: ["*二*"]} # 三';
  for (const begin of ['- ', 'a: ', '- - ']) {
    const text = `title: 调查\nrounds:\n  ${begin}${written}\n`;
    expect(told(text)).toEqual([[message, 3, begin + whole]]);
    expect(asAdvised(text)).toEqual(parse(`title: 调查\nrounds:\n  ${begin}${whole}\n`));
  }
});

test('brackets over several lines are mended in the line of the slip', () => {
  const text = 'a: {id: r1,\n  label: @一, b: "1，\n  c: 2"}\n';
  expect(told(text)).toEqual([['yaml-quote', 2, 'label: "@一", b: "1，']]);
  expect(asAdvised(text)).toEqual({ a: { id: 'r1', label: '@一', b: '1， c: 2' } });
});

test.each(['[a]: 3', '{a: 1}: 3', '{[a]: 3}', 'a: {{b}: 3}', 'x: &x [1]\n*x : 3'])(
  'a key that is a list or map (%s) is refused, without a warning in another language',
  (text) => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const { document, problems } = readDocument(`${text}\n`, 'survey.yaml');
    expect(problems).toMatchObject([{ message: 'yaml-key-form' }]);
    document.toJS();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  },
);
