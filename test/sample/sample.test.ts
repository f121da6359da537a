import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import Papa from 'papaparse';
import * as XLSX from 'xlsx';
import { parse } from 'yaml';
import { packageRoot } from '../../pipeline/package-root.ts';

interface Count {
  readonly n: number;
  readonly weight: string;
}
interface Prevalence {
  readonly base: Count;
  readonly any: Count;
  readonly problems: Readonly<Record<string, Count>>;
}
interface RoundTruth {
  readonly file: string;
  readonly encoding: string;
  readonly rows: number;
  readonly used: number;
  readonly places_set_aside: readonly { readonly row: number; readonly reason: string }[];
  readonly repeated_ids: readonly string[];
  readonly weights: { readonly sum: string };
  readonly groups: Readonly<Record<'unit_type' | 'unit', Readonly<Record<string, Count>>>>;
  readonly closed: Readonly<
    Record<
      string,
      { readonly points?: Record<string, Count>; readonly options?: Record<string, Count> }
    >
  >;
  readonly open: {
    readonly statuses: Readonly<Record<string, Count>>;
    readonly taxonomies: Readonly<
      Record<string, { readonly all: Prevalence; readonly unit_type: Record<string, Prevalence> }>
    >;
  };
}

const surveys = join(packageRoot, 'surveys');
const sample = join(packageRoot, 'test', 'sample');
const truth: Readonly<Record<string, RoundTruth>> = JSON.parse(
  readFileSync(join(sample, 'truth.json'), 'utf8'),
).rounds;
const rounds = Object.entries(truth).map(([id, round]) => ({ id, round }));

const made = mkdtempSync(join(tmpdir(), 'canvass-sample-'));
execFileSync(process.execPath, [join(sample, 'make.mjs'), made]);
afterAll(() => rmSync(made, { recursive: true }));

const read = new Map<string, string[][]>();

/** The cells of a data file, read without the program: header first, no blank records. */
function cellsOf(round: RoundTruth): string[][] {
  const cells = read.get(round.file) ?? readCells(round);
  read.set(round.file, cells);
  return cells;
}

function readCells({ file, encoding }: RoundTruth): string[][] {
  const bytes = readFileSync(join(surveys, file));
  const rows = encoding
    ? Papa.parse<string[]>(new TextDecoder(encoding, { fatal: true }).decode(bytes)).data
    : XLSX.utils.sheet_to_json<string[]>(XLSX.read(bytes).Sheets.Sheet1!, {
        header: 1,
        defval: '',
        raw: true,
      });
  return rows.map((row) => row.map(String)).filter((row) => row.some((cell) => cell !== ''));
}

/** Cells of the used rows under the first header that matches. */
function columnOf(round: RoundTruth, header: RegExp): string[] {
  const [head, ...rows] = cellsOf(round);
  const at = head!.findIndex((name) => header.test(name));
  const weight = head!.indexOf('权重');
  return rows.filter((row) => /^\d+(\.\d+)?$/.test(row[weight]!)).map((row) => row[at]!);
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const heads = (counts: Readonly<Record<string, Count>>) =>
  Object.fromEntries(Object.entries(counts).map(([key, { n }]) => [key, n]));

test.each([...rounds.map(({ round }) => round.file), 'truth.json'])(
  '%s comes out the same, byte for byte, when it is made again',
  (file) => {
    const committed = readFileSync(join(file === 'truth.json' ? sample : surveys, file));
    expect(readFileSync(join(made, file)).equals(committed)).toBe(true);
  },
);

test.each(rounds)(
  'the files of $id hold the rows and weights that the truth states',
  ({ round }) => {
    const weights = columnOf(round, /^权重$/);
    // Weights have at most four decimals: summed as whole ten-thousandths, the sum is exact.
    const sum = weights.reduce((total, weight) => total + Math.round(Number(weight) * 10000), 0);
    expect(cellsOf(round).length - 1).toBe(round.rows);
    expect(weights).toHaveLength(round.used);
    expect(sum / 10000).toBe(Number(round.weights.sum));
  },
);

test.each(rounds)('the files of $id hold the groups that the truth states', ({ round }) => {
  const types = columnOf(round, /^单位类型$/);
  const units = columnOf(round, /^单位(名称)?$/).map(
    (unit, i) => `${types[i]}/${unit === '老干部处' ? '离退休干部处' : unit}`,
  );
  expect(tally(types)).toEqual(heads(round.groups.unit_type));
  expect(tally(units)).toEqual(heads(round.groups.unit));
});

test.each(rounds)('the files of $id hold the closed answers that the truth states', ({ round }) => {
  const points = tally(columnOf(round, /^2、/));
  const chosen = tally(
    columnOf(round, /机关、事业单位填答/)
      .flatMap((cell) => cell.split('┋'))
      .map((option) => option.replace('（读文件', '（如集体读文件')),
  );
  expect(points).toMatchObject(heads(round.closed.attraction!.points!));
  expect(chosen).toMatchObject(heads(round.closed.difficulties_organ!.options!));
});

test.each(rounds)('$id has few defects, and none that the truth does not place', ({ round }) => {
  const ids = columnOf(round, /^序号$/);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual(round.repeated_ids);
  expect(round.places_set_aside.map(({ reason }) => reason).sort()).toEqual([
    'bad-weight',
    'not-a-number',
    'out-of-range',
    'out-of-range',
  ]);
  expect(columnOf(round, /^2、/).filter((cell) => !/^([1-5]|\(空\))$/.test(cell))).toHaveLength(1);
});

test.each(rounds)('$id has units too small to publish, and no unit type that is', ({ round }) => {
  const units = Object.values(heads(round.groups.unit));
  expect(units).toHaveLength(36);
  expect(units.filter((n) => n < 5).length).toBeGreaterThan(0);
  expect(Math.min(...Object.values(heads(round.groups.unit_type)))).toBeGreaterThan(30);
});

test('want of money grows, monotony shrinks, and one unit type stands out', () => {
  const organ = rounds.map(({ round }) => round.open.taxonomies.organ!);
  const share = ({ base, problems }: Prevalence, code: string) => problems[code]!.n / base.n;
  const [money, monotony] = ['A6', 'A5'].map((code) => organ.map(({ all }) => share(all, code)));
  for (const [i, wanted] of [0.18, 0.24, 0.31].entries()) expect(money![i]).toBeCloseTo(wanted, 1);
  for (const [i, wanted] of [0.34, 0.27, 0.2].entries())
    expect(monotony![i]).toBeCloseTo(wanted, 1);
  expect(money![2]! - money![0]!).toBeGreaterThan(0.1);
  expect(monotony![0]! - monotony![2]!).toBeGreaterThan(0.1);
  for (const { unit_type } of organ) {
    expect(share(unit_type.事业单位!, 'A4')).toBeGreaterThan(
      1.5 * share(unit_type.直属机关!, 'A4'),
    );
  }
});

test('every column, option and unit type of the files is declared in survey.yaml', () => {
  const survey = parse(readFileSync(join(surveys, 'survey.yaml'), 'utf8'));
  const declared = (spec: { column: string | string[] }) => [spec.column].flat();
  for (const { round } of rounds) {
    const header = cellsOf(round)[0]!;
    for (const spec of [...survey.groups, ...survey.questions]) {
      expect(header.filter((name) => declared(spec).includes(name))).toHaveLength(1);
    }
    for (const id of ['difficulties_organ', 'difficulties_grassroots']) {
      const { options } = survey.questions.find((question: { id: string }) => question.id === id);
      expect(Object.keys(options)).toEqual(Object.keys(round.closed[id]!.options!));
    }
  }
  const { taxonomy } = survey.questions.at(-1);
  expect(Object.keys(taxonomy).slice(1)).toEqual(Object.keys(rounds[0]!.round.groups.unit_type));
});

test('at least three quarters of the answers with content are worded differently', () => {
  const answers = ['organ', 'grassroots']
    .flatMap((taxonomy) => {
      const text = readFileSync(join(made, `truth-${taxonomy}.csv`), 'utf8');
      return Papa.parse<{ text: string; codes: string }>(text, { header: true }).data;
    })
    .filter(({ codes }) => codes !== undefined && codes !== 'NONE')
    .map(({ text }) => text);
  expect(answers.length).toBeGreaterThan(4500);
  expect(new Set(answers).size / answers.length).toBeGreaterThan(0.75);
});

test.each(rounds)('$id holds nothing that looks like personal data', ({ round }) => {
  const text = cellsOf(round).slice(1).flat().join('\n');
  expect(text).not.toMatch(/\d{11}|\d{17}[\dXx]|@|\d{1,3}(\.\d{1,3}){3}|微信号|身份证/);
  expect(new Set([...columnOf(round, /^来自IP$/), ...columnOf(round, /^来源详情$/)])).toEqual(
    new Set(['']),
  );
});
