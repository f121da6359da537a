import { expect, test } from '@jest/globals';
import * as XLSX from 'xlsx';
import type { Effects } from '../../pipeline/effects.ts';
import type { InputError } from '../../pipeline/errors.ts';
import { UNSEEN } from '../support/unseen.ts';
import { inChunks } from './effects.ts';
import { open, readAll, roundFile, survey } from './surveys.ts';

/** Reads a file that is another one whenever it is looked at again. */
async function problemsOf(contents: readonly Uint8Array[], modified: readonly number[]) {
  const times = [...modified];
  const left = [...contents];
  const next = () => (left.length > 1 ? left.shift()! : left[0]!);
  const fx = {
    stat: async () => ({
      kind: 'file',
      size: contents[0]!.length,
      modified: times.length > 1 ? times.shift()! : times[0]!,
    }),
    stream: () => inChunks(next(), 7),
    read: async () => next(),
    ...UNSEEN,
  } as unknown as Effects;
  const by = survey({ questions: [open('p')] });
  const error = await readAll(roundFile('/q.csv'), by, fx).catch((caught) => caught);
  return (error as InputError).problems?.map(({ message, file }) => [message, file]) ?? [];
}

const text = (rows: number) => Buffer.from(`id,p\n${'1,经费不足\n'.repeat(rows)}`);
const sheet = (rows: number) => {
  const book = XLSX.utils.book_new();
  const cells = [['id', 'p'], ...Array.from({ length: rows }, () => ['1', '经费不足'])];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), 'S');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
};

test.each([
  ['a text', text],
  ['a workbook', sheet],
])(
  '%s that changes between the pass that hashes it and the one that reads it is refused',
  async (_, file) => {
    expect(await problemsOf([file(3)], [1])).toEqual([]);
    expect(await problemsOf([file(3), file(9)], [1])).toEqual([['file-changed', 'q.csv']]);
    expect(await problemsOf([file(3)], [1, 2])).toEqual([['file-changed', 'q.csv']]);
  },
);
