import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Effects } from '../../pipeline/effects.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { openStage, writePieces } from '../../pipeline/publish/stage.ts';

const { fx, cleanUps } = nodeEffects();
const folder = () => mkdtempSync(join(tmpdir(), 'stage-'));
const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8');

async function publish(out: string, text: string, effects: Effects = fx): Promise<void> {
  const stage = await openStage(out, [], effects);
  await stage.write('report.html', text);
  await stage.write('private/codes/r1.csv', text);
  await stage.write('manifest.json', '{"program":{"name":"canvass"}}');
  stage.publish();
}

test('a new set replaces the old one whole, and nothing else is left', async () => {
  const home = folder();
  await publish(join(home, 'output'), 'old');
  writeFileSync(join(home, 'output', 'results.json'), 'of the old set');
  await publish(join(home, 'output'), 'new');
  expect(readdirSync(home)).toEqual(['output']);
  expect(readdirSync(join(home, 'output')).sort()).toEqual([
    'manifest.json',
    'private',
    'report.html',
  ]);
  expect(read(home, 'output', 'report.html')).toBe('new');
});

describe('files in the folder that no set has are kept from being deleted', () => {
  const withFiles = async (...names: readonly string[]) => {
    const out = join(folder(), 'output');
    await publish(out, 'old');
    for (const name of names) {
      mkdirSync(join(out, name, '..'), { recursive: true });
      writeFileSync(join(out, name), 'mine');
    }
    return out;
  };

  test.each([
    { name: '说明.docx', told: '说明.docx' },
    { name: 'tables/mine.csv', told: 'tables/mine.csv' },
    { name: 'charts/mine.png', told: 'charts/mine.png' },
    { name: 'private/notes.txt', told: 'private/notes.txt' },
    { name: 'mine/deep/a.txt', told: 'mine/' },
  ])('$name: refused, named, and nothing changed', async ({ name, told }) => {
    const out = await withFiles(name);
    await expect(openStage(out, [], fx)).rejects.toMatchObject({
      problems: [{ message: 'output-holds-own', file: out, values: { names: told, count: 1 } }],
    });
    expect(read(out, name)).toBe('mine');
    expect(read(out, 'report.html')).toBe('old');
    expect(readdirSync(join(out, '..'))).toEqual(['output']);
  });

  test('of many the first five are named', async () => {
    const out = await withFiles(...Array.from('gfedcba', (letter) => `${letter}.txt`));
    await expect(openStage(out, [], fx)).rejects.toMatchObject({
      problems: [{ values: { names: 'a.txt, b.txt, c.txt, d.txt, e.txt, …', count: 7 } }],
    });
  });

  test('codes of a round that the set does not have are not its own', async () => {
    const out = await withFiles('private/codes/r1.csv', 'private/codes/mine.csv');
    writeFileSync(
      join(out, 'manifest.json'),
      '{"program":{"name":"canvass"},"inputs":[{"round":"r1"}]}',
    );
    await expect(openStage(out, [], fx)).rejects.toMatchObject({
      problems: [{ values: { names: 'private/codes/mine.csv' } }],
    });
  });

  test('what systems and office programs leave, and empty folders, stop nobody', async () => {
    const out = await withFiles(
      ...['.DS_Store', 'tables/Thumbs.db', 'desktop.ini', '._report.html'],
      ...['~$report.xlsx', '.~lock.report.xlsx#', 'mine/.DS_Store'],
    );
    mkdirSync(join(out, 'empty', 'too'), { recursive: true });
    await publish(out, 'new');
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'private', 'report.html']);
  });
});

test('a new set knows the files of the one it replaces', async () => {
  const out = join(folder(), 'output');
  const first = await openStage(out, [], fx);
  expect(await first.previous('report.html')).toBeNull();
  first.discard();
  await publish(out, 'old');
  const stage = await openStage(out, [], fx);
  await stage.write('report.html', 'new');
  expect(read((await stage.previous('report.html'))!)).toBe('old');
  expect(await stage.previous('private')).toBeNull();
  stage.discard();
});

test('private files are for their owner only', async () => {
  const out = join(folder(), 'output');
  await publish(out, 'x');
  expect(statSync(join(out, 'private')).mode & 0o777).toBe(0o700);
  expect(statSync(join(out, 'private', 'codes', 'r1.csv')).mode & 0o777).toBe(0o600);
});

test('a discarded set leaves the old one and no litter', async () => {
  const home = folder();
  await publish(join(home, 'output'), 'old');
  const stage = await openStage(join(home, 'output'), [], fx);
  await stage.write('report.html', 'half');
  stage.discard();
  expect(readdirSync(home)).toEqual(['output']);
  expect(read(home, 'output', 'report.html')).toBe('old');
});

test('an interrupt leaves the old set and no litter', async () => {
  const home = folder();
  await publish(join(home, 'output'), 'old');
  await openStage(join(home, 'output'), [], fx);
  for (const cleanUp of cleanUps) cleanUp();
  cleanUps.clear();
  expect(readdirSync(home)).toEqual(['output']);
});

test('a set in place is not thrown away, nor is the one that another run has begun since', async () => {
  const home = folder();
  const first = await openStage(join(home, 'output'), [], fx);
  await first.write('manifest.json', '{"program":{"name":"canvass"}}');
  first.publish();
  const second = await openStage(join(home, 'output'), [], fx);
  await second.write('report.html', 'of another run');
  first.discard();
  second.publish();
  expect(read(home, 'output', 'report.html')).toBe('of another run');
});

/** Effects that stop the world at the n-th change of the file system, as a kill would. */
function killedAt(n: number): Effects {
  let changes = 0;
  const changing = <T>(change: () => T): T => {
    if (++changes > n) throw new Error('killed');
    return change();
  };
  return {
    ...fx,
    processes: { own: 999_999_999, isRunning: () => false },
    onInterrupt: () => () => {},
    create: async (path, options) => changing(() => fx.create(path, options)),
    makeFolder: async (path, options) => changing(() => fx.makeFolder(path, options)),
    claim: (path, content) => changing(() => fx.claim(path, content)),
    remove: (path) => changing(() => fx.remove(path)),
    rename: (pairs) => {
      for (const pair of pairs) changing(() => fx.rename([pair]));
    },
  };
}

test.each(Array.from({ length: 17 }, (_, n) => n))(
  'a kill after %i changes leaves the old set or the new one, complete, after the next command',
  async (n) => {
    const home = folder();
    const out = join(home, 'output');
    await publish(out, 'old');
    await publish(out, 'new', killedAt(n)).catch(() => {});
    const next = await openStage(out, [], fx);
    next.discard();
    const text = read(out, 'report.html');
    expect(['old', 'new']).toContain(text);
    expect(read(out, 'private', 'codes', 'r1.csv')).toBe(text);
    expect(existsSync(join(out, 'manifest.json'))).toBe(true);
    expect(readdirSync(home)).toEqual(['output']);
  },
);

/** As the system refuses where another program has a file open. */
function busy(): Error {
  const words = "EBUSY: resource busy or locked, rename '/a' -> '/b'";
  return Object.assign(new Error(words), { code: 'EBUSY', syscall: 'rename' });
}

/** Effects that refuse renames and removals of some paths, by the ends of their names. */
function refusing(refused: { rename?: (from: string, to: string) => boolean; remove?: string }) {
  return {
    ...fx,
    rename: (pairs: readonly (readonly [string, string])[]) => {
      for (const pair of pairs) {
        if (refused.rename?.(...pair)) throw busy();
        fx.rename([pair]);
      }
    },
    remove: (path: string) => {
      if (refused.remove && path.endsWith(refused.remove) && fx.exists(path)) throw busy();
      fx.remove(path);
    },
  } satisfies Effects;
}

describe('a set that cannot be put in place', () => {
  const problemOf = async (home: string, effects: Effects) => {
    await publish(join(home, 'output'), 'old');
    const failed = await publish(join(home, 'output'), 'new', effects).then(
      () => null,
      (error: unknown) => error,
    );
    return (failed as { problems: readonly { message: string; values: object }[] }).problems[0]!;
  };

  test.each([
    { what: 'the old one cannot be moved', ends: ['output', '.old'] as const },
    { what: 'the new one cannot, and the old one is put back', ends: ['.new', 'output'] as const },
  ])('is told, and the old one is whole: $what', async ({ ends: [from, to] }) => {
    const home = folder();
    const effects = refusing({ rename: (a, b) => a.endsWith(from) && b.endsWith(to) });
    expect(await problemOf(home, effects)).toMatchObject({
      message: 'results-not-placed',
      values: { detail: 'EBUSY: resource busy or locked' },
    });
    expect(readdirSync(home)).toEqual(['output']);
    expect(read(home, 'output', 'report.html')).toBe('old');
  });

  test('stays beside the old one where that cannot be put back, and is in place after the next command', async () => {
    const home = folder();
    const effects = refusing({ rename: (_, to) => to.endsWith('output') });
    expect(await problemOf(home, effects)).toMatchObject({ message: 'results-beside' });
    expect(readdirSync(home)).toEqual(['.output.new', '.output.old']);
    expect(read(home, '.output.old', 'report.html')).toBe('old');
    (await openStage(join(home, 'output'), [], fx)).discard();
    expect(readdirSync(home)).toEqual(['output']);
    expect(read(home, 'output', 'report.html')).toBe('new');
  });
});

describe('where the old set cannot be removed', () => {
  const remains = async (home: string) => {
    await publish(join(home, 'output'), 'old');
    const stage = await openStage(join(home, 'output'), [], refusing({ remove: '.gone' }));
    await stage.write('report.html', 'new');
    await stage.write('manifest.json', '{"program":{"name":"canvass"}}');
    return stage.publish();
  };

  test('the new one is in place all the same, and it is said what is left', async () => {
    const home = folder();
    expect(await remains(home)).toBe(join(home, '.output.gone'));
    expect(read(home, 'output', 'report.html')).toBe('new');
    expect(readdirSync(home)).toEqual(['.output.gone', 'output']);
  });

  test('what is left is never taken for a set, and is removed once that can be done', async () => {
    const home = folder();
    await remains(home);
    fx.remove(join(home, 'output'));
    await expect(
      openStage(join(home, 'output'), [], refusing({ remove: '.gone' })),
    ).rejects.toMatchObject({
      problems: [{ message: 'left-in-the-way', file: join(home, '.output.gone') }],
    });
    (await openStage(join(home, 'output'), [], fx)).discard();
    expect(readdirSync(home)).toEqual([]);
  });
});

test.each([
  { what: 'where no file can be made', out: '/proc/x', only: process.platform === 'linux' },
  { what: 'below a file', out: import.meta.filename, only: true },
])('a folder that cannot be made, $what, is a problem of its own', async ({ out, only }) => {
  if (!only) return;
  const path = out === '/proc/x' ? out : join(out, 'x');
  await expect(openStage(path, [], fx)).rejects.toMatchObject({
    problems: [{ message: 'output-not-made', file: path, values: { flag: '--out' } }],
  });
});

test('two runs at once: the second is refused and says which file to delete', async () => {
  const out = join(folder(), 'output');
  const first = await openStage(out, [], fx);
  const other: Effects = { ...fx, processes: { own: -1, isRunning: () => true } };
  await expect(openStage(out, [], other)).rejects.toMatchObject({
    problems: [{ message: 'output-busy' }],
  });
  first.discard();
});

test.each([
  {
    what: 'a folder with other things',
    make: (out: string) => {
      mkdirSync(out);
      writeFileSync(join(out, 'thesis.doc'), '');
    },
    message: 'output-not-ours',
  },
  { what: 'a file', make: (out: string) => writeFileSync(out, ''), message: 'output-is-file' },
])('never replaces $what', async ({ make, message }) => {
  const out = join(folder(), 'output');
  make(out);
  await expect(openStage(out, [], fx)).rejects.toMatchObject({ problems: [{ message }] });
  expect(existsSync(out)).toBe(true);
});

test('never replaces a folder that holds the survey', async () => {
  const out = join(folder(), 'output');
  await publish(out, 'old');
  mkdirSync(join(out, 'survey'));
  const opening = openStage(out, [join(out, 'survey')], fx);
  await expect(opening).rejects.toMatchObject({ problems: [{ message: 'output-holds-input' }] });
});

test('a link to a folder stays a link, and the folder behind it gets the new set', async () => {
  const home = folder();
  await publish(join(home, 'real'), 'old');
  symlinkSync(join(home, 'real'), join(home, 'output'));
  await publish(join(home, 'output'), 'new');
  expect(lstatSync(join(home, 'output')).isSymbolicLink()).toBe(true);
  expect(read(home, 'real', 'report.html')).toBe('new');
});

test('a file is closed though the making of its pieces fails, so that the system has none to close', async () => {
  const said: string[] = [];
  const file = {
    write: async (piece: string | Uint8Array) => {
      said.push(String(piece));
    },
    close: async () => {
      said.push('closed');
    },
  };
  function* failing() {
    yield 'first';
    throw new Error('no second');
  }
  await expect(writePieces(file, failing())).rejects.toThrow('no second');
  expect(said).toEqual(['first', 'closed']);
});
