/** What a zip file holds, and whether it says the truth about it, before anything unpacks it. */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly encrypted: boolean;
  /** Bytes as its directory states them. */
  readonly packed: number;
  readonly unpacked: number;
  /** CRC-32 of what is unpacked. */
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Where its own header begins. */
  readonly at: number;
}

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Flag of a part whose sizes follow its data. */
const SIZES_FOLLOW = 8;

/** The parts that the directory of a zip file lists; null if it has none that can be read. */
export function zipParts(bytes: Uint8Array): readonly ZipPart[] | null {
  const view = viewOf(bytes);
  const end = view.lastIndexOf(END);
  if (end < 0 || end + 22 > view.length) return null;
  const count = view.readUInt16LE(end + 10);
  const parts: ZipPart[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.readUInt32LE(at) !== DIRECTORY) return null;
    const name = view.readUInt16LE(at + 28);
    parts.push({
      name: view.toString('utf8', at + 46, at + 46 + name),
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      unpacked: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + name + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return parts;
}

/**
 * Whether every part unpacks to just the size and the checksum that the directory states.
 *
 * No part is unpacked beyond that size, so that the cost is bounded by what was stated.
 */
export function partsAreTrue(bytes: Uint8Array, parts: readonly ZipPart[]): boolean {
  const view = viewOf(bytes);
  return parts.every((part) => partIsTrue(view, part));
}

function partIsTrue(view: Buffer, { at, packed, unpacked, method, crc }: ZipPart): boolean {
  if (at + 30 > view.length || view.readUInt32LE(at) !== LOCAL) return false;
  const follow = (view.readUInt16LE(at + 6) & SIZES_FOLLOW) !== 0;
  const agrees = (local: number, stated: number) => local === stated || (follow && local === 0);
  if (!agrees(view.readUInt32LE(at + 18), packed)) return false;
  if (!agrees(view.readUInt32LE(at + 22), unpacked)) return false;
  const from = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (from + packed > view.length) return false;
  const content = contentOf(view.subarray(from, from + packed), method, unpacked);
  return content?.length === unpacked && crc32(content) === crc;
}

/** Null where it is damaged, or longer than `most`. */
function contentOf(packed: Buffer, method: number, most: number): Buffer | null {
  if (method !== 8) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch {
    return null;
  }
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
