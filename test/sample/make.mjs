/**
 * Writes the data of the made-up sample survey, the same bytes on every run:
 *
 *   node test/sample/make.mjs            surveys/2026-q*.* and test/sample/truth.json
 *   node test/sample/make.mjs OUTDIR     the same into OUTDIR, and there the true codes of every
 *                                        answer (truth-organ.csv, truth-grassroots.csv)
 *
 * `surveys/survey.yaml` is written by hand.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plantDefects } from './defects.mjs';
import { gb18030Csv, utf8Csv, workbook } from './files.mjs';
import { cellsOf, headerOf } from './layout.mjs';
import { ROUNDS, UNIT_TYPES } from './plan.mjs';
import { makeRespondents } from './respondents.mjs';
import { truthOfRound } from './truth.mjs';

const FORMATS = [
  { extension: 'csv', encoding: 'gb18030', write: gb18030Csv },
  { extension: 'csv', encoding: 'utf-8', write: utf8Csv },
  { extension: 'xlsx', encoding: '', write: workbook },
];

/** Rows, bytes and truth of each round. */
function makeRounds() {
  return ROUNDS.map(({ id, records }, round) => {
    const { extension, encoding, write } = FORMATS[round];
    // Two records come twice, so two fewer people answered than there are records.
    const lines = plantDefects(round, makeRespondents(round, records - 2));
    const rows = [headerOf(round), ...lines.map((line) => line && cellsOf(round, line))];
    const file = `${id}.${extension}`;
    return {
      id,
      file,
      lines,
      bytes: write(rows),
      truth: truthOfRound(lines, { file, encoding, format: extension }),
    };
  });
}

/** Every answer with its true codes, for `canvass evaluate`. @type {(rounds: ReturnType<typeof makeRounds>, taxonomy: string) => Uint8Array} */
function trueCodes(rounds, taxonomy) {
  const rows = rounds.flatMap(({ id, lines }) =>
    lines.flatMap((line) => {
      if (line === null || UNIT_TYPES[line.type].taxonomy !== taxonomy) return [];
      const { text, status, codes } = line.open;
      if (status === 'skipped') return [];
      const truth = status === 'coded' ? codes.join(';') : status === 'uncoded' ? 'OTHER' : 'NONE';
      return [[id, String(line.id), text, truth]];
    }),
  );
  return utf8Csv([['round', 'respondent', 'text', 'codes'], ...rows]);
}

/** JSON as the formatter wants it: lists of plain values on one line. @type {(value: unknown) => string} */
function json(value) {
  const lists = /\[\n\s+("[^[\]{}]*")\n\s+\]/g;
  const text = JSON.stringify(value, null, 2).replace(lists, (_, items) => {
    return `[${items.replace(/\n\s+/g, ' ')}]`;
  });
  return `${text}\n`;
}

const here = dirname(fileURLToPath(import.meta.url));
const chosen = process.argv[2];
const folder = chosen ?? join(here, '../../surveys');
const rounds = makeRounds();
const truth = {
  about:
    'Made-up data. Written by test/sample/make.mjs; see truth.mjs for what each figure counts.',
  rounds: Object.fromEntries(rounds.map(({ id, truth }) => [id, truth])),
};
mkdirSync(folder, { recursive: true });
for (const { file, bytes } of rounds) writeFileSync(join(folder, file), bytes);
writeFileSync(join(chosen ?? here, 'truth.json'), json(truth));
if (chosen) {
  for (const taxonomy of ['organ', 'grassroots']) {
    writeFileSync(join(chosen, `truth-${taxonomy}.csv`), trueCodes(rounds, taxonomy));
  }
}
