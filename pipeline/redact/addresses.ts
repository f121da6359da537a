/** Chinese postal addresses: a street, village or estate with the numbers that lead to a door. */
import type { Finder, PersonalHit } from './personal.ts';

const NUMBER = '(?:\\d{1,5}|[一二三四五六七八九十百零]{1,5})';
/** What makes the number of a house that of something else: 3号文件, 10号线, 15号出口. */
const OTHER =
  '(?!文|线|令|机|公告|通知|窗|方案|项目|井|公厕|会议|变压|出口|入口|桥|提案|议案|工作|掘进)';
/** 楼 as a building, not 楼上, 楼梯. */
const FLOOR = '楼(?![上下里内道梯])';
const HOUSE = `${NUMBER}(?:-\\d{1,4})?号${OTHER}(?:${FLOOR}|院)?`;
const DOOR = `${NUMBER}(?:单元|门|室|房|户)|\\d{3,4}(?!\\d)`;

/** From the word that ends the name of the street or estate to its first number. */
const CORE = new RegExp(
  [
    `(?<street>路|街|道|巷|胡同)(?:[一二三四五六七八九十]段)?(?:${NUMBER}[巷弄]){0,2}${HOUSE}`,
    `(?<village>村|屯|庄)${NUMBER}[组队]${NUMBER}号${OTHER}`,
    `(?<estate>小区|花园|家园|苑|新村|公寓|里|城|府|湾|庭)${NUMBER}(?:栋|幢|座|号楼|号院)(?=${DOOR})`,
  ].join('|'),
  'g',
);
/** Further numbers: 2号楼, 3单元, B室, 之2, and a last one without its word. */
const PART = `(?:${NUMBER}(?:-\\d{1,4}){0,2}(?:号院|号${FLOOR}|号|弄|巷|栋|幢|座|${FLOOR}|层|单元|门|组|室|房|户)|[A-Za-z](?:座|栋|室)|之\\d{1,3})`;
const REST = new RegExp(
  `(?:[\\u4e00-\\u9fff]{2,8}(?:大厦|大楼|公寓|小区|花园|中心|广场|商场)(?=${PART}))?(?:${PART}){0,6}(?:(?<=[栋幢座楼元门])\\d{3,4}(?![\\d年月日人元个]))?`,
  'y',
);

/** Words that end like the name of a street or estate. */
const NO_NAME =
  /(?:[公铁线思出道马电网走一条这那半回通老新]路|[条这那]街|[街巷渠管通轨赛频知报人跑隧水楼过条]道|[家村院楼厂区]里|[条这那]巷|政府|[家法]庭)$/;
const HAN = /[\u4e00-\u9fff]/;
const LONGEST_NAME = 40;
/** Words before an address that are no part of it; the last one counts. */
const LEAD = /^.*(?:位于|地址|住址|户籍地?|[我俺]家|[在到至是住寄往去的从找请了给把离经])/s;
const PROVINCE =
  /(?:北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门)/;

export const findAddresses: Finder = ({ plain }) => {
  const hits: PersonalHit[] = [];
  for (const core of plain.matchAll(CORE)) {
    const groups = core.groups ?? {};
    const word = groups.street ?? groups.village ?? groups.estate ?? '';
    const name = nameBefore(plain, core.index);
    if (name === '' || NO_NAME.test(name + word)) continue;
    REST.lastIndex = core.index + core[0].length;
    const rest = REST.exec(plain)?.[0] ?? '';
    hits.push({
      type: 'address',
      start: core.index - name.length,
      end: core.index + core[0].length + rest.length,
    });
  }
  return hits;
};

/** The name that leads up to a place, from its province, or from behind words such as 住在. */
function nameBefore(plain: string, at: number): string {
  let start = at;
  while (start > at - LONGEST_NAME && HAN.test(plain.charAt(start - 1))) start -= 1;
  const words = plain.slice(start, at);
  const name = words.replace(LEAD, '');
  const province = PROVINCE.exec(name);
  return province === null ? name : name.slice(province.index);
}
