/**
 * Bytes -> text, strictly and in blocks of bounded size.
 *
 * A chunk of a stream may end inside a character. Here it is cut after its last line end, or else
 * after its last byte below 0x30 (quotes, delimiters), which in UTF-8, GB18030, Big5 and every other superset of
 * ASCII is a whole character; so each block can be checked and decoded for itself, and the place
 * of an undecodable byte is known exactly.
 */

import { decoderOf } from './decoder.ts';

const LF = 0x0a;

/** Some text, in order; `fault` is the offset in the file of a byte that is no text. */
export interface TextBlock {
  readonly text: string;
  /** Set on the last block of a file that cannot be decoded; `text` is what came before it. */
  readonly fault: number | null;
}

/** Bytes without any delimiter or line end; beyond this a file is no table. */
const LONGEST_BLOCK = 64 * 1024 * 1024;

/**
 * Smallest block worth decoding. The records of a block live until they are used: of larger blocks
 * more of them outlive a garbage collection, which then copies them.
 */
const BLOCK = 128 * 1024;

/**
 * Cuts a byte stream into blocks that begin and end between characters. A block holds until the
 * next one is asked for: all stand in the same memory, since a new piece for each would have to be
 * collected again.
 */
export async function* alignedBlocks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  const boundary = encoding.startsWith('utf-16') ? utf16Boundary : asciiBoundary;
  let room: Uint8Array = new Uint8Array(2 * BLOCK);
  let size = 0;
  let wanted = 0;
  for await (const chunk of inPieces(chunks)) {
    room = withRoomFor(size + chunk.length, room, size);
    room.set(chunk, size);
    size += chunk.length;
    if (size < wanted) continue;
    const all = room.subarray(0, size);
    const end = size > LONGEST_BLOCK ? size : boundary(all, encoding);
    if (end > 0) yield all.subarray(0, end);
    room.copyWithin(0, end, size);
    size -= end;
    // Without a boundary the wish doubles, so that looking for one stays linear.
    wanted = end > 0 ? BLOCK : 2 * size;
  }
  if (size > 0) yield room.subarray(0, size);
}

/** The same bytes, none of them more than a block. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += BLOCK) yield chunk.subarray(from, from + BLOCK);
  }
}

/** The same memory if it has room for so many bytes, else more of it with its first `used` bytes. */
function withRoomFor(bytes: number, room: Uint8Array, used: number): Uint8Array {
  if (bytes <= room.length) return room;
  const larger = new Uint8Array(2 * bytes);
  larger.set(room.subarray(0, used));
  return larger;
}

/** Decodes strictly; a fault ends the text instead of being replaced. */
export async function* decodeBlocks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<TextBlock> {
  const decode = decoderOf(encoding, { fatal: true });
  let offset = 0;
  for await (const block of alignedBlocks(chunks, new TextDecoder(encoding).encoding)) {
    let text: string;
    try {
      text = decode(block);
    } catch {
      const good = faultIn(block, encoding);
      const before = decoderOf(encoding, { fatal: false })(block.subarray(0, good));
      yield { text: before, fault: offset + good };
      return;
    }
    yield { text, fault: null };
    offset += block.length;
  }
}

/** Length of the longest prefix of `block` that decodes; its next byte is the faulty one. */
function faultIn(block: Uint8Array, encoding: string): number {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let complete = 0;
  for (let i = 0; i < block.length; i += 1) {
    try {
      if (decoder.decode(block.subarray(i, i + 1), { stream: true }) !== '') complete = i + 1;
    } catch {
      return complete;
    }
  }
  return complete;
}

/** Behind the last line end where there is one: then no record is cut but those with quotes. */
function asciiBoundary(bytes: Uint8Array): number {
  const lineEnd = bytes.lastIndexOf(LF);
  if (lineEnd >= 0) return lineEnd + 1;
  for (let i = bytes.length - 1; i >= 0; i -= 1) if (bytes[i]! < 0x30) return i + 1;
  return 0;
}

function utf16Boundary(bytes: Uint8Array, encoding: string): number {
  const even = bytes.length - (bytes.length % 2);
  if (even < 2) return 0;
  const high = encoding === 'utf-16be' ? bytes[even - 2]! : bytes[even - 1]!;
  const opensPair = high >= 0xd8 && high <= 0xdb;
  return opensPair ? even - 2 : even;
}
