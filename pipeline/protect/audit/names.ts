/**
 * What the names in tables and charts of the report stand for. Their cells carry no keys, so that
 * the key of a figure is put together from the names beside it, above it and in its chart's subject.
 */
import { type HiddenKeys, type KeyedTable, pairItem } from './hidden-keys.ts';
import { normal } from './normal.ts';

/** One thing a name may stand for; what does not apply is ''. */
export interface Part {
  readonly is: 'code' | 'theme' | 'option' | 'status' | 'value' | 'round' | 'variant' | 'figure';
  /** `share`, `mean` or `change` where it heads a column of such figures. */
  readonly id: string;
  /** Of a value. */
  readonly group: string;
  /** Of an option. */
  readonly question: string;
  /** Of a code. */
  readonly taxonomy: string;
}

/** By language, then by name: as written, and in normal form. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, readonly Part[]>>;

/** What a chart and its table are of; '' where not of one. */
export interface Subject {
  readonly kind: string;
  readonly question: string;
  readonly taxonomy: string;
  readonly group: string;
}

export const NO_SUBJECT: Subject = { kind: '', question: '', taxonomy: '', group: '' };

/** What a name may stand for under a subject; nothing for a text that is no name. */
export function partsOf(
  text: string,
  lang: string,
  subject: Subject,
  names: Names,
): readonly Part[] {
  const own = names.get(lang);
  if (own === undefined) return NO_PARTS;
  const found = own.get(text) ?? (FIGURE.test(text) ? undefined : own.get(normal(text)));
  if (found === undefined) return NO_PARTS;
  const fit = (part: Part) =>
    // Options are told apart by their question only.
    part.question === (part.is === 'option' ? subject.question : '') &&
    isEither(part.taxonomy, subject.taxonomy) &&
    (part.is !== 'value' || isEither(part.group, subject.group));
  return found.every(fit) ? found : found.filter(fit);
}

const NO_PARTS: readonly Part[] = [];
/** No name but as it is written. */
const FIGURE = /^[\d\s.,%–−+()/]*$/;

/** '' is any. */
function isEither(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}

/** A name with a figure behind it, without the figure; else null. @example 'A1 认识不足（3 人）' */
export function withoutFigure(text: string): string | null {
  const found = /^(.*[^\s\d(（:：,，])[\s(（:：,，=n]*\d[\d.,%]*\s*[^\s\d]{0,8}[)）]?$/su.exec(
    text,
  );
  return found === null ? null : found[1]!;
}

/** Readings of the names beside one figure that are looked into. */
const MOST_READINGS = 64;

/**
 * Whether a figure is withheld, by the names beside it. A name may stand for several things (an
 * option may be called as a value of a group): it is only where no reading gives a key with
 * published figures or none at all, and one gives a hidden key. What cannot be told is not held
 * against a report.
 *
 * @param named for each name what it may stand for
 * @param rounds instead of the round that is named, or the latest: any of them
 */
export function isWithheld(
  named: readonly (readonly Part[])[],
  subject: Subject,
  hidden: HiddenKeys,
  rounds: readonly string[] = [],
): boolean {
  let isHidden = false;
  for (const parts of readingsOf(named)) {
    const found = judge(parts, subject, hidden, rounds);
    if (found === 'unknown' || found === false) return false;
    isHidden ||= found === true;
  }
  return isHidden;
}

/** Every choice of one thing for each name; none where there are too many. */
function readingsOf(named: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  // As a rule each has one.
  if (named.every((parts) => parts.length <= 1)) return [named.flat()];
  let readings: readonly (readonly Part[])[] = [[]];
  for (const parts of named) {
    if (parts.length === 0) continue;
    if (readings.length * parts.length > MOST_READINGS) return [];
    readings = readings.flatMap((before) => parts.map((part) => [...before, part]));
  }
  return readings;
}

/** Whether a key is hidden; undefined for one that no line has, unknown where it is no whole key. */
function judge(
  parts: readonly Part[],
  subject: Subject,
  hidden: HiddenKeys,
  rounds: readonly string[],
): boolean | undefined | 'unknown' {
  const target = targetOf(parts, subject);
  if (target === null) return 'unknown';
  const place = placeIn(parts, subject);
  if (place === null) return undefined;
  const { table, item } = target;
  const { question } = subject;
  const at = (round: string) =>
    hidden.hasAll(table, { group: place.group, value: place.id, round, question, item });
  if (rounds.length === 0) return at(one(parts, 'round') ?? hidden.latest(table, question));
  const found = rounds.map(at);
  return found.includes(true) || (found.includes(false) ? false : undefined);
}

interface Target {
  readonly table: KeyedTable;
  readonly item: string;
}

const TABLE_OF = { code: 'problems', theme: 'themes', option: 'closed', status: 'coding' } as const;

/** The one thing that parts say figures are of; null where they say nothing, or several things. */
function targetOf(parts: readonly Part[], subject: Subject): Target | null {
  let target: Target | null = null;
  for (const { is, id } of parts) {
    if (is !== 'code' && is !== 'theme' && is !== 'option' && is !== 'status') continue;
    const table: KeyedTable = TABLE_OF[is];
    if (target === null) target = { table, item: id };
    else if (target.table === 'problems' && table === 'problems' && target.item !== id) {
      target = { table: 'pairs', item: pairItem(target.item, id) };
    } else if (target.table !== table || target.item !== id) return null;
  }
  if (target?.table === 'problems') {
    const variant = one(parts, 'variant');
    return variant === undefined
      ? target
      : { table: 'sensitivity', item: `${variant}\u0002${target.item}` };
  }
  if (target !== null) return target;
  if (subject.kind === 'units') return { table: 'problems', item: subject.taxonomy };
  const isMean = parts.some(({ is, id }) => is === 'figure' && id === 'mean');
  return subject.kind === 'closed' && isMean ? { table: 'closed', item: '' } : null;
}

const EVERYBODY = { group: 'all', id: '' } as const;

/** Group and value; of a nested value, its parent may be named too. Null where ambiguous. */
function placeIn(parts: readonly Part[], subject: Subject): Pick<Part, 'group' | 'id'> | null {
  const values = parts.filter(({ is }) => is === 'value');
  if (values.length === 0) return subject.group === '' ? EVERYBODY : null;
  if (values.length === 1) return values[0]!;
  const isIn = (one: Part) => values.some(({ id }) => one.id.startsWith(`${id}/`));
  const nested = values.filter(isIn);
  return nested.length === 1 ? nested[0]! : null;
}

function one(parts: readonly Part[], is: Part['is']): string | undefined {
  return parts.find((part) => part.is === is)?.id;
}
