/**
 * What a run is measured against: the least that libraries alone need for the same rows.
 *
 * node test/bench/floors.mjs NAME FILE   prints what was counted, for a process of its own
 */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import Papa from 'papaparse';
import { createCoder } from '../../dist/code/coder.js';
import { loadLearnt } from '../../dist/code/learn/load-learnt.js';
import { nodeEffects } from '../../dist/node-effects.js';
import { packageRoot } from '../../dist/package-root.js';
import { loadTaxonomy } from '../../dist/taxonomy/load.js';
import { firstLine } from './made-survey.mjs';

/** The file read, its bytes dropped. */
export async function bytesAlone(file) {
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 19 }))
    bytes += chunk.length;
  return bytes;
}

/** The file parsed as it streams in, its rows dropped. */
export function papaAlone(file) {
  return new Promise((done, reject) => {
    let rows = 0;
    Papa.parse(createReadStream(file, 'utf8'), {
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => done(rows),
      error: reject,
    });
  });
}

/** Respondents of each unit by danfo, the two columns being in memory. */
async function danfoAlone(file) {
  const columns = ['单位类型', '1、理论学习效果好（1-5分）'].map((name) =>
    firstLine(file).indexOf(name),
  );
  const rows = [];
  await rowsOf(file, (row) => rows.push([...columns.map((column) => row[column]), 1]));
  const { DataFrame } = createRequire(import.meta.url)('danfojs-node');
  const frame = new DataFrame(rows.slice(1), { columns: ['type', 'scale', 'one'] });
  const started = performance.now();
  frame.groupby(['type', 'scale']).col(['one']).sum();
  return (performance.now() - started) / 1000;
}

/** Every open answer coded, one after the other, none remembered; seconds of that alone. */
async function coderAlone(file) {
  const answers = [];
  await rowsOf(file, (row) => answers.push(row.at(-1)));
  const { fx } = nodeEffects();
  const taxonomy = await loadTaxonomy('organ', packageRoot, fx);
  const coder = createCoder(taxonomy, await loadLearnt(taxonomy, [], fx));
  const started = performance.now();
  for (const answer of answers) coder.code(answer);
  return (performance.now() - started) / 1000;
}

function rowsOf(file, take) {
  return new Promise((done, reject) => {
    Papa.parse(createReadStream(file, 'utf8'), {
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const row of data) take(row);
      },
      complete: done,
      error: reject,
    });
  });
}

const FLOORS = { fs: bytesAlone, papa: papaAlone, danfo: danfoAlone, coder: coderAlone };

if (process.argv[1] === import.meta.filename) {
  const [name, file] = process.argv.slice(2);
  console.log(await FLOORS[name](file));
}
