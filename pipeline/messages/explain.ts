/** Words of `canvass explain` and `canvass taxonomy`; `{name}` stands for a value. */
import type { Decision, RuledOut, Status } from '../code/coding.ts';
import type { MessageLang } from './message.ts';

export interface ExplainWords {
  readonly answer: string;
  readonly status: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly because: string;
  /** Why an answer has no codes: what settled it, and as what. */
  readonly decisions: Readonly<
    Record<Exclude<Decision['by'], 'codes'>, Readonly<Partial<Record<Status, string>>>>
  >;
  /** How like an answer without a problem it is. */
  readonly noneScore: string;
  readonly clauses: string;
  readonly codes: string;
  readonly confidence: string;
  readonly evidence: string;
  readonly none: string;
  readonly ruledOut: string;
  readonly reasons: Readonly<Record<RuledOut['reason'], string>>;
  readonly score: string;
  /** What scores and cut-offs are. */
  readonly scores: string;
  readonly byHand: string;
  readonly by: string;
  readonly taxonomyHead: string;
  readonly counts: string;
}

export const explainWords: Readonly<Record<MessageLang, ExplainWords>> = {
  'zh-Hans': {
    answer: '回答',
    status: '状态',
    statuses: {
      coded: '已编码',
      uncoded: '未编码（有内容，但不属于任何编码）',
      'no-problem': '无问题（表示没有问题，或只是肯定）',
      empty: '空（没有作答内容）',
      skipped: '跳过（未被问到）',
    },
    because: '理由',
    decisions: {
      rules: {
        'no-problem': '各小句都只表示没有问题、肯定或没有内容',
        empty: '没有小句有作答内容',
        skipped: '写明未被问到',
      },
      model: {
        'no-problem': '整条回答像例句中没有问题的回答',
        empty: '整条回答像例句中没有作答的回答',
      },
      states: { uncoded: '所说的是有问题（如“以上都有”，或转折之后的话），但不足以给出任何编码' },
      rest: { uncoded: '不足以给出任何编码，也不足以认作没有问题' },
    },
    noneScore: '像没有问题的得分 {score}，界限 {cutoff}',
    clauses: '小句',
    codes: '编码',
    confidence: '置信度 {value}',
    evidence: '依据“{text}”，第 {start}–{end} 字符',
    scores: '（得分达到界限才给编码；两者由例句交叉验证定出，可为负数）',
    none: '（无）',
    ruledOut: '排除',
    reasons: {
      denied: '被否定',
      contrast: '在“不是……而是……”中被否定',
      contained: '包含在另一编码更长的词条中',
      'near-miss': '各词都出现，但相距太远、不在同一小句，或分属不同的并列项',
      weak: '得分不够',
      outweighed: '得分够，但整条回答更像没有问题或没有作答',
    },
    score: '得分 {score}，界限 {cutoff}',
    byHand: '（与人工编码的答案相同，照人工编码）',
    by: '：“{text}”',
    taxonomyHead:
      '{id}  {label}：{problems} 个问题，{subproblems} 个子问题，{terms} 个词条，{examples} 条例句',
    counts: '词条 {terms}，例句 {examples}',
  },
  en: {
    answer: 'answer',
    status: 'status',
    statuses: {
      coded: 'coded',
      uncoded: 'uncoded (a real answer that no code fits)',
      'no-problem': 'no problem (says that there is none, or only praises)',
      empty: 'empty (nothing was answered)',
      skipped: 'skipped (not asked)',
    },
    because: 'because',
    decisions: {
      rules: {
        'no-problem': 'every clause says that there is no problem, praises, or says nothing',
        empty: 'no clause answers anything',
        skipped: 'it says that the question was not asked',
      },
      model: {
        'no-problem': 'as a whole it is like the examples without a problem',
        empty: 'as a whole it is like the examples that answer nothing',
      },
      states: {
        uncoded:
          'it states a problem (as “all of the above”, or behind a contrast), and nothing speaks enough for a code',
      },
      rest: { uncoded: 'nothing speaks enough for a code, nor for there being no problem' },
    },
    noneScore: 'like one without a problem: score {score}, cut-off {cutoff}',
    clauses: 'clauses',
    codes: 'codes',
    confidence: 'confidence {value}',
    evidence: 'evidence "{text}", characters {start}–{end}',
    scores: '(a code is given where its score reaches the cut-off; both may be below 0)',
    none: '(none)',
    ruledOut: 'ruled out',
    reasons: {
      denied: 'denied',
      contrast: 'denied in "not ... but ..."',
      contained: 'inside a longer term of another code',
      'near-miss': 'all its words occur, but too far apart, in different clauses or list items',
      weak: 'its score is too low',
      outweighed: 'its score would do, but the answer as a whole reads like one without a problem',
    },
    score: 'score {score}, cut-off {cutoff}',
    byHand: ' (the same answer was coded by hand; its codes stand)',
    by: ': "{text}"',
    taxonomyHead:
      '{id}  {label}: {problems} {problems|problem|problems}, {subproblems} {subproblems|sub-problem|sub-problems}, {terms} {terms|term|terms}, {examples} {examples|example|examples}',
    counts: 'terms {terms}, examples {examples}',
  },
};
