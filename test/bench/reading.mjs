/**
 * How fast and with how much memory a survey is read.
 *
 * node test/bench/reading.mjs FILE.csv [FILE.csv …]   (after `npm run build`)
 *
 * FILE is a survey as the sample's third round writes them: 序号, 单位, 单位类型, 权重, five scales
 * `1、…` to `5、…`, one multiple choice `6、…` joined by ┋ and one open question `7、…`. Reading is
 * all from bytes to respondents: hash and encoding, decoding, parsing, normal form. Beside it stands
 * PapaParse alone, streamed, its rows dropped. Each is the median of three, one after the other.
 */
import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { nodeEffects } from '../../dist/node-effects.js';
import { emptyMemory } from '../../dist/read/hygiene/hygiene.js';
import { openRoundFile } from '../../dist/read/respondents.js';
import { loadSurvey } from '../../dist/survey/load.js';

const MB = 1e6;
const BATCH = 500;
const { fx } = nodeEffects();

/** From a stream Papa Parse would go on reading the whole file into memory. */
function firstLine(file) {
  const start = Buffer.alloc(1 << 16);
  const from = openSync(file, 'r');
  readSync(from, start);
  closeSync(from);
  const { data } = Papa.parse(start.toString(), { preview: 1 });
  return data[0].map((name) => name.replace(/^\uFEFF/, ''));
}

/** A survey over one file. */
async function surveyOf(file, folder) {
  const header = firstLine(file);
  const named = (number) => header.find((name) => name.startsWith(`${number}、`));
  symlinkSync(resolve(file), join(folder, 'round.csv'));
  const survey = {
    title: 'bench',
    rounds: [{ id: 'one', files: ['round.csv'] }],
    columns: { respondent: '序号', weight: '权重' },
    groups: [
      { id: 'type', column: '单位类型' },
      { id: 'unit', column: '单位', within: 'type' },
    ],
    questions: [
      ...[1, 2, 3, 4, 5].map((number) => ({
        id: `s${number}`,
        type: 'scale',
        column: named(number),
        range: [1, 5],
      })),
      { id: 'choice', type: 'multiple', column: named(6), separator: '┋' },
      { id: 'open', type: 'open', column: named(7), taxonomy: 'organ' },
    ],
  };
  writeFileSync(join(folder, 'survey.yaml'), JSON.stringify(survey));
  return loadSurvey(folder, fx);
}

async function read(survey) {
  let rows = 0;
  const file = await openRoundFile(survey.rounds[0].files[0], survey, fx, 'one', emptyMemory());
  for await (const { respondents } of file.batches(BATCH)) rows += respondents.length;
  return rows;
}

function papa(file) {
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

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

for (const file of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-bench-'));
  const survey = await surveyOf(file, folder);
  const size = statSync(file).size / MB;
  const ours = [];
  const floor = [];
  let rows = 0;
  for (let run = 0; run < 3; run++) {
    floor.push(await seconds(() => papa(file)));
    ours.push(
      await seconds(async () => {
        rows = await read(survey);
      }),
    );
  }
  rmSync(folder, { recursive: true });
  const rate = (list) => size / median(list);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${size.toFixed(0)} MB, ${rows.toLocaleString('en')} respondents: read at ${rate(ours).toFixed(0)} MB/s, ` +
      `PapaParse alone ${rate(floor).toFixed(0)} MB/s, ratio ${(rate(ours) / rate(floor)).toFixed(2)}; ` +
      `most memory so far ${memory} MB`,
  );
}
