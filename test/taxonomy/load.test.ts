import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { InputError, type Problem } from '../../pipeline/errors.ts';
import { formatProblem } from '../../pipeline/messages.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { listTaxonomies, loadTaxonomy } from '../../pipeline/taxonomy/load.ts';

const { fx } = nodeEffects();
const folder = fileURLToPath(new URL('fixtures', import.meta.url));

async function problemsOf(file: string): Promise<readonly Problem[]> {
  try {
    await loadTaxonomy(file, folder, fx);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

test('a sound file is read with labels in all languages, terms and examples', async () => {
  const taxonomy = await loadTaxonomy('sound.yaml', folder, fx);
  expect(taxonomy.id).toBe('mine');
  expect(taxonomy.labels).toEqual({
    'zh-Hans': '我的问题体系',
    'zh-Hant': '我的问题体系',
    en: '我的问题体系',
  });
  const [funding, staff] = taxonomy.problems;
  expect(funding?.labels).toEqual({ 'zh-Hans': '经费', 'zh-Hant': '經費', en: 'Funding' });
  expect(funding?.terms).toEqual(['经费不足', '没|缺 + 经费']);
  expect(funding?.includes.map((one) => one.en)).toEqual(['补助太少']);
  expect(funding?.subproblems.map((one) => one.id)).toEqual(['无预算']);
  expect(staff?.definition.en).toBe('');
  expect(taxonomy.examples).toEqual([
    { text: '缺钱', codes: ['P1'] },
    { text: '没人,也没钱', codes: ['P1', 'P2'] },
    { text: '挺好', codes: ['NONE'] },
  ]);
  expect(taxonomy.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('examples may stand in the file itself, and then no terms are needed', async () => {
  const taxonomy = await loadTaxonomy('examples-inline.yaml', folder, fx);
  expect(taxonomy.examples).toEqual([
    { text: '缺钱', codes: ['P1'] },
    { text: '办公楼太远', codes: ['OTHER'] },
  ]);
});

test.each([
  ['duplicate-id.yaml', [['taxonomy-id-twice', 5, 'problems[2].id']]],
  ['missing-labels.yaml', [['taxonomy-key-missing', 4, 'problems[1]']]],
  [
    'term-of-two-codes.yaml',
    [
      ['taxonomy-term-twice', 12, 'problems[2].terms[1]'],
      ['taxonomy-term-twice', 13, 'problems[2].terms[2]'],
    ],
  ],
  [
    'blank-in-id.yaml',
    [
      ['taxonomy-id-form', 4, 'problems[1].id'],
      ['taxonomy-id-form', 5, 'problems[2].id'],
    ],
  ],
  [
    'empty-term.yaml',
    [
      ['taxonomy-term-form', 6, 'problems[1].terms[1]'],
      ['taxonomy-type', 6, 'problems[1].terms[2]'],
      ['taxonomy-term-form', 6, 'problems[1].terms[3]'],
      ['taxonomy-term-form', 6, 'problems[1].terms[4]'],
    ],
  ],
  ['unknown-key.yaml', [['taxonomy-key-unknown', 4, 'problems[1].term']]],
  ['example-of-unknown-code.yaml', [['taxonomy-example-code', 6, 'examples[1].codes']]],
  ['not-a-map.yaml', [['taxonomy-type', 1, undefined]]],
  ['no-terms-no-examples.yaml', [['taxonomy-empty', undefined, undefined]]],
  ['examples-outside.yaml', [['taxonomy-path-outside', 5, 'examples']]],
  ['examples-missing.yaml', [['file-missing', 5, 'examples']]],
  ['alias.yaml', [['taxonomy-type', 4, 'problems[1].labels']]],
  [
    'several-defects.yaml',
    [
      ['taxonomy-key-unknown', 3, 'note'],
      ['taxonomy-type', 5, 'problems[1].terms[2]'],
      ['taxonomy-key-missing', 6, 'problems[2]'],
      ['taxonomy-id-twice', 6, 'problems[2].id'],
    ],
  ],
])('%s is refused with line and key', async (file, expected) => {
  const problems = await problemsOf(file);
  expect(problems.map(({ message, line, key }) => [message, line, key])).toEqual(expected);
  for (const one of problems) expect(one.file).toBe(file);
});

test('a file that is no YAML is refused once, with its line', async () => {
  const problems = await problemsOf('broken-yaml.yaml');
  expect(problems).toEqual([
    {
      message: 'yaml-open',
      file: 'broken-yaml.yaml',
      line: 2,
      values: { text: 'labels: "x', mark: '"' },
    },
  ]);
});

test('examples with unknown codes or no text name the row of the examples file', async () => {
  const problems = await problemsOf('examples-of-unknown-code.yaml');
  expect(problems.map(({ message, file, row }) => [message, file, row])).toEqual([
    ['taxonomy-example-code', 'unknown-code.csv', 4],
    ['taxonomy-example-form', 'unknown-code.csv', 5],
  ]);
});

test('an unknown key is answered with the nearest valid one', async () => {
  const [problem] = await problemsOf('unknown-key.yaml');
  expect(formatProblem(problem!, 'en')).toContain('terms?');
});

test('an unknown id names the built-in ones, and the nearest', async () => {
  const [problem] = await problemsOf('organs');
  const text = formatProblem(problem!, 'en');
  expect(text).toContain('organ, grassroots');
  expect(text).toContain('→ organ?');
});

test.each(listTaxonomies())('the built-in taxonomy %s is sound', async (id) => {
  expect(await problemsOf(id)).toEqual([]);
});
