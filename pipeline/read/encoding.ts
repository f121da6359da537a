/** The first pass over a file: its hash, its length and the encoding of its text. */
import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { alignedBlocks } from './blocks.ts';
import { decoderOf } from './decoder.ts';
import { plausibility } from './plausibility.ts';

/** Why an encoding was taken; words for people are made elsewhere. */
export type EncodingReason =
  /** The survey or a flag says so. */
  | 'given'
  | 'byte-order-mark'
  /** No BOM, but every other byte of its ASCII characters is 0. */
  | 'zero-bytes'
  /** Only ASCII, the same in every encoding. */
  | 'ascii'
  /** Strictly valid UTF-8 from first to last byte. */
  | 'valid-utf8'
  /** Valid UTF-8 but for a few bytes, which reading will then name. */
  | 'damaged-utf8'
  /** Not UTF-8; the reading with the most plausible text. */
  | 'plausible-text';

export interface Encoding {
  /** As TextDecoder names it. */
  readonly encoding: string;
  readonly reason: EncodingReason;
  /** The next best guess where text was weighed, else null. */
  readonly runnerUp: string | null;
  /** Where the encoding was given: another one that the content looks like, else null. */
  readonly likely: string | null;
  /** Even the best reading does not look like what people write; the text may be garbled. */
  readonly doubtful: boolean;
  /** Of all bytes, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, to see what kind of file it is. */
  readonly head: Uint8Array;
}

/** What is kept of a file to judge by. */
export const HEAD = 64 * 1024;
const SAMPLE = 256 * 1024;
const SAMPLE_PER_BLOCK = 32 * 1024;

/**
 * Reads all bytes once and settles their encoding: byte order mark, else UTF-16 by its zero
 * bytes, else strict UTF-8 over the whole file, else the most plausible of GB18030, Big5,
 * Windows-1252, Mac Roman and UTF-16 of nearly all Chinese text. Holds a bounded sample, never the file.
 *
 * @param given a label that TextDecoder knows; overrules everything found
 * @throws RangeError if TextDecoder does not know `given`
 */
export async function detectEncoding(
  chunks: AsyncIterable<Uint8Array>,
  given: string | null,
): Promise<Encoding> {
  const hash = createHash('sha256');
  let bytes = 0;
  let ascii = true;
  let utf8 = true;
  let head = Buffer.alloc(0);
  const sample: Uint8Array[] = [];
  let sampled = 0;
  for await (const block of alignedBlocks(chunks, 'utf-8')) {
    hash.update(block);
    bytes += block.length;
    if (head.length < HEAD) head = Buffer.concat([head, block.subarray(0, HEAD - head.length)]);
    if (isAscii(block)) continue;
    ascii = false;
    utf8 &&= isUtf8(block);
    if (sampled < SAMPLE) {
      const piece = nonAsciiPiece(block);
      sample.push(piece);
      sampled += piece.length;
    }
  }
  const seen = byBytes(head, ascii, utf8) ?? byText(head, Buffer.concat(sample));
  const found = given === null ? { ...seen, likely: null } : asGiven(given, seen);
  return { doubtful: false, ...found, sha256: hash.digest('hex'), bytes, head };
}

function asGiven(given: string, seen: Finding) {
  const { encoding } = new TextDecoder(given);
  const differs = !seen.doubtful && !readAlike(encoding, seen);
  const likely = differs ? seen.encoding : null;
  return { encoding, reason: 'given' as const, runnerUp: null, likely };
}

/** Whether an encoding reads a file as well as the one found, or cannot be told from it. */
function readAlike(given: string, { encoding, reason }: Finding): boolean {
  if (reason === 'ascii') return !given.startsWith('utf-16');
  const western = (one: string) => /^(?:windows-125|iso-8859-|macintosh)/.test(one);
  const mainland = (one: string) => ['gbk', 'gb18030'].includes(one);
  return [(one: string) => one === encoding, western, mainland].some(
    (family) => family(given) && family(encoding),
  );
}

type Finding = Pick<Encoding, 'encoding' | 'reason' | 'runnerUp'> & { readonly doubtful?: true };

/** What bytes alone can tell, or null. */
function byBytes(head: Uint8Array, ascii: boolean, utf8: boolean): Finding | null {
  const marked = byMark(head);
  if (marked) return { encoding: marked, reason: 'byte-order-mark', runnerUp: null };
  const wide = byZeros(head);
  if (wide) return { encoding: wide, reason: 'zero-bytes', runnerUp: utf8 ? 'utf-8' : null };
  if (ascii) return { encoding: 'utf-8', reason: 'ascii', runnerUp: null };
  if (utf8) return { encoding: 'utf-8', reason: 'valid-utf8', runnerUp: null };
  return null;
}

function byMark(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: many zero bytes, and they stand beside line ends, delimiters, quotes and
 * digits, always on the same side. (Beside any ASCII byte would not do: 一 is U+4E00.)
 */
function byZeros(head: Uint8Array): string | null {
  let zeros = 0;
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    const [first, second] = [head[i]!, head[i + 1]!];
    if (first === 0) zeros += 1;
    if (second === 0) zeros += 1;
    if (second === 0 && isPlainAscii(first)) little += 1;
    if (first === 0 && isPlainAscii(second)) big += 1;
  }
  const enough = (pairs: number) => pairs * 10 >= zeros && zeros * 50 >= head.length;
  if (little > 4 * big && enough(little)) return 'utf-16le';
  if (big > 4 * little && enough(big)) return 'utf-16be';
  return null;
}

function isPlainAscii(byte: number): boolean {
  if (byte >= 0x61 && byte <= 0x7a) return byte !== 0x67;
  return (
    (byte >= 0x31 && byte <= 0x39) || [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b].includes(byte)
  );
}

/**
 * What text that is not UTF-8 may be in. The handicap settles what is equally plausible: Windows is
 * more common than the old Macintosh, and UTF-16 nearly always has a mark or zero bytes.
 */
const CANDIDATES = [
  { encoding: 'gb18030', script: 'chinese', handicap: 0 },
  { encoding: 'big5', script: 'chinese', handicap: 0 },
  { encoding: 'windows-1252', script: 'western', handicap: 0 },
  { encoding: 'macintosh', script: 'western', handicap: 0.1 },
  { encoding: 'utf-16le', script: 'chinese', handicap: 0.1 },
  { encoding: 'utf-16be', script: 'chinese', handicap: 0.1 },
] as const;

/** Text of people scores above these; other scripts misread as these score below. */
const CLEAR_CHINESE = 0.45;
const CLEAR_WESTERN = 0.2;

/**
 * The most plausible reading of text that is not UTF-8.
 *
 * @param head from the first byte on, so that it is known where the characters of UTF-16 begin
 * @param sample pieces of the whole file that hold bytes beyond ASCII
 */
function byText(head: Uint8Array, sample: Uint8Array): Finding {
  if (isDamagedUtf8(sample)) {
    return { encoding: 'utf-8', reason: 'damaged-utf8', runnerUp: 'gb18030' };
  }
  const even = head.subarray(0, head.length - (head.length % 2));
  const readings = CANDIDATES.map(({ encoding, script, handicap }) => {
    const bytes = encoding.startsWith('utf-16') ? even : sample;
    const text = decoderOf(encoding, { fatal: false })(bytes);
    const clear = script === 'chinese' ? CLEAR_CHINESE : CLEAR_WESTERN;
    return { encoding, clear, score: plausibility(text, script) - handicap };
  });
  const [best, next] = readings.sort((a, b) => b.score - a.score);
  const finding = {
    encoding: best!.encoding,
    reason: 'plausible-text',
    runnerUp: next!.encoding,
  } as const;
  return best!.score < best!.clear ? { ...finding, doubtful: true } : finding;
}

/** Nearly all that is beyond ASCII reads as UTF-8. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  const beyond = text.match(/[^\x00-\x7f]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return broken * 5 < beyond;
}

/** A copy of a piece of a block from just before its first byte beyond ASCII, cut between characters. */
function nonAsciiPiece(block: Uint8Array): Uint8Array {
  const first = block.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 40);
  let end = Math.min(block.length, start + SAMPLE_PER_BLOCK);
  while (end < block.length && !(block[end - 1]! < 0x30)) end += 1;
  return new Uint8Array(block.subarray(start, end));
}
