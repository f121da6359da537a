/** Results that were given away before, as they are read again. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { InputError } from '../../../pipeline/errors.ts';
import { rowCells } from '../../../pipeline/protect/counts/counts.ts';
import { readRelease } from '../../../pipeline/protect/earlier/release.ts';
import { resultsJson } from '../../../pipeline/publish/files.ts';
import { realFiles } from '../../read/effects.ts';
import { MANIFEST, MODEL } from '../../report/model.ts';
import { folderWith } from '../../support/cli.ts';

const { tables } = MODEL;
const RESULTS = [...resultsJson(tables)].join('');
/** After a line in the midst. */
const CUT = RESULTS.lastIndexOf('\n', RESULTS.length / 2) + 1;
const ABOUT = JSON.stringify(MANIFEST);

test('every count is known as it was published, wherever the chunks of the file end', async () => {
  const folder = folderWith({ 'manifest.json': ABOUT, 'results.json': RESULTS });
  const release = await readRelease(folder, realFiles);
  expect(release?.tables.problems).toHaveLength(tables.problems.length);
  for (const row of tables.problems) {
    expect(release?.known.get(rowCells.problem(row).n)).toBe(row.n);
  }
});

test.each([
  ['cut off within a line', RESULTS.slice(0, RESULTS.length / 2)],
  ['cut off after a line', RESULTS.slice(0, CUT)],
  ['with a figure that is a word', RESULTS.replace(/"n":\d+/, '"n":"many"')],
  ['cut off and mended by hand', `${RESULTS.slice(0, CUT)}}\n`],
  ['twice over', RESULTS + RESULTS],
  ['without tables', '{\n  "schema": 1,\n}\n'],
  ['of another form', '{"schema":1}'],
  ['of a line without end', `{\n${'x'.repeat(2 ** 21)}`],
  ['empty', ''],
])(
  'results %s are refused and not passed over, since nothing could be held against them',
  async (_, content) => {
    const folder = folderWith({ 'manifest.json': ABOUT, 'results.json': content });
    const refusal = await readRelease(folder, realFiles).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).problems).toEqual([
      expect.objectContaining({
        message: 'release-unreadable',
        file: join(folder, 'results.json'),
      }),
    ]);
  },
);

test('what it left out is known as those before it told it, and its own counts as it tells them', async () => {
  const [row] = tables.problems;
  const own = rowCells.problem(row!).n;
  const left = {
    inputs: [['r0', ' abc']],
    known: [
      ['gone', null, 1],
      ['other', 7, 2],
      [own, -1, 1],
    ],
  };
  const folder = folderWith({ 'manifest.json': ABOUT, 'results.json': RESULTS });
  mkdirSync(join(folder, 'private'));
  writeFileSync(join(folder, 'private/earlier.json'), JSON.stringify(left));
  const { known, left: since, inputs } = (await readRelease(folder, realFiles))!;
  expect([known.get('gone'), known.get('other'), known.get(own)]).toEqual([null, 7, row!.n]);
  expect(inputs.get('r0')).toBe(' abc');
  expect(since).toEqual(
    new Map([
      ['gone', 1],
      ['other', 2],
    ]),
  );
  for (const broken of ['{', '{}', '{"inputs":[],"known":[["x","many"]]}']) {
    writeFileSync(join(folder, 'private/earlier.json'), broken);
    await expect(readRelease(folder, realFiles)).rejects.toThrow(InputError);
  }
});

test('ends of lines that another program changed are no matter', async () => {
  const results = RESULTS.replaceAll('\n', '\r\n');
  const folder = folderWith({ 'manifest.json': ABOUT, 'results.json': results });
  const release = await readRelease(folder, realFiles);
  expect(release?.tables.problems).toHaveLength(tables.problems.length);
});

test.each([
  ['those it names', { ...MANIFEST, revised: ['r1'] }, ['r1']],
  ['none where it names none, as older ones do not', { ...MANIFEST, revised: undefined }, []],
])('rounds that were revised are %s', async (_, about, revised) => {
  const folder = folderWith({ 'manifest.json': JSON.stringify(about), 'results.json': RESULTS });
  expect([...(await readRelease(folder, realFiles))!.revised]).toEqual(revised);
});

test.each([
  ['as it names them', [{ round: 'r1', respondents: 'both' }], [['r1', 'both']]],
  [
    'and of groups that have changed otherwise',
    [
      { round: 'r1', respondents: 'more' },
      { round: 'r1', group: 'unit', respondents: 'both' },
    ],
    [
      ['r1', 'more'],
      ['r1\u0001unit', 'both'],
    ],
  ],
  ['none where it names none, as older ones do not', undefined, []],
])('changes of rounds are read, %s', async (_, changes, known) => {
  const about = JSON.stringify({ ...MANIFEST, changes });
  const folder = folderWith({ 'manifest.json': about, 'results.json': RESULTS });
  expect([...(await readRelease(folder, realFiles))!.changes]).toEqual(known);
});

test('a folder of ours without its results, or without what they were made of, is refused', async () => {
  const gone = folderWith({ 'manifest.json': ABOUT });
  await expect(readRelease(gone, realFiles)).rejects.toThrow(InputError);
  const program = '{"program":{"name":"canvass"}}';
  const bare = folderWith({ 'manifest.json': program, 'results.json': RESULTS });
  await expect(readRelease(bare, realFiles)).rejects.toThrow(InputError);
});

test('a folder that holds no results of ours holds no release', async () => {
  const folder = folderWith({ 'results.json': RESULTS });
  expect(await readRelease(folder, realFiles)).toBeNull();
  writeFileSync(join(folder, 'manifest.json'), '{"program":{"name":"another"}}');
  expect(await readRelease(folder, realFiles)).toBeNull();
});
