/** What the program says when nothing is wrong: progress on stderr and summaries on stdout. */
import { fill, type MessageLang } from './message.ts';

const NOTICES = {
  rows: {
    'zh-Hans': '读取  {file}（{round}，{encoding}，{format}）：{reason} {rows} 行',
    en: 'read    {file} ({round}, {encoding}, {format}): {rows} {rows|row|rows} {reason}',
  },
  'rows-unused': {
    'zh-Hans': '读取  {file}（{round}，{encoding}，{format}）：{reason} {rows} 行',
    en: 'read    {file} ({round}, {encoding}, {format}): {reason}, rows: {rows}',
  },
  'rows-kept': {
    'zh-Hans': '沿用  {file}（{round}，{encoding}，{format}）：{reason} {rows} 行',
    en: 'kept    {file} ({round}, {encoding}, {format}): {reason}, rows: {rows}',
  },
  cells: {
    'zh-Hans': '搁置  {file}：{count} 格按未答处理（{reasons}），见 private/set-aside.csv',
    en: 'aside   {file}: {count} {count|cell|cells} taken as not answered ({reasons}), see private/set-aside.csv',
  },
  'cells-unlisted': {
    'zh-Hans': '搁置  {file}：{count} 格按未答处理（{reasons}）',
    en: 'aside   {file}: {count} {count|cell|cells} taken as not answered ({reasons})',
  },
  'counted-elsewhere': {
    'zh-Hans': '汇入  {round}：{tallies} 个计数文件，共 {files} 个导出文件；没有逐份答卷的资料',
    en: 'merged  {round}: tallies {tallies}, of export files {files}; nothing is known of single respondents',
  },
  'no-tally': {
    'zh-Hans': '未读  {folder} 中不是计数文件的：{names}',
    en: 'unread  in {folder}, as they are no tallies: {names}',
  },
  tallied: {
    'zh-Hans':
      '{out}：轮次 {round} 的计数，{files} 个文件，{respondents} 份答卷。含有未经隐去的人数，只供汇总，不得公开。',
    en: '{out}: counts of round {round}, files: {files}, respondents: {respondents}. They are unsuppressed: for merging only, not to be published.',
  },
  'kept-round': {
    'zh-Hans': '沿用  {round}：文件和设置都没有变，用上次的编码和计数',
    en: 'kept    {round}: neither files nor settings changed, coded and counted as the last time',
  },
  'hand-codes': {
    'zh-Hans': '人工  {file}：采用 {used} 条人工编码的回答',
    en: 'by hand {file}: {used} hand-coded {used|answer|answers} used',
  },
  'hand-codes-differ': {
    'zh-Hans':
      '人工  {file}：采用 {used} 条人工编码的回答，另有 {conflicts} 条编码前后不一，未采用',
    en: 'by hand {file}: {used} hand-coded {used|answer|answers} used, {conflicts} more not used as {conflicts|its|their} codes differ',
  },
  'hand-conflict': {
    'zh-Hans': '矛盾  {file}：“{text}”前后编码不一（{codings}），均未采用',
    en: 'differs {file}: "{text}" has different codes ({codings}), none of them used',
  },
  'hand-coding': { 'zh-Hans': '第 {rows} 行 {codes}', en: 'row {rows}: {codes}' },
  learning: {
    'zh-Hans': '学习  {taxonomy}：编码程序正在学习 {answers} 条人工编码的回答，需要一些时间',
    en: 'learn   {taxonomy}: the coder is learning from {answers} hand-coded {answers|answer|answers}, which takes a while',
  },
  'not-asked': {
    'zh-Hans': '未问  {round}：题目 {question}（survey.yaml 写明本轮未问）',
    en: 'unasked {round}: question {question} (not asked in this round, says survey.yaml)',
  },
  weighted: {
    'zh-Hans':
      '加权  {round}：按{by}（{method}），设计效应 {effect}，截尾 {trimmed} 份，分组未填而按平均系数加权 {unplaced} 份，与总体最多相差 {deviation}，总体中 {unreached} 没有答卷',
    en: 'weights {round}: by {by} ({method}), design effect {effect}, respondents trimmed: {trimmed}, with a group left empty and so the mean factor: {unplaced}, at most {deviation} off the population, {unreached} of it without respondents',
  },
  'no-head-counts': {
    'zh-Hans': '注意  {file}：{round} 没有总体人数，不计算回收率',
    en: 'note    {file}: no head-counts for {round}, so no response rates',
  },
  'no-head-count': {
    'zh-Hans':
      '注意  {file}：{group}“{value}”没有总体人数，答卷 {respondents} 份（{rounds}）{near}；不计入全体的回收率',
    en: 'note    {file}: no head-count for {group} "{value}", respondents: {respondents} ({rounds}){near}; left out of the rate of all',
  },
  'no-respondents': {
    'zh-Hans':
      '注意  {file}：第 {row} 行的{group}“{value}”总体 {people} 人，没有一份答卷（{rounds}）{near}',
    en: 'note    {file}: nobody answered from {group} "{value}" in row {row}, people: {people} ({rounds}){near}',
  },
  'above-all': {
    'zh-Hans':
      '注意  {file}：第 {row} 行的{group}“{value}”总体 {people} 人，答卷却有 {respondents} 份，回收率 {rate}（{rounds}）；请核对人数',
    en: 'note    {file}: more respondents than people in {group} "{value}" in row {row}: {respondents} of {people}, {rate} ({rounds}); check the head-count',
  },
  'without-taxonomy': {
    'zh-Hans':
      '注意  {round}：题目 {question} 按“{group}”选用问题体系，没有为{values}指定，共 {respondents} 人的回答不编码、不计入基数；在 survey.yaml 该题的 taxonomy 中补上',
    en: 'note    {round}: question {question} is coded by {group}, and there is no taxonomy for {values}: the answers of {respondents} {respondents|respondent|respondents} are not coded and in no base; add what is missing under taxonomy of that question in survey.yaml',
  },
  'unused-taxonomy': {
    'zh-Hans': '注意  题目 {question}：各轮答卷的“{group}”中没有“{value}”{near}',
    en: 'note    question {question}: no respondent has {group} "{value}"{near}',
  },
  'near-row': {
    'zh-Hans': '，名称最接近的是第 {row} 行“{near}”',
    en: ', nearest name: "{near}" in row {row}',
  },
  'near-value': {
    'zh-Hans': '，答卷中名称最接近的是“{near}”',
    en: ', nearest name among respondents: "{near}"',
  },
  quotes: {
    'zh-Hans':
      '原话  候选 {candidates} 条，已同意刊出 {released} 条（不再是候选的旧决定 {past} 条，保留在表末，不刊出）；在结果文件夹的 {file} 中，凡同意刊出的，在 release 一列填“是”，保存后再运行一次',
    en: 'quotes  candidates: {candidates}, released: {released} (decisions on quotes that are candidates no more: {past}, kept at the end, not published); to release one, write yes in the column release of {file} in the results folder, save, and run again',
  },
  'quotes-unclear': {
    'zh-Hans':
      '注意  {file}：release 列有 {count} 处既不是“是”也不是“否”（如“{example}”），这些原话不刊出；同意刊出的请填“是”',
    en: 'note    {file}: {count} {count|cell|cells} of the column release {count|is|are} neither yes nor no (such as "{example}"), and {count|this quote is|these quotes are} not published; write yes to release one',
  },
  printing: {
    'zh-Hans': '打印  report.pdf（{browser}）',
    en: 'print   report.pdf ({browser})',
  },
  wrote: { 'zh-Hans': '写出  {out}（{seconds} 秒）', en: 'wrote   {out} ({seconds} s)' },
  shared: {
    'zh-Hans': '副本  {share}（不含 private/，供外发）',
    en: 'copied  to {share} (without private/, to be sent)',
  },
  summary: {
    'zh-Hans': '{title}\n{rounds} 轮，{respondents} 份答卷；报告：{report}',
    en: '{title}\n{rounds} {rounds|round|rounds}, {respondents} {respondents|respondent|respondents}; report: {report}',
  },
  'check-file': {
    'zh-Hans': '{round}  {file}  {rows} 行 = {used} 可用 + {setAside} 搁置 + {excluded} 排除',
    en: '{round}  {file}  {rows} {rows|row|rows} = {used} used + {setAside} set aside + {excluded} excluded',
  },
  'check-aside': {
    'zh-Hans': '  第 {row} 行{column}：{reason}{found}',
    en: '  row {row}{column}: {reason}{found}',
  },
  'check-found': { 'zh-Hans': '（{found}）', en: ' ({found})' },
  note: {
    'zh-Hans': '注意  {file}：{what}，第 {row} 行起，共 {count} 处',
    en: 'note    {file}: {what}, from row {row}, {count} in all',
  },
  'note-file': { 'zh-Hans': '注意  {file}：{what}', en: 'note    {file}: {what}' },
  'encoding-doubtful': {
    'zh-Hans': '编码拿不准，文字可能有误{column}；如有乱码，用 encoding 指定编码',
    en: 'the encoding is doubtful{column}; if the text is garbled, name it with encoding',
  },
  'encoding-given': {
    'zh-Hans':
      '按指定的编码 {encoding} 读取，但内容看来是 {likely}；如有乱码，改正或删去 survey.yaml 中的 encoding',
    en: 'read as {encoding}, as survey.yaml says, but the content looks like {likely}; if the text is garbled, correct or remove encoding',
  },
  'stray-quote': {
    'zh-Hans': '格内有未成对的引号{column}，按原文保留',
    en: 'a stray quotation mark inside a cell{column}, kept as text',
  },
  'zero-byte': {
    'zh-Hans': '格内有零字节{column}，按原文保留',
    en: 'a zero byte inside a cell{column}, kept',
  },
  'control-character': {
    'zh-Hans': '格内有控制字符{column}；回答按原文保留，名称中的换成空格',
    en: 'a control character inside a cell{column}; kept in answers, a blank in names',
  },
  'duplicate-header': {
    'zh-Hans': '表头重复{column}，按位置区分',
    en: 'the same header twice{column}, told apart by position',
  },
  'blank-header': {
    'zh-Hans': '有的列没有列名{column}，无法使用',
    en: 'a column without a header{column}, which nothing can use',
  },
  'replacement-character': {
    'zh-Hans': '有已损坏的文字 �{column}',
    en: 'text that was damaged before (�){column}',
  },
  'other-sheets': {
    'zh-Hans': '工作簿另有其他工作表{column}，未读',
    en: 'other sheets of the workbook were not read{column}',
  },
  'sheet-alike': {
    'zh-Hans':
      '只读了工作表“{read}”；工作表“{sheet}”表头相同，其中 {rows} 行未读。要改读它，在 survey.yaml 的 files 中写 {path: 文件名, sheet: {sheet}}；两张都要，就这样各写一次',
    en: 'only the sheet "{read}" was read; "{sheet}" has the same header and {rows} {rows|row that was|rows that were} not read. To read it instead, write {path: FILE, sheet: {sheet}} under files in survey.yaml; to read both, write one such line for each',
  },
  'edge-tab': {
    'zh-Hans': '格的首尾有制表符{column}，已去掉',
    en: 'tabs at the edges of cells{column}, taken off',
  },
  'masked-formula': {
    'zh-Hans': '等号前有导出时加的单引号{column}，已去掉',
    en: 'a quotation mark that the export put before ={column}, taken off',
  },
  'options-undeclared': {
    'zh-Hans': '一格可能有多个选项{column}，未声明 options，无法可靠拆分，按一个选项计',
    en: 'cells that may hold several options{column}; as no options are declared they cannot be split safely and count as one each',
  },
  'twin-differs': {
    'zh-Hans': '与按序号导出的文件不一致{column}，以文本为准',
    en: 'other than in the file of option numbers{column}; the text is used',
  },
  'twin-apart': {
    'zh-Hans': '另一个文件中没有对应的列{column}，未核对',
    en: 'no such column in the other file{column}, not compared',
  },
  'column-not-asked': {
    'zh-Hans': '有一列属于 survey.yaml 写明本轮未问的题目{column}，未读',
    en: 'a column of a question that was not asked in this round according to survey.yaml{column}, not read',
  },
  'workbook-odd': {
    'zh-Hans': '工作簿中有无法识别的部分{column}，可能已损坏；请核对行数',
    en: 'parts of the workbook could not be understood{column}; it may be damaged, so compare the number of rows',
  },
  'formula-without-value': {
    'zh-Hans': '公式没有保存结果{column}，按空格处理；用 Excel 打开并保存一次即可',
    en: 'a formula saved without its result{column}, read as empty; open and save the file in Excel to mend it',
  },
  'merged-cells': {
    'zh-Hans': '数据中有跨列的合并单元格{column}，只有第一格有值，其余按空格处理',
    en: 'cells merged over several columns among the data{column}: only the first of them holds the value, the others are empty',
  },
  'merged-filled': {
    'zh-Hans': '同一列上下合并的单元格{column}，已给其中各行都填上合并格的值',
    en: 'cells merged down one column{column}: each of their rows was given the value',
  },
  'exclude-unmatched': {
    'zh-Hans': 'exclude 中的 {wanted} 没有排除任何一行{column}；这一列现有：{has}',
    en: 'in exclude, {wanted} left out no row{column}; the column has {has}',
  },
  'check-more': { 'zh-Hans': '  …… 另有 {count} 处', en: '  … and {count} more' },
  'check-refused': {
    'zh-Hans': '还不能运行：有 {count} 个问题要先处理，列在下面。',
    en: 'Not ready to run: problems to mend first, listed below: {count}.',
  },
  'check-good': { 'zh-Hans': '可以运行。', en: 'Ready to run.' },
  more: { 'zh-Hans': '…… 另有 {count} 个问题', en: '… and {count} more {count|problem|problems}' },
  problems: { 'zh-Hans': '{count} 个问题：', en: '{count} {count|problem|problems}:' },
  'usage-command': { 'zh-Hans': '没有“{what}”这个命令', en: 'no command "{what}"' },
  'usage-option': { 'zh-Hans': '没有“{what}”这个选项', en: 'no option "{what}"' },
  'usage-missing': { 'zh-Hans': '缺少“{what}”', en: '"{what}" is missing' },
  'usage-no-value': { 'zh-Hans': '“{what}”后面没有写值', en: '"{what}" has no value' },
  'usage-value': { 'zh-Hans': '“{what}”不能用：{detail}', en: '"{what}" cannot be used: {detail}' },
  'usage-choices': { 'zh-Hans': '只能是 {choices}', en: 'only {choices}' },
  'usage-whole': {
    'zh-Hans': '应为 1 至 {most} 的整数',
    en: 'it must be a whole number from 1 to {most}',
  },
  'usage-excess': {
    'zh-Hans': '参数太多：“{what}”最多 {most} 个，给了 {given} 个',
    en: 'too many arguments: "{what}" takes at most {most}, {given} given',
  },
  'usage-near': { 'zh-Hans': '；是否指 {near}？', en: '; did you mean {near}?' },
  'usage-other': { 'zh-Hans': '用法不对：{detail}', en: 'wrong usage: {detail}' },
  'old-left': {
    'zh-Hans':
      '未清除  新结果已全部换上；旧结果的残余删除不了，留在 {left}，请关闭占用的程序后手动删除（其中可能有 private/）',
    en: 'left    the new results are in place, all of them; what is left of the old ones in {left} cannot be removed: close what uses it and delete it by hand (it may hold private/)',
  },
  interrupted: {
    'zh-Hans': '已中断；没有完成的文件已清除，已有的结果完整。',
    en: 'Interrupted; what was unfinished is cleared away, and the results there are whole.',
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
