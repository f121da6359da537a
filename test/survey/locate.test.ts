/** What is found wrong once other files are read is told at its place in survey.yaml. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import { formatProblem } from '../../pipeline/messages.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { loadPopulation } from '../../pipeline/read/population.ts';
import { openRoundFile } from '../../pipeline/read/respondents.ts';
import { loadSurvey } from '../../pipeline/survey/load.ts';
import { locateMissing } from '../../pipeline/survey/locate.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { loadCodebook } from '../../pipeline/tally/load-codebook.ts';

const { fx } = nodeEffects();

const GOOD = `title: 调查
rounds:
  - id: r1
    files:
      - 一季度.csv
columns: {weight: 权重}
exclude: {状态: [测试]}
groups:
  - {id: type, column: 类型}
population: 人数.csv
questions:
  - {id: o, type: open, column: 问题, taxonomy: organ}
  - {id: s, type: scale, column: 重视, measures: A6}
  - {id: m, type: multiple, column: 原因, options: {经费不足: A6, 其他: null}}
`;

async function told(yaml: string, act: (survey: Survey) => Promise<unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  writeFileSync(join(folder, 'survey.yaml'), yaml);
  writeFileSync(join(folder, '一季度.csv'), '类形,问题\n机关,无\n');
  writeFileSync(join(folder, '食堂.yaml'), '');
  const survey = await loadSurvey(folder, fx);
  const error = await act(survey).catch((caught: unknown) => caught);
  if (!(error instanceof InputError)) throw new Error('nothing is refused');
  const problems = await locateMissing(error.problems, survey, fx);
  return problems.map((one) => formatProblem(one, 'zh-Hans'));
}

const codebook = (survey: Survey) =>
  loadCodebook(survey, fx, { found: () => {}, learning: () => {} });
const firstFile = (survey: Survey) =>
  openRoundFile(survey.rounds[0]!.files[0]!, survey, fx, 'r1', undefined as never);

test.each([
  [
    'organ}',
    'organs}',
    ['survey.yaml, line 12, key questions[1].taxonomy\n', '→ organ?', '机关党建'],
  ],
  ['organ}', '食唐.yaml}', ['survey.yaml, line 12, key questions[1].taxonomy\n', '→ 食堂.yaml?']],
  ['organ}', '{by: type, 机关: 机关}}', ['line 12, key questions[1].taxonomy.机关\n']],
  [
    'measures: A6',
    'measures: A99',
    ['line 13, key questions[2].measures\n', 'measures 写的是 A99'],
  ],
  [
    '经费不足: A6',
    '经费不足: A66',
    ['line 14, key questions[3].options.经费不足\n', '选项“经费不足”'],
  ],
])('%s written as %s', async (from, to, says) => {
  const problems = await told(GOOD.replace(from, to), codebook);
  expect(problems).toHaveLength(1);
  for (const words of says) expect(problems[0]).toContain(words);
});

test('a file that is not there, with the nearest in its folder', async () => {
  const [text] = await told(GOOD.replace('一季度.csv', '1季度.csv'), firstFile);
  expect(text).toMatch(/^survey\.yaml, line 5, key rounds\[1\]\.files\[1\]\n/);
  expect(text).toContain('没有这个文件：1季度.csv');
  expect(text).toContain(' → 一季度.csv?');
});

test('several files that Chinese commas part', async () => {
  const files = 'files: [一季度.csv，二季度.csv]\n';
  const [text] = await told(GOOD.replace(/files:\n.*\n/, files), firstFile);
  expect(text).toContain('survey.yaml, line 4, key rounds[1].files[1]\n');
  expect(text).toContain('应为：files: [一季度.csv, 二季度.csv]\n');
});

test('a file of head-counts that is not there', async () => {
  const [text] = await told(GOOD, (survey) => loadPopulation(survey, fx));
  expect(text).toMatch(/^survey\.yaml, line 10, key population\n/);
});

test('a column that is not there is told with the keys that name it', async () => {
  const text = (await told(GOOD, firstFile)).join('\n');
  expect(text).toContain('没有列“权重”（survey.yaml 的 columns.weight）');
  expect(text).toContain('没有列“状态”（survey.yaml 的 exclude.状态）');
  expect(text).toContain('没有列“类型”（survey.yaml 的 groups[1].column）；最接近的是“类形”');
  expect(text).toContain('没有列“原因”（survey.yaml 的 questions[3].column）');
});
