/** Lists in brackets whose members are parted by Chinese commas, which YAML reads as one member. */
import { isScalar, isSeq, type Pair, parseDocument, Scalar } from 'yaml';
import { inQuotes } from './yaml-source.ts';

/** Keys of lists of names, options and words, of which one alone hardly holds a comma. */
const LISTS: ReadonlySet<unknown> = new Set([
  ...['options', 'order', 'exclusive', 'missing', 'skipped', 'unselected', 'terms'],
  ...['asked', 'by', 'languages'],
]);
/** Marks that part members, the strongest first. */
const MARKS = ['；', '，', '、'];

/**
 * Members that are meant by the single one of a list; null if it is one.
 *
 * @example membersMeant('书记，委员、干事') // ['书记', '委员、干事']
 */
export function membersMeant(text: string): readonly string[] | null {
  const mark = MARKS.find((one) => text.includes(one));
  const members = mark === undefined ? [] : text.split(mark).map((one) => one.trim());
  return members.length > 1 && members.every((one) => one !== '') ? members : null;
}

/** The only member of a list that is meant as several, and how the list should be; else null. */
export function listSlip({ key, value }: Pair): { node: Scalar; mended: string } | null {
  if (!isScalar(key) || !LISTS.has(key.value)) return null;
  if (!isSeq(value) || value.flow !== true || value.items.length !== 1) return null;
  const [node] = value.items;
  // What stands in quotes is meant as it is.
  if (!isScalar(node) || node.type !== Scalar.PLAIN) return null;
  const members = membersMeant(String(node.source));
  return members && { node, mended: `${key.value}: [${members.map(asMember).join(', ')}]` };
}

/** A text as a list in brackets can hold it. @example asMember('@书记') // `"@书记"` */
function asMember(text: string): string {
  const { errors, contents } = parseDocument(`[${text}]`, { logLevel: 'error' });
  const [one] = isSeq(contents) ? contents.items : [];
  return errors.length === 0 && isScalar(one) ? text : inQuotes(text);
}
