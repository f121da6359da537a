/** The made-up sample survey, from its three files to the published set. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { groupBy } from '../../pipeline/group-by.ts';
import { canvass, filesIn, sampleCopy } from '../support/cli.ts';
import { type CsvRow, rowsOf, tableOf } from '../support/csv.ts';

const truth = JSON.parse(readFileSync(join(import.meta.dirname, '../sample/truth.json'), 'utf8'));
let home = '';
let out = '';

beforeAll(() => {
  home = sampleCopy();
  out = join(home, 'output');
  const { status, stderr } = canvass(['run', 'surveys', '--out', 'output', '--jobs', '1'], home);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

test.each([['2'], ['3']])(
  'the same inputs give the same bytes again, with --jobs %s',
  (jobs) => {
    expect(
      canvass(['run', 'surveys', '--out', 'again', '--jobs', jobs, '--quiet'], home).status,
    ).toBe(0);
    expect(filesIn(join(home, 'again'))).toEqual(filesIn(out));
  },
  60_000,
);

test('every file of the contract is there, and its tables have the columns of the contract', () => {
  // What is kept of each round bears a hash for a name.
  const files = [...filesIn(out).keys()]
    .filter((name) => !name.startsWith('charts/'))
    .map((name) => name.replace(/[0-9a-f]{64}/, 'HASH'))
    .sort();
  const names = [
    'bases',
    'closed',
    'coding',
    'contrasts',
    'hygiene',
    'pairs',
    'panel',
    'personal',
    'problems',
    'quality',
    'quotes',
    'response',
    'restated',
    'rows',
    'scale_trends',
    'scales',
    'sensitivity',
    'series',
    'tests',
    'themes',
    'trends',
    'uncoded',
  ];
  expect(files).toEqual([
    'manifest.json',
    'private/.gitignore',
    'private/README.txt',
    ...['hidden', 'hidden', 'hidden', 'tally', 'tally', 'tally'].map(
      (kind) => `private/cache/HASH.${kind}`,
    ),
    ...['2026-q1', '2026-q2', '2026-q3'].map((id) => `private/codes/${id}.csv`),
    'private/flags.csv',
    'private/set-aside.csv',
    'private/uncoded-themes.csv',
    'report.html',
    'report.xlsx',
    'results.json',
    ...names.map((name) => `tables/${name}.csv`),
  ]);
  const header = (name: string) =>
    readFileSync(join(out, 'tables', `${name}.csv`), 'utf8').split('\r\n')[0];
  expect(names.map(header)).toEqual([
    '\uFEFFround,question,taxonomy,code,of,base,n,share,low,high,n_effective,status',
    '\uFEFFround,question,type,group,value,option,label,base,n,share,low,high,mean,sd,n_effective,status',
    '\uFEFFround,question,status,n,shown',
    '\uFEFFround,question,taxonomy,code,group,value,share,base_rest,share_rest,n_effective_rest,difference,low,high,p,p_adjusted,verdict,shown',
    '\uFEFFround,rule,n,share,policy,status',
    '\uFEFFround,question,code_a,code_b,base,n,share,low,high,lift,status,odds_ratio,odds_low,odds_high',
    '\uFEFFquestion,taxonomy,code,level,from,to,n,share_from,share_to,difference,low,high,p,p_adjusted,change,shown',
    '\uFEFFround,question,type,n,status',
    '\uFEFFround,question,taxonomy,group,value,code,level,label,base,n,share,low,high,n_effective,status',
    '\uFEFFtaxonomy,code,level,label,source,answers,support,predicted,precision,recall,f1',
    '\uFEFFround,question,taxonomy,code,quote',
    '\uFEFFround,group,value,population,respondents,rate,status',
    '\uFEFFround,question,of,taxonomy,group,value,code,base_before,base,share_before,share',
    '\uFEFFround,file,encoding,format,rows,used,set_aside,excluded,reason,encoding_reason,runner_up',
    '\uFEFFquestion,group,value,from,to,mean_from,mean_to,difference,low,high,superiority,superiority_low,superiority_high,p_rank,p,p_adjusted,change,shown',
    '\uFEFFround,question,group,value,base,top,top_low,top_high,bottom,bottom_low,bottom_high,net,net_low,net_high,n_effective,status',
    '\uFEFFround,question,taxonomy,code,level,variant,base,n,share,low,high,n_effective,difference,status',
    '\uFEFFquestion,taxonomy,code,group,value,rounds,z,p,p_adjusted,direction,shown',
    '\uFEFFround,question,code,group,statistic,df1,df2,p,p_adjusted,shown',
    '\uFEFFround,question,theme,group,value,base,n,share,low,high,n_effective,status',
    '\uFEFFquestion,code,group,value,from,to,share_from,share_to,difference,low,high,p,p_adjusted,change,shown',
    '\uFEFFround,question,taxonomy,theme,phrase',
  ]);
});

test('rows in = used + set aside + excluded, as the generator counted them', () => {
  const rows = tableOf(out, 'rows');
  const sum = (round: string, column: string) =>
    rows
      .filter((row) => row.round === round)
      .reduce((total, row) => total + Number(row[column]), 0);
  for (const [id, { rows: all, used }] of Object.entries<{ rows: number; used: number }>(
    truth.rounds,
  )) {
    expect({ id, rows: sum(id, 'rows'), used: sum(id, 'used') }).toEqual({ id, rows: all, used });
    expect(sum(id, 'used') + sum(id, 'set_aside') + sum(id, 'excluded')).toBe(all);
  }
});

test('closed questions count what the generator put in, wherever the count is shown', () => {
  let compared = 0;
  for (const row of tableOf(out, 'closed')) {
    if (row.status !== 'shown' || row.option === '' || row.group !== 'all') continue;
    const { options, points } = truth.rounds[row.round!].closed[row.question!];
    const counted = (options ?? points)[row.option!]?.n ?? 0;
    expect({ row, n: counted }).toEqual({ row, n: Number(row.n) });
    compared++;
  }
  expect(compared).toBeGreaterThan(100);
});

test('finds the story: funding grows, monotony shrinks, one unit type differs', () => {
  const trends = tableOf(out, 'trends').filter(
    (row) => row.group === 'all' && row.from === '2026-q1' && row.to === '2026-q3',
  );
  const changeOf = (code: string) => trends.find((row) => row.code === code)?.change;
  expect({ A6: changeOf('A6'), A5: changeOf('A5') }).toEqual({ A6: 'up', A5: 'down' });
  const others = ['A1', 'A2', 'A3', 'A7', 'A8', 'B1', 'B2', 'B3', 'B4', 'B5'];
  expect(others.map(changeOf).filter((change) => change !== 'no-evidence')).toEqual([]);
  const test = tableOf(out, 'tests').find(
    (row) => row.round === '2026-q3' && row.code === 'A4' && row.group === 'unit_type',
  );
  expect(Number(test?.p_adjusted)).toBeLessThan(0.001);
});

test('flags the records that the generator put in twice, and nobody else, as sent twice', () => {
  const flags = rowsOf(join(out, 'private', 'flags.csv'));
  const twice = flags.filter(({ rules }) => /duplicates|identical/.test(rules!));
  expect(twice.map(({ file, rules }) => [file, rules])).toEqual(
    ['2026-q1.csv', '2026-q2.csv', '2026-q3.xlsx'].flatMap((file) =>
      Array.from({ length: 2 }, () => [file, 'duplicates;identical']),
    ),
  );
});

test('every code has its quality, over as many examples as the taxonomies give it', () => {
  const rows = tableOf(out, 'quality');
  expect(rows).toHaveLength(8 + 29 + 5 + 19);
  const folder = join(import.meta.dirname, '../../pipeline/taxonomy');
  for (const row of rows) {
    const file = readFileSync(join(folder, row.taxonomy!, 'examples.csv'), 'utf8');
    const examples = Papa.parse<CsvRow>(file, { header: true, skipEmptyLines: true }).data;
    const due = examples.filter((one) =>
      one.codes!.split(';').some((code) => code === row.code || code.startsWith(`${row.code}.`)),
    );
    expect([row.code, row.source, row.support]).toEqual([row.code, 'examples', `${due.length}`]);
    const hits = Number(row.recall) * due.length;
    expect(hits).toBeCloseTo(Math.round(hits), 0);
    expect(Number(row.precision) * Number(row.predicted)).toBeCloseTo(hits, 0);
  }
});

test('the report says that the data are made up', () => {
  const html = readFileSync(join(out, 'report.html'), 'utf8');
  expect(html).toContain('虚构数据');
  expect(html).toContain('made-up data');
});

/** Sums of a table that a reader could solve: [total, parts], each a row. */
function sumsIn(
  rows: readonly CsvRow[],
  keys: readonly string[],
): (readonly [CsvRow, readonly CsvRow[]])[] {
  const families = groupBy(rows, (row) => keys.map((key) => row[key]).join('|'));
  return [...families.values()].flatMap((family) => {
    const of = (group: string) => family.filter((row) => row.group === group);
    const [all] = of('all');
    const nested = of('unit_type').map(
      (type) =>
        [type, of('unit').filter((row) => row.value!.startsWith(`${type.value}/`))] as const,
    );
    return [[all!, of('unit_type')] as const, [all!, of('unit')] as const, ...nested].filter(
      ([, parts]) => parts.length > 0,
    );
  });
}

test('no single sum of the published tables gives a hidden figure back', () => {
  const hidden = (row: CsvRow) => row.status === 'suppressed';
  const problems = tableOf(out, 'problems');
  const closed = tableOf(out, 'closed');
  const sums = [
    ...sumsIn(problems, ['round', 'question', 'taxonomy', 'code']),
    ...sumsIn(tableOf(out, 'themes'), ['round', 'question', 'theme']),
    ...sumsIn(closed, ['round', 'question', 'option']),
  ];
  const partition = closed.filter(
    (row) => (row.type === 'single' || row.type === 'scale') && row.option !== '',
  );
  const lines = groupBy(partition, (row) =>
    [row.round, row.question, row.group, row.value].join('|'),
  );
  expect(sums.length + lines.size).toBeGreaterThan(1000);
  for (const [total, parts] of sums) {
    expect([total, ...parts].filter(hidden)).not.toHaveLength(1);
  }
  for (const options of lines.values()) {
    // The base stands in every shown line, so one hidden option would follow from it.
    if (options.some((row) => !hidden(row))) expect(options.filter(hidden)).not.toHaveLength(1);
  }
  expect(problems.filter(hidden).length).toBeGreaterThan(50);
});

test('used less base gives no hidden status back', () => {
  for (const rows of groupBy(tableOf(out, 'coding'), (row) => row.round!).values()) {
    const hidden = (...statuses: string[]) =>
      rows.filter((row) => statuses.includes(row.status!) && row.shown === 'no');
    expect(hidden('empty', 'skipped')).not.toHaveLength(1);
    expect(hidden('coded', 'uncoded', 'no-problem')).not.toHaveLength(1);
  }
});

test('a scale with a hidden option shows no mean over it', () => {
  const lines = groupBy(
    tableOf(out, 'closed').filter((row) => row.type === 'scale'),
    (row) => [row.round, row.question, row.group, row.value].join('|'),
  );
  for (const rows of lines.values()) {
    if (!rows.some((row) => row.option !== '' && row.status === 'suppressed')) continue;
    expect(rows.find((row) => row.option === '')).toMatchObject({
      mean: '',
      sd: '',
      base: '',
      status: 'suppressed',
    });
  }
});

test('a hidden line is empty wherever it stands, and its figures stand nowhere outside private/', () => {
  const figures = ['base', 'n', 'share', 'low', 'high', 'n_effective', 'mean', 'sd', 'lift'];
  for (const name of ['problems', 'themes', 'closed', 'pairs']) {
    for (const row of tableOf(out, name).filter((one) => one.status === 'suppressed')) {
      expect(figures.map((column) => row[column] ?? '').join('')).toBe('');
    }
  }
  // With a minimum of 1 little is hidden: what that run shows, and this one hides, is secret.
  const open = join(home, 'open');
  const yaml = readFileSync(join(home, 'surveys', 'survey.yaml'), 'utf8').replace(
    /minimum: \d+/,
    'minimum: 1',
  );
  canvass(['run', writeOpen(yaml), '--out', open, '--quiet'], home);
  const exact = (row: CsvRow) =>
    [row.share, row.low, row.high].filter((one): one is string => /^0\.\d{4}$/.test(one ?? ''));
  const key = (row: CsvRow) =>
    [row.round, row.question, row.group, row.value, row.code ?? row.theme ?? row.option].join('|');
  const shown = new Set<string>();
  const secret = new Set<string>();
  for (const name of ['problems', 'themes', 'closed']) {
    const here = new Map(tableOf(out, name).map((row) => [key(row), row]));
    for (const row of here.values()) for (const figure of Object.values(row)) shown.add(figure);
    for (const row of tableOf(open, name)) {
      if (here.get(key(row))?.status === 'suppressed')
        for (const figure of exact(row)) secret.add(figure);
    }
  }
  for (const row of [
    ...tableOf(out, 'trends'),
    ...tableOf(out, 'pairs'),
    ...tableOf(out, 'tests'),
    ...tableOf(out, 'hygiene'),
    // Of examples, not of respondents.
    ...tableOf(out, 'quality'),
    ...['series', 'contrasts', 'scales', 'scale_trends', 'sensitivity', 'bases'].flatMap((name) =>
      tableOf(out, name),
    ),
  ]) {
    for (const figure of Object.values(row)) shown.add(figure.replace('-', ''));
  }
  const telling = [...secret].filter((figure) => !shown.has(figure));
  expect(telling.length).toBeGreaterThan(100);
  for (const [name, content] of filesIn(out)) {
    if (name.startsWith('private/')) continue;
    const numbers = figuresIn(name, content);
    expect({ name, leaked: telling.filter((figure) => numbers.has(figure)) }).toEqual({
      name,
      leaked: [],
    });
  }
}, 60_000);

test('finds problems that the generator put outside the taxonomies, each told by two units or more', () => {
  const lines = tableOf(out, 'uncoded');
  const themes = rowsOf(join(out, 'private', 'uncoded-themes.csv'));
  for (const { round, question, taxonomy, theme } of lines) {
    const own = themes.filter(
      (row) => row.round === round && row.taxonomy === taxonomy && row.theme === theme,
    );
    expect(own).toEqual([expect.objectContaining({ question })]);
    expect(Number(own[0]!.respondents)).toBeGreaterThanOrEqual(5);
    expect(Number(own[0]!.groups)).toBeGreaterThanOrEqual(2);
  }
  const outside = readFileSync(join(import.meta.dirname, '../sample/phrases/uncoded.mjs'), 'utf8');
  const found = lines.filter(({ phrase }) => outside.includes(phrase!));
  expect(found.length).toBeGreaterThan(5);
  expect(found.length).toBeGreaterThan(lines.length / 2);
});

/** Keys under which charts keep figures of a line; others (bar ends, positions) are sums of these. */
const FIGURES = /^(share|low|high|before|beside|mean|n|base|previous)$/i;

/** Every figure a file shows: all numbers of a table, the figures of a chart's or report's data. */
function figuresIn(name: string, content: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  const collect = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const one of value) collect(one, key);
    else if (typeof value === 'object' && value !== null) {
      // Limits of funnels are made from a shown share and round sizes; they meet others by chance.
      if ('bandlow' in value) return;
      for (const [inner, one] of Object.entries(value)) collect(one, inner);
    } else if (typeof value === 'number' && FIGURES.test(key)) numbers.add(value.toFixed(4));
  };
  if (name.endsWith('.vl.json')) collect(JSON.parse(content), '');
  else if (name === 'report.html') {
    const blocks = content.matchAll(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g);
    for (const [, json] of blocks) collect(JSON.parse(json!), '');
  } else for (const number of content.match(/(?<![\d.])0\.\d{4}(?!\d)/g) ?? []) numbers.add(number);
  return numbers;
}

function writeOpen(yaml: string): string {
  const folder = join(home, 'surveys-open');
  cpSync(join(home, 'surveys'), folder, { recursive: true });
  writeFileSync(join(folder, 'survey.yaml'), yaml);
  return folder;
}
