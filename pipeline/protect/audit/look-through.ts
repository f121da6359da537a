/** Looks through artefacts one by one, as their readers will. */
import { problem } from '../../errors.ts';
import { sha256 } from '../../sha256.ts';
import type { Findings, WholeArtefact } from './artefact.ts';
import { inspectHtml } from './inspect-html.ts';
import { inspectChartFile, inspectJson } from './inspect-json.ts';
import { inspectManifest } from './inspect-manifest.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectCsv, inspectResults } from './inspect-rows.ts';
import { inspectWorkbook } from './inspect-workbook.ts';
import { type AuditOptions, type Inspection, openInspection } from './inspection.ts';
import type { TakePiece } from './pieces.ts';

/** Looks through one artefact by itself. */
export function lookThrough({ name, content }: WholeArtefact, options: AuditOptions): Findings {
  const inspection = openInspection(options);
  inspect(name, inspection)(content);
  const { figures, texts } = inspection;
  const problems = [...figures, ...texts.problems];
  return { sha256: sha256(content), problems, suspects: texts.suspects };
}

/** Adds to an inspection what is wrong with an artefact; takes its content, or one piece after the other. */
export function inspect(
  name: string,
  inspection: Inspection,
): (content: WholeArtefact['content']) => void {
  const at = { file: name };
  inspection.texts.take(name, () => at);
  if (!isExpected(name, inspection)) {
    // Nothing is known of its figures, so none can be held against what is hidden.
    inspection.figures.push(problem('leak-form', at, { detail: name }));
  }
  const take = takerOf(name, inspection);
  let isReadable = true;
  return (content) => {
    try {
      if (isReadable) take(content);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      isReadable = false;
      inspection.figures.push(problem('leak-form', at, { detail: error.message }));
    }
  };
}

function takerOf(
  name: string,
  inspection: Inspection,
): (content: WholeArtefact['content']) => void {
  const takeText = textTakerOf(name, inspection);
  return (content) => {
    if (typeof content === 'string') takeText(content);
    else if (name.endsWith('.pdf')) inspectPdf(name, content, inspection);
    else inspectWorkbook(name, content, inspection);
  };
}

function textTakerOf(name: string, inspection: Inspection): TakePiece {
  if (name.endsWith('.csv')) return inspectCsv(name, inspection);
  if (name === 'results.json') return inspectResults(name, inspection);
  return (content) => {
    if (name.endsWith('.html')) inspectHtml(name, content, inspection);
    else if (name.endsWith('.vl.json')) inspectChartFile(name, content, inspection);
    else if (name === 'manifest.json') inspectManifest(name, content, inspection);
    else inspectJson(JSON.parse(content), { file: name }, inspection);
  };
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
