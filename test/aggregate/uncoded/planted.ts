/** Made-up answers with one complaint that no code fits, among many others. */

/** The complaint, in many wordings. */
const CANTEEN = [
  '食堂太远',
  '食堂太远了，来回要半小时',
  '单位食堂太远，吃饭不方便',
  '去食堂要走很久',
  '食堂离办公楼远，吃饭不方便。',
  '中午去食堂来回要半小时',
  '希望解决食堂太远的问题',
  '食堂有点远，来回要半小时，吃饭不方便',
  '新食堂太远啦！',
  '食堂位置偏，去一趟很久',
];

/** What others say of which nothing is common. */
const SINGLE = [
  '电梯常坏',
  '停车难',
  '打印机缺纸',
  '走廊灯暗',
  '门禁卡失灵',
  '班车晚点',
  '空调漏水',
  '合同到期没人通知',
  '体检项目少',
  '窗户关不严',
  '电脑老旧',
  '周末加班',
  '绿化养护差',
  '网速慢',
];

/** Answers with codes; they share general words with the others. */
const CODED = [
  '党建工作经费不足，单位不太重视',
  '活动经费不足',
  '党建工作人手不够，希望解决',
  '单位党务干部都是兼职，党建工作没人做',
  '三会一课走过场，希望解决形式主义的问题',
  '活动形式单一，大家不愿意参加',
];

/** 50 answers about the canteen among 120 that are uncoded, and 300 coded ones. */
export const uncoded: readonly string[] = [
  ...Array.from({ length: 50 }, (_, i) => CANTEEN[i % CANTEEN.length]!),
  ...Array.from({ length: 70 }, (_, i) =>
    i % 2 === 0
      ? SINGLE[(i / 2) % SINGLE.length]!
      : `单位的党建工作${['难做', '希望解决', '缺点新意'][i % 3]}`,
  ),
];
export const coded: readonly string[] = Array.from(
  { length: 300 },
  (_, i) => CODED[i % CODED.length]!,
);

/** The same items in another order. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item, i) => ({ item, at: Math.imul(i + 1, 2654435761) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map((one) => one.item);
}
