/** What `canvass init` says of single columns. */
import type { MessageLang } from './message.ts';

/** What is doubtful about a column that is used, and why one is not. */
export const NOTES = {
  'note-open': {
    'zh-Hans': '按内容猜测为开放题（文字较长，很少重复）',
    en: 'taken for an open question by its cells (long, hardly any twice)',
  },
  'note-no-taxonomy': {
    'zh-Hans':
      '回答主要不是中文，内置的问题体系 organ、grassroots 只能编码中文；先写一份自己的问题体系（写法见 pipeline/taxonomy/README.md），把文件名写在 taxonomy，再启用这道题',
    en: 'the answers are not in Chinese, and the built-in taxonomies organ and grassroots code Chinese only: write a taxonomy of your own (see pipeline/taxonomy/README.md), name its file at taxonomy, and take the question in',
  },
  'note-grassroots': {
    'zh-Hans': '列名或回答说的多是村、社区，所以用 grassroots 编码，请核对',
    en: 'the header or the answers speak of villages or communities, so grassroots was chosen: check it',
  },
  'note-asked': {
    'zh-Hans':
      '这些文件没有这一列：{files}；若那里只是换了列名，把各轮列名都写进 column，并删去 asked',
    en: 'absent from {files}; if the column was only renamed there, list all of its headers at column and delete asked',
  },
  'note-words': {
    'zh-Hans': '分值顺序按词义排列，请核对；没有人选的一档不会出现，需要时补上',
    en: 'the words were put into order by their meaning: check it; a point that nobody chose is not here, add it',
  },
  'note-words-numbers': {
    'zh-Hans':
      '有的单元格（或某一轮）是文字、有的是数字，按 {low} 为最低一档对应，两种都能读；请核对方向，相反的把 labels 倒过来',
    en: 'some cells (or one of the rounds) hold words and others numbers; both are read, {low} as the lowest point: check the direction, and turn the labels round if it is the other',
  },
  'note-words-apart': {
    'zh-Hans':
      '有的单元格是文字、有的是数字，档数对不上，先作为单选；弄清对应关系后改为 scale，并写 labels',
    en: 'some cells hold words and others numbers, and their points do not match, so it is a single choice for now; once you know what stands for what, make it a scale with labels',
  },
  'note-stray-words': {
    'zh-Hans':
      '有 {count} 格不是数字，多到运行会停下；请在文件中统一写成数字，表示未答的文字写入 missing',
    en: '{count} {count|cell holds|cells hold} no number, so many that a run stops: write numbers in the file, and put words for "no answer" in missing',
  },
  'note-range': {
    'zh-Hans': '量程按出现的数字猜测，请核对',
    en: 'the range was guessed from the numbers found: check it',
  },
  'note-beyond': {
    'zh-Hans':
      '有 {count} 格是 {low}-{high} 以外的数，运行时放在一边，不计入均值；若是“未答”的代码，写入 missing',
    en: '{count} {count|cell holds a number|cells hold numbers} beyond {low}-{high}; a run sets {count|it|them} aside and no mean counts {count|it|them}. Codes for "no answer" belong in missing',
  },
  'note-beyond-many': {
    'zh-Hans':
      '有 {count} 格是 {low}-{high} 以外的数，多到运行会停下；若是“未答”的代码，写入 missing，若量程不对，改 range',
    en: '{count} {count|cell holds a number|cells hold numbers} beyond {low}-{high}, so many that a run stops: put codes for "no answer" in missing, or correct the range',
  },
  'note-rounds-differ': {
    'zh-Hans':
      '各轮的量表不同（{ranges}），已在 rounds 中按轮写明；量程不同的轮次不作比较，请对照当时的问卷核对',
    en: 'the scale was not the same in each round ({ranges}), so rounds says how; rounds with different ranges are not compared. Check it against the questionnaires',
  },
  'note-range-unsure': {
    'zh-Hans':
      '{round} 只有 {low}-{high} 之间的数；若那一轮的量程就是这样，写 rounds: {{round}: {range: [{low}, {high}]}}，否则会被看作分数下降',
    en: '{round} holds numbers from {low} to {high} only; if that was its range, write rounds: {{round}: {range: [{low}, {high}]}}, or it will look like a fall',
  },
  'note-rank': {
    'zh-Hans': '像是名次：1 为最好，reverse: true 可反过来',
    en: 'looks like ranks: where 1 is best, reverse: true turns it round',
  },
  'note-codes': {
    'zh-Hans': '选项是数字，请用 labels 写明含义，如 labels: {1: 男, 2: 女}；是量表则改为 scale',
    en: 'options are numbers: say what they mean, labels: {1: yes, 2: no}; if it is a scale, make it one',
  },
  'note-separator': {
    'zh-Hans': '分隔符“{separator}”是按内容猜测的；选项本身含有它的，已尽量合并，请核对选项',
    en: 'the separator "{separator}" was guessed from the cells; options that hold it were put together where that shows: check the options',
  },
  'note-separators': {
    'zh-Hans':
      '各轮的分隔符不同（{separators}），所以没有写 separator，运行时按选项识别；请核对选项',
    en: 'rounds have different separators ({separators}), so none is written and cells are split by the options: check them',
  },
  'note-one-each': {
    'zh-Hans': '列名说可以多选，但每格只有一项；若以后有几项，写 separator',
    en: 'the header says that several may be chosen, but each cell holds one; write a separator where they hold more',
  },
  'note-stem': {
    'zh-Hans':
      '列名只有题号，没有题干：按文本导出的文件里一般有（矩阵题两种导出都没有），请把题干写进 label',
    en: 'the header has the number of the question only; its wording is in the export by text (of a matrix in neither): write it as the label',
  },
  'note-marks': {
    'zh-Hans':
      '这几列相邻，都只有 0 和 1，当作一道多选题的各个选项；列名里没有题干，请把题干写进 label，不是同一道题的拆开写成 single',
    en: 'these columns stand side by side and hold 0 and 1 only, so they are taken for the options of one question; no header has its wording: write it as the label, and make single questions of columns that belong to none',
  },
  'note-rare': {
    'zh-Hans': '另有 {count} 种很少出现的文字没有列为选项（可能是自填内容），会按未知选项计数',
    en: '{count} more {count|text occurs|texts occur} seldom (typed in, perhaps) and {count|is not listed; it counts as an unknown option|are not listed; they count as unknown options}',
  },
  'note-ranking': {
    'zh-Hans': '这是排序题：只统计是否选中，不统计名次',
    en: 'a ranking: it is counted what was chosen, not in which place',
  },
  'note-few-rows': {
    'zh-Hans': '行数太少，题型不能确定',
    en: 'too few rows to be sure of the type',
  },
  'note-renamed': {
    'zh-Hans': '这几列列名不同，按列名、内容或位置相近当作同一列，请核对',
    en: 'these headers are alike, or stand over the same values or in one place, so they are taken for one column: check it',
  },
  'note-options': {
    'zh-Hans': '这些选项不是每个文件都有；若是改了措辞，写 aliases: {旧: 新}：{options}',
    en: 'these options are not in every file; if one was reworded, write aliases: {old: new}: {options}',
  },
  'note-values': {
    'zh-Hans': '有 {count} 个值不是每个文件都有；若是改了名，写 aliases: {旧名: 新名}',
    en: '{count} {count|value is|values are} not in every file; if one was renamed, write aliases: {old: new}',
  },
  'note-option-columns': {
    'zh-Hans': '这些选项只在一部分文件中有列，没有列入：{options}',
    en: 'columns of these options are not in every file and were left out: {options}',
  },
  'note-astray': {
    'zh-Hans': '有 {count} 行的上级与同名的其他行不一致，请核对',
    en: 'in {count} {count|row|rows} the outer value differs from that of other rows: check {count|it|them}',
  },
  'note-set-aside': {
    'zh-Hans':
      '默认上限是 0.05。{file} 有 {count} 行（共 {rows} 行）不能用，用 canvass check 查看；改正文件后请删去这一行',
    en: 'the default is 0.05. {count} of {rows} rows of {file} cannot be used, see canvass check; mend the file, then delete this line',
  },
  'note-too-many-aside': {
    'zh-Hans':
      '{file} 有 {count} 行（共 {rows} 行）不能用，超过一成：可能是表头或分隔符读错了，所以没有放宽上限，运行会在此停下。请用 canvass check 查看；确认可以不要这些行，再启用这一项',
    en: '{count} of {rows} rows of {file} cannot be used, more than one in ten: the header or delimiter may have been misread, so the limit was not raised and a run stops. See canvass check; set it only if those rows can be done without',
  },
  'note-exclude': {
    'zh-Hans':
      '共 {rows} 行，其中像是预览、测试或没有答完的：{values}；现在计算在内，要排除就启用 exclude',
    en: 'of {rows} rows, these look like previews, tests or unfinished ones: {values}; they count unless exclude is taken in',
  },
  'unused-personal': {
    'zh-Hans': '个人信息，不需要，不读取',
    en: 'personal data, not needed and left out',
  },
  'unused-personal-cells': {
    'zh-Hans': '内容像手机号、邮箱、身份证号或 IP，属个人信息，不读取',
    en: 'cells look like phone numbers, mail addresses, ids or IP addresses: personal data, left out',
  },
  'unused-metadata': {
    'zh-Hans': '问卷平台的记录（时间、来源等）',
    en: 'a record of the survey tool (time, source)',
  },
  'unused-duration': {
    'zh-Hans': '答题用时，不是题目；hygiene 的 speed 用它找出答得过快的答卷',
    en: 'the time taken, no question; speed (see hygiene) finds answers given too fast by it',
  },
  'unused-date': { 'zh-Hans': '日期或时间', en: 'dates or times' },
  'unused-fill-in': {
    'zh-Hans': '选项后的自填内容；需要编码时可写成 open',
    en: 'words typed in beside an option; can be made an open question',
  },
  'unused-summary': {
    'zh-Hans': '所选各项的汇总；各选项另有一列，用的是那些列',
    en: 'what was chosen once more; the columns of the options are used',
  },
  'unused-empty': { 'zh-Hans': '没有内容', en: 'no cell is filled' },
  'unused-score': { 'zh-Hans': '平台计算的总分', en: 'a score made by the tool' },
  'unused-id': { 'zh-Hans': '编号，只用来区分各行', en: 'an id that only tells rows apart' },
  'unused-id-repeats': {
    'zh-Hans': '编号，但有重复或空缺，不能作为答卷编号',
    en: 'an id, but it repeats or is absent in places',
  },
  'unused-weight': {
    'zh-Hans': '像是权重，但有 {count} 格不是可用的权重；改正后写成 columns: {weight: …}',
    en: 'looks like weights, but {count} {count|cell is|cells are} none; mend {count|it|them}, then write columns: {weight: …}',
  },
  'unused-weight-apart': {
    'zh-Hans': '权重列，但这些文件没有：{files}；补上后写成 columns: {weight: …}',
    en: 'weights, but absent from {files}; add them there, then write columns: {weight: …}',
  },
  'unused-weight-second': {
    'zh-Hans': '又一列权重；columns 里已采用另一列，请核对用哪一列',
    en: 'weights once more; columns has another one: check which is meant',
  },
  'unused-many-values': {
    'zh-Hans': '像是分组，但有 {count} 种不同的值，太多了',
    en: 'looks like a group, but has {count} different values, too many',
  },
  'unused-unclear': {
    'zh-Hans': '看不出题型（{count} 种不同的值）；需要时写成 open、single 或 groups',
    en: 'its type is unclear ({count} different values); make it open, single or a group if you need it',
  },
  'unused-no-name': {
    'zh-Hans': '第 {column} 列没有列名，无法指明',
    en: 'column {column} has no header to be named by',
  },
  'unused-twice': {
    'zh-Hans': '同一文件中有几列叫这个名字，无法区分；改名后再用',
    en: 'several columns of a file have this header; rename them to use them',
  },
  'unused-other-files': {
    'zh-Hans': '只在一部分文件中有',
    en: 'not in every file',
  },
} as const satisfies Record<string, Readonly<Record<MessageLang, string>>>;
