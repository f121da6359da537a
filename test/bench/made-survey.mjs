/**
 * A survey over files as the sample's third round writes them: 序号, 单位, 单位类型, 权重, five scales
 * `1、…` to `5、…`, one multiple choice `6、…` joined by ┋ and one open question `7、…`.
 */
import { closeSync, openSync, readSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';

/** From a stream Papa Parse would go on reading the whole file into memory. */
export function firstLine(file) {
  const start = Buffer.alloc(1 << 16);
  const from = openSync(file, 'r');
  readSync(from, start);
  closeSync(from);
  const { data } = Papa.parse(start.toString(), { preview: 1 });
  return data[0].map((name) => name.replace(/^\uFEFF/, ''));
}

/** Writes `survey.yaml` into a folder, with links to the files. @param rounds `{ id, file }` each */
export function writeSurvey(folder, rounds) {
  const header = firstLine(rounds[0].file);
  const named = (number) => header.find((name) => name.startsWith(`${number}、`));
  for (const { id, file } of rounds) symlinkSync(resolve(file), join(folder, `${id}.csv`));
  const survey = {
    title: 'bench',
    rounds: rounds.map(({ id }) => ({ id, files: [`${id}.csv`] })),
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
}
