/** The zip file for machines without a registry, tried where there is nothing but Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';

const root = join(import.meta.dirname, '..');

/** Without a network where the system lets us take it away. */
function withoutNetwork(command: readonly string[], cwd: string) {
  const cut = spawnSync('unshare', ['-rn', 'true']).status === 0;
  if (!cut) console.warn('the network could not be taken away: the bundle was run beside it');
  const [program, ...args] = cut ? ['unshare', '-rn', ...command] : command;
  // Nothing of this package can be found from there.
  const env = { PATH: process.env.PATH ?? '', HOME: cwd, TMPDIR: cwd };
  return spawnSync(program!, args, { cwd, env, encoding: 'utf8' });
}

test('the bundle makes a report in an empty folder, and holds no development module', () => {
  const home = mkdtempSync(join(tmpdir(), 'bundle-'));
  const zip = join(home, 'canvass.zip');
  const made = spawnSync(process.execPath, [join(root, 'dist', 'bundle.js'), zip], {
    encoding: 'utf8',
  });
  expect([made.status, made.stderr]).toEqual([0, '']);
  const files = unzipSync(readFileSync(zip));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(home, dirname(name)), { recursive: true });
    writeFileSync(join(home, name), content);
  }
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of Object.keys(devDependencies)) {
    expect([name, existsSync(join(home, 'canvass/node_modules', name))]).toEqual([name, false]);
  }
  expect(existsSync(join(home, 'canvass/node_modules/papaparse/LICENSE'))).toBe(true);
  const input = join(import.meta.dirname, 'golden/two-rounds/input');
  const cli = join(home, 'canvass/dist/cli.js');
  const run = withoutNetwork([process.execPath, cli, 'run', input, '--out', 'output'], home);
  expect([run.status, run.status === 0 ? '' : run.stderr]).toEqual([0, '']);
  expect(existsSync(join(home, 'output/report.html'))).toBe(true);
}, 120_000);
