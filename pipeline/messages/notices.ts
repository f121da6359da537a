/** What the program says when nothing is wrong: progress on stderr and summaries on stdout. */
import { fill, type MessageLang } from './message.ts';

const NOTICES = {
  rows: {
    'zh-Hans': '读取  {file}（{round}，{encoding}，{format}）：{rows} 行 {reason}',
    en: 'read    {file} ({round}, {encoding}, {format}): {rows} rows {reason}',
  },
  cells: {
    'zh-Hans': '搁置  {file}：{count} 格按未答处理（{reasons}），见 private/set-aside.csv',
    en: 'aside   {file}: {count} cells taken as not answered ({reasons}), see private/set-aside.csv',
  },
  'hand-codes': {
    'zh-Hans': '人工  {file}：采用 {used} 条人工编码的回答',
    en: 'by hand {file}: {used} hand-coded answers used',
  },
  'hand-codes-differ': {
    'zh-Hans':
      '人工  {file}：采用 {used} 条人工编码的回答，另有 {conflicts} 条编码前后不一，未采用',
    en: 'by hand {file}: {used} hand-coded answers used, {conflicts} more not used as their codes differ',
  },
  'hand-conflict': {
    'zh-Hans': '矛盾  {file}：“{text}”前后编码不一（{codings}），均未采用',
    en: 'differs {file}: "{text}" has different codes ({codings}), none of them used',
  },
  'hand-coding': { 'zh-Hans': '第 {rows} 行 {codes}', en: 'row {rows}: {codes}' },
  learning: {
    'zh-Hans': '学习  {taxonomy}：编码程序正在学习 {answers} 条人工编码的回答，需要一些时间',
    en: 'learn   {taxonomy}: the coder is learning from {answers} hand-coded answers, which takes a while',
  },
  duplicates: {
    'zh-Hans': '重复  {round}：{count} 个编号出现不止一次（{examples} …），均保留',
    en: 'twice   {round}: {count} respondent ids occur more than once ({examples} …), all kept',
  },
  protected: {
    'zh-Hans': '隐去  {primary} 个过小的数，另 {complementary} 个以防推算（最小 {minimum}）',
    en: 'hidden  {primary} small figures, and {complementary} more that would give them away (minimum {minimum})',
  },
  wrote: { 'zh-Hans': '写出  {out}（{seconds} 秒）', en: 'wrote   {out} ({seconds} s)' },
  summary: {
    'zh-Hans': '{title}\n{rounds} 轮，{respondents} 份答卷；报告：{report}',
    en: '{title}\n{rounds} rounds, {respondents} respondents; report: {report}',
  },
  'check-file': {
    'zh-Hans': '{round}  {file}  {rows} 行 = {used} 可用 + {setAside} 搁置 + {excluded} 排除',
    en: '{round}  {file}  {rows} rows = {used} used + {setAside} set aside + {excluded} excluded',
  },
  'check-aside': {
    'zh-Hans': '  第 {row} 行 {column}：{reason}（{found}）',
    en: '  row {row} {column}: {reason} ({found})',
  },
  note: {
    'zh-Hans': '注意  {file}：{what}，第 {row} 行起，共 {count} 处',
    en: 'note    {file}: {what}, from row {row}, {count} in all',
  },
  'stray-quote': {
    'zh-Hans': '格内有未成对的引号{column}，按原文保留',
    en: 'a stray quotation mark inside a cell{column}, kept as text',
  },
  'zero-byte': {
    'zh-Hans': '格内有零字节{column}，按原文保留',
    en: 'a zero byte inside a cell{column}, kept',
  },
  'duplicate-header': {
    'zh-Hans': '表头重复{column}，按位置区分',
    en: 'the same header twice{column}, told apart by position',
  },
  'replacement-character': {
    'zh-Hans': '有已损坏的文字 �{column}',
    en: 'text that was damaged before (�){column}',
  },
  'other-sheets': {
    'zh-Hans': '工作簿另有其他工作表{column}，未读',
    en: 'other sheets of the workbook were not read{column}',
  },
  'check-more': { 'zh-Hans': '  …… 另有 {count} 处', en: '  … and {count} more' },
  'check-good': { 'zh-Hans': '可以运行。', en: 'Ready to run.' },
  more: { 'zh-Hans': '…… 另有 {count} 个问题', en: '… and {count} more problems' },
  problems: { 'zh-Hans': '{count} 个问题：', en: '{count} problems:' },
  'problem-one': { 'zh-Hans': '1 个问题：', en: '1 problem:' },
  'usage-command': { 'zh-Hans': '没有“{what}”这个命令', en: 'no command "{what}"' },
  'usage-option': { 'zh-Hans': '没有“{what}”这个选项', en: 'no option "{what}"' },
  'usage-missing': { 'zh-Hans': '缺少“{what}”', en: '"{what}" is missing' },
  'usage-value': { 'zh-Hans': '“{what}”不能用：{detail}', en: '"{what}" cannot be used: {detail}' },
  'usage-excess': { 'zh-Hans': '参数太多：{detail}', en: 'too many arguments: {detail}' },
  'usage-other': { 'zh-Hans': '用法不对：{detail}', en: 'wrong usage: {detail}' },
  interrupted: {
    'zh-Hans': '已中断，原有结果未动。',
    en: 'Interrupted; the previous results are untouched.',
  },
  bug: {
    'zh-Hans': '程序内部错误：{detail}\n请带上 --debug 的输出告诉我们。',
    en: 'This is our bug: {detail}\nPlease report it with the output of --debug.',
  },
} as const satisfies Record<string, Readonly<Record<MessageLang, string>>>;

export type NoticeKey = keyof typeof NOTICES;

/** A notice in words. */
export function notice(
  key: NoticeKey,
  lang: MessageLang,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(NOTICES[key][lang], values);
}
