/** Puts the words of a verbal scale into order: 非常满意 … 非常不满意, never … always. */
import { simplified } from '../cell.ts';

export interface WordScale {
  /** Lowest first, as written in the cells; at least three. */
  readonly points: readonly string[];
  /** Words that are no point: 说不清, not applicable. */
  readonly outside: readonly string[];
}

interface Degree {
  /** Higher is more of `stem`. */
  readonly degree: number;
  /** What there is more or less of; empty for the middle. */
  readonly stem: string;
}

const OUTSIDE =
  /^(?:说不清楚?|不清楚|不好说|不知道|难以判断|难说|不适用|无法(?:评价|判断)|不便回答|拒答|没想过|n\/?a|not applicable|don'?t know|no answer|not sure|unsure|can'?t say|prefer not to (?:say|answer)|(?:unfamiliar|no opinion).*|.*\bn\/a\b.*)$/i;
const MIDDLE =
  /^(?:一般般?|中立|普通|中等|适中|还行|还可以|尚可|说不上|不好不坏|无所谓|不确定|不一定|neutral|undecided|average|neither.*|no difference|unchanged|没有?变化)$/i;

/** Lists whose words share no stem, lowest first. */
const LISTS: readonly (readonly RegExp[])[] = [
  [
    /^(?:从不|从未|从来(?:不|没有)|没有过|never)$/i,
    /^(?:极少|几乎不|hardly ever|almost never)$/i,
    /^(?:很少|较少|rarely|seldom)$/i,
    /^(?:偶尔|occasionally|once in a while)$/i,
    /^(?:有时候?|sometimes)$/i,
    /^(?:较多|often|frequently|经常|常常|时常)$/i,
    /^(?:usually|通常)$/i,
    /^(?:几乎总是|very often|almost always)$/i,
    /^(?:总是|一直|每次|每次都是?|always)$/i,
  ],
  [
    /^(?:terrible|awful|very (?:poor|bad))$/i,
    /^(?:poor|bad)$/i,
    /^(?:fair|average|ok(?:ay)?)$/i,
    /^(?:good)$/i,
    /^(?:very good)$/i,
    /^(?:excellent|outstanding)$/i,
  ],
  [
    /^(?:很差|不合格)$/,
    /^(?:较差|基本合格)$/,
    /^(?:一般|合格|及格)$/,
    /^(?:良好?)$/,
    /^(?:优秀?)$/,
  ],
];

const MORE: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:非常|十分|极其|极为|极|完全|特别|强烈|最|高度|绝对|extremely |completely |totally |strongly |entirely )/i,
    2.5,
  ],
  [/^(?:很|相当|very |highly |quite )/i, 2],
  [/^(?:较为|比较|较|大部分|大致|fairly |mostly |rather |generally )/i, 0.7],
  [/^(?:moderately )/i, 0.65],
  [/^(?:somewhat |partly )/i, 0.6],
  [/^(?:基本上?|勉强)/, 0.5],
  [/^(?:有点|有些|稍微?|略微?|部分|slightly |a little )/i, 0.4],
];
const NOT =
  /^(?:not at all |not |不|没有?|无|未|dis(?=agree|sat)|un(?=likely|import|fav|satis|happy|clear|help|easy))/i;
const LESS_SURE = /^(?:不太|不大|不怎么|不甚|not very |not so |not too |not particularly )/i;
/** Negative stem -> the positive one it is the other end of. */
const OPPOSITES: readonly (readonly [RegExp, string])[] = [
  [/^差$/, '好'],
  [/^低$/, '高'],
  [/^弱$/, '强'],
  [/^小$/, '大'],
  [/^少$/, '多'],
  [/^慢$/, '快'],
  [/^(?:困难|难)$/, '容易'],
  [/^消极$/, '积极'],
  [/^(?:反对)$/, '赞成'],
  [/^(?:否定)$/, '肯定'],
  [/^(?:bad|poor|worse)$/i, 'good'],
  [/^low$/i, 'high'],
  [/^difficult$/i, 'easy'],
];

/**
 * The order of the words, or null where they are no scale.
 *
 * @param words the different cells of a column
 * @example orderWords(['满意', '不满意', '一般']) // { points: ['不满意', '一般', '满意'], outside: [] }
 */
export function orderWords(words: readonly string[]): WordScale | null {
  const outside = words.filter(saysNoAnswer);
  const inside = words.filter((word) => !outside.includes(word));
  if (inside.length < 3) return null;
  const points = byList(inside) ?? byDegree(inside);
  return points === null ? null : { points, outside };
}

/** 说不清, not applicable and the like: no point of any scale. */
export function saysNoAnswer(word: string): boolean {
  return OUTSIDE.test(plain(word));
}

/** Without letter, number or remark around: `A.非常满意（5分）` is `非常满意`. */
function plain(word: string): string {
  return simplified(word)
    .trim()
    .replace(/^(?:[A-Ja-j]|\d{1,2})[.、:)\-—]\s*/, '')
    .replace(/\s*\((?!n\/a)[^)]*\)$/i, '')
    .trim();
}

function byList(words: readonly string[]): readonly string[] | null {
  for (const list of LISTS) {
    const places = words.map((word) => list.findIndex((one) => one.test(plain(word))));
    if (places.includes(-1) || new Set(places).size < places.length) continue;
    return sortedBy(words, places);
  }
  return null;
}

function byDegree(words: readonly string[]): readonly string[] | null {
  const degrees = words.map((word) => degreeOf(plain(word)));
  const stems = new Set(degrees.map((one) => one.stem).filter((stem) => stem !== ''));
  const values = degrees.map((one) => one.degree);
  // One stem that comes in degrees, and no two words of the same.
  if (stems.size !== 1 || new Set(values).size < values.length) return null;
  return sortedBy(words, values);
}

function sortedBy(words: readonly string[], keys: readonly number[]): readonly string[] {
  return words
    .map((word, i) => ({ word, key: keys[i]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word);
}

function degreeOf(word: string): Degree {
  if (MIDDLE.test(word)) return { degree: 0, stem: '' };
  let rest = word;
  let strength = 1;
  let sign = 1;
  const strip = (pattern: RegExp) => {
    const shorter = rest.replace(pattern, '');
    const found = shorter !== rest && shorter.trim() !== '';
    if (found) rest = shorter.trim();
    return found;
  };
  if (/^not at all /i.test(rest)) strength = 2.5;
  if (strip(LESS_SURE)) {
    strength = 0.6;
    sign = -1;
  } else {
    for (const [pattern, value] of MORE) if (strength === 1 && strip(pattern)) strength = value;
    if (strip(NOT)) sign = -sign;
  }
  if (strip(/(?:一些|一点)$/)) strength = 0.7;
  const opposite = OPPOSITES.find(([pattern]) => pattern.test(rest));
  if (opposite !== undefined) return { degree: -sign * strength, stem: opposite[1] };
  return { degree: sign * strength, stem: rest.toLowerCase() };
}
