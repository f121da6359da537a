/** Surveys of a known population: head-counts, response rates, and weights computed from them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { canvass, folderWith } from '../support/cli.ts';
import { type CsvRow, tableOf } from '../support/csv.ts';

/** 30 organs, of which 10 lack money, and 10 villages, of which 8 do; each size a and b by turns. */
const people = [
  ...Array.from({ length: 30 }, (_, i) => ({ type: 'organ', lacks: i < 10 })),
  ...Array.from({ length: 10 }, (_, i) => ({ type: 'village', lacks: i < 8 })),
];
const DATA = [
  'id,type,size,problem',
  ...people.map(({ type, lacks }, i) => {
    const size = i % 3 === 0 ? 'a' : 'b';
    return `${i + 1},${type},${size},${lacks ? '经费不足' : '开会太多'}`;
  }),
].join('\n');

function run(
  more: string,
  population: string,
  command = 'run',
  data = DATA,
  sizes = '  - {id: size}\n',
  rounds = 'rounds: [{id: r1, files: [a.csv]}]',
) {
  const yaml = `title: t
${rounds}
columns: {respondent: id}
groups:
  - {id: type}
${sizes}questions:
  - {id: open, type: open, column: problem, taxonomy: organ}
  - {id: kind, type: single, column: type}
  - {id: large, type: single, column: size}
population: p.csv
${more}
`;
  const files = { 'a.csv': data, 'b.csv': `${data}\n`, 'p.csv': population };
  const folder = folderWith({ 'survey.yaml': yaml, ...files });
  const args = command === 'run' ? ['run', '.', '--out', 'out'] : [command, '.'];
  return { ...canvass(args, folder), out: join(folder, 'out') };
}

const line = (rows: readonly CsvRow[], of: CsvRow) =>
  rows.filter((row) => Object.entries(of).every(([name, value]) => row[name] === value));

/** As `DATA`, with the type of the first few left empty, or of those behind some. */
const withBlanks = (n: number, behind = 0) =>
  DATA.split('\n')
    .map((row, i) => (i > behind && i <= behind + n ? row.replace(',organ,', ',,') : row))
    .join('\n');

test('response rates are respondents over head-counts, by group and for everybody', () => {
  const { out, status, stderr } = run('', 'type,count\norgan,100\nvillage,300\nfarm,50\n');
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect(
    tableOf(out, 'response').map((row) => [
      row.group,
      row.value,
      row.population,
      row.respondents,
      row.rate,
    ]),
  ).toEqual([
    ['all', '', '450', '40', '0.0889'],
    ['type', 'farm', '50', '0', '0'],
    ['type', 'organ', '100', '30', '0.3'],
    ['type', 'village', '300', '10', '0.0333'],
  ]);
});

test('respondents whose value has no head-count are in no rate of the whole', () => {
  const { out } = run('', 'type,count\norgan,100\nfarm,50\n');
  const rates = tableOf(out, 'response').map((row) => [
    row.value,
    row.population,
    row.respondents,
    row.rate,
    row.status,
  ]);
  expect(rates).toEqual([
    ['', '150', '30', '0.2', 'shown'],
    ['farm', '50', '0', '0', 'shown'],
    ['organ', '100', '30', '0.3', 'shown'],
    ['village', '', '10', '', 'no-base'],
  ]);
});

test('few respondents without head-count cannot be told from the rate of the whole', () => {
  const data = DATA.replace('\n1,organ', '\n1,farm').replace('\n2,organ', '\n2,farm');
  const { out, status } = run('', 'type,count\norgan,100\nvillage,300\n', 'run', data);
  expect(status).toBe(0);
  // 38 of 40 are covered: a rate of 38 in 400 would say that 2 are not.
  const [all, ...values] = tableOf(out, 'response');
  expect([all!.respondents, all!.rate, all!.status]).toEqual(['', '', 'suppressed']);
  expect(line(values, { value: 'farm' })[0]!.status).toBe('suppressed');
  expect(values.filter(({ status }) => status === 'suppressed')).toHaveLength(2);
});

test('who left a group empty is one of the people counted', () => {
  const population = 'type,count\norgan,100\nvillage,300\n';
  const { out, stderr } = run('', population, 'run', withBlanks(2));
  expect(stderr).not.toContain('no head-count');
  const [all, ...values] = tableOf(out, 'response');
  expect([all!.respondents, all!.rate, all!.status]).toEqual(['40', '0.1', 'shown']);
  expect(line(values, { value: '(未填)' })[0]!.status).toBe('suppressed');
  expect(values.filter(({ status }) => status === 'suppressed')).toHaveLength(2);
});

test('an outer group is covered by itself where its inner group has no head-counts', () => {
  const nested = '  - {id: size}\n  - {id: part, column: size, within: type}\n';
  const { out } = run('', 'type,count\norgan,100\n', 'run', DATA, nested);
  const [all] = tableOf(out, 'response');
  expect([all!.respondents, all!.rate]).toEqual(['30', '0.3']);
});

test('where two groups leave respondents uncovered, no rate of the whole is told', () => {
  const { out } = run('', 'type,size,count\norgan,a,100\n');
  const [all] = tableOf(out, 'response');
  expect([all!.respondents, all!.rate, all!.status]).toEqual(['40', '', 'no-base']);
});

test('a round without head-counts stands in the table, without a rate', () => {
  const { out } = run('', 'type,round,count\n');
  expect(tableOf(out, 'response').map(({ value, status }) => [value, status])).toEqual([
    ['', 'no-base'],
    ['organ', 'no-base'],
    ['village', 'no-base'],
  ]);
});

test.each([
  ['a short form', 'type,count\nvil,300\norgan,100\n', '"vil" in row 2'],
  ['a blank', 'type,count\norgan,100\nvil lage,300\n', '"vil lage" in row 3'],
  ['another letter', 'type,count\norgan,100\nvilage,300\n', '"vilage" in row 3'],
])('%s in a name is told by check and run, with both names', (_, population, near) => {
  for (const command of ['check', 'run']) {
    const { status, stdout, stderr } = run('', population, command);
    expect(status).toBe(0);
    const said = command === 'check' ? stdout : stderr;
    expect(said).toContain(
      `p.csv: no head-count for type "village", respondents: 10 (r1), nearest name: ${near}`,
    );
    expect(said).toContain(`nobody answered from type ${near}, people: 300 (r1)`);
    expect(said).toContain('nearest name among respondents: "village"');
    expect(said).not.toContain('organ"');
  }
});

test('a name under another parent is told as that of the same value', () => {
  const nested = '  - {id: size}\n  - {id: part, column: size, within: type}\n';
  const head = 'type,part,count\norgan,a,100\norgan,b,100\nvillage,a,50\nvil,b,50\n';
  const { stdout } = run('', head, 'check', DATA, nested);
  expect(stdout).toContain('part "village/b", respondents: 6 (r1), nearest name: "vil/b" in row 5');
  expect(stdout).toContain(
    'type "vil" in row 5, people: 50 (r1), nearest name: "village" in row 4',
  );
});

test('check and run tell of more respondents than people and of rounds without head-counts', () => {
  const above = 'more respondents than people in type "organ" in row 2: 30 of 20, 150% (r1)';
  const none = 'p.csv: no head-counts for r1';
  expect(run('', 'type,count\norgan,20\nvillage,300\n').stderr).toContain(above);
  expect(run('', 'type,count\norgan,20\nvillage,300\n', 'check').stdout).toContain(above);
  expect(run('', 'type,round,count\n').stderr).toContain(none);
  const { stdout } = run('', 'type,round,count\n', 'check');
  expect(stdout).toContain(none);
  expect(stdout).not.toContain('no head-count for');
});

test('post-stratified shares are those of the groups, weighted by their head-counts', () => {
  const weighting = 'privacy: {minimum: 2}\nweighting: {method: poststratify, by: [type]}';
  const { out, status, stderr } = run(weighting, 'type,count\norgan,100\nvillage,300\n');
  expect(status).toBe(0);
  const [all] = line(tableOf(out, 'problems'), { group: 'all', code: 'A6' });
  // (100 · 10/30 + 300 · 8/10) / 400, and n stays a head-count.
  expect([all!.base, all!.n, all!.share]).toEqual(['40', '18', '0.6833']);
  // Kish: (30·(10/3) + 10·30)² / (30·(10/3)² + 10·30²).
  expect(all!.n_effective).toBe('17.1');
  const [told] = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).weighting;
  expect(told).toMatchObject({ round: 'r1', method: 'poststratify', trimmed: 0, deviation: 0 });
  expect(told.design_effect).toBe(2.3333);
  expect(stderr).toContain('design effect 2.33');
});

test('raked shares of every group weighted by are those of the population', () => {
  const weighting = 'privacy: {minimum: 2}\nweighting: {method: rake, by: [type, size]}';
  const population = 'type,size,count\norgan,a,30\norgan,b,70\nvillage,a,150\nvillage,b,150\n';
  const { out, status } = run(weighting, population);
  expect(status).toBe(0);
  const [told] = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).weighting;
  expect(told).toMatchObject({ method: 'rake', deviation: 0 });
  const closed = tableOf(out, 'closed');
  const shares = (question: string) =>
    line(closed, { question, group: 'all' }).map(({ option, share }) => [option, share]);
  // All of a type chose its own kind, which is hidden, and weights go by the type for the most part.
  expect(shares('kind')).toEqual([
    ['organ', ''],
    ['village', ''],
  ]);
  // 180 of 400 are of size a, which is hidden too: told is what follows from the types.
  const [a] = line(closed, { question: 'large', group: 'all', option: 'a' });
  expect(Math.abs(Number(a!.share) - 0.45)).toBeLessThan(0.1);
  expect(Number(a!.low)).toBeLessThan(0.45);
  expect(Number(a!.high)).toBeGreaterThan(0.45);
});

test('respondents with a group left empty get the mean factor, and are told of', () => {
  const weighting = 'privacy: {minimum: 2}\nweighting: {method: poststratify, by: [type]}';
  const population = 'type,count\norgan,100\nvillage,300\n';
  const { out, status, stderr } = run(weighting, population, 'run', withBlanks(6, 7));
  expect(status).toBe(0);
  const [all] = line(tableOf(out, 'problems'), { group: 'all', code: 'A6' });
  // 7 of 24 organs and 8 of 10 villages lack money, and 3 of 6 others, who weigh 400 / 34 each.
  const share = (100 * (7 / 24) + 300 * 0.8 + 3 * (400 / 34)) / (400 + 6 * (400 / 34));
  expect(Number(all!.share)).toBeCloseTo(share, 4);
  const [told] = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).weighting;
  expect(told).toMatchObject({ unplaced: 6, deviation: 0, unreached: 0 });
  expect(stderr).toContain('with a group left empty and so the mean factor: 6');
  expect(stderr).toContain('by type (post-stratification)');
});

test('how few left a group empty stands in the notice, not in what is published', () => {
  const weighting = 'weighting: {method: rake, by: [type, size]}';
  const population = 'type,size,count\norgan,a,40\norgan,b,60\nvillage,a,150\nvillage,b,150\n';
  const { out, status, stderr } = run(weighting, population, 'run', withBlanks(1));
  expect([status, stderr]).toEqual([0, expect.stringContaining('the mean factor: 1,')]);
  const [told] = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).weighting;
  expect(told.unplaced).toBeNull();
});

test('a name without head-count is told once over all rounds', () => {
  const rounds = 'rounds: [{id: r1, files: [a.csv]}, {id: r2, files: [b.csv]}]';
  const weighting = 'weighting: {method: poststratify, by: [type]}';
  const { stderr } = run(weighting, 'type,count\norgan,100\n', 'check', DATA, undefined, rounds);
  expect(stderr).toContain('respondents there: 20 (r1, r2)');
  expect(stderr.match(/for "village"/g)).toHaveLength(1);
});

test('a trimmed weight is at most so many times the mean', () => {
  const population = 'type,count\norgan,100\nvillage,300\n';
  const trimmed = run(
    'privacy: {minimum: 2}\nweighting: {method: poststratify, by: [type], trim: 2}',
    population,
  );
  const [all] = line(tableOf(trimmed.out, 'problems'), { group: 'all', code: 'A6' });
  // Mean weight 10, cap 20: villages hold 200 of 400, organs the other 200.
  expect(all!.share).toBe(((200 / 3 + 160) / 400).toFixed(4));
  const [told] = JSON.parse(readFileSync(join(trimmed.out, 'manifest.json'), 'utf8')).weighting;
  expect(told).toMatchObject({ trimmed: 10, deviation: 1 });
});

test.each([
  [
    'a group without head-count',
    'type,count\norgan,100\n',
    'for "village" the file gives no head-count, or 0; respondents there: 10 (r1)',
  ],
  [
    'a name of the file alone',
    'type,count\norgan,1\nvilage,1\n',
    'nearest name: "vilage" in row 3',
  ],
  ['a round without head-counts', 'type,round,count\n', 'no head-counts for round r1'],
  ['a head-count that is none', 'type,count\norgan,many\nvillage,1\n', 'head-count "many"'],
  ['no column count', 'type,n\norgan,1\n', 'no column count; the header is type, n'],
  ['no column of a group', 'kind,count\norgan,1\n', 'no column is a group'],
  ['a group twice', 'type,count\norgan,1\norgan,2\nvillage,1\n', 'the same group as in row 2'],
  ['a group left empty', 'type,count\n,1\nvillage,1\n', 'a group left empty'],
  ['a row of sums', 'type,count\norgan,1\nvillage,1\n合 计,2\n', 'row 4'],
  ['a row of sums in English', 'type,count\norgan,1\nvillage,1\nTotal,2\n', 'this row is a sum'],
  ['an unknown round', 'type,round,count\norgan,r9,1\nvillage,,1\n', 'round "r9"'],
])('%s stops check and run', (_, population, says) => {
  for (const command of ['check', 'run']) {
    const weighting = 'weighting: {method: poststratify, by: [type]}';
    const { status, stderr } = run(weighting, population, command);
    expect(status).toBe(1);
    expect(stderr).toContain(says);
  }
});

test('a head-count of a round goes before the one for every round in its own row alone', () => {
  const { out } = run('', 'type,round,count\norgan,,500\nvillage,,100\nvillage,r1,20\n');
  const counts = tableOf(out, 'response').map(({ value, population }) => [value, population]);
  expect(counts).toEqual([
    ['', '520'],
    ['organ', '500'],
    ['village', '20'],
  ]);
});

test('head-counts of a round go before those for every round', () => {
  const population = 'type,round,count\norgan,,500\nvillage,,500\norgan,r1,60\nvillage,r1,20\n';
  const { out } = run('', population);
  const [all] = tableOf(out, 'response');
  expect([all!.population, all!.rate]).toEqual(['80', '0.5']);
});
