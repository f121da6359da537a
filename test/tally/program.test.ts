/** What one program counted is taken by that program alone. */
import { expect, test } from '@jest/globals';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { programHash } from '../../pipeline/tally/saved/program.ts';

const { fx } = nodeEffects();

/** The hash of this program, had a file whose path ends so another byte. */
const withOther = (ending: string) =>
  programHash({
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
