/** The report's text in Simplified Chinese; the other languages follow its keys. */
import { estimatesZhHans } from './estimates-zh-hans.ts';
import { hidingZhHans } from './hiding-zh-hans.ts';
import { sentencesZhHans } from './sentences-zh-hans.ts';
import { sheetsZhHans } from './sheets-zh-hans.ts';
import { toolsZhHans } from './tools-zh-hans.ts';

export const zhHans = {
  language: '简体中文',
  languages: '语言',
  contents: '目录',
  skip: '跳到正文',
  date: '日期',
  roundBase: '{round}：{used} 份有效答卷',
  roundsMany: '{from}至{to}，共 {n} 轮，{used} 份有效答卷',
  dateText: '{year}年{month}月{day}日',
  baseOf: '{name}：实质性作答 {base} 人',
  note: '说明',
  table: '数据表',
  hidden: '隐去',
  noBase: '—',
  notAsked: '本轮未问',
  notAskedNote:
    '{rounds}没有问“{question}”：记作“本轮未问”，没有数字，也不与{n|该轮|这些轮次}比较。',
  all: '全部',
  listComma: '、',
  clauseComma: '；',

  ...sentencesZhHans,
  ...estimatesZhHans,
  ...toolsZhHans,
  ...hidingZhHans,
  ...sheetsZhHans,

  problems: '问题排序',
  problemsIntro: '一人可以提到多类问题，各项之和可以超过 100%。',
  quotes: '受访者原话：{panel}',
  quotesChosen:
    '以下原话由程序从提到该类问题的回答中挑选：编码把握较大、长短适中、用语与多数回答相近。原话提到单位的、回答可能提到个人的，以及作答者所在任一分组不足 {fewest} 人的，均不选用；每人至多选用一条，只引短句，不注明单位、职务。',
  quotesMask: '个人信息已遮去，代以其类别。',
  quotesDrop: '含有个人信息的回答不选用。',
  quotesReleased:
    '刊出的原话均经人工逐条同意，只是个人看法，用来说明问题的具体情形，不反映其普遍程度。',
  quoted: '“{quote}”',
  anyProblem: '至少提到一类问题',

  qualityMeaning:
    '编码质量：查准率指每 100 条归入该类的回答中确属该类的条数，查全率指每 100 条确属该类的回答中被找出的条数。',
  qualityFromExamples:
    '两者由问题体系所附的 {n} 条例句（并非本调查的回答）交叉验证得出，真实回答可能更难归类。',
  qualityFromHand: '两者由本调查 {n} 条人工编码的回答交叉验证得出，不足 {few} 条的隐去。',
  qualityNotCovered: '提及率的置信区间不包括编码误差。',
  qualityTermsOnly: '编码的查准率与查全率未测得：该问题体系没有例句，只按词条编码。',
  qualityTooFew: '编码的查准率与查全率未测得：该问题体系的例句和人工编码的回答都不足 {n} 条。',
  qualityHow:
    '如需测得，请为本调查的 {n} 条以上回答人工编码，并在 survey.yaml 中写明 {setting}。提及率的置信区间不包括编码误差。',

  changes: '历轮变化',
  changesIntro: '各图坐标相同，排列次序与上图一致。是否变化以校正后的 p 值为准；区间未作校正。',
  oneRound: '只有一轮数据，尚无变化可言。',
  groupChanges: '各{group}内部的显著变化',
  moreChanges: '另有 {n} 项，见 tables/trends.csv。',

  groups: '群体差异',
  groupsIntro:
    '图中每格为一个群体提到一类问题的比例。数据表另有置信区间，以及各问题在各群体之间差异的检验。',
  nested: '按{group}细分（{round}）',
  tooMany: '{group}有 {n} 个取值，此处不列；全部数字见 tables/problems.csv。',
  noGroups: '本调查未设分组。',

  subproblems: '具体问题',
  subproblemsOf: '{panel}：具体问题的提及率，{round}',
  subproblemsCount: '{n} 项具体问题',
  subproblemsIntro:
    '每类问题之下为具体表现，次序与问题排序一致。只说到大类的回答不计入具体表现，故各项之和不必等于大类。',

  closed: '封闭题与量表',
  closedIntro: '封闭题为提示后作答，开放题为自发提及，两者基数与含义不同，只并列，不合并。',
  options: '选项',
  openShare: '开放题提及率',
  mean: '均值',
  sd: '标准差',
  meanNote: '均值的 {confidence} 置信区间',

  scaleRange: '量程 {low}–{high}',

  units: '各单位与总体的比较',
  unitsIntro:
    '不作排名：人少的单位，比例本来就容易偏高或偏低。漏斗图只看各单位离总体有多远、人数相当时偶然能差多少。越过控制限只说明差异不像是偶然，不说明原因，也不是评价。总体包含各单位自己。',
  unitsUnshown: '未画出（数字未公布）：{list}。',
  unitsOf: '{name} {n} 个',
  unitsCount: '{n} 个{group}',
  unitsFew: '表中只列越过 99.8% 控制限的；全部数字见 tables/problems.csv。',
  unitsNoneFar: '没有越过 99.8% 控制限的；全部数字见 tables/problems.csv。',
  colStanding: '与总体相比',
  'standing-within': '在 95% 控制限内',
  'standing-above': '高于 95% 控制限',
  'standing-below': '低于 95% 控制限',
  'standing-far-above': '高于 99.8% 控制限',
  'standing-far-below': '低于 99.8% 控制限',
  whole: '总体',
  wholeMarks: '▲▼ 高于、低于 99.8% 控制限',
  priorities: '提及率与严重程度',
  prioritiesIntro:
    '提及率说明多少人想到这个问题，量表说明大家认为它有多严重，可以一并考虑先抓哪一项。只列有对应量表题、两个数字都公布的问题；位置的高低、左右只是相对于图中其他问题而言。',
  colScale: '量表题',
  scaleTop: '最高两档',
  scaleNet: '净值',
  scaleNote: '净值为最高两档减去最低两档，单位为百分点；有一档隐去即一并隐去，不足四档的不算。',

  themes: '共同主题',
  themesIntro: '把两套问题体系中含义相通的问题归为共同主题，以便并列比较。',

  pairs: '问题的共现',
  pairsIntro:
    '同一人同时提到两类问题的比例。比例高，可能只因两类问题各自常见；优势比（提到其一者与未提到者相比，提到另一类的机会之比）校正后显著高于 1，才说明两者同时出现多于偶然；区间未作校正。提升度为实际比例与各自独立时预期之比。',
  pairsTop: '公布的组合中比例最高的 {n} 对',

  coding: '编码情况',
  codingIntro:
    '“空白或无实义”“表示没有问题”“未询问”是三种不同的情形：第一种不计入基数，第二种计入，第三种不属应答范围。',
  hiddenRound: '有隐去人数的轮次不画条形，以免由整体推知。',

  notAvailable: '{rounds}以计数文件汇入，没有逐份答卷的资料，此项不提供。',
  hygieneElsewhere:
    '{rounds}以计数文件汇入：重复编号只在各计数文件之内核对，不同计数文件之间未作核对。',
  uncoded: '未归类回答中的常见词语',
  uncodedIntro:
    '以下词语在未能归入任何一类的回答里用得较多，在已归类的回答里少见。它们由程序挑出，多由同一批人使用的列为一组，供修订问题体系时参考。程序只比较用词，不理解含义：列出的未必都是问题，也会有遗漏。两种回答超过 {most} 条时，各随机取 {most} 条来比较。',
  uncodedRule:
    '只列至少 {minimum} 人用过、这些人分属两个以上{group}的词语；含有数字、可能的人名或称谓、群体名称、选项文字的一律不列。此处不列人数；未能归类的回答有多少，以“编码情况”一节和 tables/coding.csv 公布的为限。',
  uncodedNoGroups: '本调查未设分组，无从判断一个词语是否只出自一个单位，因此不公布任何词语。',
  uncodedCheck:
    '请由专人查看内部文件 private/uncoded-themes.csv：其中有各组的人数和原话，编号与此处相同，未能公布的各组排在后面。',
  uncodedNone: '{panel}：{round}没有可以公布的词语。这不表示问题体系没有遗漏。',
  uncodedCaption: '{panel}：{round}未能归类的回答中常见的词语',

  quality: '数据质量',
  rows: '数据筛选',
  rowsIntro: '每个文件的行数 = 采用 + 搁置 + 排除。搁置的行与单元格及其原因在内部文件夹中可查。',
  readGiven: '{files} 按设定的编码 {encoding} 读取。',
  readMarked: '{files} 按文件开头的编码标记读作 {encoding}。',
  readByZeros: '{files} 没有编码标记，由零字节的位置判断为 {encoding}。',
  readGuessed:
    '{files} 没有编码标记，也不是 UTF-8，按读出的文字最通顺者读作 {encoding}（其次为 {runnerUp}）。',
  readWorkbook: '{files} 为 Excel 工作簿。',
  reasonNone: '（采用）',
  'reason-used': '采用',
  'reason-too-few-cells': '单元格过少',
  'reason-too-many-cells': '单元格过多',
  'reason-repeated-header': '重复的表头',
  'reason-totals-row': '合计行',
  'reason-footer-row': '表尾说明行',
  'reason-bad-weight': '权重无效',
  'reason-bad-design': '抽样信息缺失',
  'reason-not-a-number': '不是数字',
  'reason-not-a-point': '不是量表的分值',
  'reason-out-of-range': '超出范围',
  'reason-unknown-option': '未知选项',
  'reason-duplicate': '重复编号（剔除）',
  'reason-identical-row': '雷同答卷（剔除）',
  'reason-straight-lining': '直线作答（剔除）',
  'reason-too-fast': '作答过快（剔除）',
  'reason-contradiction': '选项矛盾（剔除）',
  'reason-excluded': '按设定排除',
  'reason-dropped': '按设定剔除',

  restated: '与上次发布不同的数字',
  restatedIntro:
    '这次结果中，下列数字与上次发布的不同，请以本次为准。原因可能是补收了答卷、修改了编码或设置。比例旁的小字为基数。',
  restatedMore: '另有 {n} 个细项或分组的数字也有改动，见 tables/restated.csv。',
  colRestated: '问题或选项',
  colBefore: '上次',
  colNow: '这次',
  hygiene: '作答质量',
  hygieneIntro:
    '以下为程序在各轮答卷中发现的可疑情形。标记只是提请核实，并不表示作答者不认真；标记的答卷照常计入结果，设为剔除的不计入。',
  hygieneRules:
    '重复编号：同一轮中编号再次出现，首份不计。雷同答卷：同一文件中，除编号、时间、姓名、设备和权重外，各列与前面某份完全相同；问卷较短时，不同的人也可能答得一样；已因其他情形剔除的，不再参与比对。直线作答：同一量程的量表题至少答了三道，且都选同一分值。作答过快：用时不到该文件中位数的三分之一；至少 30 份有用时记录才核查。选项矛盾：在多选题中同时选了“以上都没有”一类的选项和其他选项。',
  hygieneCounts: '表中为人数及其占该轮答卷（含剔除）的比例；人数过少的隐去。',
  hygieneDropped:
    '设为剔除的，再少也列出：剔除的答卷不再计入任何结果，“数据筛选”一节和 tables/rows.csv 本已逐个文件列出其数目。',
  personal: '答案中的个人信息',
  personalFound:
    '程序按号码的格式和校验位、“姓名：”“电话：”一类提示词，在开放题的答案中查找个人信息。{found}{treatment}查找由程序完成，可能遗漏或误认；没有提示词的姓名不在查找之列。',
  personalNone: '各轮答案中均未发现。',
  personalSome: '表中为答案含有该类信息的人数；人数过少的隐去。',
  personalMask:
    '供核对用的 private/codes/ 和 private/uncoded-themes.csv 引用原话时，已将其遮去，代以其类别。',
  personalDrop:
    '供核对用的 private/codes/ 和 private/uncoded-themes.csv 不引用含有个人信息的答案。',
  colQuestion: '题目',
  colKind: '类别',
  notChecked: '未核查',
  colRule: '情形',
  colPolicy: '处理',
  policyFlag: '标记',
  policyDrop: '剔除',
  'rule-duplicates': '重复编号',
  'rule-identical': '雷同答卷',
  'rule-straight_lining': '直线作答',
  'rule-speed': '作答过快',
  'rule-contradictions': '选项矛盾',

  method: '方法说明',
  methodBase: '基数',
  methodBaseText:
    '开放题以作出实质性回答的人数为基数，即已编码、未能归类、表示没有问题三者之和；空白、无实义和未询问不计入。封闭题以作答该题的人数为基数。表中基数与人数均为未加权的人头数。',
  methodWeights: '加权与有效样本量',
  methodWeighted:
    '比例与区间按权重计算。有效样本量是与加权结果同样精确的简单随机样本的大小：只有权重时按 Kish 公式，有分层或整群时按设计方差推算，且不超过实际人数。',
  methodUnweighted: '本调查未设权重，每人同等计算。',
  methodIntervals: '区间',
  methodIntervalsText:
    '{confidence} 置信区间采用 {interval} 法，以有效样本量计算。区间只反映抽样误差，不包括编码误差，也未作多重比较校正。',
  methodTests: '检验与校正',
  methodTestsText:
    '轮次之间的差异用 Newcombe 混合区间；群体差异用 Rao–Scott 检验。结论以 {correction} 校正后的 p 值与 {alpha} 比较；同一题目、同一对轮次、同一层级、同一分组为一个检验族，因数字隐去而不能公布的检验也计入，按无差异处理。因此可能出现区间不含 0 而结论为“没有证据”的情形。',
  methodIndependent: '各轮按相互独立的样本处理；若实为同一批人，此法偏于保守。',
  methodPanel:
    '编号相同的人另作前后配对比较，见“同一人前后比较”；其余轮次间的比较仍按相互独立的样本处理，偏于保守。',
  methodQuotes:
    '受访者原话须经人工逐条同意方可刊出；候选原话及各条的决定见内部文件 private/quotes.csv。',
  methodCoding: '编码',
  methodCodingText:
    '开放题由程序按问题体系自动编码，一条回答可有多个编码，原话不作改动。程序先把回答断成短句，查找问题体系所列的词条；被同句否定的（如“不存在经费不足的问题”）不算提及。',
  methodCodingModel:
    '再由线性模型判断：模型从已知编码的例句和回答中学得各词条、各字词片段对每类问题的权重，把一条回答的权重相加为得分，得分达到界线才归入该类，因此没有用到词条的说法也能归类。界线和置信度由交叉验证定出：把例句分为五份，轮流留出一份，用其余四份训练，再以留出的检验。界线取查准率与查全率综合最优（F1 最大）之处，置信度为得分相同者归类正确的比例；例句过少时两者取固定值。表示没有问题的回答由规则和另一个模型辨认。',
  methodCodingTerms: '没有例句的问题体系（{names}）只按词条归类。',
  methodByHand: '程序另以 {answers} 条人工编码的回答学习；文字相同的回答，以人工编码为准。',
  methodCodingErrors:
    '编码会有差错，已测得的各类查准率与查全率见数据表和 tables/quality.csv；各类提及率应连同本页的定义一起理解。',
  methodRounding: '取整',
  methodRoundingText:
    '先计算后取整；基数不足 100 时百分比不带小数，其余保留一位；差异由未取整的数字算出，单位为百分点。',
  provenance: '来源与复核',
  provenanceFold: '输入文件的校验值（SHA-256）与全部设置',
  madeBy: '由 {name} {version} 生成。相同的输入与版本生成逐字节相同的报告。',
  file: '文件',
  encoding: '编码格式',
  format: '导出格式',
  sha256: 'SHA-256',
  setting: '设置',
  settingValue: '取值',
  surveyFile: '调查设定',
  handCodesFile: '人工编码',
  taxonomyFile: '问题体系 {id}',

  definitions: '问题定义',
  includes: '包括',
  excludes: '不包括',

  colProblem: '问题',
  colTheme: '主题',
  colRound: '轮次',
  colBase: '基数',
  colN: '人数',
  colShare: '提及率',
  colClosedShare: '选择率',
  colInterval: '{confidence} 置信区间',
  colEffective: '有效样本量',
  colPrecision: '查准率',
  colRecall: '查全率',
  colPeriod: '时期',
  colShift: '前 → 后',
  colDifference: '差异（百分点）',
  colAdjusted: '校正后 p',
  colVerdict: '结论',
  colTest: '组间差异（校正后 p）',
  colPair: '组合',
  colSet: '组',
  colPhrases: '词语',
  colLift: '提升度',
  colOdds: '优势比',
  colReason: '原因',
  colRows: '行数',
  colUsed: '采用',
  colSetAside: '搁置',
  colExcluded: '排除',
  up: '▲ 上升',
  down: '▼ 下降',
  noEvidence: '没有证据',
  tooFew: '回答太少',
  significant: '{p} *',
} as const;
