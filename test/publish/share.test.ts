/** The copy to send: what was published, nothing else, and never in place of what is not ours. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Effects } from '../../pipeline/effects.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { noting, openShare, type PublishedFiles } from '../../pipeline/publish/share.ts';
import { openStage } from '../../pipeline/publish/stage.ts';
import { type ZipEntry, zipEntries } from '../../pipeline/publish/zip-file.ts';
import { filesIn } from '../support/cli.ts';

const { fx } = nodeEffects();
const MANIFEST = '{"program":{"name":"canvass"}}';
const folder = () => mkdtempSync(join(tmpdir(), 'share-'));

/** An output folder with what was noted while it was written. */
async function publish(home: string, text = '一二三'): Promise<PublishedFiles> {
  const { stage, published } = noting(await openStage(join(home, 'output'), [], fx));
  await stage.write('private/codes/r1.csv', 'words of one person');
  await stage.write('report.html', text);
  const table = await stage.create('tables/problems.csv');
  await table.write('a,b\n');
  await table.write('1,2\n');
  await table.close();
  await stage.write('manifest.json', MANIFEST);
  stage.publish();
  return published();
}

async function share(home: string, name: string, files: PublishedFiles, effects: Effects = fx) {
  const opened = await openShare(join(home, name), join(home, 'output'), [], effects);
  try {
    await opened.copy(join(home, 'output'), files);
  } catch (error) {
    opened.discard();
    throw error;
  }
}

/** The files of an output folder that everybody may read. */
const open = (home: string) =>
  new Map([...filesIn(join(home, 'output'))].filter(([name]) => !name.startsWith('private')));

/** The files of a zip file, in its order. */
const unzipped = (path: string) =>
  new Map(
    Object.entries(unzipSync(readFileSync(path))).map(([name, content]) => [
      name,
      Buffer.from(content).toString('latin1'),
    ]),
  );

test('the folder holds every published file byte for byte, and no private/', async () => {
  const home = folder();
  await share(home, 'copy', await publish(home));
  expect(filesIn(join(home, 'copy'))).toEqual(open(home));
  expect([...open(home).keys()]).toEqual(['manifest.json', 'report.html', 'tables/problems.csv']);
  expect(readdirSync(home).sort()).toEqual(['copy', 'output']);
});

test('a later copy replaces an earlier one whole', async () => {
  const home = folder();
  for (const name of ['copy', 'copy.zip']) await share(home, name, await publish(home, 'old'));
  writeFileSync(join(home, 'copy', 'results.json'), '');
  const files = await publish(home, 'new');
  for (const name of ['copy', 'copy.zip']) await share(home, name, files);
  expect(filesIn(join(home, 'copy'))).toEqual(open(home));
  expect(unzipped(join(home, 'copy.zip'))).toEqual(open(home));
  expect(readdirSync(home).sort()).toEqual(['copy', 'copy.zip', 'output']);
});

test('what came into the output folder since is not copied', async () => {
  const home = folder();
  const files = await publish(home);
  const before = open(home);
  writeFileSync(join(home, 'output', '~$problems.xlsx'), 'of Excel');
  await share(home, 'copy', files);
  await share(home, 'copy.zip', files);
  expect(filesIn(join(home, 'copy'))).toEqual(before);
  expect(unzipped(join(home, 'copy.zip'))).toEqual(before);
});

test.each(['copy', 'copy.zip'])(
  'a file changed since it was audited is not sent: %s stays as it was',
  async (name) => {
    const home = folder();
    await share(home, name, await publish(home, 'old'));
    const old = readCopy(join(home, name));
    const files = await publish(home, 'new');
    writeFileSync(join(home, 'output', 'tables', 'problems.csv'), 'a,b\n1,3\n');
    const refused = { problems: [{ message: 'share-changed' }] };
    await expect(share(home, name, files)).rejects.toMatchObject(refused);
    expect(readCopy(join(home, name))).toEqual(old);
    expect(readdirSync(home).sort()).toEqual([name, 'output']);
  },
);

test.each(['copy', 'copy.zip'])(
  'where the disk is full, %s stays as it was, and it is said that the results are written',
  async (name) => {
    const home = folder();
    await share(home, name, await publish(home, 'old'));
    const old = readCopy(join(home, name));
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
    const effects: Effects = {
      ...fx,
      create: async (path) => {
        const file = await fx.create(path);
        return { ...file, write: () => file.close().then(() => Promise.reject(full)) };
      },
    };
    const files = await publish(home, 'new');
    const refused = {
      problems: [{ message: 'share-failed', values: { detail: 'no space left' } }],
    };
    await expect(share(home, name, files, effects)).rejects.toMatchObject(refused);
    expect(readCopy(join(home, name))).toEqual(old);
    expect(readdirSync(home).sort()).toEqual([name, 'output']);
  },
);

const readCopy = (path: string) => (path.endsWith('.zip') ? unzipped(path) : filesIn(path));

const packed = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

test.each<{ what: string; name: string; make?: (home: string) => void; message: string }>([
  {
    what: 'a folder with other things',
    name: 'thesis',
    make: (home) => {
      mkdirSync(join(home, 'thesis'));
      writeFileSync(join(home, 'thesis', 'thesis.doc'), '');
    },
    message: 'output-not-ours',
  },
  {
    what: 'a file',
    name: 'file',
    make: (home) => writeFileSync(join(home, 'file'), ''),
    message: 'output-is-file',
  },
  {
    what: 'the output folder of another survey, which would lose its private/',
    name: 'other',
    make: (home) => {
      mkdirSync(join(home, 'other', 'private'), { recursive: true });
      writeFileSync(join(home, 'other', 'manifest.json'), MANIFEST);
    },
    message: 'share-holds-private',
  },
  {
    what: 'a copy with a file of its owner in it',
    name: 'copy',
    make: (home) => {
      mkdirSync(join(home, 'copy'));
      writeFileSync(join(home, 'copy', 'manifest.json'), MANIFEST);
      writeFileSync(join(home, 'copy', 'cover.docx'), 'mine');
    },
    message: 'output-holds-own',
  },
  {
    what: 'a zip file of a copy with a file of its owner in it',
    name: 'copy.zip',
    make: (home) => {
      const files = { 'manifest.json': MANIFEST, 'cover.docx': 'mine' };
      writeFileSync(join(home, 'copy.zip'), packed(files));
    },
    message: 'share-zip-not-ours',
  },
  {
    what: 'a zip file of other things',
    name: 'photos.ZIP',
    make: (home) => writeFileSync(join(home, 'photos.ZIP'), packed({ 'manifest.json': '{}' })),
    message: 'share-zip-not-ours',
  },
  {
    what: 'an output folder packed by hand',
    name: 'all.zip',
    make: (home) => {
      const files = { 'manifest.json': MANIFEST, 'private/flags.csv': 'x' };
      writeFileSync(join(home, 'all.zip'), packed(files));
    },
    message: 'share-holds-private',
  },
  {
    what: 'a file that is called .zip and is none',
    name: 'note.zip',
    make: (home) => writeFileSync(join(home, 'note.zip'), 'a note'),
    message: 'share-zip-not-ours',
  },
  {
    what: 'a folder that is called .zip',
    name: 'old.zip',
    make: (home) => mkdirSync(join(home, 'old.zip')),
    message: 'share-zip-is-folder',
  },
  { what: 'the output folder', name: 'output', message: 'share-not-apart' },
  { what: 'a folder within it', name: 'output/copy', message: 'share-not-apart' },
  { what: 'a zip file within it', name: 'output/copy.zip', message: 'share-not-apart' },
  { what: 'the folder around it', name: '.', message: 'share-not-apart' },
  {
    what: 'the output folder by another name',
    name: 'link',
    make: (home) => symlinkSync(join(home, 'output'), join(home, 'link')),
    message: 'share-not-apart',
  },
])('never goes in place of $what', async ({ name, make, message }) => {
  const home = folder();
  await publish(home);
  make?.(home);
  const before = filesIn(home);
  const opening = openShare(join(home, name), join(home, 'output'), [], fx);
  await expect(opening).rejects.toMatchObject({ problems: [{ message }] });
  expect(filesIn(home)).toEqual(before);
});

test('never goes in place of a copy in which the survey has been put', async () => {
  const home = folder();
  await share(home, 'copy', await publish(home));
  const survey = join(home, 'copy', 'survey.yaml');
  writeFileSync(survey, '');
  const opening = openShare(join(home, 'copy'), join(home, 'output'), [survey], fx);
  const refused = { problems: [{ message: 'output-holds-input', values: { flag: '--share' } }] };
  await expect(opening).rejects.toMatchObject(refused);
  expect(existsSync(survey)).toBe(true);
});

async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await zipEntries(entries, async (bytes) => {
    chunks.push(bytes);
  });
  return Buffer.concat(chunks);
}

test('Chinese names are flagged as UTF-8, and no time is told', async () => {
  const bytes = await zipOf([
    { name: '图表/各单位.json', content: strToU8('{}') },
    { name: 'a.csv', content: strToU8('1,2') },
  ]);
  // APPNOTE.TXT 4.3.12: flags, method, time and date lie 8, 10, 12 and 14 bytes into an entry.
  const first = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  expect(bytes.readUInt16LE(first + 8) & 0x800).toBe(0x800);
  expect(bytes.readUInt16LE(first + 10)).toBe(8);
  expect(bytes.readUInt16LE(first + 12)).toBe(0);
  // Year 0 (1980), month 1, day 1.
  expect(bytes.readUInt16LE(first + 14)).toBe((1 << 5) | 1);
});

test('unzip finds the files whole, names and all', async () => {
  const path = join(folder(), 'copy.zip');
  const content = Buffer.alloc(300_000, '一二三四五');
  writeFileSync(path, await zipOf([{ name: '表/各单位.csv', content }]));
  const unzip = (...args: string[]) => spawnSync('unzip', args, { maxBuffer: 1 << 24 });
  if (unzip('-v').error !== undefined) {
    console.warn('skipped: unzip is absent');
    return;
  }
  expect(unzip('-tq', path).status).toBe(0);
  expect(unzip('-Z1', path).stdout.toString()).toBe('表/各单位.csv\n');
  expect(unzip('-p', path).stdout.equals(content)).toBe(true);
});
