/**
 * What an answer without any code is: empty, no problem, skipped, or a real answer.
 *
 * Judged clause by clause: one clause with other content makes the answer real; else one
 * denial or praise makes it `no-problem`; what is left (不清楚, 略, 嗯) is `empty`. So 没有经费
 * is real, as only general words (问题, 困难, 意见 …) may follow the denial.
 */

import type { Clauses } from './clauses.ts';
import { kindOfEnglish } from './english-status.ts';
import type { Span } from './found.ts';
import { type Normalised, textOf } from './normalise.ts';
import { ALL_PRESENT, CONTENT, DENIES, HEADING, NO_ANSWER, UNKNOWN } from './status-words.ts';
import { isMadeOf } from './word-order.ts';

export type AnswerKind = 'real' | 'no-problem' | 'empty' | 'skipped';

/** Says that things are well; what goes before may not deny, lack, wish or demand. */
const GOOD =
  '(?:(?:很|挺|非常|都|较|比较|蛮|真|得|的|还|太|最|特别|十分|相当|更|越来越|一直|向|良|最)好|好好|不错|满意|棒|赞|优秀|良好|正常|顺利|到位|完善|还行|还可以|可以|蛮行|挺行|都行|行|扎实|有序|有声有色|充足|充裕|足够|够用|有保障|有保证|健全|齐全|规范|重视|丰富|丰富多彩|认真|积极|给力|完美|理想|圆满|周到|出色|称职|和谐|团结|有力|有效|高效|稳定|合理|公平|公正|透明|及时|方便|强|高|ok|good|没得说|没话说|没毛病|没问题|没有问题|没意见|不缺|该有的都有|解决|改善|一切都好|没说的|无可挑剔|挑不出毛病|好多|清晰|明确|有意思|温暖|负责|负责任|尽责|努力|用心|尽心|欢迎|值得表扬|有目共睹|向好|贴近实际|深受喜爱|(?:成效|效果|作用|进步|变化|成绩)(?:比较|较|很|都很|非常)?(?:明显|显著|突出|大)|(?:收获|成果|成绩)(?:不少|很多|满满|颇丰|很大)|(?:氛围|风气|效果|质量|态度|服务|作风|班子|领导|书记|党员|传统|成绩|工作|环境|条件|队伍|关系|基础|状态|势头|执行|落实)好)';
const PRAISES = new RegExp(
  `^[^不没无未缺少难差弱低乱慢欠待应需要希盼望议更加提增改强化须请何怎哪吗如若但过老总才]{0,18}?(?:已经?|得到)?${GOOD}(?:了|的|啊|呀|哦|哈|吧|呢|嘛|滴)*$`,
);
/** Last letters of praise, before its particles: rules most clauses out at little cost. */
const PRAISE_ENDS =
  /[好错意棒赞秀良常利位善行以实序色足够障证全范视富彩真极力美想满到职谐结效定理平正明时便强高说话病题见缺有决剔多晰确思暖责心睹际爱著突出大少满丰扬迎dk](?:了|的|啊|呀|哦|哈|吧|呢|嘛|滴)*$/;
/** 高 and 强 alone may state anything (年龄高, 随意性强); as praise they need a subject that is good. */
const STRONG = /(?:高|强)(?:了|的)?$/;
const GOOD_SUBJECT =
  /(?:素质|水平|积极性|热情|凝聚力|战斗力|责任心|责任感|意识|能力|执行力|觉悟|效率|满意度|质量|党性|号召力|向心力)(?:都|也|很|较|比较|非常|挺|特别|十分)*(?:高|强)(?:了|的)?$/;
const WISH = /^(?:祝|祝愿|希望).{0,12}(?:越来越好|越办越好|更上一层楼|繁荣昌盛)$/;
const THANKS = /^(?:衷心|非常|十分)?(?:感谢|谢谢|感恩)[^不没无未缺少难但希望建]{0,16}$/;
const KEYBOARD = /^[a-z]+$/;
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];
const SKIPPED = /^[([【{]?跳过[)\]】}]?$/;
const BRACKETED_BLANK =
  /^[([【{](?:空|空白|未填|未填写|未答|未作答|无内容|null|blank|missing)[)\]】}]$/;
const LETTER = /\p{L}/u;
const CONNECTIVE =
  /^(?:但是?|就是|不过|只是|然而|可是|而是|反而|却|而且|并且|同时|另外|总之|答){1,3}(?=.)/;
const BRACKETS_OR_MARKS = /^[([【{]+|[)\]】}\s,.。;!?~:、]+$/g;
const SHORT = 12;
/** Longer clauses are never a mere denial or praise; also bounds the time of the patterns. */
const LONGEST = 60;

/**
 * Settles an answer that can hold no code: blank, (空), (跳过), symbols, digits, one key pressed
 * again and again. Null where the words must be looked at.
 */
export function kindOfShortAnswer(normalised: Normalised): AnswerKind | null {
  if (!hasLetter(normalised)) return 'empty';
  if (normalised.length > SHORT) return null;
  const text = textOf(normalised).trim();
  if (SKIPPED.test(text)) return text === '跳过' ? 'empty' : 'skipped';
  if (BRACKETED_BLANK.test(text) || isKeyboardRun(text)) return 'empty';
  return null;
}

/**
 * Judges an answer in which no code was found.
 *
 * @param settled clauses whose only statement is a denied problem (没有经费不足的问题)
 */
export function kindOfAnswer(
  normalised: Normalised,
  clauses: Clauses,
  settled: ReadonlySet<number>,
): AnswerKind {
  let kind: AnswerKind = 'empty';
  for (const [index, clause] of clauses.list.entries()) {
    const own = settled.has(index) ? 'no-problem' : kindOfClause(normalised, clause);
    if (own === 'real') return 'real';
    if (own === 'no-problem') kind = 'no-problem';
  }
  return kind;
}

/** Whether a clause says that there is everything asked about, which is no contentment. */
export function saysAllArePresent(normalised: Normalised, { list }: Clauses): boolean {
  return list.some(({ start, end }) =>
    isMadeOf(strip(textOf(normalised, start, end)), ALL_PRESENT),
  );
}

/** What one clause would be as an answer, but for the terms in it. */
export function kindOfClause(normalised: Normalised, { start, end }: Span): AnswerKind {
  return end - start > LONGEST ? 'real' : kindOfText(strip(textOf(normalised, start, end)));
}

function kindOfText(text: string): AnswerKind {
  if (!LETTER.test(text) || isMadeOf(text, HEADING) || isKeyboardRun(text)) return 'empty';
  if (isMadeOf(text, NO_ANSWER) || isMadeOf(text, UNKNOWN)) return 'empty';
  const english = kindOfEnglish(text);
  if (english !== null) return english;
  const fine =
    isMadeOf(text, DENIES) ||
    isMadeOf(text, CONTENT) ||
    WISH.test(text) ||
    THANKS.test(text) ||
    (PRAISE_ENDS.test(text.slice(-6)) &&
      PRAISES.test(text) &&
      (!STRONG.test(text) || GOOD_SUBJECT.test(text)));
  return fine ? 'no-problem' : 'real';
}

/** Contrast words, brackets and end marks say nothing about the kind. */
function strip(text: string): string {
  const bare = text.replace(BRACKETS_OR_MARKS, '');
  return CONNECTIVE.test(bare) ? bare.replace(CONNECTIVE, '') : bare;
}

/** aaa, asdf, qwer: letters nobody meant as words. */
function isKeyboardRun(text: string): boolean {
  if (!KEYBOARD.test(text)) return false;
  if (/^(.)\1*$/.test(text)) return text !== 'n';
  const reversed = [...text].reverse().join('');
  return text.length >= 3 && ROWS.some((row) => row.includes(text) || row.includes(reversed));
}

const letters = new Uint8Array(0x10000);

/** Whether any unit is a letter of any script; unpaired or emoji surrogates are none. */
function hasLetter({ units, length }: Normalised): boolean {
  for (let at = 0; at < length; at++) {
    const unit = units[at]!;
    let known = letters[unit]!;
    if (known === 0) {
      // Planes 2 and 3 hold ideographs only; emoji and symbols are in plane 1.
      const isLetter =
        unit >= 0xd800 && unit <= 0xdfff
          ? unit >= 0xd840 && unit <= 0xd8ff
          : LETTER.test(String.fromCharCode(unit));
      known = isLetter ? 1 : 2;
      letters[unit] = known;
    }
    if (known === 1) return true;
  }
  return false;
}
