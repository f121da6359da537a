/** The import balance, against counts made by hand and for arbitrary tables. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Line } from '../../pipeline/read/fates.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { type FileBalance, KINDS, mergeBalances } from '../../pipeline/tally/balance.ts';
import { requireBalance } from '../../pipeline/tally/settle.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { fixture, inColumns, joined, open, scale, single } from '../read/surveys.ts';
import { countFiles } from '../support/counted.ts';
import { policy, surveyOf } from '../support/survey.ts';

const TINY = { taxonomy: { by: null, taxonomy: 'tiny' } } as const;
const NO_COLUMNS = { respondent: null, weight: null, stratum: null, cluster: null, fpc: null };
const group = (id: string, column: string, within: string | null = null) => ({
  id,
  label: sameInAll(id),
  column: [column],
  within,
  aliases: new Map(),
});

const everyKind: Partial<Survey> = {
  columns: { ...NO_COLUMNS, respondent: ['序号'], weight: ['权重'] },
  exclude: [{ column: '单位类型', values: ['测试'] }],
  groups: [group('unit', '单位', 'type'), group('type', '单位类型')],
  questions: [
    scale('重视程度', { labels: new Map([['5', sameInAll('非常重视')]]) }),
    joined('困难', ['经费不足', '人手不够', '其他']),
    open('问题和困难', TINY),
  ],
};

const plain = ({ in: entered, out }: Line) => ({ in: entered, ...Object.fromEntries(out) });
const lines = (balance: FileBalance) =>
  Object.fromEntries(KINDS.map((kind) => [kind, plain(balance[kind])]));
const ofKey = (balance: FileBalance, key: string) =>
  balance.columns.find((one) => one.key === key)!;

const everyKindOfRow = readFileSync(fixture('every-kind-of-row.csv'));

test('rows, cells, selections and characters come out as counted by hand', async () => {
  const { files } = await countFiles({ r1: { 'a.csv': everyKindOfRow } }, everyKind);
  const { balance } = files[0]!;
  expect(lines(balance)).toEqual({
    rows: {
      in: 10,
      used: 4,
      excluded: 1,
      'bad-weight': 1,
      'too-few-cells': 1,
      'too-many-cells': 1,
      'repeated-header': 1,
      'totals-row': 1,
    },
    // 单位类型 counts twice: `exclude` names it, and a group.
    cells: {
      in: 66,
      used: 25,
      missing: 1,
      skipped: 2,
      'not-a-number': 1,
      'out-of-range': 1,
      'row-set-aside': 29,
      excluded: 7,
    },
    // The name of the column in the header that comes again cannot be told from an option.
    selections: { in: 8, used: 5, repeated: 1, 'unknown-option': 1, 'row-set-aside': 1 },
    characters: { in: 23, used: 6, missing: 3, skipped: 4, 'row-set-aside': 9, excluded: 1 },
  });
  expect(balance.blank).toBe(2);
  // The cell beyond the header of the row that has too many.
  expect(balance.unreadColumns).toEqual([{ column: '', position: 8, cells: 1 }]);
  expect(ofKey(balance, 'questions.困难').fillIns).toBe(1);
});

test('blanks in a line of nothing but blanks are no characters of anybody', async () => {
  const text = 'id,said\n1,会多\n ,   \n2,\n';
  const parts = { questions: [open('said', { taxonomy: { by: null, taxonomy: 'tiny' } })] };
  const { files } = await countFiles({ r1: { 'a.csv': text } }, parts);
  expect(files[0]!.balance.blank).toBe(1);
  expect(lines(files[0]!.balance).characters).toEqual({ in: 2, used: 2 });
});

test('columns are told one by one, those that no key names by their header', async () => {
  const text = 'id,q,来源,空列,q2\n1,x,微信,,3\n2,,手机, ,4\n3,y,,,5\n';
  const { files } = await countFiles({ r1: { 'a.csv': text } }, { questions: [single('q')] });
  const { balance } = files[0]!;
  expect(balance.columns.map(({ key, column, cells }) => [key, column, plain(cells)])).toEqual([
    ['questions.q', 'q', { in: 2, used: 2 }],
  ]);
  expect(balance.unreadColumns).toEqual([
    { column: 'id', position: 1, cells: 3 },
    { column: '来源', position: 3, cells: 2 },
    { column: 'q2', position: 5, cells: 3 },
  ]);
  expect(balance.unread).toEqual({ columns: 3, cells: 8 });
});

test('answers of people whose group has no taxonomy are told apart from coded ones', async () => {
  const taxonomy = { by: 'g', taxonomies: new Map([['甲', 'tiny']]) };
  const text = 'g,q\n甲,会议太多\n乙,钱不够\n甲,拒答\n甲,NA\n甲,  \n甲,(空)\n(空),\n';
  const { files } = await countFiles(
    { r1: { 'a.csv': text } },
    {
      groups: [group('g', 'g')],
      questions: [open('q', { taxonomy, missing: ['拒答'], skipped: ['NA'] })],
    },
  );
  const { characters, cells } = ofKey(files[0]!.balance, 'questions.q');
  // Used: 会议太多 and two blanks.
  expect(plain(characters!)).toEqual({ in: 16, used: 6, 'not-asked': 3, missing: 5, skipped: 2 });
  expect(plain(cells)).toEqual({ in: 5, used: 1, 'not-asked': 1, missing: 2, skipped: 1 });
  expect(plain(ofKey(files[0]!.balance, 'groups.g').cells)).toEqual({ in: 7, used: 6, missing: 1 });
});

test('one column an option: chosen cells are selections, an option named twice is repeated', async () => {
  const question = inColumns(['A', 'B', 'C'], ['x', 'y', 'x'], ['No']);
  const text = 'A,B,C\n1,0,1\nNo,1,\n(跳过),(跳过),(空)\n';
  const { files } = await countFiles({ r1: { 'a.csv': text } }, { questions: [question] });
  expect(plain(files[0]!.balance.selections)).toEqual({ in: 3, used: 2, repeated: 1 });
  expect(plain(files[0]!.balance.cells)).toEqual({ in: 8, used: 5, skipped: 2, missing: 1 });
});

test('one column that two questions read is counted for each', async () => {
  const questions = [open('q', { ...TINY, id: 'a' }), open('q', { ...TINY, id: 'b' })];
  const text = 'q,z\n会议太多,1\n无,2\n';
  const { files } = await countFiles({ r1: { 'a.csv': text } }, { questions });
  expect(plain(files[0]!.balance.characters)).toEqual({ in: 10, used: 10 });
});

const CELLS = ['', '', ' ', '1', '3', '9', '5分', 'A', 'B', 'A;B', 'A;A;X', ';', '其他〖A;B〗'];
const WORDS = ['(空)', '（跳过）', '拒答', 'NA', '钱不够', '多\n行', '"引"', '测试', '合计', '0'];
const cell = fc.constantFrom(...CELLS, ...WORDS);
const NO_CHOICE = ['', '0', '(空)', '（跳过）'];
const HEADER = ['id', 'w', 'g', 's', 'm', 'c1', 'c2', 'o', 'p', 'unread'];
const fullRow = fc.array(cell, { minLength: 10, maxLength: 10 });
const table = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fullRow },
    // With few ids and a weight that can be used, so that respondents are found twice.
    {
      weight: 4,
      arbitrary: fullRow.map((row) => [row[0]!.length > 1 ? '1' : '2', '1', ...row.slice(2)]),
    },
    { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constant(HEADER) },
  ),
  { maxLength: 60 },
);
const anything: Partial<Survey> = {
  columns: { ...NO_COLUMNS, respondent: ['id'], weight: ['w'] },
  exclude: [{ column: 'g', values: ['测试'] }],
  groups: [group('g', 'g')],
  questions: [
    single('s', ['A', 'B', '其他'], { missing: ['拒答'], skipped: ['NA'] }),
    joined('m', ['A', 'B', '其他'], { missing: ['拒答'], skipped: ['NA'] }),
    inColumns(['c1', 'c2']),
    open('o', { ...TINY, missing: ['拒答'], skipped: ['NA'] }),
    open('p', { taxonomy: { by: 'g', taxonomies: new Map([['A', 'tiny']]) } }),
    scale('s', { id: 'again' }),
  ],
};
const csv = (rows: readonly (readonly string[])[]) =>
  [HEADER, ...rows]
    .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
    .join('\n');

const policies = fc.constantFrom<Survey['hygiene']>(policy('flag'), policy('drop'), {
  ...policy('drop'),
  duplicates: 'flag',
  straight_lining: 'flag',
});

test('whatever a table holds, what comes in is what is used, set aside or excluded', async () => {
  await fc.assert(
    fc.asyncProperty(table, policies, async (rows, hygiene) => {
      const { files } = await countFiles({ r1: { 'a.csv': csv(rows) } }, { ...anything, hygiene });
      const { balance } = files[0]!;
      for (const kind of KINDS) {
        const { in: entered, out } = balance[kind];
        expect([...out.values()].reduce((sum, one) => sum + one, 0)).toBe(entered);
      }
      // The table itself says what must have come in.
      const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
      const count = (...at: number[]) =>
        at.flatMap((i) => filled.filter((row) => (row[i] ?? '').trim() !== '')).length;
      const length = (at: number) => filled.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0);
      expect(balance.rows.in).toBe(filled.length);
      expect(balance.blank).toBe(rows.length - filled.length);
      // id, w, g as `exclude` and group, s for two questions, m, c1, c2, o, p.
      expect(balance.cells.in).toBe(count(0, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8));
      expect(balance.characters.in).toBe(length(7) + length(8));
      expect(balance.unread.cells).toBe(count(9, 10, 11));
      // In rows that are not used too.
      const columns = balance.columns.filter(({ key }) => key === 'questions.c1');
      const chosen = [5, 6].flatMap((at) =>
        filled.filter((row) => !NO_CHOICE.includes((row[at] ?? '').trim())),
      );
      expect(columns.reduce((sum, one) => sum + one.selections!.in, 0)).toBe(chosen.length);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('the account is the same for one thread and two, and adds up over files and rounds', async () => {
  const rows = fc.sample(fc.tuple(table, table, table), { seed: 7, numRuns: 60 });
  // Several batches a file, so that both threads have work.
  const text = (at: 0 | 1 | 2) =>
    csv(Array.from({ length: 20 }, () => rows.flatMap((one) => one[at])).flat());
  const rounds = { r1: { 'a.csv': text(0), 'b.csv': text(1) }, r2: { 'c.csv': text(2) } };
  const asked = ['r1', 'r2'];
  const both = { ...anything, questions: anything.questions!.map((one) => ({ ...one, asked })) };
  const [one, two] = [await countFiles(rounds, both, 1), await countFiles(rounds, both, 2)];
  const balances = one.files.map(({ balance }) => balance);
  expect(two.files.map(({ balance }) => balance)).toEqual(balances);
  const total = mergeBalances(balances);
  for (const kind of KINDS) {
    const sum = balances.reduce((all, balance) => all + balance[kind].in, 0);
    expect([kind, total[kind].in]).toEqual([kind, sum]);
    expect([...total[kind].out.values()].reduce((all, n) => all + n, 0)).toBe(sum);
  }
  expect(total.rows.in).toBeGreaterThan(3 * 4000);
}, 60_000);

test.each([
  {
    what: 'a row that is neither used nor left',
    spoil: (balance: FileBalance) => ({ ...balance, rows: { ...balance.rows, in: 11 } }),
    says: 'a.csv, rows: 11 in, 10 accounted for (used 4, excluded 1, ',
  },
  {
    what: 'a cell that nobody read',
    spoil: (balance: FileBalance) => ({
      ...balance,
      columns: balance.columns.map((one) =>
        one.key === 'columns.weight' ? { ...one, cells: { ...one.cells, in: 10 } } : one,
      ),
    }),
    says: 'a.csv, cells of columns.weight "权重": 10 in, 9 accounted for (used 4, ',
  },
  {
    what: 'a cell that is set aside but not listed',
    spoil: (balance: FileBalance) => ({
      ...balance,
      columns: balance.columns.filter((one) => one.key !== 'questions.重视程度'),
    }),
    says: 'a.csv, set-aside entries: 3 in, 1 accounted for (unknown-option 1)',
  },
])('$what is our bug, and said to be', async ({ spoil, says }) => {
  const rounds = { r1: { 'a.csv': everyKindOfRow } };
  const { files, tallies } = await countFiles(rounds, everyKind);
  const survey = surveyOf({ ...everyKind, rounds: surveyOf().rounds.slice(0, 1) });
  const spoilt = files.map((one) => ({ ...one, balance: spoil(one.balance) }));
  expect(() => requireBalance(survey, files, tallies)).not.toThrow();
  expect(() => requireBalance(survey, spoilt, tallies)).toThrow(says);
});

test('respondents and selections that were read but never counted are our bug', async () => {
  const { files } = await countFiles({ r1: { 'a.csv': everyKindOfRow } }, everyKind);
  const survey = surveyOf({ ...everyKind, rounds: surveyOf().rounds.slice(0, 1) });
  const lost = () => requireBalance(survey, files, new Map([['r1', emptyTally()]]));
  expect(lost).toThrow('r1, respondents of 重视程度: 4 in, 0 accounted for (used 0)');
  expect(lost).toThrow('r1, selections of 困难: 5 in, 0 accounted for (used 0)');
});
