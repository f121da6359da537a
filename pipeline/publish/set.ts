/** Writes the published files of a set; manifest.json last, since it marks the set as ours. */
import type { Tables } from '../aggregate/tables.ts';
import type { NamedChart } from '../chart/charts.ts';
import type { Manifest } from '../report/manifest.ts';
import type { Lang } from '../survey/text.ts';
import { COLUMNS, resultsJson, tableCsv } from './files.ts';
import type { Stage } from './stage.ts';

export interface PublishedSet {
  readonly html: string;
  readonly tables: Tables;
  readonly charts: readonly NamedChart[];
  readonly manifest: Manifest;
  /** Of the stand-alone charts. */
  readonly lang: Lang;
}

export async function writeSet(stage: Stage, set: PublishedSet): Promise<void> {
  await stage.write('report.html', set.html);
  await stage.write('results.json', resultsJson(set.tables));
  for (const name of Object.keys(COLUMNS) as (keyof Tables)[]) {
    await stage.write(`tables/${name}.csv`, tableCsv(set.tables, name));
  }
  for (const chart of set.charts) {
    await stage.write(`charts/${chart.name}.vl.json`, json(chart.specs[set.lang]));
  }
  await stage.write('manifest.json', json(set.manifest));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
