/** Parts of a round, counted apart and merged: the same counts, and nothing of single respondents. */
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import type { Counted } from '../../pipeline/tally/count-rounds.ts';
import { encode } from '../../pipeline/tally/saved/codec.ts';
import { inOrder } from '../../pipeline/tally/saved/in-order.ts';
import { emptyTally, STRIDE } from '../../pipeline/tally/tally.ts';
import {
  codebook,
  counted,
  exportOf,
  HEAD,
  problemsOf,
  SURVEY,
  sealed,
  tallyOf,
  tampered,
} from '../support/parts.ts';
import { policy, tiny } from '../support/survey.ts';

const PARTS = [0, 1, 2, 3, 4];
const exports = Object.fromEntries(PARTS.map((part) => [`p${part}.csv`, exportOf(part)]));
const tallies = Object.fromEntries(
  await Promise.all(
    PARTS.map(async (part) => {
      const name = `p${part}.csv`;
      return [`p${part}.tally`, await tallyOf({ [name]: exports[name]! })] as const;
    }),
  ),
);
const one = tallies['p0.tally']!;

/** All that a report can be made of, in whatever order it was counted. */
function sums({ tallies: all, files, hygiene }: Counted): string {
  const rounds = [...all].map(([round, { questions, answers }]) => {
    const bare = [...questions].map(
      ([id, question]) => [id, { ...question, samples: new Map() }] as const,
    );
    return [round, inOrder({ ...emptyTally(), questions: new Map(bare), answers })];
  });
  // A hash, as nobody wants to read the difference of such texts.
  const text = encode([rounds, files.map(told).sort(), hygiene]);
  return createHash('sha256').update(text).digest('hex');
}

function told({ round, file, account, balance }: Counted['files'][number]): string {
  const { name, sha256, encoding, encodingReason, runnerUp, format } = file;
  const { firstAside: _, examples: __, ...counts } = account;
  return encode([
    { round, name, sha256, encoding, encodingReason, runnerUp, format },
    counts,
    balance,
  ]);
}

test('any mixture of files and tallies, in any order, comes to the counts of all files together', async () => {
  const whole = sums(await counted({ r1: exports }));
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(PARTS, { minLength: PARTS.length }),
      fc.array(fc.boolean(), { minLength: PARTS.length, maxLength: PARTS.length }),
      async (order, apart) => {
        const files = order.map((part): [string, string] => {
          const [raw, tally] = [`p${part}.csv`, `p${part}.tally`];
          return apart[part] === true ? [tally, tallies[tally]!] : [raw, exports[raw]!];
        });
        expect(sums(await counted({ r1: Object.fromEntries(files) }))).toBe(whole);
      },
    ),
    { numRuns: 12 },
  );
});

const drawn = { stratum: ['type'], cluster: ['unit'], fpc: ['years'] };
test.each<[string, Partial<Survey>]>([
  ['no weights', { columns: { ...SURVEY.columns, weight: null } }],
  ['a design', { columns: { ...SURVEY.columns, ...drawn } }],
  ['weights by groups', { weighting: { method: 'rake', by: ['type', 'unit'], trim: null } }],
  [
    'both',
    {
      columns: { ...SURVEY.columns, ...drawn },
      weighting: { method: 'poststratify', by: ['unit'], trim: 3 },
    },
  ],
  ['rows left out', { exclude: [{ column: 'single', values: ['x', 'never'] }] }],
  ['rows dropped', { hygiene: policy('drop') }],
  ['a panel with quotes', { panel: true, privacy: { ...SURVEY.privacy, quotes: 'redacted' } }],
  ['no groups', { groups: [] }],
  [
    'a question that was not asked',
    {
      questions: SURVEY.questions.map((one) => ({
        ...one,
        asked: one.id === 'scale' ? ['r2'] : ['r1', 'r2'],
      })),
    },
  ],
  [
    'a taxonomy for some',
    {
      questions: SURVEY.questions.map((one) =>
        one.type === 'open'
          ? { ...one, taxonomy: { by: 'type', taxonomies: new Map([['T1', 'tiny']]) } }
          : one,
      ),
    },
  ],
])('the same with %s', async (_, more) => {
  const ways = { survey: { ...SURVEY, ...more } };
  const two = { 'p1.csv': exportOf(1, 60), 'p2.csv': exportOf(2, 60) };
  const tally = await tallyOf({ 'p2.csv': two['p2.csv'] }, 'r1', ways);
  const merged = await counted({ r1: { 'p1.csv': two['p1.csv'], 'p2.tally': tally } }, ways);
  expect(sums(merged)).toBe(sums(await counted({ r1: two }, ways)));
  expect(tally).not.toContain('exclude-unmatched');
});

test('files stand in the order in which they and the tallies that tell of them are named', async () => {
  const two = await tallyOf({ 'z.csv': exportOf(7), 'a.csv': exportOf(8) });
  const { files } = await counted({
    r1: { 'p1.csv': exports['p1.csv']!, 'two.tally': two, 'p0.csv': exports['p0.csv']! },
  });
  expect(files.map(({ file }) => file.name)).toEqual(['p1.csv', 'z.csv', 'a.csv', 'p0.csv']);
});

test('a tally of tallies is the tally of their files', async () => {
  const [first, second] = ['p1.csv', 'p2.csv'].map((name) => exports[name]!);
  const both = { 'p1.csv': first!, 'p2.csv': second! };
  const parts = { 'p1.tally': tallies['p1.tally']!, 'p2.tally': tallies['p2.tally']! };
  expect((await tallyOf(parts)).split('\n')[1]).toBe((await tallyOf(both)).split('\n')[1]);
});

test('files of one name are told apart by the tally that tells of them', async () => {
  const ownNames = ['export.csv', 'export.csv', 'export.csv [b.tally]'];
  const parts = ownNames.map(async (name, part) => tallyOf({ [name]: exportOf(part) }));
  const [first, second, third] = await Promise.all(parts);
  const { files, tallies: sum } = await counted({
    r1: { 'a.tally': first!, 'b.tally': second!, 'c.tally': third! },
  });
  const names = ['export.csv', 'export.csv [b.tally]', 'export.csv [b.tally] [c.tally]'];
  expect(files.map(({ file }) => file.name)).toEqual(names);
  expect([...sum.get('r1')!.answers.keys()].sort()).toEqual(names);
});

test('a tally says that it is confidential, and holds no word, id or row of a respondent', () => {
  for (const content of Object.values(tallies)) {
    expect(content.split('\n')[0]).toMatch(/^机密.*confidential/);
    const text = JSON.stringify(
      content
        .split('\n')
        .slice(2)
        .map((line) => JSON.parse(line)),
    );
    for (const words of ['经费不足', '开会太多', '没有人手', '食堂的菜太咸']) {
      expect(text).not.toContain(words);
    }
    expect(text).not.toMatch(/p\d-\d/);
    expect(text).toContain('"samples":{"$map":[]}');
  }
});

test('a part without a single respondent is a part all the same', async () => {
  const none = await tallyOf({ 'none.csv': `${HEAD}\n` });
  const { files } = await counted({ r1: { 'none.tally': none, 'p0.tally': one } });
  expect(files.map(({ account }) => account.used)).toEqual([0, 23]);
  expect(await problemsOf(counted({ r1: { 'none.tally': none } }).then(refuse))).toMatchObject([
    { message: 'no-respondents' },
  ]);
});

async function refuse({ refusals }: Counted): Promise<void> {
  if (refusals.length > 0) throw Object.assign(new Error('refused'), { problems: refusals });
}

test.each([
  ['settings', { survey: { ...SURVEY, exclude: [{ column: 'type', values: ['T0'] }] } }],
  ['program', { program: 'b'.repeat(64) }],
  [
    'taxonomies',
    { codebook: { ...codebook, taxonomies: new Map([['tiny', { ...tiny, sha256: '1' }]]) } },
  ],
  ['hand_codes', { codebook: { ...codebook, handCodes: { sha256: '1' } as never } }],
])('counted by other %s, which is said', async (part, ways) => {
  const other = await tallyOf({ 'p1.csv': exports['p1.csv']! }, 'r1', ways);
  const found = await problemsOf(counted({ r1: { 'p0.tally': one, 'p1.tally': other } }));
  expect(found).toMatchObject([{ file: 'p1.tally', message: 'tally-otherwise' }]);
  expect((found[0]!.values as { parts: string }).parts).toMatch(
    new RegExp(`^${part} \\w{8} \\w{8}$`),
  );
});

test('what is asked in other rounds, and how things are called, does not matter', async () => {
  const survey = { ...SURVEY, title: sameInAll('other') };
  expect(await problemsOf(counted({ r1: { 'p0.tally': one } }, { survey }))).toEqual([]);
});

test('every tally that cannot be used is told of at once, and files that come twice', async () => {
  const files = {
    'copy.tally': one,
    'cut.tally': one.slice(0, -1),
    'foreign.tally': 'id,answer\n1,x\n',
    'empty.tally': '',
    'round.tally': await tallyOf({ 'p9.csv': exportOf(9) }, 'r2'),
    'p0.tally': one,
    'p0.csv': exports['p0.csv']!,
  };
  const found = await problemsOf(counted({ r1: files }));
  expect(found.map(({ file, message }) => [file, message])).toEqual([
    ['cut.tally', 'tally-damaged'],
    ['foreign.tally', 'tally-foreign'],
    ['empty.tally', 'tally-foreign'],
    ['round.tally', 'tally-other-round'],
    ['p0.csv [p0.tally]', 'file-twice'],
    ['p0.csv', 'file-twice'],
  ]);
});

test('a tally that was cut or changed anywhere is damaged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(one.length - 2),
      fc.constantFrom('', '7', '\n'),
      async (at, instead) => {
        const changed = one.slice(0, at) + instead + one.slice(at + 1);
        fc.pre(changed !== one);
        for (const content of [changed, one.slice(0, at)]) {
          const [found] = await problemsOf(counted({ r1: { 'a.tally': content } }));
          expect(found?.message).toMatch(/^tally-(?:damaged|foreign)$/);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('names that are written otherwise than by counting are not misread', async () => {
  const [first, , head, counts] = one.split('\n');
  const raw = counts!.replaceAll('option\\tx', 'option\\t选');
  expect(raw).not.toBe(counts);
  const content = sealed(first!, `${head}\n${raw}`);
  const found = await problemsOf(counted({ r1: { 'a.tally': content } }));
  expect(found).toMatchObject([{ message: 'tally-unsound', values: { place: 'counts' } }]);
});

// biome-ignore lint/suspicious/noExplicitAny: whatever stands in a file
type Json = any;
const questionIn = (counts: Json, id: string) =>
  counts.questions.$map.find(([name]: [string]) => name === id)[1];
const firstRow = (counts: Json, id: string) =>
  questionIn(counts, id).groupings.$map[0][1].$map[0][1].$map[0][1].$row;

test.each<[string, (head: Json, counts: Json) => void]>([
  ['a share of a person', (_, counts) => (firstRow(counts, 'scale')[2] += 0.5)],
  ['a negative head-count', (_, counts) => (firstRow(counts, 'scale')[2] *= -1)],
  ['one person more', (_, counts) => (firstRow(counts, 'scale')[2] += 1)],
  ['a larger weight', (_, counts) => (firstRow(counts, 'scale')[4] += 4096)],
  ['a number beyond all', (_, counts) => (firstRow(counts, 'scale')[2] = 1e300)],
  ['no number', (_, counts) => (firstRow(counts, 'scale')[2] = null)],
  ['a longer row', (_, counts) => (firstRow(counts, 'scale')[0] *= 2)],
  [
    'weights of nobody',
    (_, counts) => {
      const { items, groupings } = questionIn(counts, 'open');
      // Pairs are counted among everybody alone.
      const [, pair] = items.$map.find(([name]: [string]) => name.startsWith('pair'));
      const [, values] = groupings.$map.find(([id]: [string]) => id === 'type');
      const row = values.$map[0][1].$map[0][1].$row;
      const after = row.findIndex((at: number, i: number) => i % 2 === 1 && at > pair * STRIDE);
      row.splice(after, 0, pair * STRIDE + 3, 1);
    },
  ],
  ['a place twice', (_, counts) => (firstRow(counts, 'scale')[3] = firstRow(counts, 'scale')[1])],
  [
    'an item of another question',
    (_, counts) => {
      questionIn(counts, 'scale').items.$map[0][0] = 'code\ttiny\tP1';
    },
  ],
  [
    'an option that is none',
    (_, counts) => {
      const { items } = questionIn(counts, 'single');
      items.$map.find(([name]: [string]) => name === 'option\tx')[0] = 'option\t<b>x</b>';
    },
  ],
  [
    'a point beyond the scale',
    (_, counts) => {
      const { items } = questionIn(counts, 'scale');
      items.$map.find(([name]: [string]) => name === 'option\t5')[0] = 'option\t9';
    },
  ],
  ['a question that is none', (_, counts) => (counts.questions.$map[1][0] = 'other')],
  ['__proto__ for a question', (_, counts) => (counts.questions.$map[1][0] = '__proto__')],
  [
    'a group that is none',
    (_, counts) => {
      questionIn(counts, 'scale').groupings.$map[1][0] = '__proto__';
    },
  ],
  [
    'a value of a group that steers a terminal',
    (_, counts) => {
      questionIn(counts, 'scale').groupings.$map.find(
        ([id]: [string]) => id === 'type',
      )[1].$map[0][0] = '\u001b[2J';
    },
  ],
  [
    'a unit of nowhere',
    (_, counts) => {
      questionIn(counts, 'scale').groupings.$map.find(
        ([id]: [string]) => id === 'unit',
      )[1].$map[0][0] = 'T9/U9';
    },
  ],
  [
    'a design cell',
    (_, counts) => {
      questionIn(counts, 'scale').groupings.$map[0][1].$map[0][1].$map[0][0] = '["s","c",""]';
    },
  ],
  ['a question without a group', (_, counts) => questionIn(counts, 'scale').groupings.$map.pop()],
  ['a question left out', (_, counts) => counts.questions.$map.pop()],
  [
    'samples of answers',
    (_, counts) => {
      questionIn(counts, 'open').samples.$map = [
        ['status\ttiny\tuncoded', { size: 1, entries: [] }],
      ];
    },
  ],
  ['people', (_, counts) => (counts.people.$map = [[1, 2]])],
  ['answers of a file that is none', (_, counts) => (counts.answers.$map[0][0] = 'x.csv')],
  ['another key', (_, counts) => (counts.more = 1)],
  ['a path of a machine', (head) => (head.files[0].name = '/home/u/x.csv')],
  ['a hash that is none', (head) => (head.files[0].sha256 = '<script>')],
  ['an encoding that is none', (head) => (head.files[0].encoding = '"><img src=x>')],
  ['a reason that is none', (head) => (head.files[0].account.setAside.$map = [['<b>', 0]])],
  ['more rows than there are', (head) => (head.files[0].account.rows += 1)],
  ['fewer used than were counted', (head) => (head.files[0].account.used -= 1)],
  ['a rule twice', (head) => (head.hygiene[1].rule = head.hygiene[0].rule)],
  ['more flagged than there are', (head) => (head.hygiene[0].n = 1e6)],
  ['no files', (head) => (head.files = [])],
  [
    'a note that is none',
    (head) => (head.files[0].notes = [{ kind: 'run', row: 1, column: '', count: 1 }]),
  ],
])('sealed anew, but refused: %s', async (_, change) => {
  const found = await problemsOf(counted({ r1: { 'a.tally': tampered(one, change) } }));
  expect(found).toMatchObject([{ file: 'a.tally', message: 'tally-unsound' }]);
});

test('sealed anew without a change it is taken', async () => {
  expect(await problemsOf(counted({ r1: { 'a.tally': tampered(one, () => {}) } }))).toEqual([]);
});

test('rounds without any file are told of', async () => {
  const found = await problemsOf(counted({ r1: {}, r2: { 'p0.csv': exports['p0.csv']! } }));
  expect(found).toMatchObject([{ message: 'round-without-files', key: 'rounds[1]' }]);
});
