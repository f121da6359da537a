/** Looks through artefacts one by one, as their readers will. */
import { problem } from '../../errors.ts';
import { sha256 } from '../../sha256.ts';
import type { Artefact, Findings } from './artefact.ts';
import { inspectHtml } from './inspect-html.ts';
import { inspectChartFile, inspectJson } from './inspect-json.ts';
import { inspectManifest } from './inspect-manifest.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectCsv, inspectResults } from './inspect-rows.ts';
import { inspectWorkbook } from './inspect-workbook.ts';
import { type AuditOptions, type Inspection, openInspection } from './inspection.ts';

/** Looks through one artefact by itself. */
export function lookThrough(artefact: Artefact, options: AuditOptions): Findings {
  const inspection = openInspection(options);
  inspect(artefact, inspection);
  const { figures, texts } = inspection;
  const problems = [...figures, ...texts.problems];
  return { sha256: sha256(artefact.content), problems, suspects: texts.suspects };
}

/** Adds to an inspection what is wrong with an artefact. */
export function inspect({ name, content }: Artefact, inspection: Inspection): void {
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
