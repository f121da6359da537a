/** 回收情况、同一人前后比较、稳健性。 */
import type { EstimateWords } from './estimate-words.ts';

export const estimatesZhHans: EstimateWords = {
  response: '回收情况',
  responseIntro:
    '有效答卷数与总体人数（{file}）之比。未答的人与作答的人看法可能不同，回收率越低，越要慎重推及全体。',
  responseAbove: '回收率超过 100%：总体人数可能已经过时，或轮次写错，请核对。',
  responseNone: '{rounds}没有总体人数，不计算回收率。',
  responseLeftOut: '{round}有 {n} 份答卷所在的组没有总体人数，未计入全体的回收率。',
  responseUnknown: '{round}有答卷所在的组没有总体人数，无法计算全体的回收率。',
  roundRate: '{round}：{used} 份有效答卷，回收率 {rate}（{respondents} / {population}）',
  methodMissed:
    '{round}加权后仍与总体不一致：截尾或没有答卷的组使结果有偏，置信区间不反映这种偏差，不宜据此推断全体。',
  methodUnplaced: '{round}有 {n} 份答卷没有填写加权所用的分组，按其余答卷的平均系数加权。',
  methodUnplacedSome: '{round}有的答卷没有填写加权所用的分组，按其余答卷的平均系数加权。',
  colPopulation: '总体人数',
  colRespondents: '答卷',
  colRate: '回收率',
  everybody: '全体',
  panelTitle: '同一人前后比较',
  panelRounds: '同一人前后比较：{from}与{to}',
  panelNobody:
    '{from}与{to}：没有一个编号在两轮都作了实质性回答，无从前后配对。请核对各轮是否用同一套编号。',
  panelRecurring: '{from}与{to}有 {ids} 个编号相同。',
  panelAgreeing: '其中 {share} 的所属分组（{groups}）前后相同。',
  panelDoubtful:
    '注意：{from}与{to}相同的编号可能不是同一人（如平台自动生成的序号）：不少编号在两轮中的所属分组不同。请先核实编号，在此之前以下配对结果不宜采用。',
  panelIntro:
    '按编号把{from}与{to}都作了实质性回答的人前后配对，只看同一人的变化；不加权。检验用 McNemar 精确检验，区间用 Newcombe 配对区间。',
  colPairs: '配对人数',
  sensitivity: '稳健性检验',
  sensitivityIntro:
    '同样的问题，去掉作答质量存疑的答卷再算一遍，或者只按词条编码再算一遍。括号内为与正文所用做法之差（百分点）。相差较大的，结论应审慎看待。下表为最近一轮。',
  sensitivityNone: '最近一轮没有可比的数字：没有存疑答卷，也没有用到模型，或相关数字已隐去。',
  variantMain: '正文所用',
  variantUnflagged: '去掉存疑答卷',
  variantTerms: '只按词条编码',
  methodComputed:
    '本报告按{by}的总体人数计算权重（{method}）。{rounds}权重使区间变宽，变宽多少见设计效应；区间没有计入因知道总体人数而增加的精度，就抽样误差而言偏宽；截尾和没有答卷的组造成的偏差，区间反映不了。',
  methodEffect:
    '{round}设计效应 {effect}，截尾 {trimmed} 份；加权后各组所占比例与总体相差最多 {deviation}（相对于总体比例），总体中 {unreached} 的人所在的组没有答卷。',
  methodEffectHidden:
    '{round}有加权分组的人数隐去，设计效应、截尾份数等会使其被推知，不公布；总体中 {unreached} 的人所在的组没有答卷。',
  methodRake: '边际加权，raking',
  methodPostStratify: '事后分层',
  designStratum: '层',
  designCluster: '群',
  designFpc: '有限总体',
  methodDesign:
    '抽样设计计入{design}，方差按线性化法估计，与 R 的 survey 程序包相同；只有一个单位的层，以各层均值为中心。群数很少时，区间按自由度放宽。',
  methodOtherBases:
    '以全部应答者（含未作实质回答的）为基数、以提及次数为基数的比例，见 tables/bases.csv；后者各项之和为 100%，不说明问题有多普遍。',
};
