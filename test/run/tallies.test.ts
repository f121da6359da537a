/** Provinces count on machines of their own, and the centre makes the report of all. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { WORDS } from '../../pipeline/report/words.ts';
import { canvass, filesIn, folderWith } from '../support/cli.ts';

const HEAD = '编号,权重,类型,单位,重视,职务,困难,年限,问题';
const ANSWERS = [
  '经费不足，活动开展不起来',
  '学习流于形式，走过场',
  '没有问题',
  '党务干部都是兼职，人手不够',
  '活动形式单一，缺少吸引力',
];
/** An answer that no code fits, and that shares no phrase with another. */
const odd = (at: number) =>
  [37, 101, 59, 73].map((step) => String.fromCharCode(0x5000 + ((at * step) % 4000))).join('');
const TYPES = ['机关', '农村'];

/** Respondents of a province: the same units as elsewhere, other answers and weights. */
function province(part: number, round: number, respondents = 40): string {
  const lines = Array.from({ length: respondents }, (_, i) => {
    const at = i * (3 + round) + part * 7;
    const [type, unit] = [TYPES[i % 2], `单位${(i >> 1) % 4}`];
    const answer = at % 9 === 4 ? odd(at + part * 400) : ANSWERS[at % ANSWERS.length];
    const chosen = ['经费', '人手', '时间'].filter((_, k) => (at + k) % (k + 2) === 0).join('┋');
    return [
      ...[`p${part}-${i}`, (0.6 + (at % 8) / 10).toFixed(2), type, unit, 1 + (at % 5)],
      ...[['书记', '委员', '党员'][at % 3], chosen, at % 31, `${answer}（${part}-${i}）`],
    ].join(',');
  });
  return [HEAD, ...lines].join('\n');
}

const surveyOf = (files: readonly (readonly string[])[], more = '') => `title: 各省调查
rounds:
${files.map((own, i) => `  - {id: r${i + 1}${own.length > 0 ? `, files: [${own.join(', ')}]` : ''}}`).join('\n')}
columns: {respondent: 编号, weight: 权重}
groups: [{id: type, label: 类型, column: 类型}, {id: unit, label: 单位, column: 单位, within: type}]
questions:
  - {id: weight, type: scale, label: 重视程度, column: 重视, range: [1, 5], measures: A1}
  - {id: role, type: single, label: 职务, column: 职务}
  - {id: hard, type: multiple, label: 困难, column: 困难, options: [经费, 人手, 时间]}
  - {id: years, type: number, label: 年限, column: 年限}
  - {id: open, type: open, label: 问题, column: 问题, taxonomy: {by: type, 机关: organ, 农村: grassroots}}
${more}`;

const WEIGHTING = 'weighting: {method: rake, by: [type, unit], trim: 5}\npopulation: units.csv\n';
const UNITS = [
  'type,unit,count',
  ...TYPES.flatMap((type, t) =>
    [0, 1, 2, 3].map((u) => `${type},单位${u},${900 + 70 * u + 400 * t}`),
  ),
].join('\n');

const PARTS = Array.from({ length: 10 }, (_, part) => part);
const files = (round: number) => PARTS.map((part) => `r${round}-p${part}.csv`);
const exports = Object.fromEntries(
  [1, 2].flatMap((round) => files(round).map((name, part) => [name, province(part, round)])),
);

let home = '';

function ok(args: readonly string[]) {
  const { status, stdout, stderr } = canvass([...args, '--jobs', '1'], home);
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return stdout + stderr;
}

function refused(args: readonly string[]): string {
  const { status, stderr } = canvass(args, home);
  expect([status, stderr]).toEqual([1, expect.any(String)]);
  return stderr;
}

/** Ten tallies of the first round, two of five files each of the second. */
function countApart(): void {
  mkdirSync(join(home, 'sent'));
  for (const part of PARTS) {
    ok(['tally', `r1-p${part}.csv`, ...how('r1'), '--out', `sent/r1-p${part}.tally`]);
  }
  for (const half of [0, 1]) {
    const own = files(2).slice(5 * half, 5 * half + 5);
    ok(['tally', ...own, ...how('r2'), '--out', `sent/r2-${half}.tally`]);
  }
}

const how = (round: string) => ['--survey', 'centre.yaml', '--round', round];

beforeAll(() => {
  home = folderWith({
    ...exports,
    'units.csv': UNITS,
    'whole.yaml': surveyOf([files(1), files(2)], WEIGHTING),
    'centre.yaml': surveyOf([[], []], WEIGHTING),
    'mixed.yaml': surveyOf([files(1).slice(0, 4), []], WEIGHTING),
  });
  countApart();
  const run = ['--previous', 'none', '--quiet', '--out'];
  ok(['run', 'whole.yaml', ...run, 'whole']);
  ok(['run', 'centre.yaml', '--tallies', 'sent', ...run, 'merged']);
  for (const part of [0, 1, 2, 3]) rmSync(join(home, `sent/r1-p${part}.tally`));
  ok(['run', 'mixed.yaml', '--tallies', 'sent', ...run, 'mixed']);
}, 300_000);

/** Words that stand where single respondents are not known, in each language. */
const NOTES = ['以计数文件汇入', '以計數檔匯入', 'merged from tallies'];
/** And what is said of uncoded answers where there is something to say, by its last words. */
const OF_UNCODED = ['uncodedNone', 'uncodedIntro', 'uncodedRule', 'uncodedCheck'] as const;
const NONE = ['zh-Hans', 'zh-Hant', 'en'].flatMap((lang) =>
  OF_UNCODED.map((key) => WORDS[lang as 'en'][key].split('}').at(-1)!),
);

/** What may differ: which survey.yaml it was, and what is said of single respondents. */
function comparable(name: string, content: string): string {
  const text =
    name === 'report.xlsx' ? sheetsOf(content) : Buffer.from(content, 'latin1').toString();
  const isNote = (paragraph: string) =>
    [...NOTES, ...NONE].some((words) => paragraph.includes(words));
  return text
    .replace(/(whole|centre|mixed)\.yaml/g, 'survey.yaml')
    .replaceAll(new RegExp(HASHES.join('|'), 'g'), 'HASH')
    .replace(/(?<="documents": .*"sha256": ")\w+/gs, '')
    .replace(/<p[^>]*>.*?<\/p>\n?/g, (one) => (isNote(one) ? '' : one))
    .replace(/"files":\[[^\]]*\]/g, '"files":[]');
}

function sheetsOf(zip: string): string {
  const parts = Object.entries(unzipSync(Buffer.from(zip, 'latin1')));
  return parts.map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString()}`).join('\n');
}

let HASHES: string[] = [];

function published(folder: string): ReadonlyMap<string, string> {
  HASHES = ['whole', 'merged', 'mixed'].map(
    (one) => JSON.parse(readFileSync(join(home, one, 'manifest.json'), 'utf8')).survey.sha256,
  );
  return new Map(
    [...filesIn(join(home, folder))]
      .filter(([name]) => !name.startsWith('private/'))
      .map(([name, content]) => [name, comparable(name, content)]),
  );
}

test.each(['merged', 'mixed'])(
  '%s: every published file is that of all files together',
  (folder) => {
    const [whole, other] = [published('whole'), published(folder)];
    expect([...other.keys()]).toEqual([...whole.keys()]);
    const differing = [...whole].filter(([name, content]) => other.get(name) !== content);
    expect(differing.map(([name]) => name)).toEqual([]);
    // Not because there is nothing to compare.
    for (const table of ['problems', 'closed', 'scales', 'trends', 'pairs', 'response', 'tests']) {
      expect(whole.get(`tables/${table}.csv`)!.split('\n').length).toBeGreaterThan(3);
    }
  },
);

test.each(['merged', 'mixed'])(
  '%s: the report says in each language what it cannot tell',
  (folder) => {
    const html = shownBy(folder);
    for (const words of NOTES) expect(html.split(words).length).toBeGreaterThan(2);
    expect(NOTES.some((words) => shownBy('whole').includes(words))).toBe(false);
  },
);

/** A report without its scripts, which hold every word that it could say. */
function shownBy(folder: string): string {
  const html = readFileSync(join(home, folder, 'report.html'), 'utf8');
  return html.replace(/<script.*?<\/script>/gs, '');
}

test('the centre has lines of respondents at hand alone, and keeps no round', () => {
  const lines = (folder: string, round: string) =>
    readFileSync(join(home, folder, 'private/codes', `${round}.csv`), 'utf8')
      .trim()
      .split('\r\n');
  expect(lines('merged', 'r1')).toHaveLength(1);
  expect(lines('mixed', 'r1')).toHaveLength(1 + 4 * 40);
  const cached = [...filesIn(join(home, 'mixed')).keys()].filter((name) => name.endsWith('.tally'));
  expect(cached).toEqual([]);
});

test('a tally is for its owner alone, and holds no eight characters of any answer and no id', () => {
  const path = join(home, 'sent/r2-0.tally');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const lines = readFileSync(path, 'utf8').split('\n').slice(2);
  const text = lines.map((line) => JSON.stringify(JSON.parse(line))).join('\n');
  for (const name of files(2).slice(0, 5)) {
    for (const line of exports[name]!.split('\n').slice(1)) {
      const cells = line.split(',');
      const answer = cells.at(-1)!;
      expect(text).not.toContain(`"${cells[0]}"`);
      for (let i = 0; i + 8 <= answer.length; i++) {
        expect(text.includes(answer.slice(i, i + 8))).toBe(false);
      }
    }
  }
});

test('check takes tallies too, and tells of everything that is wrong at once', () => {
  const { status, stdout } = canvass(['check', 'mixed.yaml', '--tallies', 'sent'], home);
  expect([status, stdout]).toEqual([0, expect.stringContaining('Ready to run.')]);
  mkdirSync(join(home, 'wrong'));
  writeFileSync(join(home, 'wrong/a.tally'), 'nothing');
  const other = surveyOf([[], [], []], WEIGHTING);
  writeFileSync(join(home, 'three.yaml'), other);
  const asked = ['--survey', 'three.yaml', '--round', 'r3', '--out', 'wrong/b.tally'];
  ok(['tally', 'r1-p0.csv', ...asked]);
  const said = refused(['check', 'centre.yaml', '--tallies', 'wrong']);
  expect(said).toContain('2 problems');
  expect(said).toMatch(/a\.tally\n {2}found: no tally/);
  expect(said).toMatch(/b\.tally\n {2}found: the tally is of round "r3"/);
  expect(refused(['check', 'centre.yaml', '--tallies', 'whole'])).toContain('no .tally file');
  expect(refused(['run', 'centre.yaml', '--out', 'no'])).toContain('round "r1" has no file');
});

test('a tally that survey.yaml lists is read as one, and one counted otherwise is refused', () => {
  const listed = surveyOf([['sent/r1-p8.tally', 'r1-p9.csv'], ['sent/r2-0.tally']], WEIGHTING);
  writeFileSync(join(home, 'listed.yaml'), listed);
  expect(ok(['run', 'listed.yaml', '--out', 'listed', '--previous', 'none'])).toMatch(
    /merged {2}r1: tallies 1, of export files 1/,
  );
  writeFileSync(join(home, 'other.yaml'), listed.replace('range: [1, 5]', 'range: [1, 6]'));
  const said = refused(['check', 'other.yaml']);
  expect(said).toMatch(
    /r1-p8\.tally\n {2}found: counted otherwise than here: survey settings \(\w{8}, here \w{8}\)\n/,
  );
  expect(said).toContain('sent/r2-0.tally');
  writeFileSync(
    join(home, 'given.yaml'),
    listed.replace('[sent/r2-0.tally]', '[{path: sent/r2-0.tally, encoding: gbk}]'),
  );
  expect(refused(['check', 'given.yaml'])).toContain('a tally with encoding');
});

test.each([
  ['into the tables of results', 'whole/tables/a.tally', 'holds results to be passed on'],
  ['beside a report', 'whole/a.tally', 'holds results to be passed on'],
  ['under another name', 'a.csv', 'does not end in .tally'],
  ['over a folder', 'folder.tally', 'folder.tally is a folder'],
])('no tally is written %s', (_, out, says) => {
  mkdirSync(join(home, 'folder.tally'), { recursive: true });
  expect(refused(['tally', 'r1-p0.csv', ...how('r1'), '--out', out])).toContain(says);
});

test('of cells that cannot be used no list is named where none is written', () => {
  writeFileSync(
    join(home, 'aside.csv'),
    exports['r1-p0.csv']!.replace(/,机关,单位0,\d,/, ',机关,单位0,9,'),
  );
  const said = ok(['tally', 'aside.csv', ...how('r1'), '--out', 'aside.tally']);
  expect(said).toMatch(/aside +aside\.csv: 1 cell taken as not answered \(out of range 1\)\n/);
  expect(said).not.toContain('private/');
});

test('a round that is none is told of, and a file that run would refuse', () => {
  const out = ['--out', 'x.tally'];
  expect(refused(['tally', 'r1-p0.csv', ...how('r9'), ...out])).toContain('no round "r9"');
  writeFileSync(join(home, 'bad.csv'), `编号,权重\n1,1\n`);
  expect(refused(['tally', 'bad.csv', ...how('r1'), ...out])).toContain('bad.csv');
  const twice = refused(['tally', 'r1-p0.csv', 'r1-p0.csv', ...how('r1'), ...out]);
  expect(twice).toContain('the same bytes as');
  expect(refused(['tally', '.', ...how('r1'), ...out])).toMatch(/found: canvass-\w+ is a folder/);
});

test('a folder named as a tally is told to be one', () => {
  const within = join(home, 'sent', 'east.tally');
  mkdirSync(within);
  const said = refused(['check', 'mixed.yaml', '--tallies', 'sent']);
  expect(said).toContain(
    `${join('sent', 'east.tally')}\n  found: the name ends in .tally, but this`,
  );
  rmSync(within, { recursive: true });
});

test('what lies among tallies under another name is told, and hidden files of systems are not', () => {
  const sent = join(home, 'sent');
  const others = ['r1-p9.TALLY', 'r1-p8.tally.bak', '.DS_Store'];
  for (const name of others) writeFileSync(join(sent, name), '');
  mkdirSync(join(sent, 'south'));
  const said = ok(['check', 'mixed.yaml', '--tallies', 'sent']);
  expect(said).toContain('in sent, as they are no tallies: r1-p8.tally.bak, r1-p9.TALLY, south');
  expect(said).not.toContain('.DS_Store');
  // A hidden one that is named as a tally is not left out.
  writeFileSync(join(sent, '.r1.tally'), '');
  expect(refused(['check', 'mixed.yaml', '--tallies', 'sent'])).toContain('.r1.tally');
  others.push('.r1.tally');
  for (const name of [...others, 'south']) rmSync(join(sent, name), { recursive: true });
  expect(ok(['check', 'mixed.yaml', '--tallies', 'sent'])).not.toContain('no tallies');
});
