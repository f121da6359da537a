import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import { formatProblem } from '../../pipeline/messages.ts';
import type { MultipleQuestion, Question } from '../../pipeline/survey/survey.ts';
import { oneFile } from './effects.ts';
import { plainly } from './exported.ts';
import { inColumns, readAll, roundFile, survey } from './surveys.ts';

const CELLS = '1,0,0\n0,1,1';

/** Answers to a question with three columns, or the problems of it. */
async function answersTo(question: Question, headers: readonly string[]) {
  const fx = oneFile(Buffer.from(`${headers.join(',')}\n${CELLS}\n`));
  try {
    const read = await readAll(roundFile('/q.csv'), survey({ questions: [question] }), fx);
    return read.respondents.map(({ answers }) => plainly(answers[0]!));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((one) => formatProblem(one, 'en'));
  }
}

const HEADERS = ['爱好(美食)', '爱好(旅游)', '爱好(体育运动)'];

test('an option that was reworded is never taken for the one in its place', async () => {
  const question = inColumns(HEADERS, ['运动', '美食', '旅游']);
  const [problem, ...others] = await answersTo(question, HEADERS);
  expect(problem).toContain('headers that tell no option: 爱好(体育运动);');
  expect(problem).toContain('options without a column: 运动');
  expect(others).toEqual([]);
  const aliases = new Map([['体育运动', '运动']]);
  const told = { ...question, aliases } as Question;
  expect(await answersTo(told, HEADERS)).toEqual([['美食'], ['旅游', '运动']]);
});

test('one wording in two headers names neither column', async () => {
  const headers = ['爱好(美食)', '最爱(美食)', '爱好(旅游)'];
  const [problem] = await answersTo(inColumns(headers, ['美食', '运动', '旅游']), headers);
  expect(problem).toContain('headers that tell no option: 爱好(美食) | 最爱(美食);');
  expect(problem).toContain('options without a column: 运动');
});

test('where no header tells an option, they stand in the order in which they are declared', async () => {
  const headers = ['k1', 'k2', 'k3'];
  const question = inColumns(headers, ['运动', '美食', '旅游']) as MultipleQuestion;
  const shown = { ...question, options: ['旅游', '美食', '运动'] };
  for (const one of [question, shown]) {
    expect(await answersTo(one, headers)).toEqual([['运动'], ['美食', '旅游']]);
  }
});

test('as many columns as options are needed to take them by position', async () => {
  const headers = ['k1', 'k2', 'k3'];
  const [problem] = await answersTo(inColumns(headers, ['运动', '美食']), headers);
  expect(problem).toContain('headers that tell no option: k1 | k2 | k3;');
  expect(problem).toContain('options without a column: 运动 | 美食');
});
