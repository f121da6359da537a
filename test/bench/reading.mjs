/**
 * How fast and with how much memory a survey is read.
 *
 * node test/bench/reading.mjs FILE.csv [FILE.csv …]   (after `npm run build`)
 *
 * FILE is a survey as `made-survey.mjs` reads them. Reading is
 * all from bytes to respondents: hash and encoding, decoding, parsing, normal form. Beside it stands
 * PapaParse alone, streamed, its rows dropped. Each is the median of three, one after the other.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeEffects } from '../../dist/node-effects.js';
import { emptyMemory } from '../../dist/read/hygiene/hygiene.js';
import { openRoundFile } from '../../dist/read/respondents.js';
import { loadSurvey } from '../../dist/survey/load.js';
import { papaAlone } from './floors.mjs';
import { writeSurvey } from './made-survey.mjs';
import { median, seconds } from './measured.mjs';

const MB = 1e6;
const BATCH = 500;
const { fx } = nodeEffects();

async function read(survey) {
  let rows = 0;
  const file = await openRoundFile(survey.rounds[0].files[0], survey, fx, 'one', emptyMemory());
  for await (const { respondents } of file.batches(BATCH)) rows += respondents.length;
  return rows;
}

for (const file of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-bench-'));
  writeSurvey(folder, [{ id: 'one', file }]);
  const survey = await loadSurvey(folder, fx);
  const size = statSync(file).size / MB;
  const ours = [];
  const floor = [];
  let rows = 0;
  for (let run = 0; run < 3; run++) {
    floor.push(await seconds(() => papaAlone(file)));
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
