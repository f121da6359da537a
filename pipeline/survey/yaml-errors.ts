/** Errors of YAML by their causes: what was written, and the line as it should be. */
import { isCollection, isMap, isNode, isScalar, type Node, visit, type YAMLError } from 'yaml';
import { type Entry, entryAt } from './yaml-brackets.ts';
import { type Cause, inQuotes, isQuoted, replaced, type Source } from './yaml-source.ts';

/** A colon behind a key that is none to YAML: full width, or without a blank. */
const SLIPPED = '(?:\\s*：\\s*|:(?=[^\\s:/]))';
/** A line with such a colon, from its indentation on. */
const COLON = new RegExp(`^(\\s*(?:- +)*)([^\\s:：'"#[\\]{}][^:：'"#[\\]{}]*?)${SLIPPED}(.*)$`);
/** A text that is one key with such a colon and a value. */
const PAIRED = new RegExp(`^([^\\s:：]+)${SLIPPED}(.+)$`);
/** A key that begins with a star, with its colon: YAML takes the colon for a part of the name. */
const STARRED = /^(\s*(?:- +)*)(\*[^\s:]*)(?=:\s)/;
/** A key, its value, and a comment; keys in brackets are told by those. */
const KEYED = /^(\s*(?:- +)*(?![{[])[^\s:：'"#]+:\s+)(\S.*?)(\s+#.*)?\s*$/;
/** A value in brackets that holds what begins a comment. */
const HASHED =
  /^([^"']*?(?:: |\[|, *))((?:[^\s:,[\]{}"'#][^:,[\]{}"'#]* )?#[^,[\]{}"']*)([,\]}].*)$/;
/** Errors of a value that would be one if it stood in quotes. */
const UNQUOTED = new Set(['BAD_SCALAR_START', 'BAD_ALIAS', 'UNEXPECTED_TOKEN', 'BAD_DQ_ESCAPE']);
/** Commas that are none to YAML, and the lack of one behind what is closed. */
const COMMA = '(?:\\s*[，、；;]\\s*|(?<=["\'\\]}])\\s+)';
const PLAIN_KEY = /^[\w-]+:$/;

export function causeOf(error: YAMLError, source: Source): Cause {
  const { line, col } = source.lines.linePos(error.pos[0]);
  const written = source.written[line - 1] ?? '';
  const text = written.trim();
  if (error.code === 'TAB_AS_INDENT') return { message: 'yaml-tab', line, values: { text } };
  if (error.code === 'DUPLICATE_KEY') {
    const key = written.slice(col - 1).split(/\s*:/)[0]!;
    return { message: 'yaml-key-twice', line, values: { key } };
  }
  const slip = unclosed(error, source) ?? needlessComma(error, source) ?? inBrackets(error, source);
  if (slip !== null) return slip;
  const [star, start, name] = STARRED.exec(written) ?? [];
  if (star !== undefined) {
    const from = error.pos[0] - (col - 1) + start!.length;
    return replaced(source, 'yaml-quote', [from, from + name!.length], inQuotes(name!));
  }
  const colon = COLON.exec(written);
  if (colon !== null) {
    const [, begin, key, value] = colon;
    const mended = `${begin}${key}: ${value}`.trim();
    return { message: 'yaml-colon', line, values: { text, mended } };
  }
  const [, before, value] = KEYED.exec(written) ?? [];
  const isInValue = before !== undefined && col > before.length;
  const isOne = UNQUOTED.has(error.code) || /:(?:\s|$)/.test(value ?? '');
  if (isInValue && isOne && !isQuoted(value!)) {
    const from = error.pos[0] - (col - 1) + before.length;
    return replaced(source, 'yaml-quote', [from, from + value!.length], inQuotes(value!));
  }
  if (isInValue && /_IMPLICIT_KEY$/.test(error.code)) {
    // What belongs to the next line is read as more of this value.
    const next = source.written[line]?.trim() ?? '';
    if (next !== '') return { message: 'yaml-indent', line: line + 1, values: { text: next } };
  }
  return ofLine(error, line, written);
}

/** What a line can be told by where no value in it is to blame. */
function ofLine({ code, message }: YAMLError, line: number, written: string): Cause {
  const text = written.trim();
  if (/^(?:BAD_INDENT|BLOCK_AS_IMPLICIT_KEY)$/.test(code) || KEYED.test(written)) {
    return { message: 'yaml-indent', line, values: { text } };
  }
  if (/^(?:MULTILINE_IMPLICIT_KEY|MISSING_CHAR)$/.test(code) && text !== '') {
    return { message: 'yaml-no-key', line, values: { text } };
  }
  const [detail] = message.split(/ at line \d|\n/);
  return { message: 'yaml-syntax', line, values: { detail: detail ?? code } };
}

/** A comma in brackets with nothing before it. @example `[是,,否]` // `[是,否]` */
function needlessComma({ code, pos: [from] }: YAMLError, source: Source): Cause | null {
  const { text } = source;
  const isFirst = /[,[{]$/.test(text.slice(0, from).trimEnd());
  if (code !== 'UNEXPECTED_TOKEN' || text[from] !== ',' || !isFirst) return null;
  // A blank before it is one that stands behind the comma that stays.
  const [comma] = (text[from - 1] === ',' ? /^,/ : /^,[ \t]*/).exec(text.slice(from))!;
  return replaced(source, 'yaml-comma-twice', [from, from + comma.length], '');
}

/** An entry in brackets that runs into the next one, or a value of one that should stand in quotes. */
function inBrackets({ code, pos }: YAMLError, source: Source): Cause | null {
  if (code === 'BAD_INDENT') return null;
  const entry = entryAt(source, pos[0]);
  if (entry === null) return null;
  return withCommas(entry, source) ?? quotedEntry(entry, pos[0], source);
}

/**
 * `label: 问题，type: open` with its comma in half width; null where no comma can be meant.
 *
 * Behind a key in Latin letters one in others is taken for a part of the value: `label: 问题，如: 没有水`.
 */
function withCommas({ key, value, to }: Entry, source: Source): Cause | null {
  if (key === '') return null;
  const next = PLAIN_KEY.test(key) ? '[\\w-]+' : '[^\\s:：,，]+';
  // What stands in quotes is meant as it is.
  const comma = new RegExp(`^(?:"[^"]*"|'[^']*')|${COMMA}(?=${next}:\\s)`, 'g');
  const written = source.text.slice(value, to);
  const mended = written.replace(comma, (found) => (/^["']/.test(found) ? found : ', '));
  return mended === written ? null : replaced(source, 'yaml-comma-plain', [value, to], mended);
}

/** The value or key of an entry in quotes, as an error stands in it. @example `label: @一` // `label: "@一"` */
export function quotedEntry(entry: Entry, place: number, source: Source): Cause | null {
  const { from, value, to, key } = entry;
  // Of a key with a star its value is told, as none is expected behind what refers to something.
  const isInKey = key !== '' && (place < value || key.startsWith('*'));
  const end = isInKey ? source.text.lastIndexOf(':', value) : to;
  const written = source.text.slice(isInKey ? from : value, end).trim();
  if (written === '' || isQuoted(written)) return null;
  const begin = end - written.length;
  return replaced(source, 'yaml-quote', [begin, end], inQuotes(written));
}

/** A text that is `key: value` but for its colon, as it should be; else null. @example withColon('id：r1') // 'id: r1' */
export function withColon(text: string): string | null {
  const [, key, value] = PAIRED.exec(text) ?? [];
  return key === undefined ? null : `${key}: ${value}`;
}

/** A quotation or bracket that is not closed is missed where the file ends, or what it stands in. */
function unclosed({ pos }: YAMLError, source: Source): Cause | null {
  const { text, document, lines, written } = source;
  let found: Cause | null = null;
  visit(document, (_, node) => {
    if (!isNode(node) || node.range?.[1] !== pos[0]) return;
    const mark = closingMark(node);
    // The mark that opens a text at the end of the file closes none.
    if (mark === null || (text[pos[0] - 1] === mark && pos[0] - 1 > node.range[0])) return;
    const { line } = lines.linePos(node.range[0]);
    const commented = isCollection(node) ? hashed(written[line - 1]!, line) : null;
    found = commented ?? {
      message: 'yaml-open',
      line,
      values: { text: written[line - 1]!.trim(), mark },
    };
  });
  return found;
}

/** A value with ` #` in a line of brackets: what stands behind is a comment, brackets that close too. */
function hashed(written: string, line: number): Cause | null {
  const [, before, value, behind] = HASHED.exec(written) ?? [];
  if (before === undefined) return null;
  const mended = `${before}${inQuotes(value!)}${behind}`.trim();
  return { message: 'yaml-quote', line, values: { text: written.trim(), mended } };
}

function closingMark(node: Node): string | null {
  if (isScalar(node)) {
    if (node.type === 'QUOTE_DOUBLE') return '"';
    return node.type === 'QUOTE_SINGLE' ? "'" : null;
  }
  if (!isCollection(node) || node.flow !== true) return null;
  return isMap(node) ? '}' : ']';
}
