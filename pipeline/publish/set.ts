/** The published files of a set. */
import type { Tables } from '../aggregate/tables.ts';
import type { NamedChart, ReportModel } from '../chart/charts.ts';
import type { Artefact } from '../protect/audit.ts';
import type { Manifest } from '../report/manifest.ts';
import { sha256 } from '../sha256.ts';
import { COLUMNS } from './columns.ts';
import { resultsJson, tableCsv } from './files.ts';
import { PDF } from './pdf/print-pdf.ts';
import { type Stage, writePieces } from './stage.ts';
import type { BegunWorkbook } from './workbook/make.ts';
import { WORKBOOK } from './workbook/workbook.ts';

export interface PublishedSet {
  readonly html: string;
  /** The same, printed; null where nobody asked for it. */
  readonly pdf: Uint8Array | null;
  /** Asked for late, since it may be in the making. */
  readonly workbook: BegunWorkbook['made'];
  readonly model: ReportModel;
  readonly charts: readonly NamedChart[];
  readonly manifest: Manifest;
}

/** manifest.json: with what the report made at the same time cannot hold. */
interface PublishedManifest extends Manifest {
  /** Files for readers that are no text, so that nobody sees from their look whether they are ours. */
  readonly documents: readonly { readonly file: string; readonly sha256: string }[];
}

/**
 * The files one after the other, each made when it is asked for: together they may be larger than
 * what should be held. manifest.json comes last, since it marks the set as ours.
 */
export async function* artefactsOf({
  html,
  pdf,
  workbook,
  model,
  charts,
  manifest,
}: PublishedSet): AsyncGenerator<Artefact> {
  const { survey, tables } = model;
  yield { name: 'report.html', content: html };
  yield { name: 'results.json', pieces: resultsJson(tables) };
  for (const name of Object.keys(COLUMNS) as (keyof Tables)[]) {
    yield { name: `tables/${name}.csv`, pieces: tableCsv(tables, name) };
  }
  for (const chart of charts) {
    yield {
      name: `charts/${chart.name}.vl.json`,
      content: json(chart.specs[survey.languages[0]!]),
    };
  }
  const documents = [
    { name: WORKBOOK, ...(await workbook()) },
    ...(pdf === null ? [] : [{ name: PDF, content: pdf }]),
  ];
  yield* documents;
  const hashed = documents.map(({ name, content }) => ({ file: name, sha256: sha256(content) }));
  yield {
    name: 'manifest.json',
    content: json({ ...manifest, documents: hashed } satisfies PublishedManifest),
  };
}

export async function writeSet(stage: Stage, artefacts: AsyncIterable<Artefact>): Promise<void> {
  for await (const artefact of artefacts) {
    const pieces = 'content' in artefact ? [artefact.content] : artefact.pieces;
    await writePieces(await stage.create(artefact.name), pieces);
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
