/** What a file is, by its first bytes; its name may say anything. */

export type FileKind = 'text' | 'workbook' | 'html' | 'xml' | 'json' | 'pdf' | 'archive';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];
const RAR = [0x52, 0x61, 0x72, 0x21];
const SEVEN_ZIP = [0x37, 0x7a, 0xbc, 0xaf];

/**
 * @param head the first bytes; a thousand are plenty
 * @example fileKind(Buffer.from('<html><table>')) // 'html'
 */
export function fileKind(head: Uint8Array): FileKind {
  const begins = (magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);
  if (begins(OLE) || begins(ZIP)) return 'workbook';
  if (begins(GZIP) || begins(RAR) || begins(SEVEN_ZIP)) return 'archive';
  // Read byte by byte: the words looked for are ASCII in every encoding.
  const text = Buffer.from(head.subarray(0, 1024))
    .toString('latin1')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text.startsWith('%PDF-')) return 'pdf';
  if (/^<(?:!doctype html|html|head|meta|body|table)[\s>]/i.test(text)) return 'html';
  if (/^<\?xml[\s]/i.test(text)) return 'xml';
  if (/^(?:\{\s*"|\[\s*[[{"])/.test(text)) return 'json';
  return 'text';
}
