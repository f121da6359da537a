/** What a column of an export is for, as far as the tool that wrote it tells. */
import { simplified } from '../cell.ts';

export type ColumnRole =
  /** Number or id of the answer sheet. */
  | { readonly kind: 'respondent' }
  /** How long answering took. */
  | { readonly kind: 'duration' }
  /** Names, addresses, numbers of persons; never needed. */
  | { readonly kind: 'personal' }
  /** Times, sources, devices and the like; not needed. */
  | { readonly kind: 'metadata' }
  /** One option of a multiple-choice question that has a column an option. */
  | { readonly kind: 'option'; readonly question: string; readonly option: string }
  /** One row of a grid of questions. */
  | { readonly kind: 'item'; readonly question: string; readonly item: string }
  /** Words filled in beside an option (其他). */
  | { readonly kind: 'fill-in'; readonly question: string }
  /** Anything else: a question, a group or a weight. `question` is its wording without number. */
  | { readonly kind: 'question'; readonly question: string };

const RESPONDENT =
  /^(?:序号|编号|答卷编号|答题编号|答卷序号|id|_id|respondent[ _]?id|responseid)$/i;
/** In simplified characters. 填答时间 may as well be when the sheet came in; its cells tell. */
const DURATION =
  /^(?:所用时间|(?:答题|作答|填写|填答|答卷)(?:时长|用时|耗时|秒数)|填答时间|用时|耗时|duration(?: \(in seconds\))?|interviewtime)$/i;
const PERSONAL =
  /^(?:来自ip|ip|ip ?address|ipaddress|姓名|名字|昵称|微信(?:昵称|号)?|手机(?:号码?)?|电话(?:号码)?|联系电话|联系方式|邮箱|电子邮件|学号|工号|身份证号?码?|email(?: address)?|e-mail|name|first name|last name|recipient(?:last|first)name|recipientemail|用户标识)$/i;
const METADATA =
  /^(?:提交(?:答卷)?时间|开始(?:答题|填写)?时间|结束(?:答题)?时间|完成时间|修改时间|来源(?:详情)?|省份?|城市|地区|地理位置.*|设备|填写设备|操作系统|浏览器|用户类型|自定义字段|语言|ua|referrer|中奖时间|中奖金额|审核状态|清洗数据结果|智能清洗数据无效概率|timestamp|时间戳记|start (?:time|date)|end date|completion time|startdate|enddate|recordeddate|status|progress|finished|externalreference|locationl(?:at|ong)itude|distributionchannel|userlanguage|collector ?id|submitdate|lastpage|startlanguage|seed|datestamp|_uuid|_submission_time|_validation_status|_notes|_status|_submitted_by|__version__|_tags|_index|_parent_index|start|end|today|deviceid)$/i;

/** The role that a header of many tools tells; null for a question, a group or a weight. */
export function commonRole(header: string): ColumnRole | null {
  const name = header.trim();
  if (RESPONDENT.test(name)) return { kind: 'respondent' };
  if (DURATION.test(simplified(name))) return { kind: 'duration' };
  if (PERSONAL.test(name)) return { kind: 'personal' };
  if (METADATA.test(name)) return { kind: 'metadata' };
  return null;
}

const NUMBER = /^(?:[Qq]\d{1,3}[.、：: ]|\d{1,3}[、：:.](?!\d)|第\d{1,3}题[、：:.]?)\s*/;

/** The wording of a question without its number: `3、性别 ` is `性别`. */
export function wording(header: string): string {
  const name = header.trim();
  return name.replace(NUMBER, '') || name;
}
