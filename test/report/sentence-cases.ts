/** One verdict of every kind, with the sentences that it is in three languages. */
import type { Figure } from '../../pipeline/chart/figure.ts';
import type { Verdict } from '../../pipeline/report/verdicts/verdict.ts';
import { Q1, Q2, Q3 } from './made.ts';

const figure = (share: number, half: number, base: number): Figure => ({
  ...{ share, low: share - half, high: share + half, base, n_effective: base * 0.9 },
});
const about = { question: 'problems', taxonomy: 'organ' } as const;
const steps = { ...about, from: Q2, to: Q3 } as const;
const a6 = {
  ...{ code: 'A6', before: figure(0.2213, 0.03, 612), after: figure(0.2831, 0.03, 640) },
  ...{ difference: 0.0618, low: 0.0204, high: 0.1037, p_adjusted: 0.0031 },
};
const a1 = {
  ...{ code: 'A1', before: figure(0.28, 0.09, 96), after: figure(0.301, 0.03, 640) },
  ...{ difference: 0.021, low: -0.078, high: 0.131, p_adjusted: 0.71 },
};
const fall = {
  ...a6,
  difference: -0.0618,
  low: -0.1037,
  high: -0.0204,
  before: a6.after,
  after: a6.before,
};
const trends = [{ code: 'A6', first: a6.before, last: a6.after, p_adjusted: 0.0021 }];
const part = {
  ...{ value: '省直机关', part: figure(0.395, 0.04, 474), rest: figure(0.187, 0.03, 764) },
  ...{ difference: 0.208, low: 0.154, high: 0.262, p_adjusted: 0.002 },
};
const low = {
  ...part,
  value: '乡镇街道',
  part: figure(0.19, 0.08, 88),
  difference: -0.11,
  low: -0.19,
  high: -0.02,
  rest: figure(0.3, 0.03, 1150),
};
const group = { ...about, round: Q3, group: 'unit_type' } as const;
const means = {
  ...{ before: { mean: 3.2, low: 3.14, high: 3.26, base: 900, n_effective: 810 } },
  ...{ after: { mean: 3.312, low: 3.24, high: 3.384, base: 905, n_effective: 812 } },
};
const scale = {
  kind: 'scale-moved',
  ...steps,
  question: 'importance',
  taxonomy: '',
  range: [1, 5],
  ...means,
} as const;

/** Each verdict with its sentence in zh-Hans, zh-Hant and en. */
export const CASES: readonly (readonly [
  why: string,
  verdict: Verdict,
  sentences: readonly [string, string, string],
])[] = [
  [
    'one first, two tied behind',
    {
      kind: 'ranking',
      ...about,
      round: Q3,
      base: 1238,
      first: [{ code: 'A6', figure: figure(0.315, 0.027, 1238) }],
      next: [
        { code: 'A4', figure: figure(0.27, 0.013, 1238) },
        { code: 'A1', figure: figure(0.26, 0.013, 1238) },
      ],
    },
    [
      '存在的问题：2026年三季度有 1,238 人作出实质性回答，提及最多的是“A6 经费无保证”（31.5%，95% 置信区间 28.8%–34.2%）；其次是“A4 党务干部岗位吸引力弱”（27.0%，95% 置信区间 25.7%–28.3%）、“A1 重要性认识不足”（26.0%，95% 置信区间 24.7%–27.3%），其先后不能据此确定。',
      '存在的問題：2026年三季度有 1,238 人作出實質性回答，提及最多的是「A6 經費無保證」（31.5%，95% 信賴區間 28.8%–34.2%）；其次是「A4 黨務幹部崗位吸引力弱」（27.0%，95% 信賴區間 25.7%–28.3%）、「A1 重要性認識不足」（26.0%，95% 信賴區間 24.7%–27.3%），其先後不能據此確定。',
      'Problems met: in Q3 2026, 1,238 respondents gave a substantive answer. Most mentioned: “A6 Funding not guaranteed” (31.5%, 95% interval 28.8%–34.2%); then “A4 Party-affairs posts unattractive” (27.0%, 95% interval 25.7%–28.3%), “A1 Importance not recognised” (26.0%, 95% interval 24.7%–27.3%), whose order the figures do not settle.',
    ],
  ],
  [
    'four tied at the top',
    {
      kind: 'ranking',
      ...about,
      round: Q3,
      base: 84,
      first: ['A6', 'A4', 'A1', 'A2'].map((code) => ({ code, figure: figure(0.315, 0.1, 84) })),
      next: [],
    },
    [
      '存在的问题：2026年三季度有 84 人作出实质性回答，提及居前的是“A6 经费无保证”（32%，95% 置信区间 22%–42%）、“A4 党务干部岗位吸引力弱”（32%，95% 置信区间 22%–42%）、“A1 重要性认识不足”（32%，95% 置信区间 22%–42%）、“A2 工作关系未理顺”（32%，95% 置信区间 22%–42%）；其先后不能据此确定。',
      '存在的問題：2026年三季度有 84 人作出實質性回答，提及居前的是「A6 經費無保證」（32%，95% 信賴區間 22%–42%）、「A4 黨務幹部崗位吸引力弱」（32%，95% 信賴區間 22%–42%）、「A1 重要性認識不足」（32%，95% 信賴區間 22%–42%）、「A2 工作關係未理順」（32%，95% 信賴區間 22%–42%）；其先後不能據此確定。',
      'Problems met: in Q3 2026, 84 respondents gave a substantive answer. Most mentioned: “A6 Funding not guaranteed” (32%, 95% interval 22%–42%), “A4 Party-affairs posts unattractive” (32%, 95% interval 22%–42%), “A1 Importance not recognised” (32%, 95% interval 22%–42%), “A2 Working relationships not straightened out” (32%, 95% interval 22%–42%); the figures do not settle their order.',
    ],
  ],
  [
    'alone',
    {
      kind: 'ranking',
      ...about,
      round: Q3,
      base: 84,
      first: [{ code: 'A6', figure: figure(0.315, 0.1, 84) }],
      next: [],
    },
    [
      '存在的问题：2026年三季度有 84 人作出实质性回答，提及最多的是“A6 经费无保证”（32%，95% 置信区间 22%–42%）。',
      '存在的問題：2026年三季度有 84 人作出實質性回答，提及最多的是「A6 經費無保證」（32%，95% 信賴區間 22%–42%）。',
      'Problems met: in Q3 2026, 84 respondents gave a substantive answer. Most mentioned: “A6 Funding not guaranteed” (32%, 95% interval 22%–42%).',
    ],
  ],
  [
    'rose',
    { kind: 'rose', ...steps, change: a6 },
    [
      '存在的问题：“A6 经费无保证”的提及率由2026年二季度的 22.1%（基数 612 人）升至2026年三季度的 28.3%（基数 640 人），上升 6.2 个百分点（95% 置信区间 2.0 至 10.4，校正后 p=0.003）。',
      '存在的問題：「A6 經費無保證」的提及率由2026年二季度的 22.1%（基數 612 人）升至2026年三季度的 28.3%（基數 640 人），上升 6.2 個百分點（95% 信賴區間 2.0 至 10.4，校正後 p=0.003）。',
      'Problems met: mentions of “A6 Funding not guaranteed” rose from 22.1% in Q2 2026 (base 612) to 28.3% in Q3 2026 (base 640), by 6.2 percentage points (95% interval 2.0 to 10.4, adjusted p=0.003).',
    ],
  ],
  [
    'fell',
    { kind: 'fell', ...steps, change: fall },
    [
      '存在的问题：“A6 经费无保证”的提及率由2026年二季度的 28.3%（基数 640 人）降至2026年三季度的 22.1%（基数 612 人），下降 6.2 个百分点（95% 置信区间 2.0 至 10.4，校正后 p=0.003）。',
      '存在的問題：「A6 經費無保證」的提及率由2026年二季度的 28.3%（基數 640 人）降至2026年三季度的 22.1%（基數 612 人），下降 6.2 個百分點（95% 信賴區間 2.0 至 10.4，校正後 p=0.003）。',
      'Problems met: mentions of “A6 Funding not guaranteed” fell from 28.3% in Q2 2026 (base 640) to 22.1% in Q3 2026 (base 612), by 6.2 percentage points (95% interval 2.0 to 10.4, adjusted p=0.003).',
    ],
  ],
  [
    'one unchanged',
    { kind: 'no-evidence', ...steps, changes: [a1] },
    [
      '存在的问题：2026年二季度至2026年三季度，没有证据表明“A1 重要性认识不足”的提及率有变化（先后为 28% 和 30.1%，基数 96 人和 640 人；差异的 95% 置信区间为 −8 至 13 个百分点）。',
      '存在的問題：2026年二季度至2026年三季度，沒有證據顯示「A1 重要性認識不足」的提及率有變化（先後為 28% 和 30.1%，基數 96 人和 640 人；差異的 95% 信賴區間為 −8 至 13 個百分點）。',
      'Problems met: no evidence that mentions of “A1 Importance not recognised” changed from Q2 2026 to Q3 2026 (28% and 30.1%, bases 96 and 640; 95% interval of the difference −8 to 13 percentage points).',
    ],
  ],
  [
    'several unchanged',
    { kind: 'no-evidence', ...steps, changes: [a1, { ...a1, code: 'A5' }] },
    [
      '存在的问题：2026年二季度至2026年三季度，没有证据表明下列 2 类问题的提及率有变化：“A1 重要性认识不足”“A5 组织生活内容、方式单一”。',
      '存在的問題：2026年二季度至2026年三季度，沒有證據顯示下列 2 類問題的提及率有變化：「A1 重要性認識不足」、「A5 組織生活內容、方式單一」。',
      'Problems met: no evidence that mentions of these 2 problems changed from Q2 2026 to Q3 2026: “A1 Importance not recognised”, “A5 Organisational life monotonous”.',
    ],
  ],
  [
    'upward',
    { kind: 'trend-over-rounds', ...steps, from: Q1, direction: 'up', rounds: 3, trends },
    [
      '存在的问题：2026年一季度至2026年三季度的 3 轮中，“A6 经费无保证”的提及率呈上升趋势（首轮 22.1%，基数 612 人；末轮 28.3%，基数 640 人；趋势检验校正后 p=0.002）。',
      '存在的問題：2026年一季度至2026年三季度的 3 輪中，「A6 經費無保證」的提及率呈上升趨勢（首輪 22.1%，基數 612 人；末輪 28.3%，基數 640 人；趨勢檢定校正後 p=0.002）。',
      'Problems met: over the 3 rounds from Q1 2026 to Q3 2026, mentions of “A6 Funding not guaranteed” show an upward trend (first 22.1%, base 612; last 28.3%, base 640; trend test, adjusted p=0.002).',
    ],
  ],
  [
    'downward',
    {
      kind: 'trend-over-rounds',
      ...steps,
      from: Q1,
      direction: 'down',
      rounds: 3,
      trends: [{ ...trends[0]!, first: a6.after, last: a6.before }],
    },
    [
      '存在的问题：2026年一季度至2026年三季度的 3 轮中，“A6 经费无保证”的提及率呈下降趋势（首轮 28.3%，基数 640 人；末轮 22.1%，基数 612 人；趋势检验校正后 p=0.002）。',
      '存在的問題：2026年一季度至2026年三季度的 3 輪中，「A6 經費無保證」的提及率呈下降趨勢（首輪 28.3%，基數 640 人；末輪 22.1%，基數 612 人；趨勢檢定校正後 p=0.002）。',
      'Problems met: over the 3 rounds from Q1 2026 to Q3 2026, mentions of “A6 Funding not guaranteed” show a downward trend (first 28.3%, base 640; last 22.1%, base 612; trend test, adjusted p=0.002).',
    ],
  ],
  [
    'no trend',
    {
      kind: 'trend-over-rounds',
      ...steps,
      from: Q1,
      direction: 'no-evidence',
      rounds: 3,
      trends: ['A1', 'A2', 'A3', 'A5', 'A7', 'A8'].map((code) => ({ ...trends[0]!, code })),
    },
    [
      '存在的问题：2026年一季度至2026年三季度的 3 轮中，没有证据表明下列问题的提及率有趋势性变化：“A1 重要性认识不足”“A2 工作关系未理顺”“A3 规范化建设不足”“A5 组织生活内容、方式单一”“A7 缺乏创新、亮点不多”“A8 先进性不突出”。',
      '存在的問題：2026年一季度至2026年三季度的 3 輪中，沒有證據顯示下列問題的提及率有趨勢性變化：「A1 重要性認識不足」、「A2 工作關係未理順」、「A3 規範化建設不足」、「A5 組織生活內容、方式單一」、「A7 缺乏創新、亮點不多」、「A8 先進性不突出」。',
      'Problems met: over the 3 rounds from Q1 2026 to Q3 2026, no evidence of a trend in mentions of “A1 Importance not recognised”, “A2 Working relationships not straightened out”, “A3 Organisations not run to standard”, “A5 Organisational life monotonous”, “A7 Little innovation, few highlights”, “A8 Advanced nature not evident”.',
    ],
  ],
  [
    'too few',
    { kind: 'too-few', ...about, round: Q3, codes: [], base: 24, n_effective: 21.4 },
    [
      '存在的问题：2026年三季度的回答太少（基数 24 人，有效样本量 21），不足以作出判断。',
      '存在的問題：2026年三季度的回答太少（基數 24 人，有效樣本數 21），不足以作出判斷。',
      'Problems met: too few answers in Q3 2026 to say (base 24, effective n 21).',
    ],
  ],
  [
    'too few to compare',
    { kind: 'too-few', ...about, round: Q2, codes: ['A1', 'A5'], base: 24, n_effective: 21.4 },
    [
      '存在的问题：2026年二季度的回答太少（基数 24 人，有效样本量 21），不足以判断下列问题的提及率有无变化：“A1 重要性认识不足”“A5 组织生活内容、方式单一”。',
      '存在的問題：2026年二季度的回答太少（基數 24 人，有效樣本數 21），不足以判斷下列問題的提及率有無變化：「A1 重要性認識不足」、「A5 組織生活內容、方式單一」。',
      'Problems met: too few answers in Q2 2026 (base 24, effective n 21) to say whether mentions of these problems changed: “A1 Importance not recognised”, “A5 Organisational life monotonous”.',
    ],
  ],
  [
    'hidden',
    { kind: 'hidden', ...steps, codes: ['A1', 'A5'] },
    [
      '存在的问题：为保护隐私，下列问题在2026年二季度或2026年三季度的数字不公布，有无变化不作判断：“A1 重要性认识不足”“A5 组织生活内容、方式单一”。',
      '存在的問題：為保護隱私，下列問題在2026年二季度或2026年三季度的數字不公布，有無變化不作判斷：「A1 重要性認識不足」、「A5 組織生活內容、方式單一」。',
      'Problems met: figures of Q2 2026 or Q3 2026 are withheld for privacy, so nothing is said about changes in “A1 Importance not recognised”, “A5 Organisational life monotonous”.',
    ],
  ],
  [
    'not asked',
    { kind: 'not-asked', ...about, rounds: [Q1, Q2] },
    [
      '2026年一季度、2026年二季度没有问“存在的问题”：记作“本轮未问”，没有数字，也不与这些轮次比较。',
      '2026年一季度、2026年二季度沒有問「存在的問題」：記作「本輪未問」，沒有數字，也不與這些輪次比較。',
      '“Problems met” was not asked in Q1 2026, Q2 2026: marked “not asked in this round”, without figures, and nothing is compared with these rounds.',
    ],
  ],
  [
    'another taxonomy',
    { kind: 'not-comparable', ...steps, reason: 'taxonomy' },
    [
      '存在的问题：2026年二季度与2026年三季度所用的问题体系不同，不作比较。',
      '存在的問題：2026年二季度與2026年三季度所用的問題體系不同，不作比較。',
      'Problems met: Q2 2026 and Q3 2026 were coded with different taxonomies and are not compared.',
    ],
  ],
  [
    'another range',
    { kind: 'not-comparable', ...steps, question: 'importance', taxonomy: '', reason: 'range' },
    [
      '党建重视程度：2026年二季度至2026年三季度，量程改变，不作比较。',
      '黨建重視程度：2026年二季度至2026年三季度，量尺改變，不作比較。',
      'Importance given to party building: the range of the scale changed from Q2 2026 to Q3 2026; not compared.',
    ],
  ],
  [
    'differ',
    {
      kind: 'differs-by-group',
      ...group,
      code: 'A4',
      p_adjusted: 0.0014,
      above: [part],
      below: [low],
      compared: 'some',
    },
    [
      '存在的问题：2026年三季度不同单位类型之间，“A4 党务干部岗位吸引力弱”的提及率有差异（校正后 p=0.001）。其中省直机关为 39.5%（基数 474 人），比其余各项合计的 18.7%（基数 764 人）高 20.8 个百分点（95% 置信区间 15.4 至 26.2）；乡镇街道为 19%（基数 88 人），比其余各项合计的 30.0%（基数 1,150 人）低 11 个百分点（95% 置信区间 2 至 19）。',
      '存在的問題：2026年三季度不同單位類型之間，「A4 黨務幹部崗位吸引力弱」的提及率有差異（校正後 p=0.001）。其中省直机关為 39.5%（基數 474 人），比其餘各項合計的 18.7%（基數 764 人）高 20.8 個百分點（95% 信賴區間 15.4 至 26.2）；乡镇街道為 19%（基數 88 人），比其餘各項合計的 30.0%（基數 1,150 人）低 11 個百分點（95% 信賴區間 2 至 19）。',
      'Problems met: in Q3 2026, mentions of “A4 Party-affairs posts unattractive” differ by unit type (adjusted p=0.001): 省直机关 39.5% (base 474) against 18.7% of all others together (base 764), 20.8 percentage points higher (95% interval 15.4 to 26.2); 乡镇街道 19% (base 88) against 30.0% of all others together (base 1,150), 11 percentage points lower (95% interval 2 to 19).',
    ],
  ],
  [
    'differ, none alone',
    {
      kind: 'differs-by-group',
      ...group,
      code: 'A4',
      p_adjusted: 0.031,
      above: [],
      below: [],
      compared: 'some',
    },
    [
      '存在的问题：2026年三季度不同单位类型之间，“A4 党务干部岗位吸引力弱”的提及率有差异（校正后 p=0.031）；逐一与其余各项合计比较，没有证据表明某一项与其余不同。',
      '存在的問題：2026年三季度不同單位類型之間，「A4 黨務幹部崗位吸引力弱」的提及率有差異（校正後 p=0.031）；逐一與其餘各項合計比較，沒有證據顯示某一項與其餘不同。',
      'Problems met: in Q3 2026, mentions of “A4 Party-affairs posts unattractive” differ by unit type (adjusted p=0.031); taken one by one, none is shown to differ from all others together.',
    ],
  ],
  [
    'differ, hidden',
    {
      kind: 'differs-by-group',
      ...group,
      code: 'A4',
      p_adjusted: 0.031,
      above: [],
      below: [],
      compared: 'hidden',
    },
    [
      '存在的问题：2026年三季度不同单位类型之间，“A4 党务干部岗位吸引力弱”的提及率有差异（校正后 p=0.031）；因有数字隐去，不逐一比较。',
      '存在的問題：2026年三季度不同單位類型之間，「A4 黨務幹部崗位吸引力弱」的提及率有差異（校正後 p=0.031）；因有數字隱去，不逐一比較。',
      'Problems met: in Q3 2026, mentions of “A4 Party-affairs posts unattractive” differ by unit type (adjusted p=0.031); some figures are withheld, so no single one is compared.',
    ],
  ],
  [
    'differ, too few',
    {
      kind: 'differs-by-group',
      ...group,
      code: 'A4',
      p_adjusted: 0.031,
      above: [],
      below: [],
      compared: 'too-few',
    },
    [
      '存在的问题：2026年三季度不同单位类型之间，“A4 党务干部岗位吸引力弱”的提及率有差异（校正后 p=0.031）；因回答太少，不逐一比较。',
      '存在的問題：2026年三季度不同單位類型之間，「A4 黨務幹部崗位吸引力弱」的提及率有差異（校正後 p=0.031）；因回答太少，不逐一比較。',
      'Problems met: in Q3 2026, mentions of “A4 Party-affairs posts unattractive” differ by unit type (adjusted p=0.031); too few answers to compare any single one.',
    ],
  ],
  [
    'alike',
    { kind: 'no-group-difference', ...group, codes: ['A1', 'A2'] },
    [
      '存在的问题：2026年三季度没有证据表明下列 2 类问题的提及率在不同单位类型之间有差异：“A1 重要性认识不足”“A2 工作关系未理顺”。',
      '存在的問題：2026年三季度沒有證據顯示下列 2 類問題的提及率在不同單位類型之間有差異：「A1 重要性認識不足」、「A2 工作關係未理順」。',
      'Problems met: in Q3 2026, no evidence that mentions of these 2 problems differ by unit type: “A1 Importance not recognised”, “A2 Working relationships not straightened out”.',
    ],
  ],
  [
    'too few in values',
    {
      kind: 'too-few-in-values',
      ...group,
      values: [
        { value: '乡镇街道', base: 14 },
        { value: '国有企业', base: 27 },
      ],
    },
    [
      '存在的问题：2026年三季度按单位类型划分，下列各项的回答太少，不足以单独作出判断：乡镇街道（基数 14 人）、国有企业（基数 27 人）。',
      '存在的問題：2026年三季度按單位類型劃分，下列各項的回答太少，不足以單獨作出判斷：乡镇街道（基數 14 人）、国有企业（基數 27 人）。',
      'Problems met: by unit type, too few answers in Q3 2026 to speak of these alone: 乡镇街道 (base 14), 国有企业 (base 27).',
    ],
  ],
  [
    'pair',
    {
      kind: 'pair',
      ...about,
      round: Q3,
      codes: ['A4', 'A6'],
      figure: figure(0.087, 0.016, 1238),
      odds: { ratio: 2.124, low: 1.52, high: 2.968 },
      p_adjusted: 0.0004,
    },
    [
      '存在的问题：2026年三季度作出实质性回答的 1,238 人中，同时提到“A4 党务干部岗位吸引力弱”和“A6 经费无保证”的占 8.7%（95% 置信区间 7.1%–10.3%），两者同时出现多于偶然：优势比为 2.12（95% 置信区间 1.52–2.97，校正后 p<0.001，互不相关时为 1）。',
      '存在的問題：2026年三季度作出實質性回答的 1,238 人中，同時提到「A4 黨務幹部崗位吸引力弱」和「A6 經費無保證」的占 8.7%（95% 信賴區間 7.1%–10.3%），兩者同時出現多於偶然：勝算比為 2.12（95% 信賴區間 1.52–2.97，校正後 p<0.001，互不相關時為 1）。',
      'Problems met: of the 1,238 respondents who gave a substantive answer in Q3 2026, 8.7% mention both “A4 Party-affairs posts unattractive” and “A6 Funding not guaranteed” (95% interval 7.1%–10.3%), more often together than by chance: odds ratio 2.12 (95% interval 1.52–2.97, adjusted p<0.001; 1 if the two were unrelated).',
    ],
  ],
  [
    'no pair borne out',
    { kind: 'no-pair', ...about, round: Q3 },
    [
      '存在的问题：2026年三季度没有证据表明任何两类问题同时出现多于偶然。',
      '存在的問題：2026年三季度沒有證據顯示任何兩類問題同時出現多於偶然。',
      'Problems met: in Q3 2026, no two problems are borne out to go together more often than by chance.',
    ],
  ],
  [
    'any problem',
    { kind: 'any-problem', ...about, round: Q3, figure: figure(0.834, 0.02, 1238) },
    [
      '存在的问题：2026年三季度作出实质性回答的 1,238 人中，至少提到一类问题的占 83.4%（95% 置信区间 81.4%–85.4%）。',
      '存在的問題：2026年三季度作出實質性回答的 1,238 人中，至少提到一類問題的占 83.4%（95% 信賴區間 81.4%–85.4%）。',
      'Problems met: of the 1,238 respondents who gave a substantive answer in Q3 2026, 83.4% mention at least one problem (95% interval 81.4%–85.4%).',
    ],
  ],
  [
    'uncoded',
    { kind: 'uncoded', ...about, round: Q3, share: 0.184, base: 1043 },
    [
      '存在的问题：2026年三季度的 1,043 条实质性回答中，有 18.4% 未能归入任何一类，解读时应留意。',
      '存在的問題：2026年三季度的 1,043 則實質性回答中，有 18.4% 未能歸入任何一類，解讀時應留意。',
      'Problems met: 18.4% of the 1,043 substantive answers in Q3 2026 fit no code; read the shares with this in mind.',
    ],
  ],
  [
    'mean up',
    { ...scale, direction: 'up', difference: 0.112, low: 0.018, high: 0.206, p_adjusted: 0.019 },
    [
      '党建重视程度：均值（量程 1–5）由2026年二季度的 3.20（95% 置信区间 3.14–3.26，基数 900 人）升至2026年三季度的 3.31（95% 置信区间 3.24–3.38，基数 905 人），上升 0.11（95% 置信区间 0.02 至 0.21，校正后 p=0.019）。',
      '黨建重視程度：平均數（量尺 1–5）由2026年二季度的 3.20（95% 信賴區間 3.14–3.26，基數 900 人）升至2026年三季度的 3.31（95% 信賴區間 3.24–3.38，基數 905 人），上升 0.11（95% 信賴區間 0.02 至 0.21，校正後 p=0.019）。',
      'Importance given to party building: the mean (range 1–5) rose from 3.20 in Q2 2026 (95% interval 3.14–3.26, base 900) to 3.31 in Q3 2026 (95% interval 3.24–3.38, base 905), by 0.11 (95% interval 0.02 to 0.21, adjusted p=0.019).',
    ],
  ],
  [
    'mean down',
    {
      ...scale,
      before: means.after,
      after: means.before,
      direction: 'down',
      difference: -0.112,
      low: -0.206,
      high: -0.018,
      p_adjusted: 0.019,
    },
    [
      '党建重视程度：均值（量程 1–5）由2026年二季度的 3.31（95% 置信区间 3.24–3.38，基数 905 人）降至2026年三季度的 3.20（95% 置信区间 3.14–3.26，基数 900 人），下降 0.11（95% 置信区间 0.02 至 0.21，校正后 p=0.019）。',
      '黨建重視程度：平均數（量尺 1–5）由2026年二季度的 3.31（95% 信賴區間 3.24–3.38，基數 905 人）降至2026年三季度的 3.20（95% 信賴區間 3.14–3.26，基數 900 人），下降 0.11（95% 信賴區間 0.02 至 0.21，校正後 p=0.019）。',
      'Importance given to party building: the mean (range 1–5) fell from 3.31 in Q2 2026 (95% interval 3.24–3.38, base 905) to 3.20 in Q3 2026 (95% interval 3.14–3.26, base 900), by 0.11 (95% interval 0.02 to 0.21, adjusted p=0.019).',
    ],
  ],
  [
    'mean same',
    {
      ...scale,
      direction: 'no-evidence',
      difference: 0.112,
      low: -0.02,
      high: 0.244,
      p_adjusted: 0.19,
    },
    [
      '党建重视程度：2026年二季度至2026年三季度，没有证据表明均值（量程 1–5）有变化（先后为 3.20 和 3.31，基数 900 人和 905 人；差异的 95% 置信区间为 −0.02 至 0.24）。',
      '黨建重視程度：2026年二季度至2026年三季度，沒有證據顯示平均數（量尺 1–5）有變化（先後為 3.20 和 3.31，基數 900 人和 905 人；差異的 95% 信賴區間為 −0.02 至 0.24）。',
      'Importance given to party building: no evidence of a change of the mean (range 1–5) from Q2 2026 to Q3 2026 (3.20 and 3.31, bases 900 and 905; 95% interval of the difference −0.02 to 0.24).',
    ],
  ],
];
