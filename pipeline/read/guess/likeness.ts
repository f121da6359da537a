/** How like two columns of different files are, by what they are called and by what they hold. */
import { distance } from 'fastest-levenshtein';
import { foldText, simplified } from '../cell.ts';
import { wording } from '../exports/column-role.ts';
import type { SeenColumn } from './file.ts';
import { bareHeader, saysMultiple } from './hints.ts';
import { isProse } from './open.ts';
import type { ColumnProfile } from './profile.ts';
import { findSeparator } from './separator.ts';
import { wordScale } from './verbal.ts';

/** What the values of two columns tell: one column, two, or nothing. */
export type Values = 'same' | 'apart' | 'unknown';

/** A column, with what is compared of it. */
export interface Compared {
  readonly column: SeenColumn;
  readonly names: readonly string[];
  /** Values of a choice, options of a list; null where cells are no such thing. */
  readonly values: ReadonlySet<string> | null;
  /** Values that many questions have: yes and no, the points of a scale. */
  readonly common: boolean;
  readonly prose: boolean;
}

function compared(column: SeenColumn): Compared {
  const { header, profile } = column;
  const values = valuesOf(header, profile);
  return {
    column,
    names: namesOf(header),
    values,
    common: values !== null && (values.size < DISTINCT || wordScale(profile) !== null),
    prose: values === null && isProse(profile),
  };
}

/** Compares columns of several files, each looked at once. */
export class Comparison {
  readonly #known = new Map<SeenColumn, Compared>();

  column(column: SeenColumn): Compared {
    const known = this.#known.get(column) ?? compared(column);
    this.#known.set(column, known);
    return known;
  }

  /**
   * Whether the values tell by themselves which column of its file one is: no other has them, nor
   * do many questions. Of 所在单位 and 上级单位 with the same units they tell nothing.
   */
  tells(one: Compared, columns: readonly SeenColumn[]): boolean {
    if (one.common) return false;
    return !columns.some(
      (other) => other !== one.column && compareValues(this.column(other), one) === 'same',
    );
  }

  /** Whether no other column of its file says the same in its header. */
  isNamedApart(one: Compared, columns: readonly SeenColumn[]): boolean {
    return !columns.some(
      (other) => other !== one.column && likeness(this.column(other), one) >= EQUAL,
    );
  }
}

/** Headers as like as this say the same. */
export const EQUAL = 0.95;

/** Fewer values than these stand under many headers. */
const DISTINCT = 3;

function valuesOf(header: string, profile: ColumnProfile): ReadonlySet<string> | null {
  const { values, complete, filled, numbers } = profile;
  if (2 * numbers > filled) return null;
  const list = findSeparator(values, saysMultiple(header));
  if (list !== null) return new Set(list.options.map(foldText));
  const repeats = complete && values.size > 0 && filled >= 2 * values.size;
  return repeats ? new Set([...values.keys()].map(foldText)) : null;
}

/** Who is asked, and how, which rounds word in different ways. */
const ASIDE =
  /[[(【][^\])】]*[\])】]|您|你|认为|觉得|本(?:单位|部门|支部)|当前|目前|还|存在|有?哪些|哪(?:个|一)|什么|的|所在|请|[\s,，.。?？!！:：、"“”]/g;

/** `4、请对以下方面评分—领导重视程度` is also 领导重视程度. */
function namesOf(header: string): readonly string[] {
  const whole = wording(header);
  const part = /[-–—_](?=[^-–—_]{2,}$)(.*)$/su.exec(whole)?.[1];
  const names = [whole, ...(part === undefined ? [] : [part])].flatMap((name) => [
    foldText(simplified(name)),
    foldText(bareHeader(name)).replace(ASIDE, ''),
  ]);
  return [...new Set(names)].filter((name) => name.length >= 2);
}

/** Likeness of the headers, in [0, 1]; what one says more than the other counts half. */
export function likeness(a: Compared, b: Compared): number {
  return Math.max(0, ...a.names.flatMap((one) => b.names.map((other) => alike(one, other))));
}

function alike(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  const within = one.includes(other) || other.includes(one);
  const shorter = Math.min(one.length, other.length);
  if (within) return 0.5 + shorter / longer / 2;
  return 1 - distance(one, other) / longer;
}

/** Share of the smaller set of values that both must have to be one column. */
const SHARED = 0.6;
/** Below this share they are two. */
const APART = 0.2;

export function compareValues(a: Compared, b: Compared): Values {
  if (a.values === null || b.values === null) return 'unknown';
  const both = [...a.values].filter((value) => b.values!.has(value)).length;
  const share = both / Math.min(a.values.size, b.values.size);
  if (share < APART) return 'apart';
  // A few values within many are no sign: 机关 may be a type and a unit.
  const all = a.values.size + b.values.size - both;
  return both >= 2 && share >= SHARED && both >= 0.4 * all ? 'same' : 'unknown';
}

/** What open questions ask for; those that ask for one of these may be worded as they like. */
const TOPICS = [
  /问题|困难|不足|短板|难点|problem|difficult|hinder|obstacle/i,
  /建议|意见|希望|期待|改进|suggest|improve/i,
];

/** Whether two open questions ask for the same, however they are worded. */
export function sameTopic(a: Compared, b: Compared): boolean {
  const topics = ({ column }: Compared) => {
    const name = simplified(wording(column.header));
    return TOPICS.map((topic) => topic.test(name)).join();
  };
  return topics(a) === topics(b) && topics(a).includes('true');
}
