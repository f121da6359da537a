/**
 * How long it takes to read, check and merge tallies that were counted elsewhere.
 *
 * node test/bench/tallies.mjs [TALLIES]   (after `npm run build`; default 1000)
 *
 * Each is a round of the sample survey, of 2,000 respondents. A run over them all is that of `canvass
 * run --tallies` up to its tables; the floor is the same files read, parsed as JSON and hashed.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measured, median, seconds } from './measured.mjs';

const ROUND = '2026-q1';
const TIMES = 3;
const count = Number(process.argv[2] ?? 1000);
const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'surveys');
const home = mkdtempSync(join(tmpdir(), 'canvass-tallies-'));

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const sealed = (first, rest) => `${first}\n${sha256(rest)}\n${rest}`;

if (process.argv[3] === 'merge') await merge(process.argv[4]);
else await main();

async function main() {
  const one = join(home, 'one.tally');
  const counting = ['tally', join(sample, `${ROUND}.csv`), '--survey', sample, '--round', ROUND];
  await measured([join(root, 'dist/cli.js'), ...counting, '--out', one]);
  const [first, , head, counts] = readFileSync(one, 'utf8').split('\n');
  rmSync(one);
  for (let i = 0; i < count; i++) {
    // The same file would be refused the second time: each is said to be of another.
    const own = JSON.parse(head);
    Object.assign(own.files[0], { name: `${i}.csv`, sha256: sha256(String(i)) });
    const answers = counts.replaceAll(`"${ROUND}.csv"`, `"${i}.csv"`);
    const name = `${String(i).padStart(5, '0')}.tally`;
    writeFileSync(join(home, name), sealed(first, `${JSON.stringify(own)}\n${answers}`));
  }
  const floor = [];
  for (let i = 0; i < TIMES; i++) floor.push(await seconds(readAll));
  const runs = [];
  for (let i = 0; i < TIMES; i++) {
    const { wall, memory, output } = await measured([import.meta.filename, '0', 'merge', home]);
    runs.push({ wall, memory, merging: Number(output) });
  }
  const of = (key) => median(runs.map((one) => one[key]));
  const size = readFileSync(join(home, '00000.tally')).length / 1000;
  console.log(`${count} tallies of ${size.toFixed(0)} KB`);
  console.log(`read, hashed and parsed alone   ${median(floor).toFixed(2)} s`);
  console.log(`read, checked and merged        ${of('merging').toFixed(2)} s`);
  console.log(
    `with the codebook               ${of('wall').toFixed(2)} s, ${of('memory').toFixed(0)} MB`,
  );
  rmSync(home, { recursive: true });
}

function readAll() {
  for (const name of readdirSync(home)) {
    const text = readFileSync(join(home, name), 'utf8');
    sha256(text);
    for (const line of text.split('\n').slice(2)) JSON.parse(line);
  }
}

/** Prints the seconds that counting took. */
async function merge(folder) {
  rmSync(home, { recursive: true });
  const { nodeEffects } = await import('../../dist/node-effects.js');
  const { withTallies } = await import('../../dist/commands/inputs.js');
  const { loadSurvey } = await import('../../dist/survey/load.js');
  const { countRounds } = await import('../../dist/tally/count-rounds.js');
  const { loadCodebook } = await import('../../dist/tally/load-codebook.js');
  const { keepNothing } = await import('../../dist/tally/saved/kept-round.js');
  const { programHash } = await import('../../dist/tally/saved/program.js');
  const { fx } = nodeEffects();
  const survey = await loadSurvey(sample, fx);
  const bare = { ...survey, rounds: [{ ...survey.rounds[0], files: [] }] };
  const codebook = await loadCodebook(survey, fx, { found: () => {}, learning: () => {} });
  const watched = { keeper: keepNothing(await programHash(fx)), watch: () => {} };
  const options = { strict: false, jobs: availableParallelism() };
  const took = await seconds(async () => {
    const whole = await withTallies(bare, folder, { cwd: '/', fx, lang: 'en' });
    await countRounds(whole, codebook, options, {}, fx, watched);
  });
  process.stdout.write(String(took));
}
