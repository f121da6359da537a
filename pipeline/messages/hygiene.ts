/** What the rules of respondent hygiene found, in one line a round. */
import type { HygieneRule } from '../survey/survey.ts';
import { fill, type MessageLang } from './message.ts';

const RULES: Readonly<Record<HygieneRule, Readonly<Record<MessageLang, string>>>> = {
  duplicates: { 'zh-Hans': '重复编号', en: 'repeated ids' },
  identical: { 'zh-Hans': '雷同答卷', en: 'identical answers' },
  straight_lining: { 'zh-Hans': '直线作答', en: 'straight-lining' },
  speed: { 'zh-Hans': '作答过快', en: 'too fast' },
  contradictions: { 'zh-Hans': '选项矛盾', en: 'contradictions' },
};

const WORDS = {
  line: { 'zh-Hans': '核查  {round}：{counts}', en: 'hygiene {round}: {counts}' },
  flag: { 'zh-Hans': '{rule} {n} 份（标记）', en: '{rule} {n} (flagged)' },
  drop: { 'zh-Hans': '{rule} {n} 份（剔除）', en: '{rule} {n} (dropped)' },
  'not-applied': { 'zh-Hans': '{rule} 未核查', en: '{rule} not checked' },
} as const;

/** Counts of one rule; `n` is null where it could not be applied. */
export interface RuleCount {
  readonly rule: HygieneRule;
  readonly n: number | null;
  readonly policy: 'flag' | 'drop';
}

export function hygieneLine(
  round: string,
  counts: readonly RuleCount[],
  lang: MessageLang,
): string {
  const told = counts.map(({ rule, n, policy }) => {
    const name = RULES[rule][lang];
    if (n === null) return fill(WORDS['not-applied'][lang], { rule: name });
    return fill(WORDS[policy][lang], { rule: name, n });
  });
  return fill(WORDS.line[lang], { round, counts: told.join(lang === 'en' ? ', ' : '，') });
}
