/** Words of the survey.yaml that `canvass init` writes, and of what it says about it. */
import { NOTES } from './draft-notes.ts';
import { fill, type MessageLang } from './message.ts';

type Words = Readonly<Record<MessageLang, string>>;

/** Comments of the file's parts; a line break starts a new comment line. */
const PARTS = {
  head: {
    'zh-Hans':
      '由 canvass init 根据文件的列名和内容猜测写成；请核对后再运行。\n先看：canvass check 会列出哪些行和单元格不能用，不写任何文件。',
    en: 'Written by canvass init, guessed from headers and cells; look it over before you run it.\nFirst: canvass check lists the rows and cells that cannot be used, and writes nothing.',
  },
  title: {
    'zh-Hans': '标题，显示在报告上；也可分语言写：{zh-Hans: …, zh-Hant: …, en: …}',
    en: 'Title of the report; one a language is possible too: {zh-Hans: …, zh-Hant: …, en: …}',
  },
  untitled: { 'zh-Hans': '问卷调查', en: 'Survey' },
  rounds: {
    'zh-Hans':
      '各轮调查，由早到晚，请核对先后。每个文件作为一轮；同一轮分成几个文件的，写在一起：files: [a.csv, b.csv]\nlabel 是显示的名称；date（如 2026-03-31）可写可不写。',
    en: 'Rounds, oldest first: check their order. Each file is one round; where one round came in parts, put them together: files: [a.csv, b.csv]\nlabel is what is shown; a date (2026-03-31) may be added.',
  },
  columns: {
    'zh-Hans': '特殊用途的列：respondent 答卷编号，weight 权重',
    en: 'Columns with a purpose of their own: respondent is the id of an answer sheet, weight its weight',
  },
  'no-respondent': {
    'zh-Hans': '没有找到各行都不相同的答卷编号；不写也可以，答卷以行号为准。',
    en: 'No column holds an id that differs in each row; none is needed, rows are then known by number.',
  },
  'no-weight': {
    'zh-Hans': '没有找到权重列：每份答卷同等计算。',
    en: 'No column of weights: every respondent counts the same.',
  },
  'weight-left': {
    'zh-Hans': '没有采用权重，每份答卷同等计算。“{header}”：{why}',
    en: 'No weights are used, every respondent counts the same. "{header}": {why}',
  },
  groups: {
    'zh-Hans':
      '结果按什么分组；within 表示隶属（每个单位只属于一个单位类型）。\n单选题（如职务）也可以在这里再写一次，作为分组。',
    en: 'What results are broken down by; within means that each value belongs to one value of the other group.\nA question with one choice (such as a post) can be listed here too.',
  },
  'no-groups': {
    'zh-Hans':
      '没有找到分组的列（如单位、部门、地区）。写法：\ngroups:\n  - {id: unit, label: 单位, column: 单位}',
    en: 'No column to break results down by (unit, department, region) was found. It is written:\ngroups:\n  - {id: unit, label: Unit, column: unit}',
  },
  questions: {
    'zh-Hans':
      '题目。type：open 开放题，single 单选，multiple 多选，scale 量表，number 数字。\ncolumn 是列名；各轮列名不同的，写成列表，新的在前。没有列出的选项会按未答处理并计数。',
    en: 'Questions. type: open, single (one choice), multiple, scale or number.\ncolumn is the header; where it changed between rounds, all of them, the newest first. Cells with an option not listed count as not answered, and are reported.',
  },
  open: {
    'zh-Hans':
      '开放题按问题体系编码：organ 机关党建，grassroots 基层党建，或自己的问题体系（如 my.yaml，写法见 pipeline/taxonomy/README.md）。\n各组用不同的问题体系：taxonomy: {by: 分组id, 机关: organ, 农村: grassroots}',
    en: "Open answers are coded by a taxonomy: organ (Party building in organs), grassroots, or a file of one's own (my.yaml; see pipeline/taxonomy/README.md).\nBy group: taxonomy: {by: GROUP, VALUE: organ, OTHER: grassroots}",
  },
  scale: {
    'zh-Hans':
      '量表默认分数越高越好；低分为好的加 reverse: true。衡量某个问题的可写 measures: 编码（如 A1）。',
    en: 'On a scale high is taken for good; where low is, add reverse: true. measures: CODE (A1) says which problem it measures.',
  },
  multiple: {
    'zh-Hans': '多选题的选项可以写上对应的问题编码，如 options: {经费不足: A6, 人手不够: A4.2}',
    en: 'Options can be linked to codes of a taxonomy: options: {too little money: A6, too few people: A4.2}',
  },
  excludable: {
    'zh-Hans':
      '以下的行像是预览、测试或没有答完的答卷，现在都计算在内；不应计算的，去掉 # 即可排除：',
    en: 'Rows that look like previews, tests or unfinished answer sheets; they count for now. Remove the # to leave them out:',
  },
  apart: {
    'zh-Hans':
      '以下题目或分组只在一部分文件中有，先注释掉。若只是换了列名，把各轮列名写成列表即可启用；\n若是某一轮没有问这道题，去掉 # 即可启用：asked 写明问过的各轮，其余各轮显示为“本轮未问”。',
    en: 'These questions or groups are not in every file and commented out. If the column was only renamed, list all of its headers and take it in;\nif a round did not put the question, take it in as it stands: asked names the rounds that did, others show "not asked in this round".',
  },
  'apart-of': { 'zh-Hans': '缺这一列的文件：{files}', en: 'absent from: {files}' },
  unused: {
    'zh-Hans': '没有使用的列，及原因：',
    en: 'Columns that are not used, and why:',
  },
  defaults: {
    'zh-Hans': '以下为默认设置，要改就去掉 #：',
    en: 'Defaults; remove the # to change one:',
  },
  languages: { 'zh-Hans': '报告语言，第一种先显示', en: 'of the report, the first is shown first' },
  exclude: {
    'zh-Hans': '这样的行不算答卷',
    en: 'such rows are no respondents',
  },
  privacy: {
    'zh-Hans': '少于 5 人的结果不显示；不引用原话；答案中的个人信息遮去',
    en: 'results of fewer than 5 people are hidden; nobody is quoted; personal data in answers is masked',
  },
  statistics: {
    'zh-Hans': '置信水平、区间和多重比较校正',
    en: 'confidence level, intervals, correction for many tests',
  },
  hygiene: { 'zh-Hans': '可疑答卷只标记', en: 'doubtful answer sheets are flagged only' },
  coding: {
    'zh-Hans': '人工编码过的回答（列 text、codes），供程序学习',
    en: 'hand-coded answers (columns text, codes) to learn from',
  },
  maximum: {
    'zh-Hans': '一个文件中不能使用的行超过 5% 就停止',
    en: 'a run stops where more than 5 % of a file cannot be used',
  },
  'exclude-example': { 'zh-Hans': '答卷状态: [未完成, 预览]', en: 'Status: [preview]' },
} as const satisfies Record<string, Words>;

/** The summary that the command prints. */
const SUMMARY = {
  wrote: { 'zh-Hans': '已写出 {out}', en: 'wrote {out}' },
  counts: {
    'zh-Hans':
      '{rounds} 轮，{columns} 列：编号 {respondent}，权重 {weight}，分组 {groups}，开放题 {open}，量表 {scale}，单选 {single}，多选 {multiple}，数字 {number}；未使用 {unused}（其中个人信息 {personal}）',
    en: '{rounds} {rounds|round|rounds}, {columns} {columns|column|columns}: id {respondent}, weight {weight}, groups {groups}, open {open}, scale {scale}, single {single}, multiple {multiple}, number {number}; not used {unused} (of which personal data {personal})',
  },
  look: { 'zh-Hans': '请核对：', en: 'Please check:' },
  'look-one': { 'zh-Hans': '  {name}：{note}', en: '  {name}: {note}' },
  'look-apart': {
    'zh-Hans': '  只在一部分文件中有、因而注释掉的题目或分组：{count} 个',
    en: '  questions or groups that are not in every file, commented out: {count}',
  },
  'look-no-open': {
    'zh-Hans': '  没有找到开放题：不会编码任何回答',
    en: '  no open question was found: no answers will be coded',
  },
  'next-taxonomy': {
    'zh-Hans':
      '下一步：先写好问题体系 {taxonomy}（写法见 pipeline/taxonomy/README.md），再运行 canvass check {out}',
    en: 'Next: write the taxonomy {taxonomy} (see pipeline/taxonomy/README.md), then canvass check {out}',
  },
  next: { 'zh-Hans': '下一步：canvass check {out}', en: 'Next: canvass check {out}' },
} as const satisfies Record<string, Words>;

export type DraftNoteKey = keyof typeof NOTES;
export type DraftPartKey = keyof typeof PARTS;

type Values = Readonly<Record<string, string | number>>;

/** A comment in one language. */
export function draftPart(key: DraftPartKey, lang: MessageLang, values: Values = {}): string {
  return fill(PARTS[key][lang], values);
}

export function draftNoteText(
  { key, values }: { readonly key: DraftNoteKey; readonly values: Values },
  lang: MessageLang,
): string {
  return fill(NOTES[key][lang], values);
}

export function draftSummary(
  key: keyof typeof SUMMARY,
  lang: MessageLang,
  values: Values = {},
): string {
  return fill(SUMMARY[key][lang], values);
}

/** All words, for the test that both languages say the same. */
export const draftWords: Readonly<Record<string, Words>> = { ...PARTS, ...NOTES, ...SUMMARY };
