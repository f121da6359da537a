/** Files that are made, looked through and written piece by piece. */
import { beforeAll, expect, test } from '@jest/globals';

import { LeakError } from '../../../pipeline/errors.ts';
import type { Artefact } from '../../../pipeline/protect/audit.ts';
import { audited } from '../../../pipeline/protect/audit.ts';
import { realFiles } from '../../read/effects.ts';
import { ANSWER, type ResultSet, soundSet } from './set.ts';

const TABLE = 'tables/problems.csv';
let set: ResultSet;

beforeAll(async () => {
  set = await soundSet();
});

/** What is written of the artefacts, and the names and files of what was found. */
async function written(artefacts: readonly Artefact[]) {
  const texts = new Map<string, string>();
  try {
    for await (const one of audited(artefacts, set.options, realFiles)) {
      if ('pieces' in one) texts.set(one.name, [...one.pieces].join(''));
    }
    return { texts, found: [] };
  } catch (error) {
    if (!(error instanceof LeakError)) throw error;
    return { texts, found: error.problems.map(({ message, row }) => ({ message, row })) };
  }
}

function linesOf(name: string): string[] {
  const { content } = set.artefacts.find((one) => one.name === name)!;
  return String(content).split(/(?<=\n)/);
}

test.each([TABLE, 'results.json'])(
  '%s in pieces of a line each is as sound as it is whole',
  async (name) => {
    const { texts, found } = await written([{ name, pieces: linesOf(name) }]);
    expect(found).toEqual([]);
    expect(texts.get(name)).toBe(linesOf(name).join(''));
  },
);

test('rows are counted on from piece to piece', async () => {
  const lines = linesOf(TABLE);
  lines[7] = lines[7]!.replace(/^[^,]*/, ANSWER);
  const { found } = await written([{ name: TABLE, pieces: lines }]);
  expect(found).toContainEqual({ message: 'leak-answer', row: 8 });
});

test.each([
  ['a line that goes on in the next piece', (line: string) => [line.slice(0, 9), line.slice(9)]],
  ['a cell that goes on in the next piece', (line: string) => [`"${line}`, `"${line}`]],
])('%s could hide words, and is refused', async (_, parted) => {
  const [head, first, ...others] = linesOf(TABLE);
  const { found } = await written([{ name: TABLE, pieces: [head!, ...parted(first!), ...others] }]);
  expect(found).toContainEqual({ message: 'leak-form', row: undefined });
});

test('what was not taken to its end was not looked through, and is never published', async () => {
  const pieces = linesOf(TABLE);
  const halfway = async () => {
    for await (const one of audited([{ name: TABLE, pieces }], set.options, realFiles)) {
      if ('pieces' in one) one.pieces[Symbol.iterator]().next();
    }
  };
  await expect(halfway()).rejects.toThrow('was not looked through to its end');
});
