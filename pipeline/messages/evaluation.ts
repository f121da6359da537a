/** The words around the figures of `evaluate`. */
import { fill, type MessageLang } from './message.ts';

const WORDS = {
  title: {
    'zh-Hans': '{taxonomy}：{answers} 条回答与人工编码比较',
    en: '{taxonomy}: {answers} {answers|answer|answers} against hand codes',
  },
  notCoded: {
    'zh-Hans': '另有 {count} 条没有人工编码，不参与比较',
    en: '{count} more {count|has no hand code and takes|have no hand code and take} no part',
  },
  problems: { 'zh-Hans': '问题', en: 'problems' },
  subproblems: { 'zh-Hans': '子问题', en: 'sub-problems' },
  code: { 'zh-Hans': '编码', en: 'code' },
  precision: { 'zh-Hans': '查准', en: 'precis.' },
  recall: { 'zh-Hans': '查全', en: 'recall' },
  f1: { 'zh-Hans': 'F1', en: 'F1' },
  kappa: { 'zh-Hans': 'kappa', en: 'kappa' },
  support: { 'zh-Hans': '人工', en: 'true' },
  predicted: { 'zh-Hans': '程序', en: 'given' },
  micro: { 'zh-Hans': '合计', en: 'micro' },
  macro: { 'zh-Hans': '平均', en: 'macro' },
  alpha: {
    'zh-Hans':
      'Krippendorff α（MASI）{alpha}（95% 区间 {low} 至 {high}），（集合相等）{nominal}；完全一致 {exact}',
    en: "Krippendorff's alpha (MASI) {alpha} (95% interval {low} to {high}), (equal sets) {nominal}; exactly equal {exact}",
  },
  none: {
    'zh-Hans':
      '无问题或未答：查准 {precision}，查全 {recall}（人工 {support}，程序 {predicted}）；{stated} 条有问题的回答中 {missed} 条被当作无问题或未答',
    en: 'no problem or no answer: precision {precision}, recall {recall} (true {support}, given {predicted}); of {stated} {stated|answer|answers} with a problem, {missed} {missed|was|were} called none',
  },
} as const satisfies Record<string, Readonly<Record<MessageLang, string>>>;

export type EvaluationWord = keyof typeof WORDS;

/** One word or sentence of the evaluation. */
export function evaluationWord(
  key: EvaluationWord,
  lang: MessageLang,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(WORDS[key][lang], values);
}
