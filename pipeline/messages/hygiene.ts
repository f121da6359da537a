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
  repeated: {
    'zh-Hans': '重复  {round}：{count} 个编号出现不止一次（{examples}），{kept}',
    en: 'twice   {round}: {count} respondent {count|id occurs|ids occur} more than once ({examples}), {kept}',
  },
  place: { 'zh-Hans': '{id} 又见 {file} 第 {row} 行', en: '{id} again in {file}, row {row}' },
  'all-kept': { 'zh-Hans': '均保留', en: 'all kept' },
  'first-kept': { 'zh-Hans': '只保留第一份', en: 'the first kept' },
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

/** Ids named before the rest is only counted. */
const NAMED = 3;

/** Respondent ids of one round that came again. */
export function repeatedLine(
  round: string,
  ids: readonly { readonly id: string; readonly file: string; readonly row: number }[],
  policy: 'flag' | 'drop',
  lang: MessageLang,
): string {
  const places = ids.slice(0, NAMED).map((one) => fill(WORDS.place[lang], { ...one }));
  const examples = [...places, ...(ids.length > NAMED ? ['…'] : [])].join(
    lang === 'en' ? '; ' : '；',
  );
  const kept = WORDS[policy === 'drop' ? 'first-kept' : 'all-kept'][lang];
  return fill(WORDS.repeated[lang], { round, count: ids.length, examples, kept });
}
