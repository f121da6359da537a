/** Bytes of a file, whatever it is -> records, as a text or a workbook. */
import type { Effects } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import { readCsv } from './csv.ts';
import type { Dialect } from './csv-dialect.ts';
import type { Encoding, EncodingReason } from './encoding.ts';
import { firstPass } from './first-pass.ts';
import { fileKind, isArchive } from './kind.ts';
import { Notes } from './notes.ts';
import type { RawBatch } from './record.ts';
import { readWorkbook } from './workbook.ts';

export interface SourceOptions {
  /** A label that TextDecoder knows, or null to find out. */
  readonly encoding: string | null;
  /** Sheet of a workbook, or null for the one that fits best. */
  readonly sheet: string | null;
  /** Headers that will be looked for, by which the sheet is found; none where nobody knows them. */
  readonly columns?: readonly string[];
}

/** The records of a file, its encoding settled, before anybody knows what they mean. */
export interface Source {
  readonly sha256: string;
  readonly encoding: string;
  readonly encodingReason: EncodingReason | 'workbook';
  readonly runnerUp: string | null;
  /** Where the encoding was given: another one that the content looks like, else null. */
  readonly likely: string | null;
  /** The sheet that is read; null of a text. */
  readonly sheet: string | null;
  /** Null for a workbook, and until the first records of a text are read. */
  delimiter(): string | null;
  readonly batches: AsyncIterator<RawBatch>;
  /** All records from the start, without notes. */
  readonly again: () => AsyncIterable<RawBatch>;
  /** Whether blank rows are no records. */
  readonly leavesOutBlank: boolean;
  /** Whether its cells may be merged. */
  readonly mayBeMerged: boolean;
}

const WORKBOOK = {
  encoding: 'workbook',
  encodingReason: 'workbook',
  runnerUp: null,
  likely: null,
  delimiter: () => null,
  leavesOutBlank: true,
  mayBeMerged: true,
} as const;

/** @throws InputError if the file is missing, empty, no table, or its encoding is none */
export async function openSource(
  path: string,
  name: string,
  { encoding: given, sheet, columns = [] }: SourceOptions,
  notes: Notes,
  fx: Effects,
): Promise<Source> {
  const stat = await fx.stat(path);
  const { kind: stands, size } = stat;
  if (stands === 'missing') throw refuse('file-missing', name, { path: name, hint: '' });
  if (stands === 'folder') throw refuse('file-is-folder', name, { path: name });
  if (size === 0) throw refuse('file-empty', name, {});
  if (given !== null && !isEncoding(given))
    throw refuse('unknown-encoding', name, { encoding: given });
  const found = await firstPass(path, stat, given, fx);
  const kind = fileKind(found.head);
  const requireSame = async (bytes: number) => {
    const now = await fx.stat(path);
    const same = now.size === stat.size && now.modified === stat.modified;
    if (!same || bytes !== found.bytes) throw refuse('file-changed', name, {});
  };
  if (kind === 'workbook') {
    const content = await fx.read(path);
    await requireSame(content.length);
    const chosen = readWorkbook(content, name, { sheet, columns }, notes);
    const read = (into: Notes) => stepwise(chosen.records(into));
    const [batches, again] = [read(notes), () => read(new Notes())];
    return { ...WORKBOOK, sha256: found.sha256, sheet: chosen.sheet, batches, again };
  }
  if (isArchive(kind)) throw refuse('archive', name, { kind: kind.toUpperCase() });
  if (kind !== 'text') throw refuse('not-a-table', name, { kind: kind.toUpperCase() });
  if (found.doubtful) notes.add('encoding-doubtful', 1, found.encoding);
  if (found.likely !== null) {
    const { encoding, likely } = found;
    notes.add('encoding-given', 1, '', { encoding, likely });
  }
  const chunks = () => watched(fx.stream(path), requireSame);
  return textSource(name, found, chunks, notes);
}

/**
 * What a file is known by comes from the pass before; it must be the same file that is read now.
 *
 * @param requireSame told how many bytes there were, once all have been read
 */
async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  requireSame: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
  }
  await requireSame(bytes);
}

/** @param chunks begins to read the file anew */
function textSource(
  name: string,
  found: Encoding,
  chunks: () => AsyncIterable<Uint8Array>,
  notes: Notes,
): Source {
  const { encoding, reason, sha256, runnerUp, likely } = found;
  let delimiter: string | null = null;
  const onDialect = (dialect: Dialect) => {
    delimiter = dialect.delimiter;
  };
  const read = (into: Notes) =>
    readCsv({ name, chunks: chunks(), encoding, likely, onDialect }, into);
  return {
    sha256,
    encoding,
    encodingReason: reason,
    runnerUp,
    likely,
    sheet: null,
    delimiter: () => delimiter,
    batches: read(notes),
    again: () => read(new Notes()),
    leavesOutBlank: false,
    mayBeMerged: false,
  };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

async function* stepwise(batches: Iterable<RawBatch>): AsyncGenerator<RawBatch> {
  yield* batches;
}

function refuse(
  key:
    | 'file-missing'
    | 'file-is-folder'
    | 'file-empty'
    | 'not-a-table'
    | 'archive'
    | 'unknown-encoding'
    | 'file-changed',
  file: string,
  values: Readonly<Record<string, string>>,
): InputError {
  return new InputError([problem(key, { file }, values)]);
}
