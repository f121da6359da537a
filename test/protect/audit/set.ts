/** A set of results as a run would publish it, to be tampered with, and the answers behind it. */
import { join } from 'node:path';
import type { Tables } from '../../../pipeline/aggregate/tables.ts';
import { drawCharts, type ReportModel } from '../../../pipeline/chart/charts.ts';
import { LeakError, type Problem } from '../../../pipeline/errors.ts';
import {
  type Artefact,
  type AuditOptions,
  audited,
  type WholeArtefact,
} from '../../../pipeline/protect/audit.ts';
import { publishedBy } from '../../../pipeline/publish/known.ts';
import { artefactsOf } from '../../../pipeline/publish/set.ts';
import { makeWorkbook } from '../../../pipeline/publish/workbook/make.ts';
import type { Manifest } from '../../../pipeline/report/manifest.ts';
import { renderReport } from '../../../pipeline/report/report.ts';
import type { Survey } from '../../../pipeline/survey/survey.ts';
import { realFiles } from '../../read/effects.ts';
import { MANIFEST, MODEL } from '../../report/model.ts';
import { folderWith } from '../../support/cli.ts';

/** Written by one respondent. */
export const ANSWER = '食堂师傅老是把汤做咸了没人管';
/** Written by five. */
export const COMMON = '停车场晚上总是锁着门进不去';
export const ID = 'R2026-00417';
export const PHONE = '13900000417';

const ROWS = [
  ['编号', '问题和困难', '备注'],
  [ID, `一是${ANSWER}，二是别的`, `电话 ${PHONE}`],
  ...[1, 2, 3, 4, 5].map((one) => [`R2026-0050${one}`, `${COMMON}，第${one}次说了`, '']),
];

/** The survey of the made-up report, with one file of answers. */
function withAnswers(survey: Survey): Survey {
  const content = ROWS.map((cells) => `${cells.join(',')}\n`).join('');
  const folder = folderWith({ 'answers.csv': content });
  const file = {
    ...{ path: join(folder, 'answers.csv'), name: 'answers.csv' },
    ...{ encoding: null, sheet: null, headerRows: null, twin: null },
  };
  const rounds = survey.rounds.map((round, at) => ({ ...round, files: at === 0 ? [file] : [] }));
  const questions = survey.questions.map((one) => ({ ...one, asked: ['2026-q1'] }));
  const columns = { ...survey.columns, respondent: ['编号'], weight: null };
  return { ...survey, rounds, questions, columns, exclude: [], groups: [] };
}

/** Changes that rest on a hidden share are hidden too, as a run would have it. */
function consistent(tables: Tables): Tables {
  const isHidden = (round: string, code: string, value: string) =>
    tables.problems.some(
      (row) =>
        row.round === round &&
        row.code === code &&
        row.value === value &&
        row.status === 'suppressed',
    );
  const none = { share_from: null, share_to: null, difference: null, low: null, high: null };
  const trends = tables.trends.map((row) =>
    [row.from, row.to].some((round) => isHidden(round, row.code, row.value))
      ? { ...row, ...none, p: null, p_adjusted: null, change: '' as const, shown: 'no' as const }
      : row,
  );
  return { ...tables, trends };
}

export interface ResultSet {
  readonly artefacts: readonly WholeArtefact[];
  readonly options: AuditOptions;
}

const phones = (text: string) =>
  [...text.matchAll(/(?<!\d)1\d{10}(?!\d)/g)].map((found) => ({
    type: 'phone',
    start: found.index,
    end: found.index + found[0].length,
  }));

export async function soundSet(
  made: ReportModel = MODEL,
  manifest: Manifest = MANIFEST,
): Promise<ResultSet> {
  const model = { ...made, tables: consistent(made.tables) };
  const charts = drawCharts(model);
  const html = await renderReport(model, charts, manifest);
  const published = await publishedBy(model, charts, manifest);
  const workbook = () => makeWorkbook({ model, manifest });
  const set = { html, pdf: null, workbook, model, charts, manifest };
  return {
    artefacts: await toLookThrough(artefactsOf(set)),
    options: { survey: withAnswers(model.survey), published, findPersonal: phones },
  };
}

/** All of a set, each whole, as if none had been looked through. */
async function toLookThrough(made: AsyncIterable<Artefact>): Promise<readonly WholeArtefact[]> {
  const artefacts: WholeArtefact[] = [];
  for await (const one of made) {
    const content = 'content' in one ? one.content : [...one.pieces].join('');
    artefacts.push({ name: one.name, content });
  }
  return artefacts;
}

/** What the audit says of a set; nothing of a sound one. */
export async function problemsOf(
  { artefacts, options }: ResultSet,
  fx = realFiles,
): Promise<readonly Problem[]> {
  try {
    for await (const _ of audited(artefacts, options, fx));
    return [];
  } catch (error) {
    if (error instanceof LeakError) return error.problems;
    throw error;
  }
}

/** The set with one text of one file replaced. */
export function tampered(
  set: ResultSet,
  file: string,
  from: string | RegExp,
  to: string,
): ResultSet {
  const artefacts = set.artefacts.map(({ name, content }) => {
    if (name !== file) return { name, content };
    const changed = String(content).replace(from, () => to);
    if (changed === content) throw new Error(`${file} does not hold ${from}`);
    return { name, content: changed };
  });
  return { ...set, artefacts };
}
