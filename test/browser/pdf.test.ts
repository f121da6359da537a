/** `run --pdf`: the report as a browser prints it. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { InputError } from '../../pipeline/errors.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { printPdf } from '../../pipeline/publish/pdf/print-pdf.ts';
import { canvass, folderWith } from '../support/cli.ts';
import { type Candidate, launchBrowser } from './chromium.ts';

const INPUT = join(import.meta.dirname, '..', 'golden', 'two-rounds', 'input');
/** Points, to the nearest hundredth that browsers write. */
const A4 = [594.96, 841.92];

let program: Candidate | null = null;
const environment = { ...process.env };

beforeAll(async () => {
  const launched = await launchBrowser();
  if ('reason' in launched) console.warn(`skipped: ${launched.reason}`);
  else {
    program = launched.program;
    await launched.browser.close();
    Object.assign(process.env, program.env);
  }
}, 120_000);

afterAll(() => {
  process.env = environment;
});

const pagesOf = (pdf: string) =>
  [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);

/** Where two files part, with what stands around it; null where they are the same. */
const parting = (one: Buffer, other: Buffer) => {
  if (one.equals(other)) return null;
  const end = Math.min(one.length, other.length);
  const found = one.subarray(0, end).findIndex((byte, at) => byte !== other[at]);
  const at = found === -1 ? end : found;
  const around = (file: Buffer) =>
    file.subarray(Math.max(0, at - 200), at + 200).toString('latin1');
  return { at, lengths: [one.length, other.length], one: around(one), other: around(other) };
};

/** With a folder of its own for what is there for a moment, to see that nothing is left. */
const withFolder = () => {
  const { fx } = nodeEffects();
  const folder = mkdtempSync(join(tmpdir(), 'canvass-test-'));
  return { folder, fx: { ...fx, temporaryFolder: async () => mkdtempSync(join(folder, 'one-')) } };
};

test('the PDF has pages of A4, is hashed in the manifest and part of the copy, and tells no time or path', () => {
  if (program === null) return;
  const home = folderWith({});
  const [out, zip] = [join(home, 'output'), join(home, 'to-send.zip')];
  const env = { ...program.env, CANVASS_CHROMIUM: program.path };
  const run = () => {
    const flags = ['--pdf', '--previous', 'none', '--out', out, '--share', zip];
    const { status, stderr } = canvass(['run', INPUT, ...flags], home, '', env);
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    return readFileSync(join(out, 'report.pdf'));
  };
  const pdf = run();
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  const pages = pagesOf(text);
  expect(pages.length).toBeGreaterThan(3);
  for (const [width, height] of pages) {
    expect(Math.abs(width! - A4[0]!)).toBeLessThan(1);
    expect(Math.abs(height! - A4[1]!)).toBeLessThan(1);
  }
  expect(text).not.toMatch(/CreationDate|ModDate|HeadlessChrome|file:|\/URI/);
  expect(text).not.toContain(home);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const { documents } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  expect(documents).toContainEqual({ file: 'report.pdf', sha256 });
  expect(Buffer.from(unzipSync(readFileSync(zip))['report.pdf']!).equals(pdf)).toBe(true);
  expect(parting(run(), pdf)).toBeNull();
}, 180_000);

test('a page runs no script and reaches no server while it is printed, and no profile is left', async () => {
  if (program === null) return;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const page = (extra: string) =>
    `<!doctype html><title>一页</title><style>@page { size: A4 }</style><p>第一页</p>${extra}`;
  const script =
    '<script>document.body.innerHTML += "<p style=\'break-before: page\'>第二页</p>"</script>';
  const { folder, fx } = withFolder();
  const picture = `<img src="http://127.0.0.1:${port}/a.png"><img src="http://localhost:${port}/b.png">`;
  const pdf = await printPdf(page(script + picture), program.path, fx);
  server.close();
  expect(pagesOf(Buffer.from(pdf).toString('latin1'))).toHaveLength(1);
  expect(asked).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
}, 120_000);

const failing = (script: string) => {
  const path = join(folderWith({ browser: `#!/bin/sh\n${script}\n` }), 'browser');
  chmodSync(path, 0o755);
  return path;
};

test.each([
  ['that ends at once', 'echo "missing library" >&2; exit 127', 'missing library'],
  ['that never answers', 'exec sleep 600', '> 0.3 s'],
  [
    'that refuses',
    `printf '{"id":1,"error":{"message":"not allowed"}}\\0' >&4; exec sleep 600`,
    'not allowed',
  ],
])('a browser %s is told, and leaves nothing', async (_, script, said) => {
  if (process.platform === 'win32') return;
  const { folder, fx } = withFolder();
  const error = await printPdf('<p>', failing(script), fx, 300).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(InputError);
  const [problem] = (error as InputError).problems;
  expect(problem).toMatchObject({ message: 'pdf-failed', file: 'browser' });
  expect(problem!.values.detail).toContain(said);
  expect(readdirSync(folder)).toEqual([]);
});

test('without a browser the run ends with status 1 before anything is counted, and the old results stay', () => {
  const home = folderWith({});
  const out = join(home, 'output');
  const env = { CANVASS_CHROMIUM: join(home, 'none') };
  const { status, stderr, stdout } = canvass(['run', INPUT, '--pdf', '--out', out], home, '', env);
  expect(status).toBe(1);
  expect(stderr).toContain('CANVASS_CHROMIUM');
  expect(stderr).toContain('Nothing was written');
  expect(stderr).not.toContain('read    ');
  expect(stdout).toBe('');
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(home)).toEqual([]);
});

test('a browser that fails leaves the old results as they were', () => {
  if (process.platform === 'win32') return;
  const home = folderWith({});
  const out = join(home, 'output');
  const run = (flags: readonly string[], env = {}) =>
    canvass(['run', INPUT, '--previous', 'none', '--out', out, ...flags], home, '', env);
  expect(run([]).status).toBe(0);
  const before = readFileSync(join(out, 'manifest.json'));
  const { status, stderr } = run(['--pdf'], { CANVASS_CHROMIUM: failing('exit 1') });
  expect(status).toBe(1);
  expect(stderr).toContain('did not print');
  expect(readFileSync(join(out, 'manifest.json')).equals(before)).toBe(true);
  expect(readdirSync(home)).toEqual(['output']);
}, 60_000);
