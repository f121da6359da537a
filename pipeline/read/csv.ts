/** The second pass over a delimited text: bytes -> records, streamed. */
import { InputError, problem } from '../errors.ts';
import { decodeBlocks } from './blocks.ts';
import { type Dialect, sniffDialect } from './csv-dialect.ts';
import type { Notes } from './notes.ts';
import { parseText, parseWithoutCr } from './parse-text.ts';
import { isBlank, type RawBatch } from './record.ts';

/** A record longer than this (UTF-16 units) is a quote that was never closed. */
const LONGEST_RECORD = 16 * 1024 * 1024;

/** Text to look at before parsing begins. */
const SNIFF = 64 * 1024;

/** Control characters that no text needs, besides the zero byte. */
const CONTROL = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * What a text must be looked at more closely for: these, U+FFFD and a CR. Most texts hold none, and
 * are looked through once instead of for each.
 */
const ODD = /[\x00-\x08\x0b-\x1f\x7f\ufffd]/;

export interface CsvSource {
  /** As the user named the file. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** A label that TextDecoder knows. */
  readonly encoding: string;
  /** Where it was given: another one that the content looks like. */
  readonly likely?: string | null;
  /** Told how the text is written, before the first record comes. */
  readonly onDialect?: (dialect: Dialect) => void;
}

/**
 * Reads records in file order, some hundred at a time, and only as fast as they are taken.
 *
 * The delimiter is found from the first records; a text may mix LF, CRLF and CR. The row of a
 * record is its number counting blank lines, as a spreadsheet counts.
 *
 * @throws InputError for a byte that is no text, a quote that is never closed or is closed in
 *   the middle of a later row, and a tail of zero bytes
 */
export async function* readCsv(source: CsvSource, notes: Notes): AsyncGenerator<RawBatch> {
  let parser: RecordParser | null = null;
  let start = '';
  const begin = () => {
    const dialect = sniffDialect(start.slice(0, SNIFF));
    source.onDialect?.(dialect);
    start = start.slice(dialect.preamble);
    return new RecordParser(dialect, source.name, notes);
  };
  for await (const block of decodeBlocks(source.chunks, source.encoding)) {
    if (parser) {
      yield parser.push(block.text);
    } else {
      start += block.text;
      if (start.length < SNIFF && block.fault === null) continue;
      parser = begin();
      yield parser.push(start);
    }
    if (block.fault !== null) parser.refuseFault(block.fault, source);
  }
  if (!parser) {
    parser = begin();
    yield parser.push(start);
  }
  yield parser.end();
}

/** Turns pieces of text into records, keeping the unfinished one. */
class RecordParser {
  readonly #dialect: Dialect;
  readonly #file: string;
  readonly #notes: Notes;
  /** Text that is no record yet: an unfinished one, and what has come since. */
  #rest = '';
  /** How long it has to be before it is parsed again. */
  #wanted = 0;
  #row = 0;
  #header: readonly string[] = [];

  constructor(dialect: Dialect, file: string, notes: Notes) {
    this.#dialect = dialect;
    this.#file = file;
    this.#notes = notes;
  }

  push(text: string): RawBatch {
    this.#rest += text;
    if (this.#rest.length < this.#wanted && this.#rest.length <= LONGEST_RECORD) return [];
    const batch = this.#take(this.#rest, false);
    // A long record is parsed anew each time; as the wish doubles, that stays linear.
    this.#wanted = batch.length === 0 ? 2 * this.#rest.length : 0;
    if (this.#rest.length > LONGEST_RECORD) {
      this.#refuseOpenQuote(this.#rest);
      throw new InputError([
        problem(
          'record-too-long',
          { file: this.#file, row: this.#row + 1 },
          { limit: LONGEST_RECORD },
        ),
      ]);
    }
    return batch;
  }

  end(): RawBatch {
    // What waited may hold whole records, whose line ends are not the end of an unfinished one.
    const waited = this.#take(this.#rest, false);
    this.#refuseOpenQuote(this.#rest);
    return [...waited, ...this.#take(this.#rest, true)];
  }

  /** Names row and column of a byte that is no text; what came before it has been pushed. */
  refuseFault(offset: number, { encoding, likely = null }: CsvSource): never {
    this.#take(this.#rest, false);
    const { data } = parseText(this.#rest, this.#dialect, true);
    const column = this.#columnAt((data[0]?.length ?? 1) - 1);
    const place = { file: this.#file, row: this.#row + 1, ...column };
    throw new InputError([
      likely === null
        ? problem('undecodable', place, { encoding, offset })
        : problem('encoding-wrong', { file: this.#file }, { encoding, likely }),
    ]);
  }

  #take(text: string, last: boolean): RawBatch {
    const odd = ODD.test(text);
    const { data, errors, cursor } = (odd ? parseText : parseWithoutCr)(text, this.#dialect, last);
    this.#rest = text.slice(cursor);
    const first = this.#row + 1;
    this.#row += data.length;
    if (this.#header.length === 0) this.#header = data.find((cells) => !isBlank(cells)) ?? [];
    // An error in the unfinished record comes again, or vanishes, once it is complete.
    for (const at of new Set(errors.map((error) => error.row))) {
      if (at < data.length) this.#judgeQuote(data[at]!, first + at);
    }
    if (odd) this.#judgeCharacters(text, data, first);
    return data.map((cells, i) => ({ row: first + i, cells }));
  }

  #refuseOpenQuote(rest: string): void {
    const { data, errors } = parseText(rest, this.#dialect, true);
    const open = errors.find((error) => error.code === 'MissingQuotes');
    if (!open) return;
    const place = {
      file: this.#file,
      row: this.#row + open.row + 1,
      ...this.#columnAt((data[open.row]?.length ?? 1) - 1),
    };
    throw new InputError([problem('quote-unclosed', place)]);
  }

  /** Text after a closing quote: harmless within a line, else rows have run into one another. */
  #judgeQuote(cells: readonly string[], row: number): void {
    const swallowed = cells.findIndex((cell) => cell.includes('"') && /[\r\n]/.test(cell));
    if (swallowed >= 0) {
      const place = { file: this.#file, row, ...this.#columnAt(swallowed) };
      throw new InputError([problem('quote-misplaced', place)]);
    }
    this.#notes.add('stray-quote', row);
  }

  #judgeCharacters(text: string, data: readonly (readonly string[])[], first: number): void {
    if (text.includes('\0')) this.#judgeZeros(data, first);
    if (text.includes('\ufffd')) this.#noteCells('replacement-character', /\ufffd/, data, first);
    if (CONTROL.test(text)) this.#noteCells('control-character', CONTROL, data, first);
  }

  #judgeZeros(data: readonly (readonly string[])[], first: number): void {
    const torn = data.findIndex((cells) => /^\0+$/.test(cells.join('')));
    if (torn >= 0) {
      throw new InputError([problem('zero-bytes', { file: this.#file, row: first + torn })]);
    }
    this.#noteCells('zero-byte', /\0/, data, first);
  }

  #noteCells(
    kind: 'zero-byte' | 'replacement-character' | 'control-character',
    character: RegExp,
    data: readonly (readonly string[])[],
    first: number,
  ): void {
    data.forEach((cells, i) => {
      const at = cells.findIndex((cell) => character.test(cell));
      if (at >= 0) this.#notes.add(kind, first + i, this.#header[at]?.trim() ?? '');
    });
  }

  #columnAt(index: number): { column: string } | Record<string, never> {
    const header = this.#header[index]?.trim();
    return header ? { column: header } : {};
  }
}
