/**
 * The last look at a set of results before it is put in place: every file is parsed as its readers
 * will, and nothing may stand in it that points at a person or at this machine.
 *
 * - figures: none where the protected tables hide their key; line by line in tables/, results.json
 *   and workbooks, by the names beside them in the report's tables and the data of charts
 * - text: no words of an answer, no id of a respondent, no personal data of the inputs
 * - addresses: no absolute path and no network address
 *
 * Texts that the program, the survey, its taxonomies and the names in the tables explain are sound;
 * the inputs are read again only for what is left, which as a rule is nothing. Not looked at: marks
 * of drawings (their figures are those of the chart's data), figures within sentences, and words
 * shorter than `GRAM` characters.
 */
import type { Effects } from '../effects.ts';
import { LeakError, problem } from '../errors.ts';
import { sha256 } from '../sha256.ts';
import type { Artefact, Findings } from './audit/artefact.ts';
import { confirmSuspects } from './audit/confirm.ts';
import { inspectHtml } from './audit/inspect-html.ts';
import { inspectChartFile, inspectJson } from './audit/inspect-json.ts';
import { inspectManifest } from './audit/inspect-manifest.ts';
import { inspectPdf } from './audit/inspect-pdf.ts';
import { inspectCsv, inspectResults } from './audit/inspect-rows.ts';
import { inspectWorkbook } from './audit/inspect-workbook.ts';
import { type AuditOptions, type Inspection, openInspection } from './audit/inspection.ts';

export type { Artefact, Findings } from './audit/artefact.ts';
export type { AuditOptions, Published, PublishedSheet } from './audit/inspection.ts';
export type { Names, Part } from './audit/names.ts';
export type { FindPersonal } from './audit/suspects.ts';

/** Looks through one artefact by itself. */
export function lookThrough(artefact: Artefact, options: AuditOptions): Findings {
  const inspection = openInspection(options);
  inspect(artefact, inspection);
  const { figures, texts } = inspection;
  const problems = [...figures, ...texts.problems];
  return { sha256: sha256(artefact.content), problems, suspects: texts.suspects };
}

/**
 * Hands on each artefact once it has been looked through.
 *
 * @throws LeakError after the last one, with everything that must not be published
 */
export async function* audited(
  artefacts: AsyncIterable<Artefact> | Iterable<Artefact>,
  options: AuditOptions,
  fx: Effects,
): AsyncGenerator<Artefact> {
  const inspection = openInspection(options);
  for await (const artefact of artefacts) {
    if (!takeFindings(artefact, inspection)) inspect(artefact, inspection);
    yield artefact;
  }
  const { figures, texts } = inspection;
  const confirmed = await confirmSuspects(texts.suspects, options.survey, fx);
  const problems = [...figures, ...texts.problems, ...confirmed];
  if (problems.length > 0) throw new LeakError(problems);
}

/** False where there are none of these very bytes. */
function takeFindings(
  { name, content, findings }: Artefact,
  { figures, texts, documents }: Inspection,
): boolean {
  if (findings === undefined || findings.sha256 !== sha256(content)) return false;
  if (typeof content !== 'string') documents.set(name, findings.sha256);
  figures.push(...findings.problems);
  texts.join(findings.suspects);
  return true;
}

function inspect({ name, content }: Artefact, inspection: Inspection): void {
  const at = { file: name };
  inspection.texts.take(name, () => at);
  if (!isExpected(name, inspection)) {
    // Nothing is known of its figures, so none can be held against what is hidden.
    inspection.figures.push(problem('leak-form', at, { detail: name }));
  }
  try {
    if (typeof content !== 'string' && name.endsWith('.pdf')) inspectPdf(name, content, inspection);
    else if (typeof content !== 'string') inspectWorkbook(name, content, inspection);
    else if (name.endsWith('.html')) inspectHtml(name, content, inspection);
    else if (name.endsWith('.csv')) inspectCsv(name, content, inspection);
    else if (name === 'results.json') inspectResults(name, content, inspection);
    else if (name.endsWith('.vl.json')) inspectChartFile(name, content, inspection);
    else if (name === 'manifest.json') inspectManifest(name, content, inspection);
    else inspectJson(JSON.parse(content), at, inspection);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    inspection.figures.push(problem('leak-form', at, { detail: error.message }));
  }
}

/** Whether a file is one that a set of results has. */
function isExpected(name: string, { published }: Inspection): boolean {
  const table = /^tables\/(\w+)\.csv$/.exec(name)?.[1];
  if (table !== undefined) return Object.hasOwn(published.columns, table);
  const chart = /^charts\/(.+)\.vl\.json$/.exec(name)?.[1];
  if (chart !== undefined) return published.charts.some((one) => one.name === chart);
  return WHOLE_FILES.includes(name);
}

const WHOLE_FILES: readonly string[] = [
  'report.html',
  'report.xlsx',
  'report.pdf',
  'results.json',
  'manifest.json',
];
