/** Messages about counts that are made apart and merged. */
import { COMMA, type Message, type MessageLang } from './message.ts';

export const tallyMessages = {
  'tally-foreign': {
    'zh-Hans': {
      found: '不是 canvass tally 写出的计数文件，或者开头已损坏',
      expected: 'canvass tally 写出的 .tally 文件（private/cache/ 中的不是）',
      fix: '请原单位重新发送，或从文件夹和 survey.yaml 中去掉这个文件',
    },
    en: {
      found: 'no tally that canvass tally wrote, or its beginning is damaged',
      expected: 'a .tally file written by canvass tally (those in private/cache/ are others)',
      fix: 'have it sent again, or take it out of the folder or survey.yaml',
    },
  },
  'tally-is-folder': {
    'zh-Hans': {
      found: '名称以 .tally 结尾，却是一个文件夹',
      expected: '计数文件；子文件夹不读',
      fix: '把里面的计数文件移到 {folder}，再删去这个文件夹或给它改名',
    },
    en: {
      found: 'the name ends in .tally, but this is a folder',
      expected: 'tallies; folders inside the folder are not read',
      fix: 'move the tallies in it to {folder}, and delete or rename this folder',
    },
  },
  'tally-damaged': {
    'zh-Hans': {
      found: '计数文件不完整，或传送中有改动（校验和不符）',
      expected: '与写出时逐字节相同的文件',
      fix: '请原单位重新发送；不要用编辑器打开保存',
    },
    en: {
      found: 'the tally is cut short, or was changed on its way (its checksum is another)',
      expected: 'the file byte for byte as it was written',
      fix: 'have it sent again; do not open and save it in an editor',
    },
  },
  'tally-unsound': {
    'zh-Hans': {
      found: '计数文件的内容不可能由计数得出，位置：{place}',
      expected: 'canvass tally 写出、未经改动的计数',
      fix: '向原单位核实，并请其用 canvass tally 重新计数',
    },
    en: {
      found: 'the tally holds what no counting comes to, at: {place}',
      expected: 'counts as canvass tally wrote them',
      fix: 'ask where it comes from, and have it counted again with canvass tally',
    },
  },
  'tallies-contradict': {
    'zh-Hans': {
      found: '汇总后的人数互相矛盾，不可能由计数得出（轮次 {rounds}）',
      expected: 'canvass tally 写出、未经改动的计数文件',
      fix: '用 --round 和较少的计数文件逐个排查，请来源可疑的单位重新计数',
    },
    en: {
      found: 'merged, the counts contradict each other as no counting can (rounds {rounds})',
      expected: 'tallies as canvass tally wrote them',
      fix: 'find out which by --round and fewer tallies, and have it counted again',
    },
  },
  'tally-round-unknown': {
    'zh-Hans': {
      found: '计数文件属于轮次“{round}”，survey.yaml 中没有',
      expected: '其中之一：{valid}',
      fix: '用正确的 --round 重新计数，或在 survey.yaml 的 rounds 中加上这一轮',
    },
    en: {
      found: 'the tally is of round "{round}", which survey.yaml does not have',
      expected: 'one of {valid}',
      fix: 'count it again with the right --round, or add the round to rounds in survey.yaml',
    },
  },
  'tally-other-round': {
    'zh-Hans': {
      found: '计数文件属于轮次“{round}”，却列在轮次“{wanted}”',
      expected: '轮次“{wanted}”的计数文件',
      fix: '移到它所属的轮次，或用 --round {wanted} 重新计数',
    },
    en: {
      found: 'the tally is of round "{round}", but is listed in round "{wanted}"',
      expected: 'a tally of round "{wanted}"',
      fix: 'list it in its own round, or count it again with --round {wanted}',
    },
  },
  'tally-otherwise': {
    'zh-Hans': {
      found: '计数方法与这里不同：{parts}',
      expected: '同一程序、同样的问卷设置、同一问题体系和同一份人工编码',
      fix: '把这里的 survey.yaml 及其引用的问题体系、人工编码发给原单位，用同一版本的 canvass 重新计数',
    },
    en: {
      found: 'counted otherwise than here: {parts}',
      expected: 'the same program, survey settings, taxonomies and hand codes',
      fix: 'send survey.yaml with the taxonomies and hand codes it names, and have it counted again with the same version of canvass',
    },
  },
  'tally-options': {
    'zh-Hans': {
      found: '计数文件带有 encoding、sheet、header_rows 或 twin',
      expected: '只写文件名',
      fix: '删去这些键：文件怎样读取，计数时已经确定',
    },
    en: {
      found: 'a tally with encoding, sheet, header_rows or twin',
      expected: 'its name alone',
      fix: 'delete these keys: how files are read was settled when they were counted',
    },
  },
  'tally-name': {
    'zh-Hans': {
      found: '计数文件名不以 .tally 结尾',
      expected: '例如 province.tally',
      fix: '改正 --out',
    },
    en: {
      found: 'the name of the tally does not end in .tally',
      expected: 'such as province.tally',
      fix: 'correct --out',
    },
  },
  'tally-exposed': {
    'zh-Hans': {
      found: '{folder} 是供外发的结果文件夹，计数文件含有未经隐去的人数',
      expected: '结果文件夹以外的地方',
      fix: '用 --out 换一个文件夹',
    },
    en: {
      found: '{folder} holds results to be passed on, and a tally holds unsuppressed counts',
      expected: 'a place outside of folders with results',
      fix: 'choose another folder with --out',
    },
  },
  'tally-too-large': {
    'zh-Hans': {
      found: '计数结果太大，写不成一个文件',
      expected: '512 MB 以内的计数文件',
      fix: '把导出文件分成几份，分别计数',
    },
    en: {
      found: 'the counts are too large for one file',
      expected: 'a tally below 512 MB',
      fix: 'spread the export files over several tallies',
    },
  },
  'no-tallies': {
    'zh-Hans': {
      found: '没有这个文件夹，或其中没有 .tally 文件',
      expected: '存放各地计数文件的文件夹',
      fix: '改正 --tallies',
    },
    en: {
      found: 'no such folder, or no .tally file in it',
      expected: 'the folder that tallies were put in',
      fix: 'correct --tallies',
    },
  },
  'round-without-files': {
    'zh-Hans': {
      found: '轮次“{round}”没有任何文件',
      expected: '导出文件或计数文件，至少一个',
      fix: '在 files 中列出文件，或用 --tallies 给出含有本轮计数文件的文件夹；只做其他轮次用 --round',
    },
    en: {
      found: 'round "{round}" has no file',
      expected: 'one export or tally at least',
      fix: 'list files, or name a folder with tallies of this round with --tallies; --round chooses other rounds alone',
    },
  },
} as const satisfies Record<string, Message>;

const PARTS: Readonly<Record<string, Readonly<Record<MessageLang, string>>>> = {
  program: { 'zh-Hans': '程序版本', en: 'program' },
  settings: { 'zh-Hans': '问卷设置', en: 'survey settings' },
  taxonomies: { 'zh-Hans': '问题体系', en: 'taxonomies' },
  hand_codes: { 'zh-Hans': '人工编码', en: 'hand codes' },
};

/**
 * Parts that differ, in words, with what tells them apart.
 *
 * @param parts each with its mark in the tally and the one here
 * @example countedText('program 1a2b 3c4d', 'en') // 'program (1a2b, here 3c4d)'
 */
export function countedText(parts: string, lang: MessageLang): string {
  const [open, here, close] = lang === 'en' ? [' (', ', here ', ')'] : ['（', '，这里是 ', '）'];
  return parts
    .split(', ')
    .map((part) => {
      const [name = '', there, own] = part.split(' ');
      return `${PARTS[name]?.[lang] ?? name}${open}${there}${here}${own}${close}`;
    })
    .join(COMMA[lang]);
}
