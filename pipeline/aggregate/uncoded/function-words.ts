/**
 * Words that carry no topic, and where they may not stand in a phrase.
 *
 * Only characters that hardly ever begin (or end) a word of content are listed, so 就餐, 会议,
 * 地点 and 场地 stay whole. A denial may begin a phrase, since 不方便 without 不 says the opposite,
 * but not end one; a degree may do neither, since 太多 alone says nothing.
 */
import { stemOf } from '../../taxonomy/fold.ts';

const PARTICLES = '的了是也都又还但而且和与或在';
const FINAL_PARTICLES = '吗呢吧啊呀嘛哦啦呗';
const PRONOUNS = '这那我你您他她它';
const DEGREES = '太很较更最挺';
const DENIALS = '不没无未';
const NEVER_FIRST = '们么则被让于之些将得再已却刚本';
const NEVER_LAST = '么则被让于之些将得再把就从以每各该';

const ENGLISH_PARTICLES =
  'a an and are as at be been but by for from in is of on or our the their to was were with';
const ENGLISH_OTHERS =
  'can could do does had has have he her his i if it its me my should she so some than that them ' +
  'there they this too very we what when which who will would you your';
const ENGLISH_DENIALS = 'no not';

const words = (text: string) => text.split(' ');
/** As answers are compared: `this` has the stem `thi`. */
const stems = (text: string) => words(text).map(stemOf);

const NOT_FIRST = new Set([
  ...`${PARTICLES}${FINAL_PARTICLES}${PRONOUNS}${DEGREES}${NEVER_FIRST}`,
  ...stems(`${ENGLISH_PARTICLES} ${ENGLISH_OTHERS}`),
]);
const NOT_LAST = new Set([
  ...`${PARTICLES}${FINAL_PARTICLES}${PRONOUNS}${DEGREES}${DENIALS}${NEVER_LAST}`,
  ...stems(`${ENGLISH_PARTICLES} ${ENGLISH_OTHERS} ${ENGLISH_DENIALS}`),
]);

/** Whole phrases that say nothing of what is wrong. */
const EMPTY = new Set(
  words(
    '大家 自己 希望 建议 觉得 认为 感觉 应该 需要 可以 可能 一个 一些 一点 一下 有点 有些 有时 ' +
      '有时候 经常 总是 老是 非常 比较 特别 十分 目前 现在 以后 以前 如果 因为 所以 虽然 然后 ' +
      '另外 主要 存在 问题 存在问题 情况 方面 进行 加强 提高 增加 没有 没什么 不够 不能 不会',
  ),
);

export function mayBegin(word: string): boolean {
  return !NOT_FIRST.has(word);
}

export function mayEnd(word: string): boolean {
  return !NOT_LAST.has(word);
}

export function saysNothing(phrase: string): boolean {
  return EMPTY.has(phrase);
}

/** Beside these a phrase ends, as it does beside a comma. */
export const OUTSIDE = {
  left: new Set([...PARTICLES, ...stems(ENGLISH_PARTICLES)]),
  right: new Set([...PARTICLES, ...FINAL_PARTICLES, ...stems(ENGLISH_PARTICLES)]),
} as const;
