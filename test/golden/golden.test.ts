/**
 * Whole runs: a folder in, a folder out, compared file by file.
 *
 * `UPDATE=1 npm run jest -- test/golden` writes the expected files anew; look at the difference
 * before you commit it. Never on a build machine.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { canvass, filesIn } from '../support/cli.ts';

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true }).filter((one) =>
  existsSync(join(here, one.name, 'input')),
);

/**
 * report.html, report.xlsx and charts/ have tests of their own, and would drown every difference
 * here, and so have kept rounds, whose names change with the program's version; with
 * private/.gitignore among them, git would take no new expected file.
 */
const compared = (name: string) =>
  !/^(charts|private\/cache)(\/|$)/.test(name) &&
  !['report.html', 'report.xlsx', 'private/.gitignore'].includes(name);

/** Without the hashes of documents, which change with every word in them. */
const withoutHashes = (files: ReadonlyMap<string, string>) =>
  new Map(
    [...files].map(([name, text]) => [
      name,
      name === 'manifest.json' ? text.replace(/(?<="documents": .*"sha256": ")\w+/gs, '') : text,
    ]),
  );

test.each(cases.map((one) => one.name))(
  '%s gives the files in its folder',
  (name) => {
    const out = join(mkdtempSync(join(tmpdir(), 'golden-')), 'output');
    const { status, stderr } = canvass(['run', join(here, name, 'input'), '--out', out]);
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const expected = join(here, name, 'output');
    if (process.env.UPDATE === '1' && process.env.CI !== 'true') {
      rmSync(expected, { recursive: true, force: true });
      cpSync(out, expected, {
        recursive: true,
        filter: (path) => compared(path.slice(out.length + 1)),
      });
    }
    expect(existsSync(expected)).toBe(true);
    const actual = new Map([...filesIn(out)].filter(([file]) => compared(file)));
    expect(withoutHashes(actual)).toEqual(withoutHashes(filesIn(expected)));
  },
  30_000,
);
