/** What cells of lines below a table say. Patterns are in simplified characters and half width. */
import { parseNumber, simplified } from './cell.ts';

const PERSONS = '填表|填报|制表|统计|经办|录入|审核|审批|复核|覆核|校对|负责|联系|联络|报送';
const DONE = '填表|填报|制表|统计|导出|打印|生成|报送|更新|填写|录入|上报|报出|汇总';
const UNITS = '单位|部门|支部|党支部|党委|党组织';
/** `（盖章）`, `（签字）`. */
const SIGNED = '\\s*\\((?:加?盖章|公章|签[字章名](?:盖章)?|印章)\\)';

const LABELS = [
  `(?:${UNITS})?(?:主要)?(?:${PERSONS})人`,
  `(?:${DONE})(?:日期|时间|${UNITS})`,
  `(?:${UNITS})?(?:主要)?(?:${UNITS}|负责人|领导|填表人|填报人|审核人)${SIGNED}`,
  '填表|制表|录入|审核|审批|复核|覆核|联[系络]电话|签[字章名]|盖章',
  '(?:prepared|compiled|filled in|checked|reviewed|approved) by',
].join('|');

/** `填表人:张三`, `填报单位(盖章):`. */
const LABELLED = new RegExp(`^[(※*]?\\s*(?:${LABELS})(?:${SIGNED})?\\s*\\d?\\s*:`);
/** `注1:...`, `(注:...)`; answers may begin like this. */
const NOTE = /^[(※*]?\s*(?:(?:数据|资料)?来源|注|备注|说明|附注|notes?|remarks?|source)\s*\d?\s*:/;
const DAY =
  '\\d{4}\\s*(?:年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日?)?|[./-]\\s*\\d{1,2}\\s*[./-]\\s*\\d{1,2})';
const DATE = new RegExp(`^${DAY}(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?$`);
/** `日期:2026年3月`, `时间:  年 月 日`; no other words. */
const DATED = /^(?:日期|时间)\s*:[\s\d年月日时分./:-]*$/;

/** `总计:60人`, `以上共60人`. */
const COUNTED =
  /^(?:以上|本表|全表)?\s*(?:合\s*计|总\s*计|共\s*计|小\s*计|总人数|(?<=上|表)共有?)\s*:?\s*\d[\d,]*\s*(?:人次?|份|条|行|名|户|家|个|位)?\.?$/;
const AS_OF = /^(?:以上|本表)?(?:数据|资料|统计)(?:时间|日期)?截[至止](?:到|于)?[\s:]*\d.{0,30}$/;
const PAGE = /^第\s*\d+\s*页(?:[\s,/]*共\s*\d+\s*页)?$/;
const EMPTY_BELOW = /^[—–=*(\s-]*以下(?:空白|无正文|无数据|无内容)[—–=*)\s-]*$/;
const END = /^(?:\((?:完|全文完|结束)\)|[—–=*-]+\s*(?:完|结束|end)\s*[—–=*-]+)$/;

/** Whether a cell says by itself that it is of a line below a table. */
export function isWholeLabel(cell: string): boolean {
  const text = simplified(cell);
  return [LABELLED, DATED, COUNTED, AS_OF, PAGE, EMPTY_BELOW, END].some((form) => form.test(text));
}

export function isNote(cell: string): boolean {
  return NOTE.test(simplified(cell));
}

/** People are called 负责人 too. */
const WHO = /^(?:(?:填表|填报|制表|审核|复核|覆核)人|(?:填表|填报|制表)单位|prepared by)$/;
const SUM = /^(?:合计|总计|共计|小计|总人数)$/;

/** Whether a cell is a label whose value stands in the next one. */
export function isFooterLabel(cell: string): boolean {
  const text = simplified(cell).replace(/[\s:]+$/, '');
  return WHO.test(text) || SUM.test(text);
}

/** Whether a cell is a date, or the value of the label before it: a name, or the number of a sum. */
export function isFooterValue(cell: string, before: string): boolean {
  if (DATE.test(simplified(cell))) return true;
  if (!isFooterLabel(before)) return false;
  const isNumber = parseNumber(cell.replace(/\s*(?:人次?|份|条|條|名)$/, '')) !== null;
  return SUM.test(simplified(before).replace(/[\s:]+$/, '')) === isNumber;
}
