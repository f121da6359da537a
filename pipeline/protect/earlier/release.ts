/** The results that were given away before, and that these results may be laid beside. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Effects } from '../../effects.ts';
import { InputError, problem } from '../../errors.ts';
import { isOurs, MARK } from '../../mark.ts';
import { readRows } from '../audit/read-results.ts';
import { knownCounts, type PublishedTables, publishedTables } from './known-counts.ts';
import { LEFT_OUT_FILE, type LeftOut, NOTHING_LEFT_OUT, readLeftOut } from './left-out.ts';
import { knownLone, loneTables } from './lone-counts.ts';
import { CHANGES, type Changes, changesIn } from './remembered.ts';

export interface Release {
  /** Tables of which changed figures are told. */
  readonly tables: Pick<PublishedTables, 'problems' | 'closed'>;
  /** Counts by name, null where hidden; also those that it left out, as the last one told that had them. */
  readonly known: ReadonlyMap<string, number | null>;
  /** Of those that it left out: how many releases, up to this one, have done so. */
  readonly left: ReadonlyMap<string, number>;
  /** Of each round, what identifies its input files; also of those that it left out. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Rounds that it had otherwise than a release before it, see `isRevised`. */
  readonly revised: ReadonlySet<string>;
  /** How the respondents of rounds have changed from release to release. */
  readonly changes: Changes;
  /** What its answers were coded by, as `codingOf` tells it; null of an older version. */
  readonly coding: string | null;
}

/** What decides how answers are coded. */
const coding = z.object({
  program: z.object({ version: z.string() }),
  hand_codes: z.object({ sha256: z.string() }).nullable(),
  taxonomies: z.array(z.object({ id: z.string(), sha256: z.string() })),
});

/** The same of whatever is coded alike; null where that is not told. @param by as manifest.json has it */
export function codingOf(by: object): string | null {
  const told = coding.safeParse(by);
  return told.success ? JSON.stringify(told.data) : null;
}

const manifest = coding.partial().extend({
  inputs: z.array(z.object({ round: z.string(), sha256: z.string() })),
  // Releases of older versions were laid beside none, or did not say so.
  revised: z.array(z.string()).default([]),
  changes: z
    .array(
      z.object({
        round: z.string(),
        group: z.string().optional(),
        respondents: z.enum(CHANGES),
      }),
    )
    .default([]),
});

const results = z.object({ ...publishedTables.shape, ...loneTables.shape });

/**
 * The release in a folder; null where there is none.
 *
 * @param folder as `run` writes it
 * @throws InputError where there is one of which the figures cannot be read
 */
export async function readRelease(folder: string, fx: Effects): Promise<Release | null> {
  const about = await readManifest(join(folder, MARK), fx);
  if (about === null) return null;
  const tables = await readResults(join(folder, 'results.json'), fx);
  const left = await readLeft(join(folder, LEFT_OUT_FILE), fx);
  const own = new Map([...knownCounts(tables), ...knownLone(tables)]);
  return {
    tables: { problems: tables.problems, closed: tables.closed },
    known: new Map([...left.known, ...own]),
    left: new Map([...left.left].filter(([name]) => !own.has(name))),
    inputs: new Map([...left.inputs, ...inputsByRound(about.inputs)]),
    revised: new Set(about.revised),
    changes: changesIn(about.changes),
    coding: codingOf(about),
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

/** Null where it is missing, or that of another program. */
async function readManifest(path: string, fx: Effects): Promise<z.infer<typeof manifest> | null> {
  if ((await fx.stat(path)).kind !== 'file') return null;
  const content = await fx.read(path);
  if (!isOurs(content)) return null;
  const about = manifest.safeParse(JSON.parse(new TextDecoder().decode(content)));
  if (!about.success) throw unreadable(path, firstIn(about.error));
  return about.data;
}

/** What it left out; nothing where it has no private folder. */
async function readLeft(path: string, fx: Effects): Promise<LeftOut> {
  if ((await fx.stat(path)).kind !== 'file') return NOTHING_LEFT_OUT;
  try {
    return readLeftOut(new TextDecoder().decode(await fx.read(path)));
  } catch (error) {
    if (error instanceof z.ZodError) throw unreadable(path, firstIn(error));
    if (error instanceof SyntaxError) throw unreadable(path, error.message);
    throw error;
  }
}

/**
 * Of the tables what is needed; tables that the release does not have are empty.
 *
 * The file may be longer than a text can be.
 */
async function readResults(path: string, fx: Effects): Promise<z.infer<typeof results>> {
  if ((await fx.stat(path)).kind !== 'file') throw unreadable(path, 'no such file');
  const tables = results.parse(
    Object.fromEntries(Object.keys(results.shape).map((name) => [name, []])),
  );
  const rows = readRows((name, row, index) => {
    if (!Object.hasOwn(tables, name)) return;
    const table = name as keyof typeof tables;
    const read = results.shape[table].element.safeParse(row);
    if (!read.success) throw new SyntaxError(`${name}[${index}].${firstIn(read.error)}`);
    (tables[table] as unknown[]).push(read.data);
  });
  try {
    for await (const lines of linesIn(fx.stream(path))) rows.take(lines);
    if (!rows.isComplete()) throw new SyntaxError('the end is missing');
    // Every release was made of files.
    if (tables.rows.length === 0) throw new SyntaxError('rows: []');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw unreadable(path, error.message);
  }
  return tables;
}

function unreadable(file: string, detail: string): InputError {
  return new InputError([problem('release-unreadable', { file }, { detail })]);
}

/** Where the first fault is. */
function firstIn({ issues }: z.ZodError): string {
  return issues[0]!.path.join('.');
}

/** More characters than any line of a table has. */
const LONGEST_LINE = 1 << 20;

/** A text as runs of whole lines, none of them empty; the last may have no end. */
async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('\n') + 1;
    // Programs that keep versions of files may have changed the ends of lines.
    if (end > 0) yield text.slice(0, end).replaceAll('\r\n', '\n');
    rest = text.slice(end);
    if (rest.length > LONGEST_LINE) throw new SyntaxError(rest.slice(0, 40));
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
