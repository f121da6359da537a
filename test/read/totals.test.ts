import { expect, test } from '@jest/globals';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { oneFile } from './effects.ts';
import { joined, open, readAll, roundFile, scale, single, survey } from './surveys.ts';

/** Rows, by their numbers, that were taken for sums; everybody else was used. */
async function sumsIn(rows: readonly string[], parts: Partial<Survey>) {
  const bytes = Buffer.from(`${rows.join('\n')}\n`);
  const read = await readAll(roundFile('/q.csv'), survey(parts), oneFile(bytes));
  const sums = read.setAside.filter(({ reason }) => reason === 'totals-row').map(({ row }) => row);
  expect(read.respondents.length).toBe(rows.length - 1 - sums.length);
  return sums;
}

const answers = ['满意度,重视', '好,5', '平均,3', '平均,', '好,4', '平均,4.0'];

test.each([
  ['an option that is declared', [single('满意度', ['好', '平均'])]],
  ['one of options that the data are to tell', [single('满意度')]],
  ['one of several', [joined('满意度', ['好', '平均'])]],
  ['the old wording of an option', [single('满意度', ['好', '一般'], aliased())]],
  ['a word for no answer', [single('满意度', ['好'], { missing: ['平均'] })]],
  ['the label of a point', [scale('满意度', labelled())]],
  ['an answer in own words', [open('满意度')]],
])('平均 in the first column is an answer where it is %s', async (_, questions) => {
  expect(await sumsIn(answers, { questions: [...questions, scale('重视')] })).toEqual([]);
});

function aliased() {
  return { aliases: new Map([['平均', '一般']]) };
}

function labelled() {
  const labels = new Map([
    ['5', sameInAll('好')],
    ['3', sameInAll('平均')],
  ]);
  return { labels };
}

test('below answers that cannot be 平均, or ids, it heads a row of figures', async () => {
  expect(await sumsIn(answers, { questions: [scale('重视')] })).toEqual([3, 4, 6]);
  const questions = [single('满意度', ['好']), scale('重视')];
  expect(await sumsIn(answers, { questions })).toEqual([3, 4, 6]);
});

test('a row with a word in any other cell is a respondent, whatever its first cell', async () => {
  const rows = ['姓名,重视,问题', 'Mean,5,经费不足', '合计：,,', 'Total,95%,—', 'sum,4,无'];
  expect(await sumsIn(rows, { questions: [scale('重视'), open('问题')] })).toEqual([3, 4]);
});

test('a unit called Total is one where the survey names it, else its row is one of sums', async () => {
  const unit = { id: 'unit', label: sameInAll('unit'), column: ['unit'], within: null };
  const rows = ['unit,重视', 'A,5', 'Total,4'];
  const by = (aliases: ReadonlyMap<string, string>) => ({
    groups: [{ ...unit, aliases }],
    questions: [scale('重视')],
  });
  expect(await sumsIn(rows, by(new Map()))).toEqual([3]);
  expect(await sumsIn(rows, by(new Map([['Total', 'Total Energies']])))).toEqual([]);
});
