/** The rules together, on one small file. */
import { expect, test } from '@jest/globals';
import * as XLSX from 'xlsx';
import { emptyMemory } from '../../../pipeline/read/hygiene/hygiene.ts';
import type { HygieneRule, Survey } from '../../../pipeline/survey/survey.ts';
import { oneFile } from '../effects.ts';
import { joined, open, readAll, roundFile, scale, survey } from '../surveys.ts';

const HEADER = '序号,所用时间,a,b,c,困难,问题';
/** Thirty people of their own opinion, 90 seconds each. */
const SOUND = Array.from(
  { length: 30 },
  (_, i) => `${i + 1},90秒,${(i % 5) + 1},${((i + 1) % 5) + 1},3,经费,第${i}条`,
);

const policies = (drop: readonly HygieneRule[]) =>
  Object.fromEntries(drop.map((rule) => [rule, 'drop'])) as unknown as Survey['hygiene'];

function read(
  rows: readonly string[],
  drop: readonly HygieneRule[] = [],
  memory = emptyMemory(),
  header = HEADER,
) {
  const by = survey({
    columns: { respondent: ['序号'], weight: null, stratum: null, cluster: null, fpc: null },
    questions: [
      scale('a'),
      scale('b'),
      scale('c'),
      joined('困难', ['经费', '人手', '以上都没有']),
      open('问题'),
    ],
    hygiene: policies(drop),
  });
  const text = [header, ...SOUND, ...rows].join('\n');
  return readAll(roundFile('/q.csv'), by, oneFile(Buffer.from(text)), memory);
}

const ROWS = [
  '3,90秒,1,2,3,经费,又来一次', // id of the third
  '101,88秒,1,2,3,经费,第0条', // the first once more, under another id
  '102,90秒,4,4,4,经费,还好',
  '103,29秒,1,2,4,经费,很快',
  '104,90秒,1,2,4,经费;以上都没有,矛盾',
  '105,29秒,5,5,5,人手;以上都没有,都有',
];

test('flags stand on the respondents, and everybody stays', async () => {
  const { respondents, flagged, setAside } = await read(ROWS);
  expect(setAside).toEqual([]);
  expect(respondents).toHaveLength(36);
  expect(respondents.slice(0, 30).every(({ flags }) => flags.length === 0)).toBe(true);
  expect(respondents.slice(30).map(({ flags }) => flags)).toEqual([
    ['duplicates'],
    ['identical'],
    ['straight_lining'],
    ['speed'],
    ['contradictions'],
    ['straight_lining', 'speed', 'contradictions'],
  ]);
  expect(flagged.map(({ row, id }) => [row, id])).toEqual(
    ['3', '101', '102', '103', '104', '105'].map((id, i) => [32 + i, id]),
  );
});

test.each([
  ['duplicates', [[32, 'duplicate', '3']]],
  ['identical', [[33, 'identical-row', '= 2']]],
  [
    'straight_lining',
    [
      [34, 'straight-lining', '4 × 3'],
      [37, 'straight-lining', '5 × 3'],
    ],
  ],
  [
    'speed',
    [
      [35, 'too-fast', '29 < 30.0'],
      [37, 'too-fast', '29 < 30.0'],
    ],
  ],
  [
    'contradictions',
    [
      [36, 'contradiction', '经费 + 以上都没有'],
      [37, 'contradiction', '人手 + 以上都没有'],
    ],
  ],
] as [HygieneRule, [number, string, string][]][])(
  'who is dropped by %s is set aside with the reason, and flagged all the same',
  async (rule, expected) => {
    const { respondents, setAside, flagged, rows } = await read(ROWS, [rule]);
    expect(setAside.map(({ row, reason, found }) => [row, reason, found])).toEqual(expected);
    expect(setAside.every(({ column }) => column === '')).toBe(true);
    expect(respondents).toHaveLength(rows - expected.length);
    expect(flagged).toHaveLength(6);
  },
);

test('who is dropped for his own answers is nobody’s original', async () => {
  const [fast, again] = ['200,29秒,1,2,4,经费,同样', '200,90秒,1,2,4,经费,同样'];
  const { setAside, respondents } = await read([fast, again], ['speed', 'duplicates', 'identical']);
  expect(setAside.map(({ row, reason }) => [row, reason])).toEqual([[32, 'too-fast']]);
  expect(respondents.at(-1)).toMatchObject({ row: 33, flags: [] });
});

test('an id keeps the first row of it that stays: no rule drops all', async () => {
  const [copy, own] = ['201,90秒,1,2,3,经费,第0条', '201,90秒,2,2,4,人手,自己的'];
  const drop: HygieneRule[] = ['duplicates', 'identical'];
  const { setAside, respondents } = await read([copy, own, own], drop);
  expect(setAside.map(({ row, reason }) => [row, reason])).toEqual([
    [32, 'identical-row'],
    [34, 'duplicate'],
  ]);
  expect(respondents.at(-1)).toMatchObject({ row: 33, id: '201', flags: [] });
  const named = await read(
    [copy, own].map((row) => row.replace('201', 'Z9')),
    drop,
  );
  expect(named.respondents.at(-1)).toMatchObject({ row: 33, id: 'Z9', flags: [] });
});

test('the answers of who is dropped for the id are nobody’s original', async () => {
  const [again, other] = ['3,90秒,1,2,4,人手,一样', '202,90秒,1,2,4,人手,一样'];
  const { setAside, respondents } = await read([again, other], ['duplicates', 'identical']);
  expect(setAside.map(({ row, reason }) => [row, reason])).toEqual([[32, 'duplicate']]);
  expect(respondents.at(-1)).toMatchObject({ row: 33, flags: [] });
});

test('without a column of ids nobody is repeated, whatever the file’s rows are numbered', async () => {
  const memory = emptyMemory();
  const by = survey({ questions: [scale('a')], hygiene: policies(['duplicates']) });
  const file = () => oneFile(Buffer.from('a\n1\n2\n'));
  await readAll(roundFile('/1.csv'), by, file(), memory);
  const { respondents } = await readAll(roundFile('/2.csv'), by, file(), memory);
  expect(respondents.map(({ flags }) => flags)).toEqual([[], []]);
});

test('of a dropped row no cell is set aside beside', async () => {
  const { setAside } = await read(['3,90秒,9,2,3,经费,x'], ['duplicates']);
  expect(setAside).toEqual([{ row: 32, column: '', reason: 'duplicate', found: '3' }]);
});

test('ids are compared over the files of a round', async () => {
  const memory = emptyMemory();
  expect((await read([], [], memory)).flagged).toEqual([]);
  expect((await read([], [], memory)).flagged).toHaveLength(30);
});

test('rows without any answer are not alike', async () => {
  const { flagged } = await read(['301,90秒,,,,,(空)', '302,90秒,,,,,(空)', '303,90秒,,,,,']);
  expect(flagged).toEqual([]);
});

test('a file tells which rules could be applied to it', async () => {
  const text = 'a,b\n1,2\n';
  const by = survey({ questions: [scale('a'), scale('b')] });
  const few = await readAll(roundFile('/q.csv'), by, oneFile(Buffer.from(text)));
  expect(few.appliedRules()).toEqual(['identical']);
  expect((await read([])).appliedRules()).toHaveLength(5);
});

test.each([
  ['甲;乙', '乙', false],
  ['甲;乙', '无', true],
  ['甲;乙', '甲;以上都没有', true],
])(
  'whether choices can contradict themselves is told by the options of the file: %s, %s',
  async (one, other, told) => {
    const text = ['困难', ...Array.from({ length: 5 }, () => one), other].join('\n');
    const by = survey({ questions: [joined('困难')] });
    const { appliedRules } = await readAll(roundFile('/q.csv'), by, oneFile(Buffer.from(text)));
    expect(appliedRules().includes('contradictions')).toBe(told);
  },
);

test('a declared exclusive option can contradict, though nobody chose it', async () => {
  const by = survey({ questions: [joined('困难', [], { exclusive: ['说不清'] })] });
  const { appliedRules } = await readAll(
    roundFile('/q.csv'),
    by,
    oneFile(Buffer.from('困难\n甲\n')),
  );
  expect(appliedRules()).toContain('contradictions');
});

test.each([false, true])(
  'times are read from the cells of a workbook that hold one (days from 1904: %s)',
  async (date1904) => {
    const time = (seconds: number) => ({ t: 'n', v: seconds / 86_400, z: 'h:mm:ss' });
    const rows = Array.from({ length: 40 }, (_, i) => [time(i === 7 ? 15 : 300), (i % 5) + 1]);
    const book = XLSX.utils.book_new();
    book.Workbook = { WBProps: { date1904 } };
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['所用时间', 'a'], ...rows]), 'S');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
    const by = survey({ questions: [scale('a')] });
    const { flagged, appliedRules } = await readAll(roundFile('/q.xlsx'), by, oneFile(bytes));
    expect(appliedRules()).toContain('speed');
    expect(flagged.filter(({ rules }) => rules.includes('speed'))).toMatchObject([{ row: 9 }]);
  },
);

test.each(['填答秒數', '填答時間', '作答時長', '答題用時'])(
  'the time taken is known by %s',
  async (name) => {
    const header = HEADER.replace('所用时间', name);
    const { flagged } = await read(ROWS, [], emptyMemory(), header);
    expect(flagged.filter(({ rules }) => rules.includes('speed')).map(({ id }) => id)).toEqual([
      '103',
      '105',
    ]);
  },
);

test('of 填答時間 and 填答秒數 the one whose cells are times taken tells', async () => {
  const header = `填答時間,${HEADER.replace('所用时间', '填答秒數')}`;
  const date = (row: string) => `2026/05/02 10:01:05,${row}`;
  const text = [header, ...[...SOUND, ...ROWS].map(date)].join('\n');
  const by = survey({ questions: [scale('a'), open('问题')] });
  const { flagged } = await readAll(roundFile('/q.csv'), by, oneFile(Buffer.from(text)));
  const fast = flagged.filter(({ rules }) => rules.includes('speed'));
  expect(fast.map(({ row }) => row)).toEqual([35, 37]);
});
