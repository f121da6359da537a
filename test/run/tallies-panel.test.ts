/** What needs respondents is said to be missing where some were counted elsewhere, and made where not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { canvass, folderWith } from '../support/cli.ts';
import { tableOf } from '../support/csv.ts';

const ROUNDS = ['r1', 'r2', 'r3'];

/** The same 60 people in every round; most say the same thing. */
function exportOf(round: number, from: number): string {
  const lines = Array.from({ length: 30 }, (_, i) => {
    const at = from + i;
    const answer = at % 3 === round % 3 ? '没有问题' : `经费不足，第${at}个支部办不成事`;
    return `${at},T${at % 2},${answer}`;
  });
  return ['id,type,problem', ...lines].join('\n');
}

const yaml = (rounds: readonly string[]) => `title: t
rounds: [${rounds.join(', ')}]
columns: {respondent: id}
groups: [{id: type}]
questions: [{id: open, type: open, column: problem, taxonomy: organ}]
privacy: {minimum: 5, quotes: redacted}
panel: true
`;

const files = Object.fromEntries(
  ROUNDS.flatMap((id, round) =>
    [0, 30].map((from) => [`${id}-${from}.csv`, exportOf(round, from)] as const),
  ),
);
const listed = (id: string) => `{id: ${id}, files: [${id}-0.csv, ${id}-30.csv]}`;

let home = '';
let said = '';

function ok(args: readonly string[]): string {
  const { status, stdout, stderr } = canvass([...args, '--jobs', '1'], home);
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return stdout + stderr;
}

beforeAll(() => {
  home = folderWith({
    ...files,
    'survey.yaml': yaml([listed('r1'), listed('r2'), '{id: r3}']),
  });
  for (const from of [0, 30]) {
    ok(['tally', `r3-${from}.csv`, '--survey', '.', '--round', 'r3', '--out', `${from}.tally`]);
  }
  said = ok(['run', '.', '--tallies', '.', '--out', 'output', '--previous', 'none']);
}, 120_000);

const out = (name: string) => readFileSync(join(home, 'output', name), 'utf8');

test('people are followed between the rounds at hand, and not into one from elsewhere', () => {
  const rows = tableOf(join(home, 'output'), 'panel');
  expect(new Set(rows.map(({ from, to }) => `${from}-${to}`))).toEqual(new Set(['r1-r2']));
  expect(said).toContain('r1 and r2: 60 ids occur in both');
  expect(said).not.toMatch(/r[12] and r3/);
});

test('nobody is quoted from a round from elsewhere', () => {
  const quotes = out('private/quotes.csv');
  expect(quotes).toMatch(/^r1,/m);
  expect(quotes).not.toMatch(/^r3,/m);
});

test.each([
  ['zh-Hans', 'r3以计数文件汇入，没有逐份答卷的资料', '同一人前后比较'],
  ['zh-Hant', 'r3以計數檔匯入，無逐份問卷的資料', '同一人前後比較'],
  ['en', 'Not available for r3: merged from tallies', 'The same people, before and after'],
])('the report says in %s what is not available: people, quotes, phrases', (lang, words, panel) => {
  const html = out('report.html').replace(/<script.*?<\/script>/gs, '');
  const section = (id: string) => {
    const from = html.indexOf(`<section id="${id}-${lang}"`);
    expect(from).toBeGreaterThan(0);
    return html.slice(from, html.indexOf('</section>', from));
  };
  expect(section('changes')).toContain(words);
  expect(section('changes')).toContain(`<h3>${panel}</h3>`);
  expect(section('problems')).toContain(words);
  expect(section('uncoded')).toContain(words);
  // Nor is there anything of what the section would say of them.
  expect(section('uncoded').match(/<p/g)).toHaveLength(1);
  const between = { 'zh-Hans': '之间未作核对', 'zh-Hant': '之間未作核對', en: 'not between them' };
  expect(section('hygiene')).toContain(between[lang as 'en']);
});
