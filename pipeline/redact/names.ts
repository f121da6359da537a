/** Chinese names behind a cue: 我叫…, 姓名：…, 联系人…. */

import { DOUBLE_SURNAMES, GIVEN, MORE_GIVEN, MORE_SURNAMES, SURNAMES } from './name-characters.ts';
import type { Finder, PersonalHit } from './personal.ts';

/** Rarer surnames, most of them common as words. */
const RARE_SURNAMES =
  '褚曹窦郎凤花滕邬伏闪贝明臧计戚危郁胥缪仇栾厉储汲糜井富巫乌焦山车宓全郗仰秋仲伊宫满广东';

/** Cues of a form: what follows a colon, a blank or 是 is a name. */
const LABEL =
  '姓 {0,4}名|联系人|联络人|负责人|举报人|反映人|投诉人|填[表报]人|经办人|申请人|收件人|当事人|信访人|收款人|户主|签名|署名';
/** Titles and headings, before a colon only. */
const HEADING = '书记|主任|联系方式';
const LABELLED = new RegExp(
  `(?:${LABEL})(?<link>[ :是为]{0,4})|(?:${HEADING})(?<colon> ?: ?)`,
  'g',
);
/** Cues of somebody who gives a name, and those of somebody who may say anything. */
const TOLD = /(?:(?:我|名|名字)叫|名字[是:]|本人姓名)[ :]{0,2}(?:做|作)?/g;
const PERHAPS_TOLD =
  /我[是系](?:\p{Script=Han}{1,10}(?:的|干部|党员|[职员]工|工人|教师|老师|居民|村民|群众|学生))?|本人/gu;

/** What may follow a name without a stop: words that hardly are part of one. */
const FOLLOWS =
  /^(?:[^\p{Script=Han}]|$|的|是|在|和|与|及|今|现|住|电话|手机|性别|男|女|单位|身份证|来自|反映|对|从|就|同志|先生|女士|同学|老师|书记|主任|[部处科局站所]长|经理|主席|委员)/u;
const STOPS = /^(?:[^\p{Script=Han}]|$|电话|手机|身份证|联系电话|性别)/u;
/** Ends of words for people and places: 我是徐州人. */
const NO_END = /[人的县村市镇乡区局处科队部员师家长事院校厂所办]$/;
/** Lengths of a given name with what must follow, the likeliest first: 吕四 住在, not 吕四住 在. */
const BARE_ENDS = [
  [2, STOPS],
  [1, STOPS],
] as const;
const LINKED_ENDS = [
  [2, STOPS],
  [1, FOLLOWS],
  [2, FOLLOWS],
  [3, STOPS],
] as const;
/** The longest name with the longest word behind it, in UTF-16 units. */
const LOOK_AHEAD = 12;
const ALL_HAN = /^\p{Script=Han}+$/u;
/** Words that begin like a name. */
const WORDS = new Set(
  (
    '单位 方便 高兴 高度 明确 应该 应当 经常 常常 常换 常变 万一 方面 方式 时常 任何 任意 马上 安全 解决 成为 全部 全体 ' +
    '全员 于是 关系 关于 计划 包括 强调 曾经 曾多 曾在 曾任 曾是 周末 何种 何等 ' +
    '胡乱 陈述 许多 谢谢 单一 时候 时间 项目 路人 司机 马虎 白天 文件 华侨 何人 何时 ' +
    '任务 安排 管理 成员 广大 东西 明白 全名 满意 富人 关键 向上 左右 江湖 单独 程序 章程 施工 时机 常任 解释 房间 季度 易懂'
  ).split(' '),
);

const ANY = new Set(SURNAMES + MORE_SURNAMES + RARE_SURNAMES);
const SURE = new Set(SURNAMES);
const DOUBLE = new Set(DOUBLE_SURNAMES.split('|'));
const USUAL = new Set(GIVEN + MORE_GIVEN);

export const findNames: Finder = ({ plain }) => [
  ...namesBehind(plain, LABELLED, (found) => found.groups?.link ?? found.groups?.colon ?? ''),
  ...namesBehind(plain, TOLD, (found) => found[0]),
  ...namesBehind(plain, PERHAPS_TOLD, () => ''),
];

function namesBehind(
  plain: string,
  cue: RegExp,
  linkOf: (found: RegExpMatchArray) => string,
): readonly PersonalHit[] {
  const hits: PersonalHit[] = [];
  for (const found of plain.matchAll(cue)) {
    const start = found.index + found[0].length;
    const length = nameLength(plain.slice(start, start + LOOK_AHEAD), linkOf(found));
    if (length > 0) hits.push({ type: 'name', start, end: start + length });
  }
  return hits;
}

/**
 * Length of the name with which a text begins, 0 for none.
 *
 * @param link what stands between the cue and the text. A colon leaves little doubt that a name
 *   follows. Without any link the name must end at a stop, and be like a name in its surname or in
 *   both characters of the given name.
 */
function nameLength(rest: string, link: string): number {
  const surname = surnameLength(rest);
  if (surname === 0) return 0;
  const ends = (given: number, end: RegExp) => endsAt(rest, surname + given, end);
  const given = (link === '' ? BARE_ENDS : LINKED_ENDS).find(([length, end]) => ends(length, end));
  if (given === undefined) return 0;
  const name = rest.slice(0, surname + given[0]);
  if (WORDS.has(link.includes(':') ? name : rest.slice(0, 2))) return 0;
  if (link === '' && NO_END.test(name)) return 0;
  const sure = link !== '' || SURE.has(rest.charAt(0)) || surname === 2;
  const usual = given[0] === 2 && [...name.slice(surname)].every((one) => USUAL.has(one));
  return sure || usual ? name.length : 0;
}

function surnameLength(rest: string): number {
  if (DOUBLE.has(rest.slice(0, 2))) return 2;
  return ANY.has(rest.charAt(0)) ? 1 : 0;
}

function endsAt(rest: string, length: number, end: RegExp): boolean {
  const name = rest.slice(0, length);
  return name.length === length && ALL_HAN.test(name) && end.test(rest.slice(length));
}
