/** What a file is, by its first bytes or by what is in it; its name may say anything. */

/** Kinds of files that hold no table that can be read, by the name people know them by. */
type OtherKind =
  | 'html'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'sqlite'
  | 'parquet'
  | 'spss'
  | 'stata'
  | 'sas';

export type ArchiveKind = 'gzip' | 'bzip2' | 'xz' | 'rar' | '7z';

export type FileKind = 'text' | 'workbook' | OtherKind | ArchiveKind;

/** First bytes as Latin-1. */
const MAGIC: readonly (readonly [string, FileKind])[] = [
  ['\xd0\xcf\x11\xe0', 'workbook'],
  ['PK\x03\x04', 'workbook'],
  // An empty zip file, and one of several volumes.
  ['PK\x05\x06', 'workbook'],
  ['PK\x07\x08', 'workbook'],
  ['\x1f\x8b', 'gzip'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ\0', 'xz'],
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['\x89PNG\r\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF8', 'gif'],
  ['SQLite format 3\0', 'sqlite'],
  ['PAR1', 'parquet'],
  ['$FL2@(#)', 'spss'],
  ['$FL3@(#)', 'spss'],
  ['<stata_dta>', 'stata'],
  ['HEADER RECORD*******LIBRARY HEADER RECORD', 'sas'],
  ['{\\rtf', 'rtf'],
];

/**
 * @param head the first bytes; a thousand are plenty
 * @example fileKind(Buffer.from('<html><table>')) // 'html'
 */
export function fileKind(head: Uint8Array): FileKind {
  // Read byte by byte: the words looked for are ASCII in every encoding.
  const raw = Buffer.from(head.subarray(0, 1024)).toString('latin1');
  const found = MAGIC.find(([magic]) => raw.startsWith(magic));
  if (found && !(found[1] === 'bzip2' && !/^BZh[1-9]1AY&SY/.test(raw))) return found[1];
  const text = raw
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text.startsWith('%PDF-')) return 'pdf';
  if (/^<(?:!doctype html|html|head|meta|body|table)[\s>]/i.test(text)) return 'html';
  if (/^<\?xml[\s]/i.test(text)) return 'xml';
  if (/^(?:\{\s*"|\[\s*[[{"])/.test(text)) return 'json';
  return 'text';
}

/** Compressed files that hold another file. */
export function isArchive(kind: FileKind): kind is ArchiveKind {
  return ['gzip', 'bzip2', 'xz', 'rar', '7z'].includes(kind);
}

const IN_ZIP: readonly (readonly [RegExp, 'workbook' | 'docx' | 'pptx' | 'ods' | 'numbers'])[] = [
  [/^\/?xl\//i, 'workbook'],
  [/^\/?word\//i, 'docx'],
  [/^\/?ppt\//i, 'pptx'],
  [/^content\.xml$/, 'ods'],
  [/^Index(?:\/|\.zip$)/, 'numbers'],
];

/** What a zip file is, by the names of its parts; `zip` if it merely holds other files. */
export function zipKind(parts: readonly string[]) {
  const found = IN_ZIP.find(([pattern]) => parts.some((part) => pattern.test(part)));
  return found?.[1] ?? 'zip';
}

/** What a compound file (OLE) is that is no workbook; null if it is one, or cannot be told. */
export function oleKind(bytes: Uint8Array): 'doc' | 'ppt' | 'msg' | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => view.includes(Buffer.from(stream, 'utf16le'));
  if (has('WordDocument')) return 'doc';
  if (has('PowerPoint Document')) return 'ppt';
  return has('__substg1.0_') ? 'msg' : null;
}
