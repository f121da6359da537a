/** One late answer in an old round, in a folder of results that is replaced again and again. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { canvass, filesIn, folderWith } from '../support/cli.ts';
import { tableOf } from '../support/csv.ts';

const YAML = `title: t
rounds:
  - {id: r1, files: [r1.csv]}
  - {id: r2, files: [r2.csv]}
columns: {respondent: 编号}
groups:
  - {id: unit, column: 单位}
questions:
  - {id: why, type: single, options: [钱少, 人少, 事多]}
  - {id: open, type: open, column: 问题, taxonomy: organ}
privacy: {minimum: 5}
`;
const SAYS = ['经费不足', '人手不够', '会议太多', '无'];

/** @param shift by which the answers of a round differ from those of another */
const csv = (n: number, shift: number) =>
  ['编号,单位,why,问题']
    .concat(
      Array.from({ length: n }, (_, i) => {
        const at = i + Math.floor(i / 7) * shift;
        const unit = `单位${'甲乙丙'[i % 3]}`;
        return `${i + 1},${unit},${['钱少', '人少', '事多'][at % 3]},${SAYS[at % 4]}`;
      }),
    )
    .join('\n');
const OLD = `${csv(300, 1)}\n`;
const LATE = `${OLD}301,单位甲,钱少,经费不足\n`;

const folder = folderWith({ 'survey.yaml': YAML, 'r1.csv': OLD, 'r2.csv': `${csv(240, 2)}\n` });

/** The results of another run into the same folder, kept apart. */
function release(name: string, ...more: string[]) {
  const args = ['run', '.', '--out', 'output', '--jobs', '1', ...more];
  const { status, stderr } = canvass(args, folder);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const out = join(folder, name);
  cpSync(join(folder, 'output'), out, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  const problems = tableOf(out, 'problems');
  const hidden = (round: string) =>
    problems.filter((row) => row.round === round && row.status === 'suppressed').length;
  return { out, stderr, revised: manifest.revised, problems, hidden };
}

let first: ReturnType<typeof release>;
let second: typeof first;
let third: typeof first;
let beside: typeof first;
let anew: typeof first;
let without: typeof first;
let back: typeof first;
let again: ReturnType<typeof canvass>;

beforeAll(() => {
  first = release('first');
  writeFileSync(join(folder, 'r1.csv'), LATE);
  second = release('second');
  third = release('third');
  beside = release('beside', '--previous', 'third');
  anew = release('anew', '--previous', 'none');
  writeFileSync(join(folder, 'survey.yaml'), YAML.replace(/.*id: r1,.*\n/, ''));
  without = release('without', '--previous', 'third');
  writeFileSync(join(folder, 'survey.yaml'), YAML);
  back = release('back', '--previous', 'without');
  // As it is given away.
  rmSync(join(folder, 'without/private'), { recursive: true });
  again = canvass(['run', '.', '--out', 'again', '--previous', 'without', '--lang', 'en'], folder);
}, 120_000);

test('what a late answer hides is hidden by the same command again, and by one beside a copy', () => {
  expect(second.hidden('r1')).toBeGreaterThan(first.hidden('r1'));
  const tables = (out: string) => [...filesIn(join(out, 'tables'))].filter(isFigures);
  for (const one of [third, beside]) {
    expect(tables(one.out)).toEqual(tables(second.out));
    expect(one.revised).toEqual(['r1']);
    expect(one.stderr).toContain('hidden  r1: laid beside what was released before');
  }
});

/** Not the list of what the last release had otherwise, which is told once. */
const isFigures = ([name]: readonly [string, string]) => name !== 'restated.csv';

test('a round of which every release had the same file is as it was', () => {
  const of = ({ problems }: typeof first) => problems.filter(({ round }) => round === 'r2');
  expect(of(second)).toEqual(of(first));
  expect(of(third)).toEqual(of(first));
});

test('where nothing was given away before, nothing is hidden for being late', () => {
  expect(anew.hidden('r1')).toBe(first.hidden('r1'));
  expect([first.revised, anew.revised]).toEqual([[], []]);
  expect(anew.stderr).not.toContain('laid beside');
});

test('a round that was revised and then left out is laid beside what was last told of it', () => {
  expect(without.revised).toEqual(['r1']);
  expect(new Set(without.problems.map(({ round }) => round))).toEqual(new Set(['r2']));
  const of = ({ problems }: typeof first) => problems.filter(({ round }) => round === 'r1');
  expect(of(back)).toEqual(of(second));
});

test('beside results without the round and without what they keep of it, it is refused', () => {
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('earlier releases had other data of round "r1"');
  expect(again.stderr).toContain('name the last results that had it with --previous');
});
