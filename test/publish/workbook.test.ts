/** report.xlsx, read again by the package that reads inputs: no code is common to the two. */
import { beforeAll, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { type CellObject, read, utils, type WorkBook } from 'xlsx';
import type { ReportModel } from '../../pipeline/chart/charts.ts';
import { count } from '../../pipeline/chart/percent.ts';
import { tableSheets } from '../../pipeline/publish/workbook/sheets.ts';
import { workbookOf } from '../../pipeline/publish/workbook/workbook.ts';
import { xmlText } from '../../pipeline/publish/workbook/xml.ts';
import { WORDS } from '../../pipeline/report/words.ts';
import { LANGUAGES } from '../../pipeline/survey/text.ts';
import { hostile } from '../report/hostile.ts';
import { MANIFEST, MODEL } from '../report/model.ts';

const opened = (model: ReportModel) =>
  read(workbookOf(model, MANIFEST), { type: 'array', cellFormula: true, cellNF: true });
const cellsIn = (book: WorkBook): readonly CellObject[] =>
  book.SheetNames.flatMap((name) =>
    Object.entries(book.Sheets[name]!).flatMap(([key, cell]) => (key[0] === '!' ? [] : [cell])),
  );
const rowsOf = (book: WorkBook, sheet: string) =>
  utils.sheet_to_json<readonly unknown[]>(book.Sheets[sheet]!, { header: 1, raw: true });

let book: WorkBook;
beforeAll(() => {
  book = opened(MODEL);
});

test('the first sheet says what survey, of when, on how many answers, and what is hidden', () => {
  expect(book.SheetNames[0]).toBe('说明');
  const notes = new Map(rowsOf(book, '说明').map(([head, text]) => [head, text]));
  expect(notes.get('调查')).toBe(MODEL.survey.title['zh-Hans']);
  expect(notes.get('密级或标注')).toBe(MODEL.survey.marking!['zh-Hans']);
  expect(notes.get('日期')).toBe(MODEL.survey.date);
  expect(notes.get('制作程序')).toBe('canvass 0.1.0');
  expect(notes.get('轮次')).toContain('份有效答卷');
  expect(notes.get('隐去')).toContain('不表示人少，也不表示 0');
  expect(notes.get('问题')).toBe(`${count(MODEL.tables.problems.length)} 行`);
});

test('a table stands in its sheet with its own numbers, hidden ones empty and said to be', () => {
  const [heads, ...rows] = rowsOf(book, '问题');
  const at = (head: string) => heads!.indexOf(head);
  expect(rows).toHaveLength(MODEL.tables.problems.length);
  MODEL.tables.problems.forEach((row, i) => {
    const cells = rows[i]!;
    expect(cells[at('是否公布')]).toBe(
      { shown: '公布', suppressed: '隐去', 'no-base': '无人作答' }[row.status],
    );
    for (const [head, value] of [
      ['基数', row.base],
      ['人数', row.n],
      ['提及率', row.share],
    ] as const) {
      expect(cells[at(head)] ?? null).toBe(value);
    }
  });
  expect(rows.some((cells) => cells[at('是否公布')] === '隐去')).toBe(true);
});

test('the last sheet tells the name that each column has in the data files', () => {
  const rows = rowsOf(book, '列名对照');
  expect(rows).toContainEqual(['问题', '提及率', 'share', 'tables/problems.csv']);
  expect(rows).toContainEqual(['封闭题', '选择率', 'share', 'tables/closed.csv']);
});

test('shares are shown as percentages, without a decimal below a base of 100', () => {
  const row = MODEL.tables.problems.find(({ share }) => share !== null)!;
  const shown = { ...row, base: 99, n: 12, share: 0.1234 };
  const small = opened({
    ...MODEL,
    tables: { ...MODEL.tables, problems: [shown, { ...shown, base: 100 }] },
  });
  expect(small.Sheets.问题!.K2).toMatchObject({ t: 'n', v: 0.1234, w: '12%' });
  expect(small.Sheets.问题!.K3).toMatchObject({ t: 'n', v: 0.1234, w: '12.3%' });
  expect(small.Sheets.问题!.I2).toMatchObject({ t: 'n', v: 99 });
});

test('no cell is a formula, whatever the texts of a survey begin with, and each is as it was typed', () => {
  const typed = [
    '=1+1',
    '+1',
    '-1',
    '@a',
    '\t=1',
    '\r=1',
    '＝1',
    "'=1",
    '=HYPERLINK("x")',
    '_x000D_',
    'a\u0001b',
    '<&">',
  ];
  const [row] = MODEL.tables.problems;
  const problems = typed.map((label) => ({ ...row!, label }));
  const changed = opened({ ...MODEL, tables: { ...MODEL.tables, problems } });
  expect(
    rowsOf(changed, '问题')
      .slice(1)
      .map((cells) => cells[7]),
  ).toEqual(typed);
  for (const made of [changed, opened(hostile(MODEL)), book]) {
    const cells = cellsIn(made);
    expect(cells.length).toBeGreaterThan(1000);
    expect(cells.filter(({ f, t }) => f !== undefined || !'sn'.includes(t))).toEqual([]);
  }
});

test('the heads stay in sight, and no column is too narrow for a figure', () => {
  const sheet = strFromU8(unzipSync(workbookOf(MODEL, MANIFEST))['xl/worksheets/sheet2.xml']!);
  expect(sheet).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );
  const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(15);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(9);
});

test('every page is printed with the marking at its head, whatever the marking is', () => {
  const survey = { ...MODEL.survey, marking: { 'zh-Hans': 'A&B', 'zh-Hant': 'A&B', en: 'A&B' } };
  const parts = unzipSync(workbookOf({ ...MODEL, survey }, MANIFEST));
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
  for (const [, bytes] of sheets) {
    expect(strFromU8(bytes)).toContain('<oddHeader>&amp;R A&amp;&amp;B</oddHeader>');
  }
});

test('the same tables give the same bytes, with no time and no name in them', () => {
  const bytes = workbookOf(MODEL, MANIFEST);
  expect(workbookOf(structuredCloneOf(MODEL), MANIFEST)).toEqual(bytes);
  expect(
    Object.keys(unzipSync(bytes)).filter((name) => !/^xl\/|^_rels\/\.rels$|^\[Content/.test(name)),
  ).toEqual([]);
  // The first record's date and time of day: 1 January 1980, midnight.
  expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 33, 0]);
});

const structuredCloneOf = (model: ReportModel): ReportModel => ({
  ...model,
  tables: structuredClone(model.tables),
});

test.each(LANGUAGES)(
  'names of sheets in %s are such as spreadsheets take, and all different',
  (lang) => {
    const words = Object.entries(WORDS[lang]);
    const names = words.flatMap(([key, text]) =>
      /^sheet-|^(?:notes|columns)Sheet$/.test(key) ? [text] : [],
    );
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names).not.toContain('History');
  },
);

test('of a table with too many lines, as many groups stay as fit, the outer ones first', () => {
  const { problems } = MODEL.tables;
  const inner = new Set(
    MODEL.survey.groups.flatMap(({ id, within }) => (within === null ? [] : [id])),
  );
  const outer = problems.filter(({ group }) => !inner.has(group));
  const all = problems.filter(({ group }) => group === 'all');
  expect(all.length).toBeLessThan(outer.length);
  expect(outer.length).toBeLessThan(problems.length);
  const kept = (most: number) => {
    const { lines, only } = tableSheets(MODEL, most).find(({ table }) => table === 'problems')!;
    return { rows: lines.map((at) => problems[at]), only };
  };
  expect(kept(problems.length)).toEqual({ rows: problems, only: null });
  expect(kept(problems.length - 1)).toEqual({ rows: outer, only: 'outer' });
  expect(kept(outer.length - 1)).toEqual({ rows: all, only: 'all' });
});

test('what XML cannot hold is written by its number', () => {
  expect(xmlText('a<b\r_x0041_\uffff')).toBe('a&lt;b_x000D__x005F_x0041__xFFFF_');
});
