/** The results that were given away before, and that these results may be laid beside. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Effects } from '../../effects.ts';
import { knownCounts, type PublishedTables, publishedTables } from './known-counts.ts';
import { knownLone, loneTables } from './lone-counts.ts';

export interface Release {
  readonly tables: PublishedTables;
  /** Counts by name; null where hidden. */
  readonly known: ReadonlyMap<string, number | null>;
  /** Of each round, what identifies its input files. */
  readonly inputs: ReadonlyMap<string, string>;
}

const manifest = z.object({
  program: z.object({ name: z.literal('canvass') }),
  inputs: z.array(z.object({ round: z.string(), sha256: z.string() })),
});

/**
 * The release in a folder; null where there is none that can be read.
 *
 * @param folder as `run` writes it
 */
export async function readRelease(folder: string, fx: Effects): Promise<Release | null> {
  const { kind } = await fx.stat(join(folder, 'manifest.json'));
  if (kind !== 'file') return null;
  const about = manifest.safeParse(await readJson(join(folder, 'manifest.json'), fx));
  const results = await readJson(join(folder, 'results.json'), fx);
  const tables = publishedTables.safeParse(results);
  const lone = loneTables.safeParse(results);
  if (!about.success || !tables.success || !lone.success) return null;
  return {
    tables: tables.data,
    known: new Map([...knownCounts(tables.data), ...knownLone(lone.data)]),
    inputs: inputsByRound(about.data.inputs),
  };
}

/** What identifies the input files of each round. */
export function inputsByRound(
  inputs: readonly { readonly round: string; readonly sha256: string }[],
): ReadonlyMap<string, string> {
  const byRound = new Map<string, string>();
  for (const { round, sha256 } of inputs) {
    byRound.set(round, `${byRound.get(round) ?? ''} ${sha256}`);
  }
  return byRound;
}

async function readJson(path: string, fx: Effects): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await fx.read(path)));
  } catch {
    return null;
  }
}
