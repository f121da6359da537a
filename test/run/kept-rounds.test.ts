/** Rounds that were counted before are not counted again, and nothing but time tells. */
import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { canvass, filesIn, folderWith } from '../support/cli.ts';

const HEAD = '编号,类型,单位,满意,问题\n';
const ANSWERS = ['经费不足', '没有人愿意干', '学习流于形式', '没有问题', '会议太多'];

/** Respondents of four units, the first id twice, and a cell that cannot be used. */
function round(shift: number): string {
  const lines = Array.from({ length: 80 }, (_, i) => {
    const answer = ANSWERS[(i + shift) % ANSWERS.length];
    const scale = i === 7 ? '很好' : (i % 5) + 1;
    return `${i === 9 ? 1 : i + 1},T${i % 2},u${i % 4},${scale},${answer}`;
  });
  return HEAD + lines.join('\n');
}

const surveyOf = (rounds: readonly string[], title = '调查', more = '') => `title: ${title}
rounds:
${rounds.map((id) => `  - {id: ${id}, files: [${id}.csv]}`).join('\n')}
columns: {respondent: 编号}
groups: [{id: type, column: 类型}, {id: unit, column: 单位, within: type}]
questions:
  - {id: mood, type: scale, column: 满意, range: [1, 5]}
  - {id: open, type: open, column: 问题, taxonomy: organ}
${more}`;

const FILES = { 'r1.csv': round(0), 'r2.csv': round(1), 'r3.csv': round(3) };

function runIn(home: string, ...more: readonly string[]) {
  const args = ['run', home, '--out', join(home, 'output'), '--previous', 'none', '--jobs', '1'];
  const { status, stderr } = canvass([...args, ...more], home);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return [...stderr.matchAll(/^kept {4}(\S+):/gm)].map((one) => one[1]);
}

const cacheOf = (home: string) => {
  const folder = join(home, 'output/private/cache');
  return readdirSync(folder).map((name) => join(folder, name));
};

test('a second run takes every round from the first and writes the same set', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1', 'r2']) });
  expect(runIn(home)).toEqual([]);
  const first = filesIn(join(home, 'output'));
  const kinds = [...first.keys()].flatMap(
    (name) => /^private\/cache\/\w+(\.\w+)$/.exec(name)?.[1] ?? [],
  );
  expect(kinds.sort()).toEqual(['.hidden', '.hidden', '.tally', '.tally']);
  // The id that came twice, and the cell that is no point of the scale, of either round.
  for (const file of ['r1.csv', 'r2.csv']) {
    expect(first.get('private/flags.csv')).toContain(`\n${file},11,1,`);
    expect(first.get('private/set-aside.csv')).toContain(`,${file},9,`);
  }
  expect(runIn(home)).toEqual(['r1', 'r2']);
  expect(filesIn(join(home, 'output'))).toEqual(first);
});

test('a new round counts alone, and the set is that of a run over all rounds', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1', 'r2']) });
  runIn(home);
  writeFileSync(join(home, 'survey.yaml'), surveyOf(['r1', 'r2', 'r3'], '又一轮'));
  expect(runIn(home)).toEqual(['r1', 'r2']);
  const fresh = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1', 'r2', 'r3'], '又一轮') });
  expect(runIn(fresh)).toEqual([]);
  expect(filesIn(join(home, 'output'))).toEqual(filesIn(join(fresh, 'output')));
});

test('a round is counted again when its file or what it is counted by has changed', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1', 'r2']) });
  runIn(home);
  writeFileSync(join(home, 'r2.csv'), `${round(1)}\n81,T1,u1,3,会议太多`);
  expect(runIn(home)).toEqual(['r1']);
  const rule = 'hygiene: {duplicates: drop}';
  writeFileSync(join(home, 'survey.yaml'), surveyOf(['r1', 'r2'], '调查', rule));
  expect(runIn(home)).toEqual([]);
  expect(runIn(home, '--round', 'r1')).toEqual(['r1']);
});

test('what was damaged is not trusted: counts, or the lines that belong to them', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1', 'r2']) });
  runIn(home);
  const sound = filesIn(join(home, 'output'));
  for (const path of cacheOf(home)) writeFileSync(path, readFileSync(path, 'utf8').slice(0, -9));
  expect(runIn(home)).toEqual([]);
  expect(filesIn(join(home, 'output'))).toEqual(sound);
  const codes = join(home, 'output/private/codes/r2.csv');
  writeFileSync(codes, readFileSync(codes, 'utf8').replace('A', 'B'));
  expect(runIn(home)).toEqual(['r1']);
  expect(filesIn(join(home, 'output'))).toEqual(sound);
  // The heading, too, is part of the file.
  writeFileSync(codes, readFileSync(codes, 'utf8').replace('respondent', 'participant'));
  expect(runIn(home)).toEqual(['r1']);
  expect(filesIn(join(home, 'output'))).toEqual(sound);
});

test('codes of a kept round are a file of its own, closed to others, whatever the earlier one was', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1']) });
  const codes = join(home, 'output/private/codes/r1.csv');
  const mine = join(home, 'mine.csv');
  runIn(home);
  const sound = filesIn(join(home, 'output'));
  // A second name for it, and then a symbolic link to that.
  linkSync(codes, mine);
  chmodSync(mine, 0o644);
  for (const isLink of [false, true]) {
    if (isLink) {
      rmSync(codes);
      symlinkSync(mine, codes);
    }
    expect(runIn(home)).toEqual(['r1']);
    const { mode, nlink } = lstatSync(codes);
    expect([lstatSync(codes).isFile(), mode & 0o777, nlink]).toEqual([true, 0o600, 1]);
    expect(statSync(mine).mode & 0o777).toBe(0o644);
    expect(filesIn(join(home, 'output'))).toEqual(sound);
  }
});

test('what is hidden in one round is not taken for another, whatever its file is called', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1', 'r2']) });
  runIn(home);
  const sound = filesIn(join(home, 'output'));
  const hidden = cacheOf(home).filter((path) => path.endsWith('.hidden'));
  const [one, other] = hidden.map((path) => readFileSync(path)) as [Buffer, Buffer];
  expect(one).not.toEqual(other);
  writeFileSync(hidden[0]!, other);
  writeFileSync(hidden[1]!, one);
  expect(runIn(home)).toEqual(['r1', 'r2']);
  expect(filesIn(join(home, 'output'))).toEqual(sound);
});

test('what is kept is the same for any number of threads', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1', 'r2']) });
  runIn(home);
  const one = filesIn(join(home, 'output'));
  for (const jobs of ['2', '3']) {
    for (const path of cacheOf(home)) rmSync(path);
    expect(runIn(home, '--jobs', jobs)).toEqual([]);
    expect(filesIn(join(home, 'output'))).toEqual(one);
  }
});

test('a round is not kept where words that a person may release hold personal data', () => {
  const number = '13800001234';
  const withNumber = round(0).replace('经费不足', `经费不足，请打${number}`);
  const files = { 'r1.csv': withNumber, 'r2.csv': round(1) };
  const quotes = 'privacy: {minimum: 5, quotes: redacted}';
  const home = folderWith({ ...files, 'survey.yaml': surveyOf(['r1', 'r2'], '调查', quotes) });
  runIn(home);
  expect(runIn(home)).toEqual(['r2']);
  for (const path of cacheOf(home)) expect(readFileSync(path, 'utf8')).not.toContain(number);
});

test('nobody but the owner can read what is kept', () => {
  const home = folderWith({ ...FILES, 'survey.yaml': surveyOf(['r1']) });
  runIn(home);
  for (const path of cacheOf(home)) expect(statSync(path).mode & 0o777).toBe(0o600);
});
