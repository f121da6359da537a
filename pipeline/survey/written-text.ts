/** Texts that people write beside their exports: survey.yaml, taxonomies, examples. */
import type { Effects } from '../effects.ts';
import { decoderOf } from '../read/decoder.ts';
import { detectEncoding } from '../read/encoding.ts';

export interface WrittenText {
  /** Without a byte order mark. */
  readonly text: string;
  /** As they stand in the file. */
  readonly bytes: Uint8Array;
}

/** Reads a text in whatever encoding its editor has saved it. What is no text comes with U+FFFD. */
export async function readWritten(path: string, fx: Effects): Promise<WrittenText> {
  const bytes = await fx.read(path);
  const { encoding } = await detectEncoding(atOnce(bytes), null);
  const text = decoderOf(encoding, { fatal: false })(bytes);
  return { text: text.replace(/^\uFEFF/, ''), bytes };
}

async function* atOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
