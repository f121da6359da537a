/** A part of a round from a file that comes from elsewhere, checked before anything is made of it. */
import { isAscii } from 'node:buffer';
import type { Effects } from '../../effects.ts';
import { InputError, type Problem, problem } from '../../errors.ts';
import type { NamedFile, Survey } from '../../survey/survey.ts';
import { type Account, setAsideRows } from '../account.ts';
import { balanceOf } from '../balance.ts';
import type { ReadFile } from '../read-round.ts';
import { balanceFaults } from '../settle.ts';
import type { Tally } from '../tally.ts';
import { PART_LINE } from './part.ts';
import { type PartHead, partHead, roundHead } from './part-head.ts';
import type { TallyReader } from './part-tally.ts';
import { COUNTED_BY, type CountedBy } from './round-key.ts';
import { hasFirstLine, LINE_END, unsealed } from './seal.ts';
import { Unsound } from './unsound.ts';

/** What a file holds: its head, and what was counted. */
export interface HeadAndTally {
  readonly head: PartHead;
  readonly tally: Tally;
}

/** What parts of a round must fit. */
export interface Wanted {
  readonly survey: Survey;
  readonly round: string;
  /** How the round is counted here. */
  readonly by: CountedBy;
  readonly reader: TallyReader;
}

/** What a file holds, or why it cannot be read. */
export type Content = { readonly bytes: Uint8Array } | { readonly error: unknown };

/** The content of each file in turn; the next ones are read while one is looked at. */
export async function* readAhead(
  files: readonly NamedFile[],
  fx: Pick<Effects, 'stat' | 'read'>,
): AsyncGenerator<Content, void> {
  const reading: Promise<Content>[] = [];
  for (const file of files) {
    reading.push(
      contentOf(file, fx).then(
        (bytes) => ({ bytes }),
        (error: unknown) => ({ error }),
      ),
    );
    if (reading.length > AHEAD) yield await reading.shift()!;
  }
  for (const content of reading) yield await content;
}

/** Files that are read while another is looked at: with one alone, looking waits for reading. */
const AHEAD = 4;

async function contentOf(
  { path, name }: NamedFile,
  fx: Pick<Effects, 'stat' | 'read'>,
): Promise<Uint8Array> {
  const { kind } = await fx.stat(path);
  if (kind === 'missing') throw refused('file-missing', name, { path: name, hint: '' });
  if (kind === 'folder') throw refused('file-is-folder', name, { path: name });
  return fx.read(path);
}

/**
 * What a file holds, each part of it checked against the others.
 *
 * @param name of the file, for messages
 * @throws InputError for what is no tally, or not a whole one; for a tally of another round, or counted
 *   in another way; and for counts that no counting can have come to
 */
export function parsePart(content: Uint8Array, name: string, wanted: Wanted): HeadAndTally {
  if (!hasFirstLine(PART_LINE, content)) throw refused('tally-foreign', name);
  const rest = unsealed(PART_LINE, content);
  if (rest === null) throw refused('tally-damaged', name);
  const end = rest.indexOf(LINE_END);
  const head = headOf(rest.subarray(0, Math.max(0, end)), name);
  requireFit(head, name, wanted);
  const counts = Buffer.from(rest.buffer, rest.byteOffset + end + 1, rest.length - end - 1);
  // Read byte by byte, other characters would become names that nobody wrote.
  if (!isAscii(counts)) throw refused('tally-unsound', name, { place: 'counts' });
  const tally = soundTally(
    jsonOf(() => counts.toString('latin1'), name),
    name,
    wanted.reader,
  );
  requireSound(head, tally, name, wanted);
  return { head, tally };
}

/** The round that a file says it is of: its beginning is enough to tell. */
export async function roundOf(file: NamedFile, fx: Effects): Promise<string> {
  const chunks: Uint8Array[] = [];
  let ends = 0;
  for await (const chunk of fx.stream(file.path, HEAD_BYTES)) {
    chunks.push(chunk);
    ends += lineStarts(chunk).length - 1;
    if (ends >= LINES_BEFORE || (chunks.length === 1 && !hasFirstLine(PART_LINE, chunk))) break;
  }
  const content = Buffer.concat(chunks);
  if (!hasFirstLine(PART_LINE, content)) throw refused('tally-foreign', file.name);
  const starts = lineStarts(content);
  if (starts.length <= LINES_BEFORE) throw refused('tally-damaged', file.name);
  const [from, to] = starts.slice(-2) as [number, number];
  const head = roundHead.safeParse(jsonOf(() => textOf(content.subarray(from, to - 1)), file.name));
  if (!head.success) throw refused('tally-unsound', file.name, { place: 'round' });
  return head.data.round;
}

/** As much as the beginning of a tally of one file takes, as a rule. */
const HEAD_BYTES = 1 << 13;

/** Where each of the first lines begins, and what follows them, as far as they are there. */
function lineStarts(content: Uint8Array): readonly number[] {
  const starts = [0];
  while (starts.length <= LINES_BEFORE) {
    const end = content.indexOf(LINE_END, starts.at(-1));
    if (end < 0) break;
    starts.push(end + 1);
  }
  return starts;
}

/** What it is, the seal, and the head. */
const LINES_BEFORE = 3;

function headOf(line: Uint8Array, name: string): PartHead {
  const found = partHead.safeParse(jsonOf(() => textOf(line), name));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw refused('tally-unsound', name, { place: issue?.path.map(String).join('.') ?? '' });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** @param text which fails where it would be longer than a text can be; no tally is written so */
function jsonOf(text: () => string, name: string): unknown {
  try {
    return JSON.parse(text());
  } catch {
    throw refused('tally-damaged', name);
  }
}

/** Counted in the same way, or sums of the two would be of nothing in particular. */
function requireFit({ round, by }: PartHead, name: string, wanted: Wanted): void {
  const problems: Problem[] = [];
  if (round !== wanted.round) {
    problems.push(problem('tally-other-round', { file: name }, { round, wanted: wanted.round }));
  }
  const differing = COUNTED_BY.filter((part) => by[part] !== wanted.by[part]);
  // Of another round it is no wonder that it is counted otherwise.
  if (problems.length === 0 && differing.length > 0) {
    const parts = differing.map((one) => [one, mark(by[one]), mark(wanted.by[one])].join(' '));
    problems.push(problem('tally-otherwise', { file: name }, { parts: parts.join(', ') }));
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Enough of a hash to tell it from another. */
function mark(hash: string): string {
  return hash.slice(0, 8);
}

/** What the head says must agree with itself, and with what was counted. */
function requireSound(head: PartHead, tally: Tally, name: string, { survey, round }: Wanted): void {
  const files = filesOf(head, name);
  const names = new Set(files.map(({ file }) => file.name));
  const isKnown = [...tally.answers.keys()].every((file) => names.has(file));
  if (names.size < files.length || !isKnown)
    throw refused('tally-unsound', name, { place: 'files' });
  const settled = files.map((one) => ({
    ...one,
    balance: balanceOf(one.file, one.account, tally),
  }));
  if (files.some(({ account }) => !isWhole(account))) {
    throw refused('tally-unsound', name, { place: 'files.account' });
  }
  const [fault] = balanceFaults(survey, settled, new Map([[round, tally]]));
  if (fault !== undefined) throw refused('tally-unsound', name, { place: fault.split(':')[0]! });
  const most = files.reduce((sum, { account }) => sum + account.rows, 0);
  if (head.hygiene.some(({ n, base }) => (n ?? 0) > base || base > most)) {
    throw refused('tally-unsound', name, { place: 'hygiene' });
  }
}

function isWhole(account: Account): boolean {
  return account.rows === account.used + account.excluded + setAsideRows(account);
}

function soundTally(counts: unknown, name: string, reader: TallyReader): Tally {
  try {
    return reader.read(counts);
  } catch (error) {
    if (!(error instanceof Unsound)) throw error;
    throw refused('tally-unsound', name, { place: error.place });
  }
}

/** The files of a tally as they were read elsewhere. */
export function filesOf({ files, round }: PartHead, tallyName: string): readonly ReadFile[] {
  return files.map((one) => fileOf(one, round, tallyName));
}

function fileOf(one: PartHead['files'][number], round: string, tallyName: string): ReadFile {
  const { account, counts, notes, twin, ...rest } = one;
  const whole: Account = { ...account, firstAside: [], examples: new Map() };
  const file = {
    ...rest,
    twin: twin && { ...twin, compared: () => twin.compared },
    notes: () => notes,
    counts: () => counts,
  };
  return { round, file, account: whole, tallyName };
}

function refused(
  key: 'file-missing' | 'file-is-folder' | 'tally-foreign' | 'tally-damaged' | 'tally-unsound',
  file: string,
  values: Readonly<Record<string, string>> = {},
): InputError {
  return new InputError([problem(key, { file }, values)]);
}
