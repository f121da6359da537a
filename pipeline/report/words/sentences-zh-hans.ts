/** Sentences made from verdicts, in Simplified Chinese; the other languages follow its keys. */
export const sentencesZhHans = {
  findings: '主要发现',
  findingsNote:
    '以上各句只依据公布的数字及其区间、校正后的检验结论，不根据比例高低的直观比较下判断；“没有证据表明有变化（差异）”不等于没有变化（差异）。',
  findNothing: '公布的数字不足以得出结论。',

  sayAbout: '{panel}：{text}',
  sayOthers: '另 {n} 条：没有证据，或不作判断',
  sayName: '“{name}”',
  sayCode: '“{name}”（{share}，{confidence} 置信区间 {interval}）',
  sayAndMore: '{list}，另有 {n} 类',
  sayAndMoreValues: '{list}，另有 {n} 项',
  sayRanking: '{round}有 {base} 人作出实质性回答，提及最多的是{first}{next}。',
  sayTie: '{round}有 {base} 人作出实质性回答，提及居前的是{first}；其先后不能据此确定。',
  sayNext: '；其次是{list}',
  sayNextTied: '；其次是{list}，其先后不能据此确定',
  sayAny:
    '{round}作出实质性回答的 {base} 人中，至少提到一类问题的占 {share}（{confidence} 置信区间 {interval}）。',
  sayUncoded: '{round}的 {base} 条实质性回答中，有 {share} 未能归入任何一类，解读时应留意。',
  sayPair:
    '{round}作出实质性回答的 {base} 人中，同时提到{a}和{b}的占 {share}（{confidence} 置信区间 {interval}），两者同时出现多于偶然：优势比为 {ratio}（{confidence} 置信区间 {low}–{high}，校正后 {p}，互不相关时为 1）。',
  sayNoPair: '{round}没有证据表明任何两类问题同时出现多于偶然。',

  sayRose:
    '{name}的提及率由{from}的 {before}（基数 {baseBefore} 人）升至{to}的 {after}（基数 {baseAfter} 人），上升 {points} 个百分点（{confidence} 置信区间 {low} 至 {high}，校正后 {p}）。',
  sayFell:
    '{name}的提及率由{from}的 {before}（基数 {baseBefore} 人）降至{to}的 {after}（基数 {baseAfter} 人），下降 {points} 个百分点（{confidence} 置信区间 {low} 至 {high}，校正后 {p}）。',
  sayUnchanged:
    '{from}至{to}，没有证据表明{name}的提及率有变化（先后为 {before} 和 {after}，基数 {baseBefore} 人和 {baseAfter} 人；差异的 {confidence} 置信区间为 {low} 至 {high} 个百分点）。',
  sayUnchangedMany: '{from}至{to}，没有证据表明下列 {n} 类问题的提及率有变化：{list}。',
  sayTrendUp:
    '{from}至{to}的 {n} 轮中，{name}的提及率呈上升趋势（首轮 {before}，基数 {baseBefore} 人；末轮 {after}，基数 {baseAfter} 人；趋势检验校正后 {p}）。',
  sayTrendDown:
    '{from}至{to}的 {n} 轮中，{name}的提及率呈下降趋势（首轮 {before}，基数 {baseBefore} 人；末轮 {after}，基数 {baseAfter} 人；趋势检验校正后 {p}）。',
  sayTrendNone:
    '{from}至{to}的 {n} 轮中，没有证据表明{codes|{list}|下列问题}的提及率有趋势性变化{codes||：{list}}。',

  sayTooFew: '{round}的回答太少（基数 {base} 人，有效样本量 {effective}），不足以作出判断。',
  sayTooFewToCompare:
    '{round}的回答太少（基数 {base} 人，有效样本量 {effective}），不足以判断{codes|{list}|下列问题}的提及率有无变化{codes||：{list}}。',
  sayTooFewValues:
    '{round}按{group}划分，{n|{list}|下列各项}的回答太少，不足以单独作出判断{n||：{list}}。',
  sayValueBase: '{value}（基数 {base} 人）',
  sayHidden:
    '为保护隐私，{codes|{list}|下列问题}在{from}或{to}的数字不公布，有无变化不作判断{codes||：{list}}。',
  sayOtherTaxonomy: '{from}与{to}所用的问题体系不同，不作比较。',
  sayOtherRange: '{from}至{to}，量程改变，不作比较。',

  sayDiffers: '{round}不同{group}之间，{name}的提及率有差异（校正后 {p}）{parts}。',
  sayParts: '。其中{list}',
  sayAbove:
    '{value}为 {share}（基数 {base} 人），比其余各项合计的 {rest}（基数 {restBase} 人）高 {points} 个百分点（{confidence} 置信区间 {low} 至 {high}）',
  sayBelow:
    '{value}为 {share}（基数 {base} 人），比其余各项合计的 {rest}（基数 {restBase} 人）低 {points} 个百分点（{confidence} 置信区间 {low} 至 {high}）',
  sayNoPart: '；逐一与其余各项合计比较，没有证据表明某一项与其余不同',
  sayPartsHidden: '；因有数字隐去，不逐一比较',
  sayPartsTooFew: '；因回答太少，不逐一比较',
  sayAlike:
    '{round}没有证据表明{n|{list}|下列 {n} 类问题}的提及率在不同{group}之间有差异{n||：{list}}。',

  sayMeanUp:
    '均值（量程 {range}）由{from}的 {before}（{confidence} 置信区间 {beforeInterval}，基数 {baseBefore} 人）升至{to}的 {after}（{confidence} 置信区间 {afterInterval}，基数 {baseAfter} 人），上升 {points}（{confidence} 置信区间 {low} 至 {high}，校正后 {p}）。',
  sayMeanDown:
    '均值（量程 {range}）由{from}的 {before}（{confidence} 置信区间 {beforeInterval}，基数 {baseBefore} 人）降至{to}的 {after}（{confidence} 置信区间 {afterInterval}，基数 {baseAfter} 人），下降 {points}（{confidence} 置信区间 {low} 至 {high}，校正后 {p}）。',
  sayMeanSame:
    '{from}至{to}，没有证据表明均值（量程 {range}）有变化（先后为 {before} 和 {after}，基数 {baseBefore} 人和 {baseAfter} 人；差异的 {confidence} 置信区间为 {low} 至 {high}）。',

  headCode: '{name}（{share}）',
  headFirst: '提及最多的是{list}。',
  headTied: '提及居前的是{list}，难分先后。',
  headTiedMany: '{first}等 {n} 类提及居前，难分先后。',
  headTiedAll: '{n} 类问题的提及率难分先后，数值最高的是{first}。',
  headRose: '{name}的提及率由 {before} 升至 {after}，上升 {points} 个百分点。',
  headFell: '{name}的提及率由 {before} 降至 {after}，下降 {points} 个百分点。',
  headUnchanged: '没有证据表明{name}的提及率有变化（{before} 和 {after}）。',
  headUnchangedMany: '没有证据表明“{panel}”中 {n} 类问题的提及率较前一轮有变化。',
  headTrendUp: '{n} 轮中，{name}的提及率呈上升趋势，由 {before} 到 {after}。',
  headTrendDown: '{n} 轮中，{name}的提及率呈下降趋势，由 {before} 到 {after}。',
  headMeanUp: '{name}的均值由 {before} 升至 {after}（量程 {range}），上升 {points}。',
  headMeanDown: '{name}的均值由 {before} 降至 {after}（量程 {range}），下降 {points}。',
  headDiffers: '不同{group}之间，{name}的提及率有差异。',
  headAbove: '{value}提到{name}的占 {share}，高于其余合计的 {rest}。',
  headBelow: '{value}提到{name}的占 {share}，低于其余合计的 {rest}。',
  headAny: '作出实质性回答的人中，{share} 至少提到一类问题。',
  headUncoded: '有 {share} 的回答未能归入任何一类，解读时应留意。',
  headAt: '{panel}，{round}',
  headOver: '{panel}，{from}至{to}',
  headRounds: '{from}至{to}',
  headBase: '基数 {base} 人',
  headBases: '基数 {from} 人、{to} 人',
  headInterval: '{confidence} 置信区间 {interval}',
  headPoints: '{low} 至 {high} 个百分点',
  headGap: '相差 {points} 个百分点',
  headAdjusted: '校正后 {p}',

  methodSaid: '文字判断',
  methodSaidText:
    '正文各句由程序按固定规则写成。是否上升、下降或有差异，以校正后的 p 值是否小于 {alpha} 为准。有三轮以上数据的，另以 Cochran–Armitage 法检验趋势，同一题目、同一层级、同一分组为一个检验族，轮次按先后等距计。群体中的某一项与其余各项合计比较，不与总体比较。量表均值在两轮之间的差异按 Welch 法检验并给出置信区间；只看分值高低次序的秩检验，结果见 tables/scale_trends.csv。有效样本量不足 {effective}，或区间宽于 {points} 个百分点的，视为回答太少，不作判断。排序时，与首位的差异经 McNemar 精确检验并校正后显著，才分先后；抽取整群的调查，区间不重叠才分先后。',
};
