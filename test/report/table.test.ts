import { expect, test } from '@jest/globals';
import { type Column, type Line, table } from '../../pipeline/report/table.ts';

function columns(n: number, interval = false): readonly Column[] {
  const values = Array.from({ length: n }, (_, at) => ({
    head: `v${at}`,
    numeric: true,
    interval,
  }));
  return [{ head: 'problem' }, ...values];
}

function lines(n: number, values: number): readonly Line[] {
  return Array.from({ length: n }, (_, line) => ({
    cells: [`p${line}`, ...Array.from({ length: values }, (_, at) => `${line}.${at}`)],
  }));
}

/** Rows of cells as they are read. */
function cellsOf(markup: unknown): readonly (readonly string[])[] {
  return [...String(markup).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  );
}

test('a table with more columns than paper has room for has a line a column instead', () => {
  const rows = cellsOf(table('', columns(20), lines(2, 20), ''));
  expect(rows).toHaveLength(21);
  expect(rows[0]).toEqual(['', 'p0', 'p1']);
  expect(rows[20]).toEqual(['v19', '0.19', '1.19']);
});

test('columns with intervals need twice the room', () => {
  const isTurned = (interval: boolean) =>
    String(table('', columns(7, interval), lines(3, 7), '')).includes('class="turned"');
  expect(isTurned(true)).toBe(true);
  expect(isTurned(false)).toBe(false);
});

test('a table that would be no narrower with its lines as columns stays as it is', () => {
  const rows = cellsOf(table('', columns(20), lines(30, 20), ''));
  expect(rows[0]).toHaveLength(21);
  expect(rows[0]?.[0]).toBe('problem');
});

test('what is too wide both ways is on paper several tables with the names of the lines in each', () => {
  const [whole = '', ...sheets] = String(table('cap', columns(20), lines(30, 20), '')).split(
    /(?=<div class="scroll)/,
  );
  expect(whole).toContain('on-screen');
  const parts = sheets.map(cellsOf);
  expect(sheets.map((one) => /<caption>(.*)<\/caption>/.exec(one)![1])).toEqual([
    'cap (1/2)',
    'cap (2/2)',
  ]);
  for (const rows of parts) {
    expect(rows[0]!.length).toBeLessThanOrEqual(12);
    expect(rows.map(([name]) => name)).toEqual(cellsOf(whole).map(([name]) => name));
  }
  // Put beside each other they are the whole table, each column once.
  const joined = parts[0]!.map((row, at) => [...row, ...parts[1]![at]!.slice(1)]);
  expect(joined).toEqual(cellsOf(whole));
});

test('sheets are about equally full', () => {
  const heads = String(table('', columns(12), lines(30, 12), '')).match(/<thead>.*?<\/thead>/g)!;
  expect(heads.map((one) => one.split('<th ').length - 1)).toEqual([13, 7, 7]);
});

test('a table that paper has room for is there once', () => {
  expect(String(table('', columns(11), lines(30, 11), ''))).not.toMatch(/on-(?:paper|screen)/);
});
