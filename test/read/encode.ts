/** Text -> bytes in the encodings that Node can only decode. */

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'windows-1252'
  | 'macintosh';

/** @throws RangeError for a character that the encoding's tables here do not hold */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return Buffer.concat(
    [...text].map((one) => {
      if (one <= '\x7f') return Buffer.from(one);
      const bytes = table.get(one);
      if (!bytes) throw new RangeError(`${encoding} has no ${one} here`);
      return bytes;
    }),
  );
}

/** Whether `encode` can write all of `text`. */
export function canEncode(text: string, encoding: Encoding): boolean {
  if (encoding.startsWith('utf-')) return true;
  const table = tableOf(encoding);
  return [...text].every((one) => one <= '\x7f' || table.has(one));
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

/** Made by decoding every one- or two-byte code, so it says what the decoder says. */
function tableOf(encoding: Encoding): ReadonlyMap<string, Buffer> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Buffer>();
  for (const bytes of codes(encoding)) {
    try {
      const text = decoder.decode(bytes, { stream: bytes.length === 1 });
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // Not every code is a character.
    }
  }
  tables.set(encoding, table);
  return table;
}

function* codes(encoding: Encoding): Generator<Buffer> {
  const single = encoding === 'windows-1252' || encoding === 'macintosh';
  for (let lead = 0x80; lead <= 0xff; lead += 1) {
    if (single) yield Buffer.of(lead);
    else for (let trail = 0x40; trail <= 0xfe; trail += 1) yield Buffer.of(lead, trail);
  }
}
