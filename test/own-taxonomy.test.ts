/** A taxonomy of the user's own: terms only, examples only, both; Chinese and English. */
import { expect, test } from '@jest/globals';
import { canvass, folderWith } from './support/cli.ts';

const TERMS = `id: shop
labels: Shop
problems:
  - { id: S1, labels: Prices, terms: [too expensive, price + high] }
  - id: S2
    labels: Waiting
    terms: [waiting time]
    subproblems: [{ id: S2.1, labels: Queue, terms: [long queue, queue + slow] }]
`;
const EXAMPLES = `id: canteen
labels: 食堂
problems:
  - { id: C1, labels: 价格 }
  - { id: C2, labels: 排队 }
examples:
  - { text: 饭菜太贵了, codes: C1 }
  - { text: 一份炒饭要二十块, codes: C1 }
  - { text: 比外面贵一倍, codes: [C1] }
  - { text: 排队要半小时, codes: C2 }
  - { text: 队伍排到门外, codes: C2 }
  - { text: 等太久, codes: C2 }
  - { text: 贵，还要排队, codes: C1;C2 }
  - { text: 挺好吃的, codes: NONE }
  - { text: 灯光太暗, codes: OTHER }
`;
const BOTH = `id: office
labels: Office
problems:
  - { id: O1, labels: Noise, terms: [noisy, too loud] }
  - { id: O2, labels: Heat, terms: [too hot] }
examples:
  - { text: The air conditioning broke down again, codes: O2 }
  - { text: No air conditioning in summer, codes: O2 }
  - { text: People shout on the phone all day, codes: O1 }
  - { text: Colleagues shouting in the corridor, codes: O1 }
  - { text: Nothing to complain about, codes: NONE }
  - { text: The lift is slow, codes: OTHER }
`;

function codesOf(taxonomy: string, answers: readonly string[]): readonly string[] {
  const lines = answers.map((text) => JSON.stringify({ text })).join('\n');
  const folder = folderWith({ 'own.yaml': taxonomy, 'a.ndjson': `${lines}\n` });
  const args = ['code', 'a.ndjson', '--column', 'text', '--taxonomy', 'own.yaml'];
  const { status, stdout, stderr } = canvass(args, folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const { status: kind, codes } = JSON.parse(line) as { status: string; codes: string[] };
      return codes.length > 0 ? codes.join(';') : kind;
    });
}

test('English terms match whole words by their stems', () => {
  const coded = codesOf(TERMS, [
    'Too expensive!',
    'PRICES in the new canteen are much too HIGH',
    'all these QUEUES are slow',
    'waiting times',
    'highway prices', // high is no part of highway
    'Nothing to say so far, thanks.',
    "I don't know",
    'the floor is wet',
  ]);
  expect(coded).toEqual(['S1', 'S1', 'S2.1', 'S2', 'uncoded', 'no-problem', 'empty', 'uncoded']);
});

test('examples alone teach a taxonomy in Chinese, in both scripts', () => {
  const coded = codesOf(EXAMPLES, ['米饭也太贵', '排隊太久', '又贵又要排队', '挺好吃的', '']);
  expect(coded).toEqual(['C1', 'C2', 'C1;C2', 'no-problem', 'empty']);
});

test('terms and examples work together', () => {
  const coded = codesOf(BOTH, [
    'so noisy in here',
    'people always shout in here',
    'the air conditioning does not work',
    'too hot and too loud',
    'the stairs are steep',
  ]);
  expect(coded).toEqual(['O1', 'O1', 'O2', 'O1;O2', 'uncoded']);
});

test('explain tells score and cut-off of a code that examples taught', () => {
  const folder = folderWith({ 'own.yaml': EXAMPLES });
  const { stdout } = canvass(
    ['explain', '米饭太贵', '--taxonomy', 'own.yaml', '--lang', 'en'],
    folder,
  );
  expect(stdout).toMatch(/C1 {2}价格 {2}confidence 0\.\d\d {2}score \d\.\d\d, cut-off -0\.20/);
  expect(stdout).toContain('evidence "米饭太贵", characters 1–4');
});

test('code gives the same bytes for any number of threads', () => {
  const words = ['太贵', '排队', '等太久', '挺好吃的', '灯光太暗', '没有'];
  const rows = Array.from(
    { length: 9000 },
    (_, i) => `${i},${words[i % 6]}${words[Math.floor(i / 6) % 6]}${i % 11}`,
  );
  const folder = folderWith({ 'own.yaml': EXAMPLES, 'a.csv': `id,text\n${rows.join('\n')}\n` });
  const run = (jobs: string) => {
    const args = ['code', 'a.csv', '--column', 'text', '--taxonomy', 'own.yaml', '--jobs', jobs];
    return canvass(args, folder).stdout;
  };
  const one = run('1');
  expect(one.split('\r\n')).toHaveLength(9002);
  expect(run('2')).toBe(one);
  expect(run('5')).toBe(one);
});
