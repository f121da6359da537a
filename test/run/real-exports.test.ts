/** Real exports, with counts taken from the files by Python's csv module and by xlrd. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { canvass, folderWith, sharedData } from '../support/cli.ts';
import { tableOf } from '../support/csv.ts';

const real = sharedData('real');
const withData = real === null ? test.skip : test;

function runOn(files: readonly string[], survey: string): string {
  const folder = folderWith({ 'survey.yaml': survey });
  for (const file of files) copyFileSync(join(real!, file), join(folder, file));
  const { status, stderr } = canvass(['run', '.', '--out', 'output'], folder);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return join(folder, 'output');
}

/** Counts of a closed question among everybody, by option. */
function countsOf(out: string, question: string): Record<string, number> {
  const rows = tableOf(out, 'closed').filter(
    (row) => row.question === question && row.group === 'all',
  );
  return Object.fromEntries(rows.map((row) => [row.option!, Number(row.n)]));
}

const FILMS = [
  'Star Wars: Episode I  The Phantom Menace',
  'Star Wars: Episode II  Attack of the Clones',
  'Star Wars: Episode III  Revenge of the Sith',
  'Star Wars: Episode IV  A New Hope',
  'Star Wars: Episode V The Empire Strikes Back',
  'Star Wars: Episode VI Return of the Jedi',
];

withData('a SurveyMonkey export with two header rows in a Western encoding', () => {
  const seen =
    'Which of the following Star Wars films have you seen? Please select all that apply.';
  const out = runOn(
    ['surveymonkey-star-wars.csv'],
    `title: films
rounds: [{id: only, files: [surveymonkey-star-wars.csv]}]
columns: {respondent: RespondentID}
groups: [{id: gender, column: Gender}]
questions:
  - {id: seen, type: single, column: "Have you seen any of the 6 films in the Star Wars franchise?"}
  - {id: shot, type: single, column: "Which character shot first?"}
  - id: films
    type: multiple
    columns: ${JSON.stringify(FILMS.map((film) => `${seen} [${film}]`))}
  - {id: rank, type: scale, range: [1, 6], column: ${JSON.stringify(
    `Please rank the Star Wars films in order of preference with 1 being your favorite film in the franchise and 6 being your least favorite film. [${FILMS[0]}]`,
  )}}
`,
  );
  expect(tableOf(out, 'rows')).toEqual([
    expect.objectContaining({
      encoding: 'windows-1252',
      format: 'surveymonkey',
      rows: '1186',
      used: '1186',
    }),
  ]);
  expect(countsOf(out, 'seen')).toEqual({ Yes: 936, No: 250 });
  expect(countsOf(out, 'shot')).toEqual({
    Han: 325,
    Greedo: 197,
    "I don't understand this question": 306,
  });
  expect(Object.values(countsOf(out, 'films')).sort()).toEqual([550, 571, 607, 673, 738, 758]);
  expect(tableOf(out, 'closed').find((row) => row.question === 'films')?.base).toBe('835');
  expect(countsOf(out, 'rank')).toMatchObject({ 1: 129, 2: 71, 3: 130, 4: 237, 5: 100, 6: 168 });
  const bases = tableOf(out, 'closed').filter(
    (row) => row.question === 'seen' && row.option === 'Yes',
  );
  expect(Object.fromEntries(bases.map((row) => [row.value, row.base]))).toEqual({
    '': '1186',
    '(未填)': '140',
    Female: '549',
    Male: '497',
  });
});

const HOBBIES = '美食 运动 旅游 影视 阅读 购物 音乐 健康 IT数码 摄影 游戏动漫 艺术 手工艺'.split(
  ' ',
);
const HOBBY_COUNTS = [492, 479, 478, 461, 436, 425, 294, 242, 214, 184, 145, 95, 76];
const survey = (file: string, hobbies: string) => `title: 手机
rounds: [{id: only, files: [${file}]}]
columns: {respondent: 序号}
groups: [{id: sex, column: 3、性别}]
questions:
  - ${hobbies}
`;
const expected = Object.fromEntries(HOBBIES.map((name, i) => [name, HOBBY_COUNTS[i]]));

withData('a 问卷星 export by option text: options joined in one cell', () => {
  const file = 'wenjuanxing-800-text.xls';
  const out = runOn([file], survey(file, '{id: hobbies, type: multiple, column: 6、兴趣爱好}'));
  expect(tableOf(out, 'rows')).toEqual([expect.objectContaining({ rows: '800', used: '800' })]);
  expect(countsOf(out, 'hobbies')).toMatchObject(expected);
});

withData('the same answers by option number: one column an option', () => {
  const file = 'wenjuanxing-800-number.xls';
  const columns = JSON.stringify(HOBBIES.map((name) => `第6题(${name})`));
  const out = runOn([file], survey(file, `{id: hobbies, type: multiple, columns: ${columns}}`));
  const counts = countsOf(out, 'hobbies');
  const named = Object.entries(counts).map(([name, n]) => [
    name.replace(/^第6题\((.*)\)$/, '$1'),
    n,
  ]);
  expect(Object.fromEntries(named)).toMatchObject(expected);
});

withData('both together: options are known from the one, the other is counted', () => {
  const files = ['wenjuanxing-800-text.xls', 'wenjuanxing-800-number.xls'] as const;
  const hobbies = '{id: hobbies, type: multiple, column: 6、兴趣爱好}';
  const out = runOn(files, survey(`{path: ${files[0]}, twin: ${files[1]}}`, hobbies));
  expect(tableOf(out, 'rows')).toEqual([expect.objectContaining({ rows: '800', used: '800' })]);
  expect(countsOf(out, 'hobbies')).toMatchObject(expected);
  const { inputs } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  expect(inputs).toMatchObject([{ file: files[0], twin: { file: files[1] } }]);
});
