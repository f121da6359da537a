/** 回收情況、同一人前後比較、穩健性。 */
import type { EstimateWords } from './estimate-words.ts';

export const estimatesZhHant: EstimateWords = {
  response: '回收情況',
  responseIntro:
    '有效問卷數與母體人數（{file}）之比。未答的人與作答的人看法可能不同，回收率越低，越要慎重推及全體。',
  responseAbove: '回收率超過 100%：母體人數可能已經過時，或輪次寫錯，請核對。',
  responseNone: '{rounds}沒有母體人數，不計算回收率。',
  responseLeftOut: '{round}有 {n} 份問卷所在的組沒有母體人數，未計入全體的回收率。',
  responseUnknown: '{round}有問卷所在的組沒有母體人數，無法計算全體的回收率。',
  roundRate: '{round}：{used} 份有效問卷，回收率 {rate}（{respondents} / {population}）',
  methodMissed:
    '{round}加權後仍與母體不一致：截尾或沒有問卷的組使結果有偏，信賴區間不反映這種偏差，不宜據此推論全體。',
  methodUnplaced: '{round}有 {n} 份問卷沒有填寫加權所用的分組，按其餘問卷的平均係數加權。',
  methodUnplacedSome: '{round}有的問卷沒有填寫加權所用的分組，按其餘問卷的平均係數加權。',
  colPopulation: '母體人數',
  colRespondents: '問卷',
  colRate: '回收率',
  everybody: '全體',
  panelTitle: '同一人前後比較',
  panelRounds: '同一人前後比較：{from}與{to}',
  panelNobody:
    '{from}與{to}：沒有一個編號在兩輪都作了實質性回答，無從前後配對。請核對各輪是否用同一套編號。',
  panelRecurring: '{from}與{to}有 {ids} 個編號相同。',
  panelAgreeing: '其中 {share} 的所屬分組（{groups}）前後相同。',
  panelDoubtful:
    '注意：{from}與{to}相同的編號可能不是同一人（如平臺自動產生的序號）：不少編號在兩輪中的所屬分組不同。請先核實編號，在此之前以下配對結果不宜採用。',
  panelIntro:
    '按編號把{from}與{to}都作了實質性回答的人前後配對，只看同一人的變化；不加權。檢定用 McNemar 精確檢定，區間用 Newcombe 配對區間。',
  colPairs: '配對人數',
  sensitivity: '穩健性檢驗',
  sensitivityIntro:
    '同樣的問題，去掉作答品質存疑的問卷再算一遍，或者只按詞條編碼再算一遍。括號內為與正文所用做法之差（百分點）。相差較大的，結論應審慎看待。下表為最近一輪。',
  sensitivityNone: '最近一輪沒有可比的數字：沒有存疑問卷，也沒有用到模型，或相關數字已隱去。',
  variantMain: '正文所用',
  variantUnflagged: '去掉存疑問卷',
  variantTerms: '只按詞條編碼',
  methodComputed:
    '本報告按{by}的母體人數計算權數（{method}）。{rounds}權數使區間變寬，變寬多少見設計效應；區間沒有計入因知道母體人數而增加的精度，就抽樣誤差而言偏寬；截尾和沒有問卷的組造成的偏差，區間反映不了。',
  methodEffect:
    '{round}設計效應 {effect}，截尾 {trimmed} 份；加權後各組所占比例與母體相差最多 {deviation}（相對於母體比例），母體中 {unreached} 的人所在的組沒有問卷。',
  methodEffectHidden:
    '{round}有加權分組的人數隱去，設計效應、截尾份數等會使其被推知，不公布；母體中 {unreached} 的人所在的組沒有問卷。',
  methodRake: '邊際加權，raking',
  methodPostStratify: '事後分層',
  designStratum: '層',
  designCluster: '叢集',
  designFpc: '有限母體',
  methodDesign:
    '抽樣設計計入{design}，變異數按線性化法估計，與 R 的 survey 套件相同；只有一個單位的層，以各層平均數為中心。叢集數很少時，區間按自由度放寬。',
  methodOtherBases:
    '以全部應答者（含未作實質回答的）為基數、以提及次數為基數的比例，見 tables/bases.csv；後者各項之和為 100%，不說明問題有多普遍。',
};
