/** Words of answers that state no problem, and how they follow each other. */

import { type Step, step } from './word-order.ts';

/** Who, where, when, and how surely: says nothing by itself. */
const HEDGE = `目前 目前为止 到目前为止 暂时 暂且 暂 当前 现在 眼下 现阶段 迄今 至今 个人 本人 自己 我 我们 咱 咱们 本 该 所在 单位
  这里 这边 对此 总体 总的 总体上 总体来说 总的来说 总体而言 整体 整体上 整体来说
  基本 基本上 大体上 应该 好像 似乎 大概 可能 感觉 觉得 认为 还 都 也 倒 倒是 真 真的 确实 的确 说实话 其实 一般来说 就我所知 据我所知
  据了解 这方面 这个 各方面 方方面面 在 党建 党建工作 方面 工作 上 中 以上 对 对于 各项 一切 里 全 均 皆 已 已经 了`;
/** Who or what the denial is about; alone it may be an answer (学习). */
const SUBJECT = `单位 支部 部门 处室 机关 村 村里 社区 学校 公司 科室 党支部 党委 基层 领导 组织 活动 学习 经费 人员 班子 党员 干部`;
const GENERAL = `问题 困难 困惑 意见 建议 不足 不足之处 不满 不满意 毛病 难处 难点 难题 堵点 痛点 短板 弱项 缺点 缺陷 漏洞 想法 要求 需求
  诉求 看法 疑问 疑惑 情况 现象 异议 补充 需要 想 说 好说 可说 可提 可写 要说 要提 可改进 要改进 需要改进 待改进
  需改进 改进的 改进意见 改进建议 可改善 要改善 需要改善 改善的 要解决 需要解决 待解决 可反映 要反映 需要反映 反映的 要反馈 需要反馈 可反馈 不良现象 不良 其他 其它 别的 话 不好
  不妥 不便 不良反映 地方 之处 方面 事 事情 困扰 障碍 阻力 瓶颈 矛盾 隐患 亟待`;
const DEGREE = `什么 任何 啥 哪些 太大 太多 较大 很大 更好 更多 多大 大 多 太 明显 特别 特殊 突出 具体 严重 新 好 更 实质性 根本性 存在
  发现 发生 遇到 遇见 碰到 感到 感觉 感觉到 觉得 看到 想到 过 有 出 提 提出 能 可 可以 需 需要 要 值得 的 得 到 什么样 所谓 相关 党建
  党建工作 工作上 工作 这方面 很 十分 非常 和 与 及 或 或者 、 / 以及 是 待 那么 还`;
const TAIL = '了 的 吧 啊 呀 呢 哦 哈 嘛 哟 喔 啦 噢 滴 出现';
const DENIAL = `没 没有 没得 莫得 木有 冇 无 暂无 并无 尚无 均无 皆无 全无 不存在 未发现 没发现 没有发现 未见 不觉得有 不认为有 没觉得 没感觉 没感到
  没啥 没什么 没有什么 没有啥 并没有 并不存在 不会有 未遇到 没遇到 没有遇到 感觉不到 感受不到 看不到 看不出 看不出来 找不到 找不出 挑不出 提不出 发现不了`;

/** 目前没有什么大的问题了 */
export const DENIES: readonly Step[] = [
  step('any', HEDGE, SUBJECT),
  step('once', DENIAL),
  step('any', DEGREE, GENERAL, TAIL),
];

const NOT = `不 不太 不大 不是很 不很 不怎么 并不 真不 还不 也不 都不 没 没有 未 尚不 不甚 没太 不是太 不是特别 不特别 不十分`;
const KNOW = '清楚 清 知道 了解 懂 晓得 明白 掌握 熟悉 确定 知情';
const KNOWN = `情况 具体情况 这个 这方面 相关情况 该问题 此事 有什么 有哪些 有没有 存在 什么 啥 哪些 问题 困难 怎么 如何 说 回答 填 写 过 多少 到 的`;

/** 我对这方面不太清楚 */
export const UNKNOWN: readonly Step[] = [
  step(
    'any',
    HEDGE,
    '对 关于 具体 情况 具体情况 问题 困难 存在 有什么 有哪些 有没有 什么 很多 事情 内容 相关',
  ),
  step('once', NOT),
  step('once', KNOW),
  step('any', KNOWN, TAIL),
];

/** 暂时没想到, 略, 不便说 */
export const NO_ANSWER: readonly Step[] = [
  step('any', HEDGE, SUBJECT),
  step(
    'once',
    `空 空白 (空) 略 不详 未填 未填写 没填 不填 未作答 未答 不答 拒答 保密 跳过 同上 如上 见上 如题 测试 test null undefined nan n/a
    na tbd 待定 待补充 未想到 没想到 没有想到 想不到 想不出 想不出来 没想好 没想过 没考虑 没考虑过 没有考虑 没有考虑过 没想好 未考虑 随便 随意
    看情况 谢谢 感谢 多谢 谢谢领导 辛苦 不想说 不好说 不便说 不方便 不方便说 说不好 说不清 说不清楚 说不上 说不上来 不愿说 不愿回答 不想回答
    无法回答 回答不了 无法判断 无法评价 不便评价 不好评价 没关注 没关注过 没有关注 没有关注过 未关注 没参与 没参与过 没有参与 没有参与过 没有参加过 没参加过 刚来 新来 新来的 刚入职
    刚调来 嗯 哦 啊 呵 哈 额 呃 哎 唉 喔 呵呵 哈哈 嘿嘿 呜呜`,
  ),
  step('any', TAIL, '嗯 哦 呵 哈 啊 额 呃 哎 唉 喔 大家 领导 您'),
];

/** 一切正常, 同意, 继续保持 */
export const CONTENT: readonly Step[] = [
  step('any', HEDGE, SUBJECT),
  step(
    'once',
    `好 好的 好评 很好 挺好 都好 好得很 好好 否 n no none nothing nil 没毛病 同意 支持 赞同 认可 点赞 满分 正常 顺利 安好 没问题 没意见
    继续保持 保持 再接再厉 继续努力 继续加油 加油 已解决 解决 无可奉告 不提 不提意见 不需要 不用 不必 挑不出毛病 越来越好 越办越好
    繁荣昌盛 没得说 没的说 没说的 放心 无异议 可以 还可以 还行 行 不错 满意 很满意 非常满意 挺满意 优秀 完美 无可挑剔 万事如意 棒 赞 够好 无无 无无无`,
  ),
  step('any', TAIL, '继续 保持 加油 努力 好 赞 棒 满意'),
];

/** Headings and connectives: 存在的问题, 总的来说. */
export const HEADING: readonly Step[] = [
  step(
    'any',
    HEDGE,
    TAIL,
    `答 答案 回答 存在的问题 主要问题 存在问题 主要困难 问题 困难 存在 主要 和 及 与 建议 意见 原因 现状 总之 综上 另外 其他 其它 其次 首先
    最后 此外 同时 而且 并且 还有 以及 但 但是 不过 只是 就是 然而 可是 第一 第二 第三 如下 如上 关于 除此之外 除此以外 关键是 主要是`,
  ),
];

/** 以上都有, 上面列的我们全有: all that the question asks about is there. */
export const ALL_PRESENT: readonly Step[] = [
  step(
    'any',
    HEDGE,
    GENERAL,
    '上述 上面 前面 题目 选项 你们 你 这些 这几 几样 几条 几项 几个 几种 列 列出 说 讲 提到 写 的 那些 这里',
  ),
  step(
    'once',
    '都有 全有 均有 皆有 全都有 都存在 均存在 全存在 全都存在 都占 全占 全占了 都沾边 都符合',
  ),
  step('any', TAIL),
];
