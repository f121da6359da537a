/** What one program counted is taken by that program alone. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { packageRoot } from '../../pipeline/package-root.ts';
import { hidingProgramHash, programHash } from '../../pipeline/tally/saved/program.ts';

const { fx } = nodeEffects();

/** The hash of this program, had a file whose path ends so another byte. */
const withOther = (ending: string, hashOf = programHash) =>
  hashOf({
    ...fx,
    read: async (path) => {
      const content = await fx.read(path);
      return path.endsWith(ending) ? Buffer.concat([content, Buffer.of(10)]) : content;
    },
  });

test.each([
  ['a rule of coding', 'pipeline/code/negation.ts'],
  ['how a cell is read', 'pipeline/read/answers/split-choices.ts'],
  ['what is counted', 'pipeline/tally/items.ts'],
  ['what counts as personal data', 'pipeline/redact/find.ts'],
  ['the model of what an answer is', 'pipeline/taxonomy/status.bin'],
  ['the model of a taxonomy', 'pipeline/taxonomy/organ/model.bin'],
  ['how a line of codes is written', 'pipeline/csv.ts'],
  ['which answers are sampled', 'pipeline/hash.ts'],
  ['a library', 'package-lock.json'],
])('another program: %s', async (_, file) => {
  expect(await withOther(file)).not.toBe(await programHash(fx));
});

test.each([
  ['what a report says', 'pipeline/report/words/en.ts'],
  ['what is hidden', 'pipeline/protect/protect.ts'],
])('the same program: %s', async (_, file) => {
  expect(await withOther(file)).toBe(await programHash(fx));
});

const hidingHash: typeof programHash = async (some) =>
  hidingProgramHash(await programHash(some), some);

/** A module, and all that it makes use of. */
function modulesFrom(path: string): readonly string[] {
  const found = new Set([path]);
  for (const one of found) {
    const imports = /^import (?!type )[^;]*? from '(\.[^']+)';/gms;
    for (const [, name] of readFileSync(one, 'utf8').matchAll(imports)) {
      found.add(join(dirname(one), name!));
    }
  }
  return [...found];
}

test('another program hides: whatever that makes use of', async () => {
  const modules = modulesFrom(join(packageRoot, 'pipeline/protect/worker.ts'));
  expect(modules.length).toBeGreaterThan(40);
  const own = await hidingHash(fx);
  for (const path of [...modules, 'package-lock.json']) {
    expect([path, await withOther(path, hidingHash)]).not.toEqual([path, own]);
  }
  expect(await withOther('pipeline/report/words/en.ts', hidingHash)).toBe(own);
}, 60_000);
