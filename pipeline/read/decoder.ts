/** TextDecoder, with one of its faults mended. */

/** Bytes that begin and end between characters -> text. Keeps a byte order mark. */
export type Decode = (bytes: Uint8Array) => string;

/**
 * @param encoding a label that TextDecoder knows
 * @param fatal throw a TypeError on bytes that are no text, instead of giving U+FFFD
 */
export function decoderOf(encoding: string, { fatal }: { readonly fatal: boolean }): Decode {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
  // Node 20 to 24 read whole Windows-1252 buffers as Latin-1 (’ becomes U+0092), streams rightly;
  // single bytes leave nothing over between calls, so calling it a stream is harmless.
  const stream = decoder.encoding === 'windows-1252';
  return (bytes) => decoder.decode(bytes, { stream });
}
