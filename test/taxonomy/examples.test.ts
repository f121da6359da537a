/** What the built-in examples hold, and what must never be among them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { normalise, textOf } from '../../pipeline/code/normalise.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { listTaxonomies, loadTaxonomy } from '../../pipeline/taxonomy/load.ts';

const { fx } = nodeEffects();
const taxonomies = await Promise.all(listTaxonomies().map((id) => loadTaxonomy(id, '.', fx)));
const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The folded words alone, as punctuation makes no other answer. */
function bare(text: string): string {
  return textOf(normalise(text)).replace(/[\p{P}\p{S}\s]/gu, '') || text.trim();
}

function hashOf(text: string): string {
  return createHash('sha256').update(bare(text)).digest('hex').slice(0, 16);
}

const shared = process.env.CANVASS_SHARED ?? '../shared';
const goldHashes = new Set<string>(JSON.parse(file('gold-hashes.json')));

test.each(taxonomies.map((one) => [one.id, one] as const))(
  'no example of %s is one of the hand-coded answers kept for checking',
  (_, taxonomy) => {
    const found = taxonomy.examples.filter(({ text }) => goldHashes.has(hashOf(text)));
    expect(found.length).toBe(0);
  },
);

const golds = listTaxonomies().map((id) => join(shared, 'gold', `${id}.jsonl`));
if (golds.every((path) => existsSync(path))) {
  test('the stored hashes are those of all answers kept for checking', () => {
    const texts = golds.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (JSON.parse(line) as { text: string }).text),
    );
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => !goldHashes.has(hashOf(text)))).toEqual([]);
  });
} else {
  console.log(`no hand-coded answers in ${shared}/gold: their stored hashes are not compared`);
}

test.each(listTaxonomies())('no example of %s is one of the held-out answers', (id) => {
  const text = file(`../code/held-out/${id}.csv`);
  const rows = Papa.parse<{ text: string }>(text, { header: true, skipEmptyLines: true }).data;
  const heldOut = new Set(rows.map((row) => bare(row.text)));
  expect(heldOut.size).toBeGreaterThan(400);
  const taxonomy = taxonomies.find((one) => one.id === id)!;
  expect(taxonomy.examples.filter(({ text: one }) => heldOut.has(bare(one)))).toEqual([]);
});

test.each(taxonomies.map((one) => [one.id, one] as const))(
  '%s has 100 examples a problem, 25 a sub-problem, 300 without a problem, 200 that fit no code',
  (_, { problems, examples }) => {
    const count = (has: (code: string) => boolean) =>
      examples.filter(({ codes }) => codes.some(has)).length;
    for (const problem of problems) {
      const own = [problem.id, ...problem.subproblems.map((leaf) => leaf.id)];
      expect(count((code) => own.includes(code))).toBeGreaterThanOrEqual(100);
      for (const leaf of problem.subproblems) {
        expect(count((code) => code === leaf.id)).toBeGreaterThanOrEqual(25);
      }
    }
    expect(count((code) => code === 'NONE' || code === 'EMPTY')).toBeGreaterThanOrEqual(300);
    expect(count((code) => code === 'OTHER')).toBeGreaterThanOrEqual(200);
  },
);

test.each(taxonomies.map((one) => [one.id, one] as const))(
  'no two examples of %s are the same words with different codes',
  (_, { examples }) => {
    const codesOf = new Map<string, string>();
    const differing = examples.filter(({ text, codes }) => {
      const key = bare(text);
      const joined = [...codes].sort().join(';');
      const other = codesOf.get(key);
      codesOf.set(key, joined);
      return other !== undefined && other !== joined;
    });
    expect(differing).toEqual([]);
  },
);
