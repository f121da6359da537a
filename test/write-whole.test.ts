import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeEffects } from '../pipeline/node-effects.ts';
import { writeWhole } from '../pipeline/write-whole.ts';
import { folderWith } from './support/cli.ts';

test('where its making fails, the file is closed and gone, and what stood there stays', async () => {
  const { fx } = nodeEffects();
  const folder = folderWith({ 'a.zip': 'old' });
  let isClosed = false;
  const create: typeof fx.create = async (path, options) => {
    const file = await fx.create(path, options);
    const close = async () => {
      await file.close();
      isClosed = true;
    };
    return { ...file, close };
  };
  const failing = writeWhole(join(folder, 'a.zip'), { fx: { ...fx, create } }, async (write) => {
    await write('half');
    throw new Error('no more');
  });
  await expect(failing).rejects.toThrow('no more');
  expect(isClosed).toBe(true);
  expect(readdirSync(folder)).toEqual(['a.zip']);
  expect(Buffer.from(await fx.read(join(folder, 'a.zip'))).toString()).toBe('old');
});
