/** The words of `--help`. */
import type { MessageLang } from './message.ts';

const USAGE = {
  canvass: {
    'zh-Hans': '读取各轮问卷导出文件，按问题体系给开放题编码，生成一份 HTML 报告。不联网。',
    en: 'Reads survey exports round after round, codes open answers by a problem taxonomy, writes one HTML report. Offline.',
  },
  usage: { 'zh-Hans': '用法：', en: 'Usage:' },
  arguments: { 'zh-Hans': '参数：', en: 'Arguments:' },
  options: { 'zh-Hans': '选项：', en: 'Options:' },
  commands: { 'zh-Hans': '命令：', en: 'Commands:' },
  optionsPlace: { 'zh-Hans': '[选项]', en: '[options]' },
  commandPlace: { 'zh-Hans': '[命令]', en: '[command]' },
  choices: { 'zh-Hans': '可选 {list}', en: 'choices: {list}' },
  default: { 'zh-Hans': '默认 {value}', en: 'default: {value}' },
  aside: { 'zh-Hans': '（{told}）', en: ' ({told})' },
  version: { 'zh-Hans': '显示版本', en: 'print the version' },
  help: { 'zh-Hans': '显示用法', en: 'print this help' },
  lang: { 'zh-Hans': '消息语言', en: 'language of messages' },
  debug: { 'zh-Hans': '出内部错误时打印调用栈', en: 'print the stack should the program fail' },
  helpHint: { 'zh-Hans': '用 --help 查看用法', en: 'see --help' },
  run: { 'zh-Hans': '读取、编码、汇总并写出报告', en: 'read, code, count and write the report' },
  survey: { 'zh-Hans': 'survey.yaml 或其所在文件夹', en: 'a survey.yaml or its folder' },
  out: { 'zh-Hans': '结果文件夹，整体替换', en: 'folder of results, replaced as a whole' },
  share: {
    'zh-Hans': '另写一份不含 private/ 的副本，供外发：文件夹，或 .zip 文件',
    en: 'also write a copy without private/, to be sent: a folder, or a .zip file',
  },
  pdf: {
    'zh-Hans':
      '另写 A4 版 report.pdf，用本机的 Chromium、Chrome 或 Edge 打印（自动查找，或由环境变量 CANVASS_CHROMIUM 指明）',
    en: 'also write report.pdf (A4), printed by a Chromium, Chrome or Edge of this machine (looked for, or named in the environment variable CANVASS_CHROMIUM)',
  },
  tallies: {
    'zh-Hans':
      '存放各地计数文件（*.tally）的文件夹，各归其轮次，按文件名排序，接在 survey.yaml 所列文件之后',
    en: 'folder of tallies (*.tally) counted elsewhere; each goes to its round, by name, behind the files of survey.yaml',
  },
  tally: {
    'zh-Hans':
      '给一轮中的一部分导出文件编码计数，写成一个计数文件，供别处汇总；不含任何答卷、原话和编号',
    en: 'code and count some export files of a round into one tally, to be merged elsewhere; no answers, words or ids in it',
  },
  tallyFiles: {
    'zh-Hans': '本地的导出文件（survey.yaml 所列的不读）',
    en: 'export files at hand (those that survey.yaml lists are not read)',
  },
  tallyRound: { 'zh-Hans': '这些文件属于哪一轮', en: 'round that these files are of' },
  tallyOut: {
    'zh-Hans': '写入的计数文件（.tally），含未经隐去的人数，不得公开',
    en: 'tally to write (.tally); its counts are unsuppressed, do not publish it',
  },
  round: { 'zh-Hans': '只做这些轮次', en: 'only these rounds' },
  previous: {
    'zh-Hans':
      '以前发布过的结果所在文件夹（默认是将被替换的那份），新旧对照也不能看出个人；从未发布过写 none',
    en: 'folder of results given away before (default: those about to be replaced), beside which nobody may be told either; none if there were none',
  },
  strict: {
    'zh-Hans': '遇到第一处无法使用的内容即停止',
    en: 'stop at the first thing that cannot be used',
  },
  jobs: { 'zh-Hans': '工作线程数，含主线程', en: 'working threads, the main one included' },
  quiet: { 'zh-Hans': '不显示进度', en: 'no progress' },
  check: {
    'zh-Hans': '列出 run 会拒绝、修正、标记或搁置的一切，不写文件',
    en: 'list everything run would refuse, repair, flag or set aside; writes nothing',
  },
  init: {
    'zh-Hans': '读导出文件，猜测每一列的用途，写出带注释的 survey.yaml',
    en: 'read exports, guess what each column is for, write a commented survey.yaml',
  },
  initFiles: {
    'zh-Hans': '导出文件（CSV、TSV、Excel），每个一轮，由早到晚',
    en: 'exports (CSV, TSV, Excel), one a round, oldest first',
  },
  initOut: {
    'zh-Hans': '写入的 survey.yaml，与导出文件放在同一文件夹（默认标准输出）',
    en: 'survey.yaml to write, in the folder of the exports (default: standard output)',
  },
  force: { 'zh-Hans': '替换已有的文件', en: 'replace an existing file' },
  json: { 'zh-Hans': '以 JSON 输出', en: 'print JSON' },
  code: { 'zh-Hans': '给一个文件的一列编码', en: 'code one column of a file' },
  codeFile: { 'zh-Hans': 'CSV 或 XLSX；- 为标准输入', en: 'CSV or XLSX; - for standard input' },
  column: { 'zh-Hans': '答案所在的列', en: 'column of the answers' },
  taxonomyOption: { 'zh-Hans': '问题体系的 id 或文件', en: 'id or file of a taxonomy' },
  outFile: {
    'zh-Hans': '写入文件（默认标准输出）',
    en: 'file to write (default: standard output)',
  },
  format: {
    'zh-Hans': '输出格式，读标准输入时也是输入格式',
    en: 'form of the output (of the input too when FILE is -)',
  },
  encoding: { 'zh-Hans': '输入编码', en: 'encoding of the input' },
  raw: {
    'zh-Hans': '不给形似公式的文字加引号前缀',
    en: 'leave text that looks like a formula as it is',
  },
  explain: { 'zh-Hans': '说明一条回答如何编码', en: 'show how one answer is coded' },
  explainText: { 'zh-Hans': '一条回答', en: 'an answer' },
  evaluate: { 'zh-Hans': '与人工编码比较', en: 'compare with hand codes' },
  evaluateFile: {
    'zh-Hans': '含答案与人工编码的 CSV、XLSX 或 JSONL',
    en: 'CSV, XLSX or JSONL with answers and hand codes',
  },
  truth: {
    'zh-Hans': '人工编码所在的列，多个以 ; 分隔',
    en: 'column of the hand codes, joined by ;',
  },
  taxonomy: {
    'zh-Hans': '打印一个问题体系，或列出内置的',
    en: 'print a taxonomy, or list the built-in ones',
  },
  taxonomyArgument: { 'zh-Hans': 'id 或文件', en: 'id or file' },
} as const satisfies Record<string, Readonly<Record<MessageLang, string>>>;

/** All words of `--help` in one language. */
export function usage(lang: MessageLang): Readonly<Record<keyof typeof USAGE, string>> {
  return Object.fromEntries(
    Object.entries(USAGE).map(([key, words]) => [key, words[lang]]),
  ) as Record<keyof typeof USAGE, string>;
}
