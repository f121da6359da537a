/** Plants a leak of each kind in a sound set of results: the audit must say what and where. */
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { LeakError, problem } from '../../../pipeline/errors.ts';
import { formatProblem } from '../../../pipeline/messages.ts';
import { nodeEffects } from '../../../pipeline/node-effects.ts';
import { audited } from '../../../pipeline/protect/audit.ts';
import { writeSet } from '../../../pipeline/publish/set.ts';
import { openStage } from '../../../pipeline/publish/stage.ts';
import { filesIn, folderWith } from '../../support/cli.ts';
import {
  ANSWER,
  COMMON,
  ID,
  PHONE,
  problemsOf,
  type ResultSet,
  soundSet,
  tampered,
} from './set.ts';

let set: ResultSet;
beforeAll(async () => {
  set = await soundSet();
});

test('a sound set passes', async () => {
  expect(await problemsOf(set)).toEqual([]);
});

const REPORT = 'report.html';
const CHART = 'charts/closed-reasons.vl.json';
const CSV = 'tables/problems.csv';
const PARAGRAPH = '</main>';

interface Plant {
  readonly what: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Of where, as far as it can be told without counting. */
  readonly place: object;
}

const WORDS: readonly Plant[] = [
  {
    what: 'a paragraph',
    file: REPORT,
    from: PARAGRAPH,
    to: `<p>${ANSWER}</p></main>`,
    place: { key: 'p' },
  },
  {
    what: 'a paragraph, in pieces',
    file: REPORT,
    from: PARAGRAPH,
    to: `<p><b>${ANSWER.slice(0, 5)}</b><i>${ANSWER.slice(5, 9)}</i><em>${ANSWER.slice(9)}</em></p></main>`,
    place: { key: 'p' },
  },
  {
    what: 'a label for screen readers',
    file: REPORT,
    from: '<main>',
    to: `<main aria-label="${ANSWER}">`,
    place: { key: 'main[aria-label]' },
  },
  {
    what: 'a title',
    file: REPORT,
    from: '<main>',
    to: `<main title="${ANSWER}">`,
    place: { key: 'main[title]' },
  },
  {
    what: 'an attribute of no meaning',
    file: REPORT,
    from: '<main>',
    to: `<main class="${ANSWER}">`,
    place: { key: 'main[class]' },
  },
  {
    what: 'a drawing',
    file: REPORT,
    from: '</svg>',
    to: `<text x="1">${ANSWER}</text></svg>`,
    place: { key: 'text' },
  },
  {
    what: 'a comment',
    file: REPORT,
    from: PARAGRAPH,
    to: `<!-- ${ANSWER} --></main>`,
    place: { key: 'comment' },
  },
  {
    what: 'a style sheet of its own',
    file: REPORT,
    from: PARAGRAPH,
    to: `<style>p::after { content: "${ANSWER}" }</style></main>`,
    place: { key: 'style' },
  },
  {
    what: 'a script of its own',
    file: REPORT,
    from: PARAGRAPH,
    to: `<script>alert("${ANSWER}")</script></main>`,
    place: { key: 'script' },
  },
  {
    what: 'the data for the script',
    file: REPORT,
    from: '"zh-Hans":"重要性认识不足"',
    to: `"zh-Hans":"${ANSWER}"`,
    place: { key: expect.stringMatching(/names\..*labels\.zh-Hans$/) },
  },
  {
    what: 'a key of the data for the script',
    file: REPORT,
    from: '"zh-Hans":"重要性认识不足"',
    to: `"${ANSWER}":1`,
    place: {},
  },
  {
    what: 'a CSV',
    file: CSV,
    from: '重要性认识不足',
    to: ANSWER,
    place: { row: 3, column: 'label' },
  },
  {
    what: 'results.json',
    file: 'results.json',
    from: '"label":"重要性认识不足"',
    to: `"label":"${ANSWER}"`,
    place: { key: 'problems[1].label' },
  },
  {
    what: 'a chart',
    file: CHART,
    from: '"name": "场地缺乏"',
    to: `"name": "${ANSWER}"`,
    place: { key: 'data.values[3].name' },
  },
  {
    what: 'a description of a chart',
    file: CHART,
    from: /"description": "[^"]*"/,
    to: `"description": "${ANSWER}"`,
    place: { key: 'description' },
  },
  {
    what: 'manifest.json',
    file: 'manifest.json',
    from: '"minimum"',
    to: `"${ANSWER}"`,
    place: {},
  },
];

test.each(WORDS)('words of an answer in $what are refused', async ({ file, from, to, place }) => {
  const problems = await problemsOf(tampered(set, file, from, to));
  const [leak] = problems.filter((one) => one.message === 'leak-answer');
  expect(leak).toMatchObject({ file, ...place, values: { respondents: 1, minimum: 5 } });
  expect(ANSWER).toContain(leak!.values.text);
});

test('words in other letters and with other blanks are the same words', async () => {
  const written = [...ANSWER].join(' \n');
  const changed = tampered(set, REPORT, PARAGRAPH, `<p>${written}</p></main>`);
  expect(await problemsOf(changed)).toMatchObject([{ message: 'leak-answer', file: REPORT }]);
});

test('words between which characters stand that nobody sees are the same words', async () => {
  const words = [...ANSWER].join('\u200b\u00ad');
  const problems = await problemsOf(tampered(set, REPORT, '</main>', `<p>${words}</p></main>`));
  expect(problems).toMatchObject([{ message: 'leak-answer', file: REPORT }]);
});

test('words that as many wrote as the minimum may stand, and so may words that nobody wrote', async () => {
  for (const words of [COMMON, '今天天气晴朗万里无云适合出游']) {
    const changed = tampered(set, REPORT, PARAGRAPH, `<p>${words}</p></main>`);
    expect(await problemsOf(changed)).toEqual([]);
  }
});

test('words that one fewer than the minimum wrote are refused', async () => {
  const { privacy } = set.options.survey;
  const survey = { ...set.options.survey, privacy: { ...privacy, minimum: 6 } };
  const changed = tampered(set, REPORT, PARAGRAPH, `<p>${COMMON}</p></main>`);
  const strict = { ...changed, options: { ...changed.options, survey } };
  expect(await problemsOf(strict)).toMatchObject([
    { message: 'leak-answer', values: { respondents: 5, minimum: 6 } },
  ]);
});

test('a quote that a person has released may stand', async () => {
  const changed = tampered(set, REPORT, PARAGRAPH, `<p>${ANSWER}</p></main>`);
  const { options } = changed;
  const published = { ...options.published, quotes: [ANSWER] };
  expect(await problemsOf({ ...changed, options: { ...options, published } })).toEqual([]);
});

const OTHERS: readonly (Plant & { readonly message: string; readonly text: string })[] = [
  {
    what: 'the id of a respondent in the report',
    message: 'leak-id',
    text: ID.toLowerCase(),
    file: REPORT,
    from: PARAGRAPH,
    to: `<p>第${ID}号</p></main>`,
    place: { key: 'p' },
  },
  {
    what: 'the id of a respondent in a CSV',
    message: 'leak-id',
    text: ID.toLowerCase(),
    file: CSV,
    from: '重要性认识不足',
    to: ID,
    place: { row: 3, column: 'label' },
  },
  {
    what: 'a telephone number in the report',
    message: 'leak-personal',
    text: PHONE,
    file: REPORT,
    from: PARAGRAPH,
    to: `<p>${PHONE}</p></main>`,
    place: { key: 'p' },
  },
  {
    what: 'a telephone number in results.json',
    message: 'leak-personal',
    text: PHONE,
    file: 'results.json',
    from: '"label":"重要性认识不足"',
    to: `"label":"请打 ${PHONE}"`,
    place: { key: 'problems[1].label' },
  },
  ...[
    '/home/someone/surveys/a.csv',
    'C:\\Users\\某人\\a.csv',
    'file:///D:/a.csv',
    '/var/调查/a.csv',
  ].map((path) => ({
    what: `the path ${path}`,
    message: 'leak-path',
    text: path,
    file: REPORT,
    from: PARAGRAPH,
    to: `<p>读自 ${path}</p></main>`,
    place: { key: 'p' },
  })),
  {
    what: 'a path in manifest.json',
    message: 'leak-path',
    text: '/home/someone/surveys/survey.yaml',
    file: 'manifest.json',
    from: '"survey.yaml"',
    to: '"/home/someone/surveys/survey.yaml"',
    place: { key: 'survey.file' },
  },
  {
    what: 'a picture from the network',
    message: 'leak-url',
    text: 'https://example.org/a.png',
    file: REPORT,
    from: PARAGRAPH,
    to: '<img src="https://example.org/a.png"></main>',
    place: { key: 'img[src]' },
  },
  {
    what: 'a reference in a drawing',
    message: 'leak-url',
    text: '//example.org/a.svg',
    file: REPORT,
    from: '</svg>',
    to: '<use xlink:href="//example.org/a.svg"/></svg>',
    place: { key: 'use[xlink:href]' },
  },
  {
    what: 'a script that is not one of the libraries',
    message: 'leak-url',
    text: 'https://example.org/a.js',
    file: REPORT,
    from: PARAGRAPH,
    to: '<script>import("https://example.org/a.js")</script></main>',
    place: { key: 'script' },
  },
  {
    what: 'data of a chart that would be loaded',
    message: 'leak-url',
    text: 'https://example.org/a.csv',
    file: CHART,
    from: '"autosize"',
    to: '"url": "https://example.org/a.csv", "autosize"',
    place: { key: 'url' },
  },
  {
    what: 'an address in an expression of a chart',
    message: 'leak-url',
    text: 'https://example.org/',
    file: CHART,
    from: '"isValid(datum.share)"',
    to: '"\'https://example.org/\'"',
    place: { key: expect.stringMatching(/filter$/) },
  },
  {
    what: 'a schema of elsewhere',
    message: 'leak-url',
    text: 'https://example.org/schema.json',
    file: CHART,
    from: /"\$schema": "[^"]*"/,
    to: '"$schema": "https://example.org/schema.json"',
    place: { key: '$schema' },
  },
];

test.each(OTHERS)('$what is refused', async ({ message, text, file, from, to, place }) => {
  const problems = await problemsOf(tampered(set, file, from, to));
  const leaks = problems.filter((one) => one.message === message);
  expect(leaks).toMatchObject([{ file, ...place, values: { text } }]);
});

test('a path or an address that the survey itself gives may stand in its text', async () => {
  const { survey, published } = set.options;
  const note = '详见 https://example.org/note 和 /srv/notes/a';
  const changed = tampered(set, REPORT, PARAGRAPH, `<p>${note}</p></main>`);
  const own = { ...published, pieces: [...published.pieces, note] };
  const options = { ...set.options, survey, published: own };
  expect(await problemsOf({ ...changed, options })).toEqual([]);
});

const HIDDEN = '<th scope="row">场地缺乏</th><td class="n"><i class="hidden">';
const FIGURES: readonly Plant[] = [
  {
    what: 'a CSV',
    file: CSV,
    from: /(2026-q2,problems,grassroots,all,,B5,1,[^,]*),,/,
    to: '2026-q2,problems,grassroots,all,,B5,1,工作保障不力,,3',
    place: { row: expect.any(Number), column: 'n' },
  },
  {
    what: 'a CSV, on a line that says it is shown',
    file: CSV,
    from: /2026-q2,problems,grassroots,all,,B5,1,[^,]*,,,,,,,suppressed/,
    to: '2026-q2,problems,grassroots,all,,B5,1,工作保障不力,451,3,,,,,shown',
    place: { row: expect.any(Number) },
  },
  {
    what: 'results.json',
    file: 'results.json',
    from: '"option":"场地缺乏","label":"场地缺乏","base":null,"n":null',
    to: '"option":"场地缺乏","label":"场地缺乏","base":null,"n":3',
    place: { key: expect.stringMatching(/^closed\[\d+\]\.n$/) },
  },
  {
    what: 'results.json, under a column that no table has',
    file: 'results.json',
    from: '"option":"场地缺乏","label":"场地缺乏","base":null',
    to: '"option":"场地缺乏","label":"场地缺乏","all":3,"base":null',
    place: { key: expect.stringMatching(/^closed\[\d+\]$/) },
  },
  {
    what: 'a table of the report',
    file: REPORT,
    from: HIDDEN,
    to: `${HIDDEN.replace('<i class="hidden">', '')}3<i>`,
    place: { key: 'table', values: { of: expect.stringContaining('场地缺乏') } },
  },
  {
    what: 'the name of a line in the report',
    file: REPORT,
    from: HIDDEN,
    to: HIDDEN.replace('场地缺乏', '场地缺乏（3）'),
    place: { key: 'table' },
  },
  {
    what: 'the data of a chart',
    file: CHART,
    from: /"name": "场地缺乏",\s*"note": "隐去"/,
    to: '"name": "场地缺乏", "share": 0.03',
    place: { key: 'data.values[3].share' },
  },
  {
    what: 'the data of a chart, beside the word for it',
    file: CHART,
    from: '"note": "隐去"',
    to: '"note": "隐去", "base": 940',
    place: { key: 'data.values[3].base' },
  },
  {
    what: 'the data of a chart, beside the word for it and under a name of nothing',
    file: CHART,
    from: /"name": "场地缺乏",\s*"note"/,
    to: '"name": "别的", "share": 0.03, "note"',
    place: { key: 'data.values[3].share' },
  },
  {
    what: 'the name of a mark',
    file: CHART,
    from: '"name": "场地缺乏"',
    to: '"name": "场地缺乏：3"',
    place: { key: 'data.values[3].name' },
  },
];

test.each(FIGURES)('a hidden figure in $what is refused', async ({ file, from, to, place }) => {
  const problems = await problemsOf(tampered(set, file, from, to));
  const figures = problems.filter((one) => /^leak-(?:figure|line)$/.test(one.message));
  expect(figures).toMatchObject([{ file, ...place }]);
});

test('a change that rests on a hidden share is refused, though its own line says it is shown', async () => {
  const tables = set.options.published.tables;
  const trends = tables.trends.map((row) =>
    row.code === 'B5' && row.shown === 'no' && row.from === '2026-q2' && row.group === 'all'
      ? { ...row, share_to: 0.1, share_from: 0.2, shown: 'yes' as const }
      : row,
  );
  const published = { ...set.options.published, tables: { ...tables, trends } };
  const changed = tampered(
    set,
    'tables/trends.csv',
    /problems,B5,all,,2026-q2,2026-q3,,,,,,,,,no/,
    'problems,B5,all,,2026-q2,2026-q3,0.2,0.1,,,,,,,yes',
  );
  const csv = changed.artefacts.filter(({ name }) => name === 'tables/trends.csv');
  expect(
    await problemsOf({ artefacts: csv, options: { ...set.options, published } }),
  ).toMatchObject([{ message: 'leak-figure', file: 'tables/trends.csv', column: 'share_from' }]);
});

test('a line that the results do not have is refused', async () => {
  const changed = tampered(
    set,
    CSV,
    /$/,
    '2026-q4,problems,organ,all,,A1,1,x,9,9,1,1,1,9,shown\r\n',
  );
  expect(await problemsOf(changed)).toMatchObject([{ message: 'leak-line', file: CSV }]);
});

test('results.json of another form is refused, since it could not be read as a whole', async () => {
  const changed = tampered(set, 'results.json', '"schema": 1,', '"schema": 1, "more": [3],');
  expect(await problemsOf(changed)).toMatchObject([{ message: 'leak-form', file: 'results.json' }]);
});

test.each([
  ['a table of no name', 'tables/raw.csv', 'code,n\r\nA1,3\r\n'],
  ['a chart that the report does not have', 'charts/more.vl.json', '{"data":{"values":[{"n":3}]}}'],
  ['another file', 'counts.json', '{"n":3}'],
  ['another workbook', 'counts.xlsx', zipSync({})],
])('%s is refused, since its figures cannot be judged', async (_, name, content) => {
  const more = { ...set, artefacts: [...set.artefacts, { name, content }] };
  expect(await problemsOf(more)).toMatchObject([{ message: 'leak-form', file: name }]);
});

test('a set with a leak is not put in place: the old results stay', async () => {
  const out = join(folderWith({}), 'output');
  const { fx } = nodeEffects();
  const old = await openStage(out, [], fx);
  await old.write('manifest.json', '{"program":{"name":"canvass"}}');
  old.publish();
  const { artefacts, options } = tampered(set, 'manifest.json', '"minimum"', `"${ANSWER}"`);
  const stage = await openStage(out, [], fx);
  const written = writeSet(stage, audited(artefacts, options, fx));
  await expect(written).rejects.toBeInstanceOf(LeakError);
  stage.discard();
  expect([...filesIn(out).keys()]).toEqual(['manifest.json']);
});

test('what is told names what was found and where, and asks not to send it on', () => {
  const place = { file: 'report.html', line: 12, key: 'p' };
  const leak = problem('leak-answer', place, { text: '汤做咸了', respondents: 1, minimum: 5 });
  const words = formatProblem(leak, 'zh-Hans');
  expect(words).toContain('report.html, line 12, key p');
  expect(words).toContain('“汤做咸了”，只有 1 人这样写');
  expect(words).toContain('什么也没有写出');
  expect(formatProblem(leak, 'en')).toContain('words of an answer, "汤做咸了", written by 1');
});

test('hidden figures in the data for the script are refused, wherever a number stands for them', async () => {
  // A column names each different cell once, so that one number fills all hidden ones.
  const from = /(?<="n":(?:\{"of":)?\[(?:[0-9]+,)*)null/;
  const problems = await problemsOf(tampered(set, REPORT, from, '3'));
  expect(problems.length).toBeGreaterThan(0);
  for (const one of problems) {
    expect(one).toMatchObject({ message: 'leak-figure', file: REPORT });
    expect(one.key).toMatch(/^tables\.\w+\[\d+\]\.n$/);
  }
});
