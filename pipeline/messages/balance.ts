/** The words of the import balance, and of how a file was read. */
import type { EncodingReason } from '../read/encoding.ts';
import { encodingName, formatName } from '../read/exports/names.ts';
import type { Fate } from '../read/fates.ts';
import { COMMA, fill, type MessageLang } from './message.ts';
import { notice } from './notices.ts';

type Both = Readonly<Record<MessageLang, string>>;

const WORDS = {
  rows: { 'zh-Hans': '行', en: 'rows' },
  cells: { 'zh-Hans': '格', en: 'cells' },
  selections: { 'zh-Hans': '选项', en: 'selections' },
  characters: { 'zh-Hans': '开放题字符', en: 'characters' },
  in: { 'zh-Hans': '读入', en: 'in' },
  used: { 'zh-Hans': '采用', en: 'used' },
  repeated: { 'zh-Hans': '重复', en: 'repeated' },
  noAnswer: { 'zh-Hans': '未答或跳过', en: 'no answer' },
  notAsked: { 'zh-Hans': '未问', en: 'not asked' },
  setAside: { 'zh-Hans': '搁置', en: 'set aside' },
  excluded: { 'zh-Hans': '排除', en: 'excluded' },
  total: { 'zh-Hans': '各文件合计', en: 'all files' },
  asideLine: { 'zh-Hans': '  搁置的{kind}：{reasons}', en: '  {kind} set aside: {reasons}' },
  reason: { 'zh-Hans': '{reason} {count}', en: '{reason} {count}' },
  blank: { 'zh-Hans': '  空行：{count}（不计入行数）', en: '  blank lines: {count} (no rows)' },
  repaired: {
    'zh-Hans': '  补填：{count} 格（与上方合并的单元格，已计入读入的格数）',
    en: '  filled in: {count} {count|cell|cells} merged with one above (among the cells in)',
  },
  unread: {
    'zh-Hans': '  未读：{columns} 列（{cells} 格），survey.yaml 没有提到：{names}',
    en: '  not read, as survey.yaml does not name them: {names} (columns: {columns}, filled cells: {cells})',
  },
  unreadMore: { 'zh-Hans': ' …… 另有 {count} 列', en: ' … and {count} more' },
  unnamed: { 'zh-Hans': '第 {position} 列', en: 'column {position}' },
  fillIns: {
    'zh-Hans': '  {column}：{count} 格在选项旁另有填写的文字，未读',
    en: '  {column}: words filled in beside an option were not read (cells: {count})',
  },
  layout: {
    'zh-Hans': '  {format}，表头 {headerRows} 行',
    en: '  {format}, header rows: {headerRows}',
  },
  twinAgrees: {
    'zh-Hans': '  已与 {file} 逐格核对：{rows} 行、{cells} 格，全部一致',
    en: '  compared with {file} cell by cell: {rows} {rows|row|rows}, {cells} {cells|cell|cells}, all agree',
  },
  twinDiffers: {
    'zh-Hans':
      '  已与 {file} 逐格核对：{rows} 行、{cells} 格，其中 {differing} 格不一致，见下文“注意”',
    en: '  compared with {file} cell by cell: {rows} {rows|row|rows}, {cells} {cells|cell|cells}, of which {differing} {differing|differs|differ} (see the notes)',
  },
  separated: { 'zh-Hans': '，以{mark}分隔', en: ', separated by {mark}' },
} as const satisfies Record<string, Both>;

export type BalanceWord = keyof typeof WORDS;

export function balanceWord(
  key: BalanceWord,
  lang: MessageLang,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(WORDS[key][lang], values);
}

/** Why a file was read as it was; `{runnerUp}` where there was a choice. */
const READ_AS: Readonly<Record<EncodingReason | 'workbook', Both>> = {
  given: { 'zh-Hans': '{encoding}：survey.yaml 指定', en: '{encoding}, as survey.yaml says' },
  'byte-order-mark': {
    'zh-Hans': '{encoding}：文件开头有字节顺序标记（BOM）',
    en: '{encoding}, by its byte order mark',
  },
  'zero-bytes': {
    'zh-Hans': '{encoding}：没有 BOM，由零字节的位置判断',
    en: '{encoding}, without a byte order mark, by where its zero bytes stand',
  },
  ascii: {
    'zh-Hans': '{encoding}：只有 ASCII 字符，各种编码都一样',
    en: '{encoding}: only ASCII, the same in every encoding',
  },
  'valid-utf8': {
    'zh-Hans': '{encoding}：从头到尾都是有效的 UTF-8',
    en: '{encoding}, valid from the first byte to the last',
  },
  'damaged-utf8': {
    'zh-Hans': '{encoding}：除少数字节外是有效的 UTF-8',
    en: '{encoding}, valid but for a few bytes',
  },
  'plausible-text': {
    'zh-Hans': '{encoding}：不是 UTF-8，这样读出的文字最像正常文字',
    en: '{encoding}: not UTF-8, and the reading with the most plausible text',
  },
  workbook: { 'zh-Hans': 'Excel 工作簿', en: 'Excel workbook' },
};

const NEXT_BEST: Both = { 'zh-Hans': '；其次可能是 {runnerUp}', en: '; next best: {runnerUp}' };

/** @example 'gb18030: not UTF-8, and the reading with the most plausible text; next best: big5' */
export function readAsText(
  file: {
    readonly encoding: string;
    readonly reason: EncodingReason | 'workbook';
    readonly runnerUp: string | null;
  },
  lang: MessageLang,
): string {
  const { encoding, reason, runnerUp } = file;
  const next = runnerUp === null ? '' : fill(NEXT_BEST[lang], { runnerUp });
  return fill(READ_AS[reason][lang], { encoding }) + next;
}

/** What the fixed words of the tables mean. */
const REASONS: Readonly<Record<Fate, Both>> = {
  used: { 'zh-Hans': '采用', en: 'used' },
  repeated: { 'zh-Hans': '重复', en: 'repeated' },
  missing: { 'zh-Hans': '未答用语', en: 'words for "no answer"' },
  skipped: { 'zh-Hans': '跳过用语', en: 'words for "skipped"' },
  'not-asked': { 'zh-Hans': '未问', en: 'not asked' },
  excluded: { 'zh-Hans': '排除', en: 'excluded' },
  'row-set-aside': { 'zh-Hans': '所在行已搁置', en: 'in rows set aside' },
  'too-few-cells': { 'zh-Hans': '格数太少', en: 'too few cells' },
  'too-many-cells': { 'zh-Hans': '格数太多', en: 'too many cells' },
  'repeated-header': { 'zh-Hans': '重复的表头', en: 'header once more' },
  'totals-row': { 'zh-Hans': '合计行', en: 'row of totals' },
  'footer-row': { 'zh-Hans': '表尾说明行', en: 'note below the table' },
  'bad-weight': { 'zh-Hans': '权重无效', en: 'unusable weight' },
  'bad-design': { 'zh-Hans': '抽样信息缺失', en: 'sampling data missing' },
  'not-a-number': { 'zh-Hans': '不是数字', en: 'not a number' },
  'not-a-point': { 'zh-Hans': '不是量表的分值', en: 'no point of the scale' },
  'out-of-range': { 'zh-Hans': '超出范围', en: 'out of range' },
  'unknown-option': { 'zh-Hans': '未知选项', en: 'unknown option' },
  duplicate: { 'zh-Hans': '重复编号', en: 'repeated id' },
  'identical-row': { 'zh-Hans': '雷同答卷', en: 'identical answers' },
  'straight-lining': { 'zh-Hans': '直线作答', en: 'straight-lining' },
  'too-fast': { 'zh-Hans': '作答过快', en: 'too fast' },
  contradiction: { 'zh-Hans': '选项矛盾', en: 'contradicting options' },
};

export function fateText(fate: Fate, lang: MessageLang): string {
  return REASONS[fate][lang];
}

/**
 * A list of reasons with counts, as problems hold it, in words; anything else as it is.
 *
 * @example reasonsText('bad-weight 3, too-few-cells 1', 'zh-Hans') // '权重无效 3、格数太少 1'
 */
export function reasonsText(list: string, lang: MessageLang): string {
  const parts = list.split(', ').map((part) => /^([a-z-]+) (\d+)$/.exec(part));
  const known = parts.every((part) => part !== null && part[1]! in REASONS);
  if (!known) return list;
  return parts.map((part) => `${fateText(part![1] as Fate, lang)} ${part![2]}`).join(COMMA[lang]);
}

/**
 * One line of a file's rows: how many of them became what.
 *
 * @param isKept whether they were counted by an earlier run, and not read for this one
 */
export function rowsLine(
  line: {
    readonly file: string;
    readonly round: string;
    readonly encoding: string;
    readonly format: string;
    readonly rows: number;
    readonly reason: string;
  },
  lang: MessageLang,
  isKept = false,
): string {
  const { file, round, rows } = line;
  const reason = line.reason in REASONS ? fateText(line.reason as Fate, lang) : line.reason;
  const encoding = encodingName(line.encoding)[lang];
  const format = formatName(line.format)[lang];
  const values = { file, round, rows, reason, encoding, format };
  if (isKept) return notice('rows-kept', lang, values);
  return notice(line.reason === 'used' ? 'rows' : 'rows-unused', lang, values);
}

const MARKS: Readonly<Record<string, Both>> = {
  ',': { 'zh-Hans': '逗号', en: 'commas' },
  '\t': { 'zh-Hans': '制表符', en: 'tabs' },
  ';': { 'zh-Hans': '分号', en: 'semicolons' },
  '|': { 'zh-Hans': '竖线', en: 'bars' },
};

export function delimiterText(delimiter: string, lang: MessageLang): string {
  return MARKS[delimiter]?.[lang] ?? delimiter;
}
