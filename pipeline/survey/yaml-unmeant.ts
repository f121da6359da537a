/** What is right as YAML, though hardly what was meant. */
import { type Alias, isAlias, isCollection, isScalar, type Pair, visit } from 'yaml';
import { entryAt } from './yaml-brackets.ts';
import { quotedEntry, withColon } from './yaml-errors.ts';
import { listSlip } from './yaml-lists.ts';
import { type Cause, inQuotes, replaced, type Source } from './yaml-source.ts';

export function unmeant(source: Source): readonly Cause[] {
  const { document } = source;
  const found: (Cause | null)[] = [];
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) === undefined) found.push(starred(node, source));
    },
    Map: (_, node) => {
      const key = node.flow === true ? node.items.find(isMeantAsPair)?.key : undefined;
      if (!isScalar(key)) return;
      const [from, to] = key.range!;
      found.push(replaced(source, 'yaml-colon', [from, to], withColon(String(key.source))!));
    },
    Pair: (_, pair) => {
      found.push(unmeantList(pair, source), unmeantKey(pair, source));
    },
  });
  return found.filter((one) => one !== null);
}

/** `{1:high}` is a key `1:high` without a value. */
function isMeantAsPair({ key, value }: Pair): boolean {
  const isPlain = isScalar(key) && key.type === 'PLAIN' && value === null;
  return isPlain && withColon(String(key.source)) !== null;
}

/** `*important*`, as one writes it elsewhere, refers to something of that name. */
function starred(node: Alias, source: Source): Cause | null {
  const from = node.range![0];
  const entry = entryAt(source, from);
  if (entry !== null) return quotedEntry(entry, from, source);
  const [behind] = source.text.slice(from).split(/\r?\n/, 1);
  const value = behind!.replace(/\s+#.*$/, '').trimEnd();
  return replaced(source, 'yaml-quote', [from, from + value.length], inQuotes(value));
}

function unmeantList(pair: Pair, { lines }: Source): Cause | null {
  const slip = listSlip(pair);
  if (slip === null) return null;
  const { line } = lines.linePos(slip.node.range![0]);
  const values = { text: String(slip.node.source), mended: slip.mended };
  return { message: 'yaml-comma', line, values };
}

/** A key with blanks that only look as indentation, or one that is a list or map. */
function unmeantKey({ key }: Pair, { document, lines, written }: Source): Cause | null {
  const aimed = isAlias(key) ? key.resolve(document) : key;
  if (isCollection(aimed)) {
    const { line } = lines.linePos((isAlias(key) ? key : aimed).range![0]);
    return { message: 'yaml-key-form', line, values: { text: written[line - 1]!.trim() } };
  }
  if (!isScalar(key) || !/^[\u3000\u00a0]/.test(String(key.source))) return null;
  const { line } = lines.linePos(key.range![0]);
  return { message: 'yaml-wide-blank', line, values: { text: written[line - 1]!.trim() } };
}
