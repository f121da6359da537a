/** The report's text in Traditional Chinese, with the terms in use there. */
import type { Words } from '../words.ts';
import { estimatesZhHant } from './estimates-zh-hant.ts';
import { hidingZhHant } from './hiding-zh-hant.ts';
import { sentencesZhHant } from './sentences-zh-hant.ts';
import { sheetsZhHant } from './sheets-zh-hant.ts';
import { toolsZhHant } from './tools-zh-hant.ts';

export const zhHant: Words = {
  language: '繁體中文',
  languages: '語言',
  contents: '目錄',
  skip: '跳至正文',
  date: '日期',
  roundBase: '{round}：{used} 份有效問卷',
  roundsMany: '{from}至{to}，共 {n} 輪，{used} 份有效問卷',
  dateText: '{year}年{month}月{day}日',
  baseOf: '{name}：實質性作答 {base} 人',
  note: '說明',
  table: '資料表',
  hidden: '隱去',
  noBase: '—',
  notAsked: '本輪未問',
  notAskedNote:
    '{rounds}沒有問「{question}」：記作「本輪未問」，沒有數字，也不與{n|該輪|這些輪次}比較。',
  all: '全部',
  listComma: '、',
  clauseComma: '；',

  ...sentencesZhHant,
  ...estimatesZhHant,
  ...toolsZhHant,
  ...hidingZhHant,
  ...sheetsZhHant,

  problems: '問題排序',
  problemsIntro: '一人可以提到多類問題，各項之和可以超過 100%。',
  quotes: '受訪者原話：{panel}',
  quotesChosen:
    '以下原話由程式從提到該類問題的回答中挑選：編碼把握較大、長短適中、用語與多數回答相近。原話提到單位的、回答可能提到個人的，以及作答者所在任一分組不足 {fewest} 人的，均不選用；每人至多選用一則，只引短句，不註明單位、職務。',
  quotesMask: '個人資料已遮去，代以其類別。',
  quotesDrop: '含有個人資料的回答不選用。',
  quotesReleased:
    '刊出的原話均經人工逐則同意，只是個人看法，用來說明問題的具體情形，不反映其普遍程度。',
  quoted: '「{quote}」',
  anyProblem: '至少提到一類問題',

  qualityMeaning:
    '編碼品質：查準率指每 100 則歸入該類的回答中確屬該類的則數，查全率指每 100 則確屬該類的回答中被找出的則數。',
  qualityFromExamples:
    '兩者由問題體系所附的 {n} 則例句（並非本調查的回答）交叉驗證得出，真實回答可能更難歸類。',
  qualityFromHand: '兩者由本調查 {n} 則人工編碼的回答交叉驗證得出，不足 {few} 則的隱去。',
  qualityNotCovered: '提及率的信賴區間不包括編碼誤差。',
  qualityTermsOnly: '編碼的查準率與查全率未測得：該問題體系沒有例句，只按詞條編碼。',
  qualityTooFew: '編碼的查準率與查全率未測得：該問題體系的例句和人工編碼的回答都不足 {n} 則。',
  qualityHow:
    '如需測得，請為本調查的 {n} 則以上回答人工編碼，並在 survey.yaml 中寫明 {setting}。提及率的信賴區間不包括編碼誤差。',

  changes: '歷輪變化',
  changesIntro: '各圖座標相同，排列次序與上圖一致。是否變化以校正後的 p 值為準；區間未作校正。',
  oneRound: '只有一輪資料，尚無變化可言。',
  groupChanges: '各{group}內部的顯著變化',
  moreChanges: '另有 {n} 項，見 tables/trends.csv。',

  groups: '群體差異',
  groupsIntro:
    '圖中每格為一個群體提到一類問題的比例。資料表另有信賴區間，以及各問題在各群體之間差異的檢定。',
  nested: '按{group}細分（{round}）',
  tooMany: '{group}有 {n} 個取值，此處不列；全部數字見 tables/problems.csv。',
  noGroups: '本調查未設分組。',

  subproblems: '具體問題',
  subproblemsOf: '{panel}：具體問題的提及率，{round}',
  subproblemsCount: '{n} 項具體問題',
  subproblemsIntro:
    '每類問題之下為具體表現，次序與問題排序一致。只說到大類的回答不計入具體表現，故各項之和不必等於大類。',

  closed: '封閉題與量表',
  closedIntro: '封閉題為提示後作答，開放題為自發提及，兩者基數與含義不同，只並列，不合併。',
  options: '選項',
  openShare: '開放題提及率',
  mean: '平均數',
  sd: '標準差',
  meanNote: '平均數的 {confidence} 信賴區間',

  scaleRange: '量尺 {low}–{high}',

  units: '各單位與總體的比較',
  unitsIntro:
    '不作排名：人少的單位，比例本來就容易偏高或偏低。漏斗圖只看各單位離總體有多遠、人數相當時偶然能差多少。越過管制界限只說明差異不像是偶然，不說明原因，也不是評價。總體包含各單位自己。',
  unitsUnshown: '未畫出（數字未公布）：{list}。',
  unitsOf: '{name} {n} 個',
  unitsCount: '{n} 個{group}',
  unitsFew: '表中只列越過 99.8% 管制界限的；全部數字見 tables/problems.csv。',
  unitsNoneFar: '沒有越過 99.8% 管制界限的；全部數字見 tables/problems.csv。',
  colStanding: '與總體相比',
  'standing-within': '在 95% 管制界限內',
  'standing-above': '高於 95% 管制界限',
  'standing-below': '低於 95% 管制界限',
  'standing-far-above': '高於 99.8% 管制界限',
  'standing-far-below': '低於 99.8% 管制界限',
  whole: '總體',
  wholeMarks: '▲▼ 高於、低於 99.8% 管制界限',
  priorities: '提及率與嚴重程度',
  prioritiesIntro:
    '提及率說明多少人想到這個問題，量表說明大家認為它有多嚴重，可以一併考慮先處理哪一項。只列有對應量表題、兩個數字都公布的問題；位置的高低、左右只是相對於圖中其他問題而言。',
  colScale: '量表題',
  scaleTop: '最高兩級',
  scaleNet: '淨值',
  scaleNote: '淨值為最高兩級減去最低兩級，單位為百分點；有一級隱去即一併隱去，不足四級的不算。',

  themes: '共同主題',
  themesIntro: '把兩套問題體系中含義相通的問題歸為共同主題，以便並列比較。',

  pairs: '問題的共現',
  pairsIntro:
    '同一人同時提到兩類問題的比例。比例高，可能只因兩類問題各自常見；勝算比（提到其一者與未提到者相比，提到另一類的勝算之比）校正後顯著高於 1，才說明兩者同時出現多於偶然；區間未作校正。提升度為實際比例與各自獨立時預期之比。',
  pairsTop: '公布的組合中比例最高的 {n} 對',

  coding: '編碼情況',
  codingIntro:
    '「空白或無實義」「表示沒有問題」「未詢問」是三種不同的情形：第一種不計入基數，第二種計入，第三種不屬應答範圍。',
  hiddenRound: '有隱去人數的輪次不畫長條，以免由整體推知。',

  notAvailable: '{rounds}以計數檔匯入，無逐份問卷的資料，不提供此項。',
  hygieneElsewhere: '{rounds}以計數檔匯入：重複編號只在各計數檔之內核對，不同計數檔之間未作核對。',
  uncoded: '未歸類回答中的常見詞語',
  uncodedIntro:
    '以下詞語在未能歸入任何一類的回答裡用得較多，在已歸類的回答裡少見。它們由程式挑出，多由同一批人使用的列為一組，供修訂問題體系時參考。程式只比較用詞，不理解含義：列出的未必都是問題，也會有遺漏。兩種回答超過 {most} 則時，各隨機取 {most} 則來比較。',
  uncodedRule:
    '只列至少 {minimum} 人用過、這些人分屬兩個以上{group}的詞語；含有數字、可能的人名或稱謂、群體名稱、選項文字的一律不列。此處不列人數；未能歸類的回答有多少，以「編碼情況」一節和 tables/coding.csv 公布的為限。',
  uncodedNoGroups: '本調查未設分組，無從判斷一個詞語是否只出自一個單位，因此不公布任何詞語。',
  uncodedCheck:
    '請由專人查看內部檔案 private/uncoded-themes.csv：其中有各組的人數和原話，編號與此處相同，未能公布的各組排在後面。',
  uncodedNone: '{panel}：{round}沒有可以公布的詞語。這不表示問題體系沒有遺漏。',
  uncodedCaption: '{panel}：{round}未能歸類的回答中常見的詞語',

  quality: '資料品質',
  rows: '資料篩選',
  rowsIntro: '每個檔案的列數 = 採用 + 擱置 + 排除。擱置的列與儲存格及其原因在內部資料夾中可查。',
  readGiven: '{files} 按設定的編碼 {encoding} 讀取。',
  readMarked: '{files} 按檔案開頭的編碼標記讀作 {encoding}。',
  readByZeros: '{files} 沒有編碼標記，由零位元組的位置判斷為 {encoding}。',
  readGuessed:
    '{files} 沒有編碼標記，也不是 UTF-8，按讀出的文字最通順者讀作 {encoding}（其次為 {runnerUp}）。',
  readWorkbook: '{files} 為 Excel 活頁簿。',
  reasonNone: '（採用）',
  'reason-used': '採用',
  'reason-too-few-cells': '儲存格過少',
  'reason-too-many-cells': '儲存格過多',
  'reason-repeated-header': '重複的表頭',
  'reason-totals-row': '合計列',
  'reason-footer-row': '表尾說明列',
  'reason-bad-weight': '權數無效',
  'reason-bad-design': '抽樣資訊缺失',
  'reason-not-a-number': '不是數字',
  'reason-not-a-point': '不是量表的分值',
  'reason-out-of-range': '超出範圍',
  'reason-unknown-option': '未知選項',
  'reason-duplicate': '重複編號（剔除）',
  'reason-identical-row': '雷同問卷（剔除）',
  'reason-straight-lining': '直線作答（剔除）',
  'reason-too-fast': '作答過快（剔除）',
  'reason-contradiction': '選項矛盾（剔除）',
  'reason-excluded': '按設定排除',
  'reason-dropped': '按設定剔除',

  restated: '與上次發布不同的數字',
  restatedIntro:
    '這次結果中，下列數字與上次發布的不同，請以本次為準。原因可能是補收了問卷、修改了編碼或設定。比例旁的小字為基數。',
  restatedMore: '另有 {n} 個細項或分組的數字也有改動，見 tables/restated.csv。',
  colRestated: '問題或選項',
  colBefore: '上次',
  colNow: '這次',
  hygiene: '作答品質',
  hygieneIntro:
    '以下為程式在各輪問卷中發現的可疑情形。標記只是提請核實，並不表示作答者不認真；標記的問卷照常計入結果，設為剔除的不計入。',
  hygieneRules:
    '重複編號：同一輪中編號再次出現，首份不計。雷同問卷：同一檔案中，除編號、時間、姓名、裝置和權數外，各欄與前面某份完全相同；問卷較短時，不同的人也可能答得一樣；已因其他情形剔除的，不再參與比對。直線作答：同一量尺的量表題至少答了三題，且都選同一分值。作答過快：作答時間不到該檔案中位數的三分之一；至少 30 份有時間記錄才核查。選項矛盾：在複選題中同時選了「以上都沒有」一類的選項和其他選項。',
  hygieneCounts: '表中為人數及其占該輪問卷（含剔除）的比例；人數過少的隱去。',
  hygieneDropped:
    '設為剔除的，再少也列出：剔除的問卷不再計入任何結果，「資料篩選」一節和 tables/rows.csv 本已逐個檔案列出其數目。',
  personal: '答案中的個人資料',
  personalFound:
    '程式按號碼的格式和檢查碼、「姓名：」「電話：」一類提示詞，在開放題的答案中搜尋個人資料。{found}{treatment}搜尋由程式完成，可能遺漏或誤認；沒有提示詞的姓名不在搜尋範圍之內。',
  personalNone: '各輪答案中均未發現。',
  personalSome: '表中為答案含有該類資料的人數；人數過少的隱去。',
  personalMask:
    '供核對用的 private/codes/ 和 private/uncoded-themes.csv 引用原話時，已將其遮去，代以其類別。',
  personalDrop:
    '供核對用的 private/codes/ 和 private/uncoded-themes.csv 不引用含有個人資料的答案。',
  colQuestion: '題目',
  colKind: '類別',
  notChecked: '未核查',
  colRule: '情形',
  colPolicy: '處理',
  policyFlag: '標記',
  policyDrop: '剔除',
  'rule-duplicates': '重複編號',
  'rule-identical': '雷同問卷',
  'rule-straight_lining': '直線作答',
  'rule-speed': '作答過快',
  'rule-contradictions': '選項矛盾',

  method: '方法說明',
  methodBase: '基數',
  methodBaseText:
    '開放題以作出實質性回答的人數為基數，即已編碼、未能歸類、表示沒有問題三者之和；空白、無實義和未詢問不計入。封閉題以作答該題的人數為基數。表中基數與人數均為未加權的人頭數。',
  methodWeights: '加權與有效樣本數',
  methodWeighted:
    '比例與區間按權數計算。有效樣本數是與加權結果同樣精確的簡單隨機樣本的大小：只有權數時按 Kish 公式，有分層或叢集時按設計變異數推算，且不超過實際人數。',
  methodUnweighted: '本調查未設權數，每人同等計算。',
  methodIntervals: '區間',
  methodIntervalsText:
    '{confidence} 信賴區間採用 {interval} 法，以有效樣本數計算。區間只反映抽樣誤差，不包括編碼誤差，也未作多重比較校正。',
  methodTests: '檢定與校正',
  methodTestsText:
    '輪次之間的差異用 Newcombe 混合區間；群體差異用 Rao–Scott 檢定。結論以 {correction} 校正後的 p 值與 {alpha} 比較；同一題目、同一對輪次、同一層級、同一分組為一個檢定族，因數字隱去而不能公布的檢定也計入，按無差異處理。因此可能出現區間不含 0 而結論為「沒有證據」的情形。',
  methodIndependent: '各輪按相互獨立的樣本處理；若實為同一批人，此法偏於保守。',
  methodPanel:
    '編號相同的人另作前後配對比較，見「同一人前後比較」；其餘輪次間的比較仍按相互獨立的樣本處理，偏於保守。',
  methodQuotes:
    '受訪者原話須經人工逐則同意方可刊出；候選原話及各則的決定見內部檔案 private/quotes.csv。',
  methodCoding: '編碼',
  methodCodingText:
    '開放題由程式按問題體系自動編碼，一則回答可有多個編碼，原話不作改動。程式先把回答斷成短句，比對問題體系所列的詞條；被同句否定的（如「不存在經費不足的問題」）不算提及。',
  methodCodingModel:
    '再由線性模型判斷：模型從已知編碼的例句和回答中學得各詞條、各字詞片段對每類問題的權數，把一則回答的權數相加為得分，得分達到門檻才歸入該類，因此沒有用到詞條的說法也能歸類。門檻和信心度由交叉驗證定出：把例句分為五份，輪流留出一份，用其餘四份訓練，再以留出的檢驗。門檻取查準率與查全率綜合最佳（F1 最大）之處，信心度為得分相同者歸類正確的比例；例句過少時兩者取固定值。表示沒有問題的回答由規則和另一個模型辨認。',
  methodCodingTerms: '沒有例句的問題體系（{names}）只按詞條歸類。',
  methodByHand: '程式另以 {answers} 則人工編碼的回答學習；文字相同的回答，以人工編碼為準。',
  methodCodingErrors:
    '編碼會有差錯，已測得的各類查準率與查全率見資料表和 tables/quality.csv；各類提及率應連同本頁的定義一起理解。',
  methodRounding: '四捨五入',
  methodRoundingText:
    '先計算，後四捨五入；基數不足 100 時百分比不帶小數，其餘保留一位；差異由四捨五入前的數字算出，單位為百分點。',
  provenance: '來源與複核',
  provenanceFold: '輸入檔案的雜湊值（SHA-256）與全部設定',
  madeBy: '由 {name} {version} 產生。相同的輸入與版本產生逐位元組相同的報告。',
  file: '檔案',
  encoding: '編碼格式',
  format: '匯出格式',
  sha256: 'SHA-256',
  setting: '設定',
  settingValue: '取值',
  surveyFile: '調查設定',
  handCodesFile: '人工編碼',
  taxonomyFile: '問題體系 {id}',

  definitions: '問題定義',
  includes: '包括',
  excludes: '不包括',

  colProblem: '問題',
  colTheme: '主題',
  colRound: '輪次',
  colBase: '基數',
  colN: '人數',
  colShare: '提及率',
  colClosedShare: '選擇率',
  colInterval: '{confidence} 信賴區間',
  colEffective: '有效樣本數',
  colPrecision: '查準率',
  colRecall: '查全率',
  colPeriod: '時期',
  colShift: '前 → 後',
  colDifference: '差異（百分點）',
  colAdjusted: '校正後 p',
  colVerdict: '結論',
  colTest: '組間差異（校正後 p）',
  colPair: '組合',
  colSet: '組',
  colPhrases: '詞語',
  colLift: '提升度',
  colOdds: '勝算比',
  colReason: '原因',
  colRows: '列數',
  colUsed: '採用',
  colSetAside: '擱置',
  colExcluded: '排除',
  up: '▲ 上升',
  down: '▼ 下降',
  noEvidence: '沒有證據',
  tooFew: '回答太少',
  significant: '{p} *',
};
