import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import { formatProblem } from '../../pipeline/messages.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { loadSurvey } from '../../pipeline/survey/load.ts';
import type { ScaleQuestion } from '../../pipeline/survey/survey.ts';

const { fx } = nodeEffects();

const GOOD = `title: 调查
rounds:
  - {id: r1, files: [a.csv]}
groups:
  - {id: type, column: 类型}
  - {id: unit, column: 单位, within: type}
questions:
  - {id: open, type: open, column: 问题, taxonomy: organ}
  - {id: scale, type: scale, column: 重视, range: [1, 5], labels: {5: 非常重视}}
  - {id: reasons, type: multiple, column: 原因, options: {经费不足: A6, 其他: null}, order: [其他]}
`;

async function load(yaml: string) {
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  writeFileSync(join(folder, 'survey.yaml'), yaml);
  return loadSurvey(folder, fx);
}

test.each([
  ['GB18030, as old editors save it', Buffer.from('7469746c653a20b5f7b2e90a', 'hex')],
  ['UTF-16 with its mark', Buffer.from('fffe7400690074006c0065003a002000038ce5670a00', 'hex')],
  ['UTF-8 with its mark', Buffer.from('efbbbf7469746c653a20e8b083e69fa50a', 'hex')],
])('a survey saved in %s is read', async (_, title) => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  const rest =
    'rounds: [{id: r1, files: [a.csv]}]\nquestions: [{id: o, type: open, column: q, taxonomy: organ}]\n';
  const isWide = title[0] === 0xff;
  const bytes = Buffer.concat([title, Buffer.from(rest, isWide ? 'utf16le' : 'latin1')]);
  writeFileSync(join(folder, 'survey.yaml'), bytes);
  expect((await loadSurvey(folder, fx)).title['zh-Hans']).toBe('调查');
});

test('options of a map are in the order in which it is written, whole numbers and aliases too', async () => {
  const given = '{其他: null, 2: A6, 1: null}';
  const options = (yaml: string) =>
    load(GOOD.replace(/column: 原因.*}/, `columns: [a, b, c], ${yaml}}`)).then(({ questions }) => {
      const one = questions[2]!;
      return (
        one.type === 'multiple' && [one.options, 'options' in one.layout && one.layout.options]
      );
    });
  expect(await options(`options: ${given}`)).toEqual([
    ['其他', '2', '1'],
    ['其他', '2', '1'],
  ]);
  // What is shown first is not for that the first column.
  expect(await options(`options: ${given}, order: ['1']`)).toEqual([
    ['1', '其他', '2'],
    ['其他', '2', '1'],
  ]);
  const shared = `column: a, options: &o ${given}}\n  - {id: more, type: multiple, columns: [d, e, f], options: *o}`;
  const survey = await load(GOOD.replace(/column: 原因.*}/, shared));
  expect(survey.questions[3]).toMatchObject({ options: ['其他', '2', '1'] });
});

test('a file may name its twin, which must lie in the folder as well', async () => {
  const named = (twin: string) => GOOD.replace('[a.csv]', `[{path: a_0.xls, twin: ${twin}}]`);
  const survey = await load(named('a_2.xls'));
  expect(survey.rounds[0]!.files[0]!.twin).toEqual({
    name: 'a_2.xls',
    path: join(survey.folder, 'a_2.xls'),
  });
  expect((await load(GOOD)).rounds[0]!.files[0]!.twin).toBeNull();
  expect((await problemsOf(named('../a_2.xls')))[0]).toContain('rounds[1].files[1].twin');
});

async function problemsOf(yaml: string): Promise<string[]> {
  try {
    await load(yaml);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((one) => formatProblem(one, 'en'));
    throw error;
  }
  return [];
}

test('fills in every default of the contract', async () => {
  const survey = await load(GOOD);
  expect(survey.title).toEqual({ 'zh-Hans': '调查', 'zh-Hant': '调查', en: '调查' });
  expect(survey.languages).toEqual(['zh-Hans', 'zh-Hant', 'en']);
  expect(survey.privacy).toEqual({ minimum: 5, quotes: 'none', personalData: 'mask' });
  expect(survey.statistics).toEqual({ confidence: 0.95, interval: 'wilson', correction: 'BH' });
  expect(survey.maximumSetAside).toBe(0.05);
  expect(survey.groups[1]).toMatchObject({ id: 'unit', column: ['单位'], within: 'type' });
  expect(survey.questions[2]).toMatchObject({
    options: ['其他', '经费不足'],
    links: new Map([['经费不足', 'A6']]),
    layout: { kind: 'joined', column: ['原因'], separator: null },
  });
});

test('a question is asked in every round unless it says otherwise, and a turned scale keeps its words', async () => {
  const yaml = GOOD.replace('rounds:', 'rounds:\n  - {id: r0, files: [0.csv]}')
    .replace('column: 问题,', 'column: 问题, asked: r1,')
    .replace('range: [1, 5]', 'range: [1, 5], rounds: {r0: {reverse: true}}');
  const { questions } = await load(yaml);
  expect(questions.map(({ asked }) => asked)).toEqual([['r1'], ['r0', 'r1'], ['r0', 'r1']]);
  const scale = questions[1] as ScaleQuestion;
  expect([...scale.rounds.get('r0')!.labels.keys()]).toEqual(['1']);
});

test('a file of hand codes lies beside survey.yaml and keeps its name', async () => {
  const { coding, folder } = await load(`${GOOD}coding: {examples: codes/hand-codes.csv}\n`);
  const path = join(folder, 'codes', 'hand-codes.csv');
  expect(coding.examples).toEqual({ path, name: 'codes/hand-codes.csv' });
});

test.each([
  {
    what: 'weighting written in another form',
    yaml: `${GOOD}weighting: rake\n`,
    says: ['key weighting', 'expected: for example weighting: {method: poststratify'],
  },
  {
    what: 'population written in another form',
    yaml: `${GOOD}population: {file: a.csv}\n`,
    says: ['key population', 'expected: for example population: units.csv'],
  },
  {
    what: 'panel written in another form',
    yaml: `${GOOD}panel: yes please\n`,
    says: ['key panel', 'expected: for example panel: true'],
  },
  {
    what: 'an unknown key, with the nearest valid one',
    yaml: GOOD.replace('title:', 'titel: x\ntitle:'),
    says: ['survey.yaml, line 1, key titel', 'did you mean title?'],
  },
  {
    what: 'an unknown key deep inside',
    yaml: GOOD.replace('range: [1, 5]', 'rnage: [1, 5]'),
    says: ['line 9, key questions[2].rnage', 'did you mean range?'],
  },
  {
    what: 'a value of the wrong type',
    yaml: `${GOOD}privacy: {minimum: many}\n`,
    says: ['line 11, key privacy.minimum', 'found: "many"', 'expected: a number'],
  },
  {
    what: 'a round that asked a question but is no round',
    yaml: GOOD.replace('rounds:', 'rounds:\n  - {id: first, files: [0.csv]}').replace(
      'column: 问题,',
      'column: 问题, asked: [r1, r11],',
    ),
    // The likeliest first, and all others.
    says: ['line 9, key questions[1].asked[2]', 'no round "r11"', 'available: r1, first'],
  },
  {
    what: 'a differing scale of a round that is none',
    yaml: GOOD.replace('range: [1, 5]', 'rounds: {r7: {reverse: true}}'),
    says: ['key questions[2].rounds.r7', 'available: r1'],
  },
  {
    what: 'an unknown key of a differing scale, with the nearest valid one',
    yaml: GOOD.replace('range: [1, 5]', 'rounds: {r1: {revers: true}}'),
    says: ['key questions[2].rounds.r1.revers', 'did you mean reverse?'],
  },
  {
    what: 'a differing scale with its range the wrong way round',
    yaml: GOOD.replace('range: [1, 5]', 'rounds: {r1: {range: [10, 1]}}'),
    says: ['key questions[2].rounds.r1.range', '[10, 1]'],
  },
  {
    what: 'an exclusive option that is no option',
    yaml: GOOD.replace('order: [其他]', 'order: [其他], exclusive: 其它'),
    says: ['key questions[3].exclusive', 'no option "其它"', '其他'],
  },
  {
    what: 'a label of an option that is none',
    yaml: GOOD.replace('order: [其他]', 'order: [其他], labels: {经费不够: Funding}'),
    says: ['line 10, key questions[3].labels.经费不够', 'no option "经费不够"', '经费不足'],
  },
  {
    what: 'a round on a day that does not exist',
    yaml: GOOD.replace('files: [a.csv]', 'date: 2026-02-30, files: [a.csv]'),
    says: ['line 3, key rounds[1].date', 'the date "2026-02-30"', '2026-03-31'],
  },
  {
    what: 'rounds whose dates go backwards, told of the first',
    yaml: GOOD.replace(
      / {2}- {id: r1.*\n/,
      [
        '  - {id: r3, date: 2026年9月, files: [a.csv]}',
        '  - {id: r0, files: [d.csv]}',
        '  - {id: r2, date: 2026-06-30, files: [b.csv]}',
        '  - {id: r1, date: 2026-03-31, files: [c.csv]}\n',
      ].join('\n'),
    ),
    says: ['line 5, key rounds[3].date', 'round r2 is dated 2026-06-30, before r3 (2026年9月)'],
  },
  {
    what: 'a value that is not among those possible',
    yaml: `${GOOD}statistics: {interval: wald}\n`,
    says: ['key statistics.interval', 'wilson | logit | beta'],
  },
  {
    what: 'a missing key',
    yaml: GOOD.replace('title: 调查\n', ''),
    says: ['key title', 'title is absent'],
  },
  {
    what: 'broken YAML',
    yaml: `${GOOD}privacy: {minimum: 5\n`,
    says: ['survey.yaml, line 11', 'no } to end it: privacy: {minimum: 5', 'check indentation'],
  },
  {
    what: 'a question id twice',
    yaml: GOOD.replace('id: scale', 'id: open'),
    says: ['line 9', '"open" stands here twice'],
  },
  {
    what: 'a group within one that does not exist',
    yaml: GOOD.replace('within: type', 'within: typ'),
    says: ['line 6, key groups[2].within', 'available: type'],
  },
  {
    what: 'a path out of the folder',
    yaml: GOOD.replace('a.csv', '../a.csv'),
    says: ['key rounds[1].files[1]', '../a.csv leaves the folder'],
  },
  {
    what: 'a file of hand codes out of the folder',
    yaml: `${GOOD}coding: {examples: ../hand-codes.csv}\n`,
    says: ['line 11, key coding.examples', '../hand-codes.csv leaves the folder'],
  },
  {
    what: 'hand codes where no question is open',
    yaml: `${GOOD.replace(/ {2}- {id: open.*\n/, '')}coding: {examples: hand-codes.csv}\n`,
    says: ['line 10, key coding.examples', 'no open question'],
  },
  {
    what: 'a key that another type of question knows',
    yaml: GOOD.replace('taxonomy: organ', 'taxonomy: organ, range: [1, 5]'),
    says: ['key questions[1].range', 'range is not for a open question'],
  },
  {
    what: 'a scale that runs backwards',
    yaml: GOOD.replace('[1, 5]', '[5, 1]'),
    says: ['key questions[2].range', 'found: [5, 1]'],
  },
  {
    what: 'an open question without taxonomy',
    yaml: GOOD.replace(', taxonomy: organ', ''),
    says: ['key questions[1].taxonomy', 'taxonomy is absent'],
  },
  {
    what: 'a taxonomy chosen by a group that does not exist',
    yaml: GOOD.replace('taxonomy: organ', 'taxonomy: {by: kind, a: organ}'),
    says: ['key questions[1].taxonomy.by', 'no group "kind"'],
  },
])('refuses $what, with line and key', async ({ yaml, says }) => {
  const problems = await problemsOf(yaml);
  expect(problems).toHaveLength(1);
  for (const words of says) expect(problems[0]).toContain(words);
});

test('tells everything that is wrong at once', async () => {
  const yaml = GOOD.replace('id: scale', 'id: open')
    .replace('within: type', 'within: x')
    .replace('[1, 5]', '[5, 1]');
  expect(await problemsOf(yaml)).toHaveLength(3);
});

test.each([
  [
    'weights without head-counts',
    'weighting: {method: rake, by: [type]}',
    'there is no population',
  ],
  ['weights by no group', 'population: p.csv\nweighting: {method: rake}', 'ids of groups: type'],
  [
    'weights by an unknown group',
    'population: p.csv\nweighting: {method: rake, by: [size]}',
    'weighting by "size"',
  ],
  ['a panel without ids', 'panel: true', 'no column with ids of respondents'],
])('refuses %s', async (_, lines, says) => {
  const [text] = await problemsOf(`${GOOD}${lines}\n`);
  expect(text).toContain(says);
});

test.each([
  { what: 'a folder without survey.yaml', path: tmpdir(), message: 'no-survey-in-folder' },
  { what: 'a path where nothing is', path: '/no/such/survey.yaml', message: 'file-missing' },
])('refuses $what', async ({ path, message }) => {
  await expect(loadSurvey(path, fx)).rejects.toMatchObject({ problems: [{ message }] });
});
