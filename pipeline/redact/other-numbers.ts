/** Numbers that look like personal ones and are something else: order numbers, amounts. */
import { justBefore, justBehind, type Match } from './matches.ts';
import type { PersonalType } from './personal.ts';

const NUMBERED_THING =
  /(?:订单|单号|编号|流水号?|工单|文号|序号|批次|批号|合同|快递|运单|案号|票号|发票|货号|工号|学号|准考证|型号|代码|编码|验证码|密码|会议(?:号|ID)|账单|房间|id=|(?:order|invoice|tracking|ticket|serial|meeting)(?: id| no\.?| number)?)[号码是为:# ]{0,4}$/i;
const AMOUNT = /^ ?(?:\.\d|[元块万亿%人次个份条台吨米]|平方|公里|美元|港币|yuan\b|rmb\b)/i;

/** Whether the number from `start` to `end` is announced as another, or counts something. */
export function isOtherNumber(plain: string, start: number, end: number): boolean {
  return NUMBERED_THING.test(justBefore(plain, start)) || AMOUNT.test(justBehind(plain, end));
}

/** For a form that is of a type unless it is another number. */
export function unlessOther(
  plain: string,
  type: PersonalType,
): (match: Match) => PersonalType | null {
  return ({ value, at }) => (isOtherNumber(plain, at, at + value.length) ? null : type);
}
