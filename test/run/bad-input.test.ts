import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { canvass, folderWith } from '../support/cli.ts';

const SURVEY = `title: t
rounds:
  - {id: r1, files: [a.csv]}
groups:
  - {id: unit, column: 单位}
questions:
  - {id: open, type: open, column: 问题, taxonomy: organ}
  - {id: scale, type: scale, column: 重视, range: [1, 5]}
`;
const DATA = '单位,问题,重视\n甲,经费不足,3\n乙,无,4\n';

test.each([
  { what: 'a missing file', files: { 'survey.yaml': SURVEY }, says: ['a.csv', 'no such file'] },
  {
    what: 'a missing column, with the nearest header',
    files: { 'survey.yaml': SURVEY, 'a.csv': DATA.replace('重视', '重视度') },
    says: ['a.csv', '重视', '重视度'],
  },
  {
    what: 'an unknown key',
    files: { 'survey.yaml': `${SURVEY}privcy: {minimum: 5}\n`, 'a.csv': DATA },
    says: ['survey.yaml, line 9, key privcy', 'did you mean privacy?'],
  },
  {
    what: 'a wrong type',
    files: { 'survey.yaml': SURVEY.replace('[1, 5]', 'five'), 'a.csv': DATA },
    says: ['survey.yaml, line 8, key questions[2].range', '"five"'],
  },
  {
    what: 'an empty file',
    files: { 'survey.yaml': SURVEY, 'a.csv': '' },
    says: ['a.csv', 'empty'],
  },
  {
    what: 'a file with a header only',
    files: { 'survey.yaml': SURVEY, 'a.csv': '单位,问题,重视\n' },
    says: ['a.csv', 'no usable respondent'],
  },
  {
    what: 'an unknown taxonomy',
    files: { 'survey.yaml': SURVEY.replace('organ', 'organs'), 'a.csv': DATA },
    says: ['organs', 'organ'],
  },
])('$what: one clear problem, exit 1, nothing written', ({ files, says }) => {
  const folder = folderWith(files as unknown as Record<string, string>);
  const before = readdirSync(folder);
  const { status, stdout, stderr } = canvass(['run', '.', '--out', 'output'], folder);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  for (const words of says) expect(stderr).toContain(words);
  expect(stderr).toContain('1 problem:');
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
  expect(readdirSync(folder)).toEqual(before);
});

test('a folder in place of a file: one clear problem, exit 1, nothing written', () => {
  const folder = folderWith({ 'survey.yaml': SURVEY });
  mkdirSync(join(folder, 'a.csv'));
  const { status, stderr } = canvass(['run', '.', '--out', 'output'], folder);
  expect(status).toBe(1);
  expect(stderr).toContain('a.csv is a folder');
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'survey.yaml']);
});

test('problems of several files are told together, the first twenty in full', () => {
  const names = Array.from({ length: 25 }, (_, i) => `f${i}.csv`);
  const folder = folderWith({ 'survey.yaml': SURVEY.replace('a.csv', names.join(', ')) });
  const { status, stderr } = canvass(['run', '.'], folder);
  expect(status).toBe(1);
  expect(stderr).toContain('25 problems:');
  expect(stderr.match(/no such file/g)).toHaveLength(20);
  expect(stderr).toContain('and 5 more problems');
});

test('a row that cannot be used is set aside and counted; with --strict it stops the run', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `甲,经费不足,${(i % 5) + 1}`);
  const files = {
    'survey.yaml': `${SURVEY}columns: {weight: 权重}\n`,
    'a.csv': ['单位,问题,重视,权重', ...rows.map((row) => `${row},1`), '甲,没钱,3,-1', ''].join(
      '\n',
    ),
  };
  const folder = folderWith(files);
  expect(canvass(['run', '.', '--out', 'output'], folder).status).toBe(0);
  const strict = canvass(['run', '.', '--out', 'strict', '--strict'], folder);
  expect(strict.status).toBe(1);
  expect(strict.stderr).toContain('a.csv, row 42');
  expect(readdirSync(folder)).not.toContain('strict');
});

test('more than 5 % of unusable rows stop the run', () => {
  const rows = Array.from({ length: 18 }, () => '甲,经费不足,3,1');
  const folder = folderWith({
    'survey.yaml': `${SURVEY}columns: {weight: 权重}\n`,
    'a.csv': ['单位,问题,重视,权重', ...rows, '甲,没钱,3,x', ''].join('\n'),
  });
  const { status, stderr } = canvass(['run', '.'], folder);
  expect(status).toBe(1);
  expect(stderr).toContain('1 of 19 rows cannot be used (5.3 %): unusable weight 1');
});

test.each([
  { what: 'an unknown command', args: ['rum'] },
  { what: 'an unknown flag', args: ['run', '--outt', 'x'] },
  { what: 'a missing argument', args: ['explain', '--taxonomy', 'organ'] },
  { what: 'a number of jobs that is none', args: ['run', '--jobs', '0'] },
])('$what is wrong usage: exit 2', ({ args }) => {
  expect(canvass(args).status).toBe(2);
});

test('an unknown round is refused with the valid ones', () => {
  const folder = folderWith({ 'survey.yaml': SURVEY, 'a.csv': DATA });
  const { status, stderr } = canvass(['run', '.', '--round', 'r2'], folder);
  expect({
    status,
    named: stderr.includes('no round "r2"') && stderr.includes('expected: r1'),
  }).toEqual({ status: 1, named: true });
});
