/** YAML as people write it: what is wrong is told by its cause, with the line as it should be. */
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { type Problem, problem } from '../errors.ts';
import { listSlip } from './yaml-lists.ts';

export interface YamlDocument {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** None where the document can be used. */
  readonly problems: readonly Problem[];
}

/**
 * Parses YAML; the first thing wrong is told, and of further lines what does not come of it.
 *
 * @param file as named to the user
 * @example readDocument('title：调查\nrounds: []\n', 'a.yaml').problems[0] // line 1: `title: 调查`
 */
export function readDocument(text: string, file: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const source: Source = { text, written: text.split(/\r?\n/), lines, document };
  const found = [
    ...document.errors.map((error) => causeOf(error, source)),
    ...unusable(source),
  ].toSorted((a, b) => a.line - b.line);
  const first = found.filter(
    ({ line, message }, i) => i === 0 || (found[i - 1]!.line !== line && !FOLLOWS.has(message)),
  );
  const problems = first.map(({ message, line, values }) =>
    problem(message, { file, line }, values),
  );
  return { document, lines, problems };
}

interface Source {
  readonly text: string;
  /** Lines as they stand in the file. */
  readonly written: readonly string[];
  readonly lines: LineCounter;
  readonly document: Document.Parsed;
}

interface Cause {
  readonly message: Problem['message'];
  readonly line: number;
  readonly values: Problem['values'];
}

/** A colon behind a key that is none to YAML: full width, or without a blank. */
const SLIPPED = '(?:\\s*：\\s*|:(?=[^\\s:/]))';
/** A line with such a colon, from its indentation on. */
const COLON = new RegExp(`^(\\s*(?:- +)*)([^\\s:：'"#[\\]{}][^:：'"#[\\]{}]*?)${SLIPPED}(.*)$`);
/** A text that is one key with such a colon and a value. */
const PAIRED = new RegExp(`^([^\\s:：]+)${SLIPPED}(.+)$`);
/** A key, its value, and a comment. */
const KEYED = /^(\s*(?:- +)*[^\s:：'"#]+:\s+)(\S.*?)(\s+#.*)?\s*$/;
/** A value in brackets that holds what begins a comment. */
const HASHED =
  /^([^"']*?(?:: |\[|, *))((?:[^\s:,[\]{}"'#][^:,[\]{}"'#]* )?#[^,[\]{}"']*)([,\]}].*)$/;
/** Errors of a value that would be one if it stood in quotes. */
const UNQUOTED = new Set(['BAD_SCALAR_START', 'BAD_ALIAS', 'UNEXPECTED_TOKEN', 'BAD_DQ_ESCAPE']);

/** What lines behind another one that is wrong are nearly always taken for. */
const FOLLOWS: ReadonlySet<Problem['message']> = new Set([
  'yaml-indent',
  'yaml-no-key',
  'yaml-syntax',
]);

function causeOf(error: YAMLError, source: Source): Cause {
  const { line, col } = source.lines.linePos(error.pos[0]);
  const written = source.written[line - 1] ?? '';
  const text = written.trim();
  if (error.code === 'TAB_AS_INDENT') return { message: 'yaml-tab', line, values: { text } };
  if (error.code === 'DUPLICATE_KEY') {
    const key = written.slice(col - 1).split(/\s*:/)[0]!;
    return { message: 'yaml-key-twice', line, values: { key } };
  }
  const open = unclosed(error, source);
  if (open !== null) return open;
  const colon = COLON.exec(written);
  if (colon !== null) {
    const [, begin, key, value] = colon;
    const mended = `${begin}${key}: ${value}`.trim();
    return { message: 'yaml-colon', line, values: { text, mended } };
  }
  const [, before, value, comment = ''] = KEYED.exec(written) ?? [];
  const isInValue = before !== undefined && col > before.length;
  const isOne = UNQUOTED.has(error.code) || value?.includes(': ');
  if (isInValue && isOne) return inQuotes(before, value!, line, comment);
  if (isInValue && /_IMPLICIT_KEY$/.test(error.code)) {
    // What belongs to the next line is read as more of this value.
    const next = source.written[line]?.trim() ?? '';
    return { message: 'yaml-indent', line: line + 1, values: { text: next } };
  }
  if (/^(?:BAD_INDENT|BLOCK_AS_IMPLICIT_KEY)$/.test(error.code) || KEYED.test(written)) {
    return { message: 'yaml-indent', line, values: { text } };
  }
  if (/^(?:MULTILINE_IMPLICIT_KEY|MISSING_CHAR)$/.test(error.code) && text !== '') {
    return { message: 'yaml-no-key', line, values: { text } };
  }
  const [detail] = error.message.split(/ at line \d|\n/);
  return { message: 'yaml-syntax', line, values: { detail: detail ?? error.code } };
}

/** A text that is `key: value` but for its colon, as it should be; else null. @example withColon('id：r1') // 'id: r1' */
export function withColon(text: string): string | null {
  const [, key, value] = PAIRED.exec(text) ?? [];
  return key === undefined ? null : `${key}: ${value}`;
}

/** `{1:high}` is a key `1:high` without a value. */
function isMeantAsPair({ key, value }: Pair): boolean {
  const isPlain = isScalar(key) && key.type === 'PLAIN' && value === null;
  return isPlain && withColon(String(key.source)) !== null;
}

/** `key: value` with its value in quotes. */
function inQuotes(before: string, value: string, line: number, behind = ''): Cause {
  const quoted = /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
  const [text, mended] = [value, quoted].map((one) => `${before}${one}${behind}`.trim());
  const values = { text: text!, mended: mended! };
  return { message: 'yaml-quote', line, values };
}

/** A quotation or bracket that is not closed is missed where the file ends, or what it stands in. */
function unclosed({ pos }: YAMLError, { text, document, lines, written }: Source): Cause | null {
  let found: Cause | null = null;
  visit(document, (_, node) => {
    if (!isNode(node) || node.range?.[1] !== pos[0]) return;
    const mark = closingMark(node);
    if (mark === null || text[pos[0] - 1] === mark) return;
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
  return before === undefined ? null : inQuotes(before, value!, line, behind);
}

function closingMark(node: Node): string | null {
  if (isScalar(node)) {
    if (node.type === 'QUOTE_DOUBLE') return '"';
    return node.type === 'QUOTE_SINGLE' ? "'" : null;
  }
  if (!isCollection(node) || node.flow !== true) return null;
  return isMap(node) ? '}' : ']';
}

/** What is right as YAML, though hardly what was meant. */
function unusable({ document, lines, written }: Source): readonly Cause[] {
  const found: Cause[] = [];
  visit(document, {
    // `*important*`, as one writes it elsewhere, refers to something of that name.
    Alias: (_, node) => {
      if (node.resolve(document) !== undefined) return;
      const { line, col } = lines.linePos(node.range![0]);
      const whole = written[line - 1]!;
      found.push(inQuotes(whole.slice(0, col - 1), whole.slice(col - 1).trimEnd(), line));
    },
    Map: (_, node) => {
      const key = node.flow === true ? node.items.find(isMeantAsPair)?.key : undefined;
      if (!isScalar(key)) return;
      const { line } = lines.linePos(key.range![0]);
      const text = String(key.source);
      found.push({ message: 'yaml-colon', line, values: { text, mended: withColon(text)! } });
    },
    Pair: (_, pair) => {
      const { key } = pair;
      const slip = listSlip(pair);
      if (slip !== null) {
        const { line } = lines.linePos(slip.node.range![0]);
        const values = { text: String(slip.node.source), mended: slip.mended };
        found.push({ message: 'yaml-comma', line, values });
      }
      if (!isScalar(key) || !/^[\u3000\u00a0]/.test(String(key.source))) return;
      const { line } = lines.linePos(key.range![0]);
      found.push({ message: 'yaml-wide-blank', line, values: { text: written[line - 1]!.trim() } });
    },
  });
  return found;
}
