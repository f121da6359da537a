/** Loading a file of hand-coded answers, and what is wrong with one. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as XLSX from 'xlsx';
import { loadHandCodes } from '../../pipeline/code/learn/hand-codes.ts';
import { InputError } from '../../pipeline/errors.ts';
import { formatProblem } from '../../pipeline/messages.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import type { Taxonomy } from '../../pipeline/taxonomy/taxonomy.ts';
import { encode } from '../read/encode.ts';
import { folderWith } from '../support/cli.ts';
import { problemEntry, taxonomyOf } from './tiny-taxonomy.ts';

const { fx } = nodeEffects();
const shop = taxonomyOf([
  problemEntry('W1', ['没有工具'], { 'W1.1': ['等零件'] }),
  problemEntry('W2', ['没有时间']),
]);
const canteen: Taxonomy = { ...taxonomyOf([problemEntry('C1', ['饭菜差'])]), id: 'canteen' };
const one = new Map([['shop.yaml', shop]]);
const two = new Map([...one, ['canteen.yaml', canteen]]);

function load(content: string | Uint8Array, taxonomies = one, name = 'hand-codes.csv') {
  const path = join(folderWith({ [name]: content }), name);
  return loadHandCodes({ path, name }, taxonomies, fx);
}

async function problemsOf(content: string, taxonomies = one): Promise<readonly string[]> {
  try {
    await load(content, taxonomies);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((it) => formatProblem(it, 'en'));
    throw error;
  }
  return [];
}

const ROWS = [
  ['编号', 'codes', 'text'],
  ['1', 'W1.1; W2', '零件总是等不来，活干不完'],
  ['2', 'NONE', '目前没有什么可说的'],
  ['3', 'OTHER', '食堂离车间太远'],
] as const;
const linesOf = (delimiter: string) => ROWS.map((row) => row.join(delimiter)).join('\n');
const workbook = () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(ROWS as unknown as string[][]), 'a');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};

test.each([
  { what: 'UTF-8 with commas', name: 'a.csv', content: Buffer.from(linesOf(',')) },
  { what: 'GB18030 with tabs', name: 'a.csv', content: encode(linesOf('\t'), 'gb18030') },
  { what: 'a workbook', name: 'a.xlsx', content: workbook() },
])('$what: columns by name, codes split, the file hashed', async ({ name, content }) => {
  const { handCodes, examples } = await load(content, one, name);
  expect(examples.get('shop.yaml')).toEqual([
    { text: '零件总是等不来，活干不完', codes: ['W1.1', 'W2'] },
    { text: '目前没有什么可说的', codes: ['NONE'] },
    { text: '食堂离车间太远', codes: ['OTHER'] },
  ]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(handCodes).toEqual({ file: name, sha256, used: 3, conflicts: [] });
});

test('a sub-problem beside its own problem says what the sub-problem says', async () => {
  const { handCodes, examples } = await load('text,codes\n缺螺丝,W1；W1.1;W1\n缺螺丝,W1.1\n');
  expect(handCodes).toMatchObject({ used: 1, conflicts: [] });
  expect(examples.get('shop.yaml')![0]).toEqual({ text: '缺螺丝', codes: ['W1.1'] });
});

test('the quote that guards a cell from being a formula is no part of the answer', async () => {
  const { examples } = await load(`text,codes\n'-没有扳手,W1\n'没有'扳手,W1\n`);
  const texts = examples.get('shop.yaml')!.map(({ text }) => text);
  expect(texts).toEqual(['-没有扳手', `'没有'扳手`]);
});

test('everything wrong with a file is told at once, with file, row and column', async () => {
  const problems = await problemsOf(
    'text,codes\n缺扳手,W1\n缺螺丝,w1.2\n ,W2\n缺人,\n都好,NONE;W1\n差,OTHER;EMPTY\n\u200b,W9;ＮＯＮＥ\n',
  );
  expect(problems.map((text) => text.split('\n')[0])).toEqual([
    'hand-codes.csv, row 3, column "codes"',
    'hand-codes.csv, row 4, column "text"',
    'hand-codes.csv, row 5, column "codes"',
    'hand-codes.csv, row 6, column "codes"',
    'hand-codes.csv, row 7, column "codes"',
    'hand-codes.csv, row 8, column "text"',
    'hand-codes.csv, row 8, column "codes"',
    'hand-codes.csv, row 8, column "codes"',
  ]);
  expect(problems[0]).toMatch(/found: the code "w1.2"\n.*\n.*near is W1.1$/);
  expect(problems[1]).toContain('found: no answer');
  expect(problems[2]).toContain('found: no codes');
  expect(problems[3]).toMatch(/found: NONE;W1\n {2}expected: NONE alone/);
  expect(problems[4]).toMatch(/found: OTHER;EMPTY\n {2}expected: EMPTY alone/);
  expect(problems[7]).toMatch(/near is NONE$/);
});

test('an answer whose comma was not quoted is refused with its row', async () => {
  const problems = await problemsOf('text,codes\n缺扳手,W1\n缺,螺丝,W1\n');
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('row 3\n  found: 3 cells');
});

test.each([
  {
    what: 'no column codes',
    content: 'text,code\n缺扳手,W1\n',
    says: ['rename', '"codes"', 'code'],
  },
  { what: 'neither column', content: 'a,b\n1,2\n', says: ['"text"', 'a | b'] },
  { what: 'no content', content: '', says: ['the file is empty'] },
])('a file with $what is refused', async ({ content, says }) => {
  const text = (await problemsOf(content)).join('\n');
  for (const words of says) expect(text).toContain(words);
});

test('a file that is not there is refused', async () => {
  await expect(loadHandCodes({ path: '/no/a.csv', name: 'a.csv' }, one, fx)).rejects.toMatchObject({
    problems: [{ file: 'a.csv', message: 'file-missing' }],
  });
});

test('of two taxonomies each is taught what names its codes, and both what names none', async () => {
  const { handCodes, examples } = await load(
    'text,codes\n缺扳手,W1\n饭凉了,C1\n缺扳手饭也凉,C1;W1\n都好,NONE\n缺扳手,C1\n',
    two,
  );
  // 缺扳手 is W1 to the one and C1 to the other: two views of one answer, no contradiction.
  expect(handCodes).toMatchObject({ used: 4, conflicts: [] });
  const taught = (name: string) => examples.get(name)!.map(({ text, codes }) => [text, ...codes]);
  expect(taught('shop.yaml').sort()).toEqual(
    [
      ['缺扳手', 'W1'],
      ['缺扳手饭也凉', 'W1'],
      ['都好', 'NONE'],
    ].sort(),
  );
  expect(taught('canteen.yaml').sort()).toEqual(
    [
      ['饭凉了', 'C1'],
      ['缺扳手饭也凉', 'C1'],
      ['都好', 'NONE'],
      ['缺扳手', 'C1'],
    ].sort(),
  );
});

test('the same words with different codes are listed with their rows, and none is used', async () => {
  const { handCodes, examples } = await load(
    'text,codes\n缺螺絲！！,W1\n没空,W2\n缺螺丝!,W2\n都好,NONE\n 缺螺丝！,W1\n没空,W2\n都好,C1\n',
    two,
  );
  expect(handCodes.conflicts).toEqual([
    {
      text: '缺螺絲！！',
      codings: [
        { codes: ['W1'], rows: [2, 6] },
        { codes: ['W2'], rows: [4] },
      ],
    },
    {
      text: '都好',
      codings: [
        { codes: ['NONE'], rows: [5] },
        { codes: ['C1'], rows: [8] },
      ],
    },
  ]);
  expect(handCodes.used).toBe(1);
  expect(new Set(examples.get('shop.yaml')!.map(({ text }) => text))).toEqual(new Set(['没空']));
  expect(examples.get('canteen.yaml')).toEqual([]);
});
