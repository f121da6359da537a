/**
 * The PDF. It is printed from the report of the same set without running anything, so its pages say
 * nothing that was not looked through there, and they are not read again. What a browser adds is:
 * title, outline, texts for screen readers, and nothing that leads out of the file.
 */
import { Buffer } from 'node:buffer';
import { type Place, problem } from '../../errors.ts';
import { sha256 } from '../../sha256.ts';
import type { Inspection } from './inspection.ts';

/** What a file can be made to open, run or carry. */
const ACTIONS = /\/(?:URI|Launch|GoToR|JavaScript|JS|EmbeddedFiles?|SubmitForm|OpenAction|AA)\b/g;
/** Blanked, since they would tell when and where it was printed. */
const TELLING = /\/(?:CreationDate|ModDate|Creator|Author|Metadata)\b/g;
/** Strings with or without the name of what they say. */
const STRINGS = /(?:\/(\w+)\s*)?(?:\(((?:\\.|[^\\()])*)\)|(?<!<)<([0-9A-Fa-f\s]*)>)/gs;
/** Names of fonts, of the elements of a page, and of the browser's printer. */
const GRAMMAR = new Set(['FontFamily', 'Registry', 'Ordering', 'Lang', 'Producer', 'ID']);

/** @throws SyntaxError if it is no PDF */
export function inspectPdf(file: string, content: Uint8Array, inspection: Inspection): void {
  const { texts, figures, documents } = inspection;
  documents.set(file, sha256(content));
  const whole = Buffer.from(content).toString('latin1');
  if (!whole.startsWith('%PDF-') || !whole.trimEnd().endsWith('%%EOF'))
    throw new SyntaxError('PDF');
  const objects = whole.replace(/\bstream\r?\n.*?endstream/gs, 'stream');
  const at = (key: string): Place => ({ file, key });
  const outside = objects.replace(STRINGS, (_, key = '', literal, hex) => {
    const text = literal === undefined ? hexText(hex) : literalText(literal);
    const take = GRAMMAR.has(key) || /^node\d{8}$/.test(text) ? texts.takeCode : texts.take;
    take(text, () => at(key));
    return ` /${key} `;
  });
  for (const [found] of outside.matchAll(ACTIONS)) {
    figures.push(problem('leak-form', at(found), { detail: found }));
  }
  for (const [found] of outside.matchAll(TELLING)) {
    figures.push(problem('leak-form', at(found), { detail: found }));
  }
}

function hexText(hex: string): string {
  return textOf(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literalText(literal: string): string {
  const plain = literal.replace(/\\(?:([0-7]{1,3})|\r?\n|(.))/gs, (_, octal, one = '') =>
    octal === undefined
      ? (ESCAPES[one] ?? one)
      : String.fromCharCode(Number.parseInt(octal, 8) & 255),
  );
  return textOf(Buffer.from(plain, 'latin1'));
}

/** UTF-16 where its mark stands first, else Latin letters. */
function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0;
  return isWide
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
