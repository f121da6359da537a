/** JSON lines: one object a line. */
import { InputError, problem } from '../errors.ts';
import { decodeBlocks } from './blocks.ts';
import type { TableRow } from './table.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** A line longer than this (UTF-16 units) is no line. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Reads objects line by line with flat memory; blank lines are passed over.
 *
 * @throws InputError for a line that is no object, a wanted key that is absent, undecodable bytes
 */
export async function* readJsonLines(
  source: {
    readonly name: string;
    readonly chunks: AsyncIterable<Uint8Array>;
    readonly encoding: string;
  },
  wanted: readonly string[],
): AsyncGenerator<readonly TableRow[]> {
  let waiting = '';
  let line = 0;
  const parse = (text: string): TableRow[] => {
    line++;
    const trimmed = line === 1 ? text.replace(/^\uFEFF/, '').trim() : text.trim();
    return trimmed === '' ? [] : [rowOf(trimmed, line, source.name, wanted)];
  };
  for await (const { text, fault } of decodeBlocks(source.chunks, source.encoding)) {
    const lines = (waiting + text).split('\n');
    waiting = lines.pop()!;
    if (lines.length > 0) yield lines.flatMap(parse);
    if (fault !== null) {
      const values = { encoding: source.encoding, offset: fault };
      throw new InputError([
        problem('line-undecodable', { file: source.name, line: line + 1 }, values),
      ]);
    }
    if (waiting.length > LONGEST) {
      throw new InputError([
        problem('not-json', { file: source.name, line: line + 1 }, { found: waiting.slice(0, 60) }),
      ]);
    }
  }
  if (waiting !== '') yield parse(waiting);
}

function rowOf(text: string, line: number, file: string, wanted: readonly string[]): TableRow {
  const record = parseObject(text);
  if (record === null) {
    throw new InputError([problem('not-json', { file, line }, { found: text.slice(0, 60) })]);
  }
  const picked = wanted.map((key) => {
    if (Object.hasOwn(record, key)) return textOf(record[key]);
    const values = { wanted: key, headers: Object.keys(record).join(' | ') };
    throw new InputError([problem('table-column-missing', { file, line }, values)]);
  });
  return { row: line, cells: [], record, picked };
}

function parseObject(text: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonRecord)
      : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(textOf).join(';') : String(value);
}
