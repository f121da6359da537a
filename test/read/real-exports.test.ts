import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../pipeline/read/respondent.ts';
import type { Question } from '../../pipeline/survey/survey.ts';
import { realFiles } from './effects.ts';
import { inColumns, joined, open, readAll, roundFile, single, survey } from './surveys.ts';

const shared = process.env.CANVASS_SHARED ?? join(import.meta.dirname, '../../../shared');
const here = existsSync(join(shared, 'real'));
if (!here) console.log(`skipped: no real exports in ${shared} (set CANVASS_SHARED)`);

const fx = { ...realFiles, stream: (path: string) => realFiles.stream(path) };

const read = (file: string, questions: readonly Question[]) =>
  readAll(roundFile(join(shared, 'real', file)), survey({ questions }), fx);

const count = (answers: readonly (Answer | undefined)[], option: string) =>
  answers.filter((one) => one?.kind === 'options' && one.options.includes(option)).length;

(here ? describe : describe.skip)('real exports', () => {
  // Counted with Python's csv module over the text as Latin-1.
  test('a SurveyMonkey file in Western text gives every respondent and the right counts', async () => {
    const films =
      'Which of the following Star Wars films have you seen? Please select all that apply.';
    const titles = [
      'Star Wars: Episode I  The Phantom Menace',
      'Star Wars: Episode VI Return of the Jedi',
    ];
    const file = await read('surveymonkey-star-wars.csv', [
      inColumns(
        titles.map((title) => `${films} [${title}]`),
        titles,
      ),
      single('Which character shot first?'),
      single('Gender'),
      single('Do you consider yourself to be a fan of the Expanded Universe?Œæ'),
    ]);
    const answers = (i: number) => file.respondents.map((one) => one.answers[i]);
    expect(file).toMatchObject({ encoding: 'windows-1252', format: 'surveymonkey', rows: 1186 });
    expect(file.respondents).toHaveLength(1186);
    expect(titles.map((title) => count(answers(0), title))).toEqual([673, 738]);
    expect(['Han', 'Greedo'].map((name) => count(answers(1), name))).toEqual([325, 197]);
    expect(['Female', 'Male'].map((name) => count(answers(2), name))).toEqual([549, 497]);
  });

  test('问卷星 by text and by number tell the same of 800 respondents', async () => {
    const options = [
      '运动',
      '阅读',
      '影视',
      '美食',
      '旅游',
      'IT数码',
      '艺术',
      '音乐',
      '游戏动漫',
      '手工艺',
      '摄影',
      '购物',
      '健康',
      '其他【请注明】',
    ];
    const text = await read('wenjuanxing-800-text.xls', [joined('6、兴趣爱好', options)]);
    const number = await read('wenjuanxing-800-number.xls', [
      inColumns(
        options.map((option) => `第6题(${option})`),
        options,
      ),
    ]);
    expect([text.format, number.format]).toEqual(['wenjuanxing-text', 'wenjuanxing-number']);
    expect([text.respondents.length, number.respondents.length]).toEqual([800, 800]);
    expect(text.setAside).toEqual([]);
    const counts = (file: typeof text) =>
      options.map((option) =>
        count(
          file.respondents.map(({ answers }) => answers[0]),
          option,
        ),
      );
    expect(counts(text)).toEqual(counts(number));
  });

  test('问卷星 by text beside the one by number: 800 respondents agree in every cell', async () => {
    const file = (name: string) => ({ name, path: join(shared, 'real', name) });
    const pair = {
      ...roundFile(file('wenjuanxing-800-text.xls').path),
      twin: file('wenjuanxing-800-number.xls'),
    };
    const news = '8、关注资讯';
    const read = await readAll(
      pair,
      survey({ questions: [joined('6、兴趣爱好'), joined(news)] }),
      fx,
    );
    expect(read.respondents).toHaveLength(800);
    // No cell that differs, no column without counterpart, no option that is not known.
    expect([read.notes(), read.setAside]).toEqual([[], []]);
    const answers = read.respondents.map((one) => one.answers[1]);
    // What the columns 第8题(…) of the number file add up to.
    expect(count(answers, 'ACG文化(动漫、游戏等)')).toBe(131);
    expect(count(answers, '政治/军事')).toBe(287);
  });

  test('a Qualtrics file whose labels are German is known by its third record', async () => {
    const { respondents, format, rows } = await read('qualtrics-sample.csv', [
      single('This is a multiple choice question.'),
      open('Q2'),
    ]);
    expect({ format, rows }).toEqual({ format: 'qualtrics', rows: 1 });
    expect(respondents[0]!.answers).toEqual([
      { kind: 'options', options: ['2'] },
      { kind: 'text', text: 'Hello World!' },
    ]);
  });
});
