/** Words that may stand between a cue and a hit without parting them. */

import { isMadeOf, step } from './word-order.ts';

const FILLER = [
  step(
    'any',
    `什么 任何 啥 谁 哪 太大 太多 很大 很多 较大 大 多 特别 明显 严重 突出 那么 这么 那种 这种 这些 那些 所谓 以前 过去 之前 出现 发现 发生
    感到 感觉 觉得 存在 说 有 是 过 的 地 得 了 太 很 会 再 只 仅仅 单纯 简单 因为 由于 个别 某些 一些 完全 真正 根本 本身 等 和 及 与 或 或者
    以及 、 /`,
    `too very so really that much any a an the problem with of think feel it is are was were be been i we they there its at all find found s t`,
  ),
];
const SUBJECT = [
  step(
    'any',
    `党员 领导 干部 支部 单位 我们 基层 部分 同志 人员 机关 组织 班子 书记 活动 工作 学习 党建 党务 群众 职工 思想 方面 上 中 的 在 对 、 和
    什么 任何 太大 明显`,
  ),
];
const THEN_ASSURED = [
  step(
    'any',
    `都 也 很 非常 十分 比较 较 较为 还 还是 倒是 倒 是 基本 基本上 算 算是 相对 得到 有 得 已 已经 一直 总体 上 方面 使用 的 情况 问题
    挺 蛮`,
  ),
];
const BACK_REFERENCE = [
  step(
    'any',
    '目前 现在 现 这个 这些 该 此 问题 情况 的 都 也 但 但是 不过 基本 后来 今年 近期 了',
  ),
];

/** Between a denial and what it denies: 没有[什么太大的]经费不足. */
export const isFiller = (text: string) => isMadeOf(text.replace(/[ ']/g, ''), FILLER);

/** Who or what, where the clause then says 的问题, 现象 …: 没有[党员]意识淡薄的现象. */
export const isSubject = (text: string) => isMadeOf(text, SUBJECT);

/** Between a thing and the words that it is well supplied: 经费[倒是]有保障. */
export const leadsToAssurance = (text: string) => isMadeOf(text, THEN_ASSURED);

/** At the beginning of a clause that speaks of the one before: 经费不足，[目前]已解决. */
export const refersBack = (text: string) => isMadeOf(text, BACK_REFERENCE);
