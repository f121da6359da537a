/**
 * How well and how fast answers are coded.
 *
 * node test/bench/coding.mjs [FILE.csv COLUMN]   (after `npm run build`)
 *
 * Quality: terms alone, the linear model alone, and both together, on the same examples, each
 * scored by models that did not see it (five-fold cross-validation). Speed: answers a second of
 * `canvass code` on FILE with one and two threads, beside PapaParse reading the same file.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCoder } from '../../dist/code/coder.js';
import { layoutOf } from '../../dist/code/layout.js';
import { holdOut } from '../../dist/code/learn/fit.js';
import { loadLearnt } from '../../dist/code/learn/load-learnt.js';
import { buildMatrix } from '../../dist/code/learn/matrix.js';
import { qualityOf } from '../../dist/code/learn/settle.js';
import { readExample, targetsOf, trainCodes } from '../../dist/code/learn/train-codes.js';
import { createReader } from '../../dist/code/reader.js';
import { nodeEffects } from '../../dist/node-effects.js';
import { packageRoot } from '../../dist/package-root.js';
import { loadTaxonomy } from '../../dist/taxonomy/load.js';
import { papaAlone } from './floors.mjs';
import { median, seconds } from './measured.mjs';

const { fx } = nodeEffects();

/** Micro- and macro-F1 over problems, and micro-F1 over sub-problems. */
function scores(codes, taxonomy) {
  const problems = new Set(taxonomy.problems.map((one) => one.id));
  const f1 = (own) => {
    const sum = (key) => own.reduce((total, one) => total + one[key], 0);
    return (2 * sum('hits')) / (sum('support') + sum('predicted'));
  };
  const top = codes.filter((one) => problems.has(one.code));
  const leaves = codes.filter((one) => !problems.has(one.code));
  const macro = top.reduce((total, one) => total + f1([one]), 0) / top.length;
  return { micro: f1(top), macro, leaves: f1(leaves) };
}

function termsAlone(taxonomy) {
  const coder = createCoder(taxonomy);
  const problemOf = new Map(
    taxonomy.problems.flatMap((one) => one.subproblems.map((leaf) => [leaf.id, one.id])),
  );
  const whole = (codes) =>
    new Set(codes.flatMap((code) => (problemOf.has(code) ? [code, problemOf.get(code)] : [code])));
  const all = [...new Set([...problemOf.keys(), ...problemOf.values()])];
  const tallies = new Map(all.map((code) => [code, { code, support: 0, predicted: 0, hits: 0 }]));
  for (const { text, codes } of taxonomy.examples) {
    const truth = whole(codes);
    const given = whole(coder.code(text).codes.map((hit) => hit.code));
    for (const [code, tally] of tallies) {
      if (truth.has(code)) tally.support++;
      if (given.has(code)) tally.predicted++;
      if (truth.has(code) && given.has(code)) tally.hits++;
    }
  }
  return [...tallies.values()];
}

/** As `trainCodes` judges itself, but blind to what the rules found. */
function modelAlone(taxonomy) {
  const reader = createReader(taxonomy);
  const layout = layoutOf(reader.lexicon);
  const none = { count: 0, rowsOf: () => [] };
  const read = taxonomy.examples.map(({ text }) => readExample(text, reader, none));
  const matrix = buildMatrix(read, 0);
  const positive = targetsOf(taxonomy.examples, layout);
  const prior = layout.labels.map(() => new Float64Array(matrix.width));
  const task = { matrix, labels: layout.labels, rules: 0, positive, prior };
  const heldOut = holdOut(
    task,
    read.map((one) => one.key),
  );
  return qualityOf({ ...heldOut, layout, positive, counts: read.map(() => true) }).codes;
}

for (const id of ['organ', 'grassroots']) {
  const taxonomy = await loadTaxonomy(id, '.', fx);
  console.log(`${id}: ${taxonomy.examples.length} examples`);
  const rows = {
    'terms alone': termsAlone(taxonomy),
    'model alone': modelAlone(taxonomy),
    'terms and model': trainCodes(taxonomy, []).model.quality.codes,
  };
  for (const [name, codes] of Object.entries(rows)) {
    const { micro, macro, leaves } = scores(codes, taxonomy);
    console.log(
      `  ${name.padEnd(16)} problems micro-F1 ${micro.toFixed(3)} macro-F1 ${macro.toFixed(3)}, sub-problems micro-F1 ${leaves.toFixed(3)}`,
    );
  }
}

const organ = await loadTaxonomy('organ', '.', fx);
const coder = createCoder(organ, await loadLearnt(organ, [], fx));
/** 1 MB as UTF-8. */
const long = (text) => text.repeat(Math.ceil(2 ** 20 / Buffer.byteLength(text)));
for (const [name, answer] of [
  ['sentences', long('经费不足，没有人愿意干，领导不重视业务优先。')],
  ['one character', long('不')],
  ['one word', long('没有')],
  ['one clause', long('经费')],
  ['denials', long('没有经费不足的问题，')],
  ['numbers', long('1.经费不足2.')],
  ['Latin letters', long('a')],
  ['English words', long('no funding ')],
]) {
  const start = performance.now();
  coder.code(answer);
  console.log(`1 MB answer, ${name}: ${Math.round(performance.now() - start)} ms`);
}

const [file, column] = process.argv.slice(2);
if (file !== undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-bench-'));
  const floor = [];
  const code = { 1: [], 2: [] };
  let rows = 0;
  for (let run = 0; run < 3; run++) {
    floor.push(
      await seconds(async () => {
        rows = (await papaAlone(file)) - 1;
      }),
    );
    for (const jobs of [1, 2]) {
      const out = join(folder, `${jobs}.csv`);
      const flags = ['--column', column, '--taxonomy', 'organ', '--jobs', jobs, '--out', out];
      const args = [join(packageRoot, 'dist/cli.js'), 'code', file, ...flags];
      code[jobs].push(await seconds(() => execFileSync(process.execPath, args)));
    }
  }
  rmSync(folder, { recursive: true });
  const rate = (seconds) => Math.round(rows / median(seconds)).toLocaleString('en');
  console.log(`${rows} rows; PapaParse alone ${rate(floor)} rows/s (median of 3)`);
  for (const jobs of [1, 2]) {
    const ratio = median(code[jobs]) / median(floor);
    console.log(
      `  code --jobs ${jobs}: ${rate(code[jobs])} rows/s, ${ratio.toFixed(2)} x PapaParse`,
    );
  }
}
