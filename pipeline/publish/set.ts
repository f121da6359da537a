/** The published files of a set. */
import type { Tables } from '../aggregate/tables.ts';
import type { NamedChart } from '../chart/charts.ts';
import type { Artefact } from '../protect/audit.ts';
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

/**
 * The files one after the other, each made when it is asked for: together they may be larger than
 * what should be held. manifest.json comes last, since it marks the set as ours.
 */
export function* artefactsOf(set: PublishedSet): Generator<Artefact> {
  yield { name: 'report.html', content: set.html };
  yield { name: 'results.json', content: resultsJson(set.tables) };
  for (const name of Object.keys(COLUMNS) as (keyof Tables)[]) {
    yield { name: `tables/${name}.csv`, content: tableCsv(set.tables, name) };
  }
  for (const chart of set.charts) {
    yield { name: `charts/${chart.name}.vl.json`, content: json(chart.specs[set.lang]) };
  }
  yield { name: 'manifest.json', content: json(set.manifest) };
}

export async function writeSet(stage: Stage, artefacts: AsyncIterable<Artefact>): Promise<void> {
  for await (const { name, content } of artefacts) await stage.write(name, content);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
