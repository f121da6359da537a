/** Zip files of published files. */
import { unzipSync, Zip, type ZipAttributes, ZipDeflate, zipSync } from 'fflate';
import { isOurs, MARK } from '../mark.ts';
import { isLitter, isOwnFile } from './own-files.ts';
import { PRIVATE } from './stage.ts';

export interface ZipEntry {
  /** Path in the zip file, parts joined by `/`; written as UTF-8 and flagged so. */
  readonly name: string;
  readonly content: Uint8Array;
}

const ATTRIBUTES = {
  /** A zip file states local times; this is the earliest it can, the same in every time zone. */
  mtime: new Date(1980, 0, 1),
  /** Said to be made on Unix: of names said to be made on DOS, unzip ignores that they are UTF-8. */
  os: 3,
  /** A plain file, rw-r--r--. */
  attrs: 0o100644 * 2 ** 16,
} as const satisfies ZipAttributes;
/** Half the time of the level that is usual, for a file a fifteenth larger. */
const LEVEL = 4;
/** Bytes; no manifest.json is near this, and no more is unpacked to look at one. */
const LARGEST_MARK = 1 << 26;

/**
 * Entries as a zip file, in the order given; one of them is held at a time.
 *
 * The same entries give the same bytes on every machine: deflated by the library, not by the zlib
 * that Node came with.
 *
 * @param write takes the bytes one after the other
 * @example await zipEntries([{ name: '报告.html', content }], (bytes) => file.write(bytes))
 */
export async function zipEntries(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    made.push(bytes);
  });
  const handOn = async () => {
    for (const bytes of made.splice(0)) await write(bytes);
  };
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name);
    Object.assign(file, ATTRIBUTES);
    zip.add(file);
    file.push(content, true);
    await handOn();
  }
  zip.end();
  await handOn();
}

/**
 * Entries as one zip file that fits into memory: sizes stand before contents, as some readers of
 * workbooks want it. The same entries give the same bytes.
 */
export function zipped(entries: readonly ZipEntry[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      entries.map(({ name, content }) => [name, [content, { ...ATTRIBUTES, level: LEVEL }]]),
    ),
  );
}

/**
 * What a zip file is to us: one that `--share` wrote; one that also holds private/; or another, be it that the
 * user added files to it.
 */
export function kindOfZip(bytes: Uint8Array): 'ours' | 'private' | 'foreign' {
  const names: string[] = [];
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        return name === MARK && originalSize <= LARGEST_MARK;
      },
    });
    const mark = found[MARK];
    if (mark === undefined || !isOurs(mark)) return 'foreign';
  } catch {
    return 'foreign';
  }
  if (names.some((name) => name.startsWith(PRIVATE))) return 'private';
  const files = names.filter((name) => !name.endsWith('/') && !isLitter(name));
  return files.every((name) => isOwnFile(name)) ? 'ours' : 'foreign';
}
