/**
 * How long a whole run takes on large surveys, beside what libraries alone need for the same rows.
 *
 * node test/bench/large.mjs [--repeat 3] [--json FILE] [ROWS …]   (after `npm run build`)
 *
 * ROWS are 10000, 100000 and 1000000 where none are named. The surveys are made by the generator in
 * CANVASS_SHARED (default ../shared). Everything is measured in processes of its own, in turn.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSurvey } from './made-survey.mjs';
import { byRoom, measured, median } from './measured.mjs';

const root = join(import.meta.dirname, '..', '..');
const generator = join(
  process.env.CANVASS_SHARED ?? join(root, '../shared'),
  'bench/gen_large.mjs',
);
const program = join(root, 'dist/cli.js');
const floor = (name, file) => [join(import.meta.dirname, 'floors.mjs'), name, file];
/** Danfo holds all rows as objects: of more it would take minutes and gigabytes. */
const MOST_FOR_DANFO = 100_000;

const { values, positionals } = parseArgs({
  options: { repeat: { type: 'string', default: '3' }, json: { type: 'string' } },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000, 1_000_000];

const middle = (runs, key) => median(runs.map((one) => one[key]));

async function measure(rows, folder) {
  const file = join(folder, `${rows}.csv`);
  execFileSync(process.execPath, [generator, String(rows), file]);
  const survey = mkdtempSync(join(folder, 'survey-'));
  writeSurvey(survey, [{ id: 'r1', file }]);
  const out = join(folder, 'out');
  const run = (jobs) => {
    return [program, 'run', survey, '--out', out, '--quiet', '--previous', 'none', '--jobs', jobs];
  };
  const kinds = {
    fs: floor('fs', file),
    papa: floor('papa', file),
    ...(rows <= MOST_FOR_DANFO ? { danfo: floor('danfo', file) } : {}),
    coder: floor('coder', file),
    run: run('2'),
    'one thread': run('1'),
  };
  const runs = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (let i = 0; i < Number(values.repeat); i++) {
    for (const [name, args] of Object.entries(kinds)) {
      // What was kept of the round in the set before would save it the work.
      rmSync(out, { recursive: true, force: true });
      const one = await measured(args);
      runs[name].push(
        ['danfo', 'coder'].includes(name) ? { ...one, wall: Number(one.output) } : one,
      );
    }
  }
  const papa = middle(runs.papa, 'wall');
  const figures = Object.entries(runs).map(([name, own]) => ({
    what: name,
    seconds: middle(own, 'wall'),
    'x papa': middle(own, 'wall') / papa,
    processor: middle(own, 'processor'),
    'MB at most': middle(own, 'memory'),
    'rows/s': rows / middle(own, 'wall'),
  }));
  rmSync(out, { recursive: true, force: true });
  return { rows, megabytes: statSync(file).size / 1e6, figures, rooms: await byRoom(run('2')) };
}

const folder = mkdtempSync(join(tmpdir(), 'canvass-large-'));
const results = [];
for (const rows of sizes) {
  const result = await measure(rows, folder);
  results.push(result);
  console.log(`\n${rows.toLocaleString('en')} rows, ${result.megabytes.toFixed(1)} MB`);
  console.table(
    result.figures.map((one) =>
      Object.fromEntries(
        Object.entries(one).map(([key, value]) => [
          key,
          typeof value === 'number' ? Number(value.toPrecision(3)) : value,
        ]),
      ),
    ),
  );
  const shares = result.rooms.filter(({ share }) => share >= 0.01);
  console.log(shares.map(({ room, share }) => `${room} ${(100 * share).toFixed(0)} %`).join(', '));
}
rmSync(folder, { recursive: true });
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
