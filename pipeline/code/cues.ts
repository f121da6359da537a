/**
 * Small words that decide what a hit means: denials, resolutions, assurances, contrasts.
 *
 * They are found in the same pass as the terms. Of overlapping cues the longest counts; a
 * `shield` is a longer word that only looks like it holds a cue (不但 holds 但, 没有解决 holds
 * both 没有 and 解决).
 */

import { fold } from '../taxonomy/fold.ts';

export type CueKind =
  /** Denies every hit after it in its clause: 不存在经费不足. */
  | 'deny'
  /** Denies a hit right after it, only fillers between: 没有什么经费不足. */
  | 'deny-near'
  /** Says that the problem before it is over: 经费不足已解决. */
  | 'over'
  /** As `over`, and also denies what follows: 解决了经费不足. */
  | 'over-both'
  /** As `over` at the end of its clause only: 走过场的现象基本没有. */
  | 'over-end'
  /** Says that the thing named is well supplied: 经费有保障. */
  | 'plenty'
  /** Starts a clause that turns against the one before: 但是. */
  | 'contrast'
  | 'shield';

const LISTS: Readonly<Record<CueKind, string>> = {
  deny: `不存在 基本不存在 不再存在 未存在 没有存在 没有出现 没出现 未出现 没有发现 没发现 未发现 未见 没有发生 没发生 未发生
    从未 从来没有 从没有 不会出现 不会存在 不会有 并不存在 不再 已不再 已经不再 已杜绝 杜绝了 避免了 有效避免
    克服了 消除了 消灭了 摆脱了 改变了 扭转了 不觉得 不认为 不感觉 没觉得 没感觉 没有感觉 没有觉得 不能说 谈不上
    不知道有没有 不清楚有没有 说不上 称不上 算不上 不至于 不用担心 无需担心 不担心 不需要 无需 无须 不必 没必要 没有必要`,
  'deny-near': `没有 没 无 并无 暂无 尚无 均无 皆无 暂未 尚未 并未 还未 毫无 未 不是 并不是 也不是 不在于 并不在于 不算 并非 绝非 并没有 也没有 并没 不会 不太 不怎么 并不 也不
    而不是 而非 绝不 从不 不大会 不很 不那么
    not no never without isn't aren't wasn't weren't don't doesn't didn't isnt arent dont doesnt didnt hardly nor neither`,
  over: `已经改善 已改善 得到改善 得到了改善 有了改善 有改善 有所改善 明显改善 大有改善 大为改善 改善了 已经好转 已好转
    有所好转 明显好转 好转了 好多了 现在好了 不是问题 不成问题 都不是问题 不算问题 不是主要问题 不是大问题 不是什么问题 不算大问题 不是最大的问题 已不是问题 不存在 不存在了 没有问题 没问题
    不突出 不明显 没有了 消失了 已消除 已经消除 已得到 已缓解 得到缓解 有所缓解 已经缓解 已补齐 已到位 已落实 已整改 整改到位
    已经整改 整改完毕 已改正 已经改正 已改进 已经改进`,
  'over-both': `已解决 已经解决 解决了 都解决了 得到解决 得到了解决 得到有效解决 得到妥善解决 已得到解决 已经得到解决
    基本解决 基本上解决 已基本解决 已全部解决 彻底解决了`,
  'over-end':
    '基本没有 几乎没有 完全没有 基本上没有 已经没有 已没有 都没有 基本不存在 很少见 少见 不多见',
  plenty: `有保障 有保证 保障有力 保障到位 保障充分 充足 充裕 充分 宽裕 足够 够用 够了 到位 很好 挺好 不错 良好 不缺
    不愁 很足 很够 没问题 没有问题 完善 健全 齐全 齐备 完备 丰富`,
  contrast:
    '但是 但 就是 不过 只不过 只是 然而 可是 而是 可惜 却 反而 反倒 唯独 唯一 只有 主要是 关键是 关键在于 问题是 问题在于',
  shield: `不但 非但 但愿 但凡 忙不过来 不过来 不过关 不过硬 不过问 不过去 躲不过 抵不过 比不过 也就是说 就是说 成就是 那就是说
    不只是 不仅只是 忘却 冷却 了却 推却 要不是 有没有 难道没有 难道不是 是不是 不是说 可不是 没有解决 没解决 未解决 没能解决 未能解决 尚未解决
    没有得到解决 没得到解决 未得到解决 未得到有效解决 没有得到有效解决 没有得到很好解决 得不到解决 得不到有效解决
    得不到及时解决 不能得到解决 难以得到解决 无法得到解决 无法解决 难以解决 不能解决 需得到解决 希望得到解决 没有根本解决
    没有真正解决 没有彻底解决 没有及时解决 没有改善 没有得到改善 未得到改善 没得到改善 没改善 未改善 没有明显改善
    没有改变 没有好转 没好转 未好转 没有改进 没有整改 未整改 没有避免 未能避免 不能避免 无法避免 难以避免 不可避免 难免
    未能克服 没有克服 没有杜绝 未杜绝 未能杜绝 没有消除 未消除 无非 无论 无法 无从 无力 无人 无可 无奈 无所谓 无形中 无关 无数
    无时 无暇 未来 未必 未免 未能 没人 没能 没法 没落 没收 没用 沉没 淹没
    没有很好 没有真正 没有充分 没有完全 没有及时 没有有效 没有切实 没有认真 没有严格 没有落实 没有做到 没有形成 没有建立
    没有人 没有时间 没有精力 没有办法 不会做 不会干 不会用 不会写 不太会 不太好 不太高 不太够 不太强
    不充足 不充裕 不充分 不够充分 不够充足 不到位 不够到位 未到位 没到位 没有到位 不完善 不够完善 不健全 不够健全 不齐全
    不规范 不够规范 不丰富 不够丰富 不灵活 不够灵活 不满意 不正常 不顺利 不合理 不及时 不够及时 不扎实 不够扎实 不积极
    不够积极 不浓厚 不够浓厚 不很好 不太重视 不重视 不够重视 不很重视 不是很重视 没有保障 没保障 无保障 缺保障 缺乏保障
    没有保证 没保证 无保证 缺乏保证 得不到保障 得不到保证 没得到保障 难以保障 不强 不够强 不多样 不足够 没有足够 无足够 没足够
    缺乏足够 缺少足够 缺足够`,
};

/** Kinds as bits: a word may be of several (不存在 denies what follows and ends what precedes). */
export const CUE_BIT: Readonly<Record<CueKind, number>> = {
  deny: 1,
  'deny-near': 2,
  over: 4,
  'over-both': 8,
  plenty: 16,
  contrast: 32,
  shield: 64,
  'over-end': 128,
};

/** Every cue word with the bits of its kinds. */
export const CUES: ReadonlyMap<string, number> = collect();

function collect(): Map<string, number> {
  const cues = new Map<string, number>();
  for (const kind of Object.keys(LISTS) as CueKind[]) {
    for (const text of LISTS[kind].split(/\s+/)) {
      const folded = fold(text);
      if (folded !== '') cues.set(folded, (cues.get(folded) ?? 0) | CUE_BIT[kind]);
    }
  }
  return cues;
}
