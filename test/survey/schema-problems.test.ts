/** Values of another form than survey.yaml has: told in words, with how they may be written. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import { formatProblem } from '../../pipeline/messages.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { loadSurvey } from '../../pipeline/survey/load.ts';

const GOOD = `title: 调查
rounds:
  - {id: r1, files: [a.csv]}
groups:
  - id: post
    label: 职务
questions:
  - {id: s, type: scale, column: 重视, range: [1, 5], labels: {1: 很低, 5: 很高}}
`;

async function told(yaml: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  writeFileSync(join(folder, 'survey.yaml'), yaml);
  const loaded = await loadSurvey(folder, nodeEffects().fx).catch((error: unknown) => error);
  if (!(loaded instanceof InputError)) return [];
  return loaded.problems.map((one) => formatProblem(one, 'zh-Hans'));
}

test.each<[string, string, string, readonly string[]]>([
  ['keys for labels', '{1: 很低, 5: 很高}', '5', ['应为：一组键和值，如 {a: b}']],
  ['a list for a range', '[1, 5]', '1-5', ['发现："1-5"', '应为：如 range: [1, 5]']],
  ['two of a range', '[1, 5]', '[1]', ['key questions[1].range\n', '应为：如 range: [1, 5]']],
  ['a list of files', '[a.csv]', 'a.csv', ['应为：如 files: [a.csv]']],
  ['a text that is not empty', 'id: r1', 'id: ""', ['应为：不为空的文字']],
  ['a text in a list', '重视', '[重视, {a: b}]', ['key questions[1].column[2]', '应为：文字\n']],
  ['a text or keys', '调查', '[a]', ['应为：文字，或一组键和值，如 {a: b}']],
  [
    'a value before a comment',
    '职务',
    '#职务',
    ['以 # 开头的是注释（#职务）', '半角引号："#职务"'],
  ],
  ['one with quotes in it', '职务', '#"职务"', [`半角引号：'#"职务"'；`]],
  [
    'no list for a key',
    'title: 调查',
    'title: 调查\n[a]: 3',
    ['line 2\n', '发现：键写成了列表或另一层键值：[a]: 3'],
  ],
  ['a value', ' 职务', '', ['发现：groups[1].label 后面没有值', '补上值']],
  ['a blank behind a colon', 'id: r1, files: [a.csv]', 'id:r1', ['应为：- {id: r1}']],
  ['a blank in a list', '{id: r1, files: [a.csv]}', 'id:r1', ['发现：id:r1', '应为：id: r1']],
  ['one in labels', '{1: 很低, 5: 很高}', '{1:很低}', ['line 8\n', 'labels: {1: 很低}}\n  处理']],
  ['a plain colon in labels', '{1: 很低, 5: 很高}', '{1： 很低}', ['labels: {1: 很低}}\n  处理']],
])('%s is expected', async (_, from, to, says) => {
  const yaml = GOOD.replace(from, to);
  expect(yaml).not.toBe(GOOD);
  const problems = await told(yaml);
  expect(problems).toHaveLength(1);
  for (const words of says) expect(problems[0]).toContain(words);
  expect(problems[0]).not.toMatch(/null|record|tuple/);
});

test('an unknown key of a file is told as one, not as another form', async () => {
  const problems = await told(GOOD.replace('[a.csv]', '[{path: a.csv, sheeet: 一}]'));
  expect(problems).toEqual([expect.stringContaining('不认识的键 sheeet')]);
  expect(problems[0]).toContain('是否指 sheet？');
});

test.each([
  ['maximum_set_aside: 5%', 'maximum_set_aside: 0.05'],
  ['maximum_set_aside: 7.5％', 'maximum_set_aside: 0.075'],
  ['maximum_set_aside: 5', 'maximum_set_aside: 0.05'],
  ['statistics: {confidence: 95}', 'confidence: 0.95'],
  ['statistics: {confidence: 100}', '< 1'],
  ['statistics: {confidence: 0}', '> 0'],
])('%s is told to be %s', async (given, meant) => {
  expect(await told(`${GOOD}${given}\n`)).toEqual([expect.stringContaining(meant)]);
});

test.each(['- 调查\n- r1\n', '机关党建调查\n'])(
  'a root without keys has no place: %j',
  async (text) => {
    const problems = await told(text);
    expect(problems).toEqual([expect.stringMatching(/^survey\.yaml, line 1\n/)]);
    expect(problems[0]).toContain('至少有 title、rounds 和 questions');
  },
);

test('a text that is missing is a text, no number or truth value', async () => {
  const problems = await told(GOOD.replace('title: 调查\n', ''));
  expect(problems).toEqual([expect.stringContaining('应为：文字，或一组键和值')]);
});
