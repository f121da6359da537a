/** Sentences made from verdicts, in Traditional Chinese. */
import type { SentenceWords } from './sentence-words.ts';

export const sentencesZhHant: SentenceWords = {
  findings: '主要發現',
  findingsNote:
    '以上各句只依據公布的數字及其區間、校正後的檢定結論，不根據比例高低的直觀比較下判斷；「沒有證據顯示有變化（差異）」不等於沒有變化（差異）。',
  findNothing: '公布的數字不足以得出結論。',

  sayAbout: '{panel}：{text}',
  sayOthers: '另 {n} 則：沒有證據，或不作判斷',
  sayName: '「{name}」',
  sayCode: '「{name}」（{share}，{confidence} 信賴區間 {interval}）',
  sayAndMore: '{list}，另有 {n} 類',
  sayAndMoreValues: '{list}，另有 {n} 項',
  sayRanking: '{round}有 {base} 人作出實質性回答，提及最多的是{first}{next}。',
  sayTie: '{round}有 {base} 人作出實質性回答，提及居前的是{first}；其先後不能據此確定。',
  sayNext: '；其次是{list}',
  sayNextTied: '；其次是{list}，其先後不能據此確定',
  sayAny:
    '{round}作出實質性回答的 {base} 人中，至少提到一類問題的占 {share}（{confidence} 信賴區間 {interval}）。',
  sayUncoded: '{round}的 {base} 則實質性回答中，有 {share} 未能歸入任何一類，解讀時應留意。',
  sayPair:
    '{round}作出實質性回答的 {base} 人中，同時提到{a}和{b}的占 {share}（{confidence} 信賴區間 {interval}），兩者同時出現多於偶然：勝算比為 {ratio}（{confidence} 信賴區間 {low}–{high}，校正後 {p}，互不相關時為 1）。',
  sayNoPair: '{round}沒有證據顯示任何兩類問題同時出現多於偶然。',

  sayRose:
    '{name}的提及率由{from}的 {before}（基數 {baseBefore} 人）升至{to}的 {after}（基數 {baseAfter} 人），上升 {points} 個百分點（{confidence} 信賴區間 {low} 至 {high}，校正後 {p}）。',
  sayFell:
    '{name}的提及率由{from}的 {before}（基數 {baseBefore} 人）降至{to}的 {after}（基數 {baseAfter} 人），下降 {points} 個百分點（{confidence} 信賴區間 {low} 至 {high}，校正後 {p}）。',
  sayUnchanged:
    '{from}至{to}，沒有證據顯示{name}的提及率有變化（先後為 {before} 和 {after}，基數 {baseBefore} 人和 {baseAfter} 人；差異的 {confidence} 信賴區間為 {low} 至 {high} 個百分點）。',
  sayUnchangedMany: '{from}至{to}，沒有證據顯示下列 {n} 類問題的提及率有變化：{list}。',
  sayTrendUp:
    '{from}至{to}的 {n} 輪中，{name}的提及率呈上升趨勢（首輪 {before}，基數 {baseBefore} 人；末輪 {after}，基數 {baseAfter} 人；趨勢檢定校正後 {p}）。',
  sayTrendDown:
    '{from}至{to}的 {n} 輪中，{name}的提及率呈下降趨勢（首輪 {before}，基數 {baseBefore} 人；末輪 {after}，基數 {baseAfter} 人；趨勢檢定校正後 {p}）。',
  sayTrendNone:
    '{from}至{to}的 {n} 輪中，沒有證據顯示{codes|{list}|下列問題}的提及率有趨勢性變化{codes||：{list}}。',

  sayTooFew: '{round}的回答太少（基數 {base} 人，有效樣本數 {effective}），不足以作出判斷。',
  sayTooFewToCompare:
    '{round}的回答太少（基數 {base} 人，有效樣本數 {effective}），不足以判斷{codes|{list}|下列問題}的提及率有無變化{codes||：{list}}。',
  sayTooFewValues:
    '{round}按{group}劃分，{n|{list}|下列各項}的回答太少，不足以單獨作出判斷{n||：{list}}。',
  sayValueBase: '{value}（基數 {base} 人）',
  sayHidden:
    '為保護隱私，{codes|{list}|下列問題}在{from}或{to}的數字不公布，有無變化不作判斷{codes||：{list}}。',
  sayOtherTaxonomy: '{from}與{to}所用的問題體系不同，不作比較。',
  sayOtherRange: '{from}至{to}，量尺改變，不作比較。',

  sayDiffers: '{round}不同{group}之間，{name}的提及率有差異（校正後 {p}）{parts}。',
  sayParts: '。其中{list}',
  sayAbove:
    '{value}為 {share}（基數 {base} 人），比其餘各項合計的 {rest}（基數 {restBase} 人）高 {points} 個百分點（{confidence} 信賴區間 {low} 至 {high}）',
  sayBelow:
    '{value}為 {share}（基數 {base} 人），比其餘各項合計的 {rest}（基數 {restBase} 人）低 {points} 個百分點（{confidence} 信賴區間 {low} 至 {high}）',
  sayNoPart: '；逐一與其餘各項合計比較，沒有證據顯示某一項與其餘不同',
  sayPartsHidden: '；因有數字隱去，不逐一比較',
  sayPartsTooFew: '；因回答太少，不逐一比較',
  sayAlike:
    '{round}沒有證據顯示{n|{list}|下列 {n} 類問題}的提及率在不同{group}之間有差異{n||：{list}}。',

  sayMeanUp:
    '平均數（量尺 {range}）由{from}的 {before}（{confidence} 信賴區間 {beforeInterval}，基數 {baseBefore} 人）升至{to}的 {after}（{confidence} 信賴區間 {afterInterval}，基數 {baseAfter} 人），上升 {points}（{confidence} 信賴區間 {low} 至 {high}，校正後 {p}）。',
  sayMeanDown:
    '平均數（量尺 {range}）由{from}的 {before}（{confidence} 信賴區間 {beforeInterval}，基數 {baseBefore} 人）降至{to}的 {after}（{confidence} 信賴區間 {afterInterval}，基數 {baseAfter} 人），下降 {points}（{confidence} 信賴區間 {low} 至 {high}，校正後 {p}）。',
  sayMeanSame:
    '{from}至{to}，沒有證據顯示平均數（量尺 {range}）有變化（先後為 {before} 和 {after}，基數 {baseBefore} 人和 {baseAfter} 人；差異的 {confidence} 信賴區間為 {low} 至 {high}）。',

  headCode: '{name}（{share}）',
  headFirst: '提及最多的是{list}。',
  headTied: '提及居前的是{list}，難分先後。',
  headTiedMany: '{first}等 {n} 類提及居前，難分先後。',
  headTiedAll: '{n} 類問題的提及率難分先後，數值最高的是{first}。',
  headRose: '{name}的提及率由 {before} 升至 {after}，上升 {points} 個百分點。',
  headFell: '{name}的提及率由 {before} 降至 {after}，下降 {points} 個百分點。',
  headUnchanged: '沒有證據顯示{name}的提及率有變化（{before} 和 {after}）。',
  headUnchangedMany: '沒有證據顯示「{panel}」中 {n} 類問題的提及率較前一輪有變化。',
  headTrendUp: '{n} 輪中，{name}的提及率呈上升趨勢，由 {before} 到 {after}。',
  headTrendDown: '{n} 輪中，{name}的提及率呈下降趨勢，由 {before} 到 {after}。',
  headMeanUp: '{name}的平均數由 {before} 升至 {after}（量尺 {range}），上升 {points}。',
  headMeanDown: '{name}的平均數由 {before} 降至 {after}（量尺 {range}），下降 {points}。',
  headDiffers: '不同{group}之間，{name}的提及率有差異。',
  headAbove: '{value}提到{name}的占 {share}，高於其餘合計的 {rest}。',
  headBelow: '{value}提到{name}的占 {share}，低於其餘合計的 {rest}。',
  headAny: '作出實質性回答的人中，{share} 至少提到一類問題。',
  headUncoded: '有 {share} 的回答未能歸入任何一類，解讀時應留意。',
  headAt: '{panel}，{round}',
  headOver: '{panel}，{from}至{to}',
  headRounds: '{from}至{to}',
  headBase: '基數 {base} 人',
  headBases: '基數 {from} 人、{to} 人',
  headInterval: '{confidence} 信賴區間 {interval}',
  headPoints: '{low} 至 {high} 個百分點',
  headGap: '相差 {points} 個百分點',
  headAdjusted: '校正後 {p}',

  methodSaid: '文字判斷',
  methodSaidText:
    '正文各句由程式按固定規則寫成。是否上升、下降或有差異，以校正後的 p 值是否小於 {alpha} 為準。有三輪以上資料的，另以 Cochran–Armitage 法檢定趨勢，同一題目、同一層級、同一分組為一個檢定族，輪次按先後等距計。群體中的某一項與其餘各項合計比較，不與總體比較。量表平均數在兩輪之間的差異按 Welch 法檢定並給出信賴區間；只看分值高低次序的等級檢定，結果見 tables/scale_trends.csv。有效樣本數不足 {effective}，或區間寬於 {points} 個百分點的，視為回答太少，不作判斷。排序時，與首位的差異經 McNemar 精確檢定並校正後顯著，才分先後；抽取叢集的調查，區間不重疊才分先後。',
};
