import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import {
  type DecidedQuote,
  isYes,
  quotesCsv,
  readDecisions,
  releasedRows,
  releasedTexts,
  unclearMarks,
  withDecisions,
} from '../../pipeline/publish/quotes.ts';
import { oneFile } from '../read/effects.ts';
import { encode } from '../read/encode.ts';
import { NO_TABLES } from '../support/tables.ts';

const quote = (text: string, release = '', code = 'P1', round = 'r1'): DecidedQuote => ({
  ...{ round, question: 'open', taxonomy: 'tiny', code, label: '经费' },
  ...{ quote: text, release },
});
const proposed = (...args: Parameters<typeof quote>) => {
  const { release: _, ...candidate } = quote(...args);
  return candidate;
};
const previous = async () => '/out/private/quotes.csv';
const read = (bytes: Uint8Array) => readDecisions({ previous }, oneFile(bytes));
const texts = (all: readonly DecidedQuote[]) => all.map((one) => [one.quote, one.release]);

test.each(['yes', 'Y', 'ＹＥＳ', ' 是 ', '1', '１', '✓', '✔️', '√'])('%s is a yes', (release) => {
  expect(isYes(release)).toBe(true);
});
test.each(['', 'no', '不', '否', '不是', '0', 'x', 'yes?', '11'])('"%s" is none', (release) => {
  expect(isYes(release)).toBe(false);
});

test('a mark that is neither yes nor no is told, whether its quote is proposed or not', () => {
  const marked = ['是', '否', ' ', 'ｘ', '同意', 'TRUE'].map((mark, i) => quote(`${i}`, mark));
  expect(unclearMarks({ candidates: marked, past: [quote('旧', 'yes?')] })).toEqual([
    '同意',
    'TRUE',
    'yes?',
  ]);
});

test('decisions are carried over by round, question, taxonomy, code and words', () => {
  const candidates = [proposed('经费不足'), proposed('缺钱')];
  const { candidates: decided } = withDecisions(candidates, [
    quote('缺钱', '是'),
    quote('经费不足', '否'),
  ]);
  expect(texts(decided)).toEqual([
    ['经费不足', '否'],
    ['缺钱', '是'],
  ]);
  for (const other of [
    quote('缺钱', '是', 'P2'),
    quote('缺钱', '是', 'P1', 'r2'),
    { ...quote('缺钱', '是'), question: 'other' },
    { ...quote('缺钱', '是'), taxonomy: 'other' },
    quote('缺钱。', '是'),
  ]) {
    const apart = withDecisions(candidates, [other]);
    expect(texts(apart.candidates)).toEqual([
      ['经费不足', ''],
      ['缺钱', ''],
    ]);
    expect(apart.past).toEqual([other]);
  }
});

test('only candidates with a yes are released; decisions on others are kept, not published', () => {
  const decided = withDecisions(
    [proposed('经费不足'), proposed('缺钱'), proposed('没钱办活动')],
    [quote('经费不足', '是'), quote('缺钱', '再看看'), quote('早先的话', '是'), quote('没填')],
  );
  expect(releasedRows(decided)).toEqual([
    { round: 'r1', question: 'open', taxonomy: 'tiny', code: 'P1', quote: '经费不足' },
  ]);
  expect(releasedTexts({ ...NO_TABLES, quotes: releasedRows(decided) })).toEqual(['经费不足']);
  expect(texts(decided.past)).toEqual([['早先的话', '是']]);
});

test('of lines that came twice a no counts, in either order', () => {
  const release = (...decisions: readonly string[]) =>
    withDecisions(
      [proposed('缺钱')],
      decisions.map((one) => quote('缺钱', one)),
    ).candidates[0]!.release;
  expect(release('是', '否')).toBe('否');
  expect(release('否', '是')).toBe('否');
  expect(release('', '是')).toBe('是');
  expect(release('是', '')).toBe('是');
});

const ALL = {
  candidates: [quote('经费不足', '是'), quote('=1+1，"没钱"', '1'), quote('＠所有人，缺钱')],
  past: [quote('早先的话', '否')],
};
const asking = (quotes: 'none' | 'redacted') => ({
  privacy: { minimum: 5, quotes, personalData: 'mask' as const },
});
const written = quotesCsv(ALL, asking('redacted'))!;
const expected = [...ALL.candidates, ...ALL.past];

test('what is written has the columns fixed, quotes no formula, and the past at its end', () => {
  expect(written).toBe(
    '\uFEFFround,question,taxonomy,code,label,quote,release\r\n' +
      'r1,open,tiny,P1,经费,经费不足,是\r\n' +
      'r1,open,tiny,P1,经费,"\'=1+1，""没钱""",1\r\n' +
      'r1,open,tiny,P1,经费,"\'＠所有人，缺钱",\r\n' +
      'r1,open,tiny,P1,经费,早先的话,否\r\n',
  );
});

test('without a wish for quotes past decisions are kept, and without any there is no file', () => {
  const past = { candidates: [], past: ALL.past };
  expect(quotesCsv(past, asking('none'))).toBe(quotesCsv(past, asking('redacted')));
  expect(quotesCsv({ candidates: [], past: [] }, asking('none'))).toBeNull();
});

const plain = written.slice(1);
test.each<[string, Uint8Array]>([
  ['as it was written', Buffer.from(written)],
  ['in UTF-8 without mark', Buffer.from(plain)],
  ['in GB18030', encode(plain, 'gb18030')],
  ['in UTF-16', encode(`\uFEFF${plain}`, 'utf-16le')],
  ['with line ends of Unix', Buffer.from(plain.replaceAll('\r\n', '\n'))],
  ['with line ends of old Macintosh', Buffer.from(plain.replaceAll('\r\n', '\r'))],
  ['without the apostrophes before formulas', Buffer.from(plain.replaceAll("'", ''))],
  [
    'with semicolons',
    Buffer.from(plain.replace(/,(?=[\w\p{Script=Han},\r"])/gu, ';').replaceAll(',\r', ';\r')),
  ],
  ['with blank lines at its end', Buffer.from(`${plain},,,,,,\r\n\r\n`)],
  ['with columns moved and one more', Buffer.from(moved(plain))],
])('a file %s is read', async (_, bytes) => {
  expect(await read(bytes)).toEqual(expected);
});

/** The last column first, and a remark. */
function moved(text: string): string {
  const lines = text.trimEnd().split('\r\n');
  return lines
    .map((line, i) => {
      const at = line.lastIndexOf(',');
      return `${line.slice(at + 1)},${line.slice(0, at)},${i === 0 ? 'remark' : '已阅'}\r\n`;
    })
    .join('');
}

test('a set without the file has no decisions; a file that has lost its columns stops the run', async () => {
  expect(await readDecisions({ previous: async () => null }, oneFile(new Uint8Array()))).toEqual(
    [],
  );
  const lost = Buffer.from('round,quote\r\nr1,经费不足\r\n');
  await expect(read(lost)).rejects.toThrow(InputError);
});
