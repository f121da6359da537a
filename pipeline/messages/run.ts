/** Messages about what is read and coded in a run. */
import type { Message } from './message.ts';

export const runMessages = {
  'personal-in-group': {
    'zh-Hans': {
      found: '分组 {group} 有 {count} 个值含证件号、手机号、银行卡号或电子邮箱（{values}）',
      expected: '单位、类型一类可以公布的名称：分组的每个值都会写进表和报告',
      fix: '改用别的列；个别单元格误填的，用 aliases 改正',
    },
    en: {
      found:
        '{count} {count|value|values} of group {group} with the number of an identity document, a mobile phone or a bank card, or an e-mail address ({values})',
      expected:
        'names of units or types, which may be published: tables and report name every value of a group',
      fix: 'use another column; where single cells are wrong, correct them by aliases',
    },
  },
  'personal-in-file-name': {
    'zh-Hans': {
      found: '文件名含证件号、手机号、银行卡号或电子邮箱',
      expected: '可以公布的文件名：报告列出各轮的文件',
      fix: '改文件名，并在 survey.yaml 中照改',
    },
    en: {
      found:
        'a file name with the number of an identity document, a mobile phone or a bank card, or an e-mail address',
      expected: 'a name that may be published: the report lists the files of each round',
      fix: 'rename the file, and write the new name in survey.yaml',
    },
  },
  'cannot-access': {
    'zh-Hans': {
      found: '无法读写：{detail}',
      expected: '可读写的文件夹和足够的空间',
      fix: '检查权限和磁盘空间，或用 --out 换一个文件夹',
    },
    en: {
      found: 'cannot read or write: {detail}',
      expected: 'a folder that can be read and written, with enough room',
      fix: 'check permissions and disk space, or choose another folder with --out',
    },
  },
  'cannot-access-yet': {
    'zh-Hans': {
      found: '无法读写：{detail}',
      expected: '可读写的文件夹和足够的空间',
      fix: '检查权限和磁盘空间，或用 --out 换一个文件夹；原有结果未动',
    },
    en: {
      found: 'cannot read or write: {detail}',
      expected: 'a folder that can be read and written, with enough room',
      fix: 'check permissions and disk space, or choose another folder with --out; the old results are untouched',
    },
  },
  'unknown-round': {
    'zh-Hans': { found: '没有轮次“{round}”', expected: '{valid}', fix: '改正 --round' },
    en: { found: 'no round "{round}"', expected: '{valid}', fix: 'correct --round' },
  },
  'no-respondents': {
    'zh-Hans': {
      found: '轮次“{round}”没有一份可用答卷',
      expected: '至少一份答卷',
      fix: '检查文件和 exclude',
    },
    en: {
      found: 'round "{round}" has no usable respondent',
      expected: 'at least one',
      fix: 'check the files and exclude',
    },
  },
  'all-weights-zero': {
    'zh-Hans': {
      found: '轮次“{round}”的权重全为 0',
      expected: '至少一个大于 0 的权重',
      fix: '检查权重列，或从 columns 中删去 weight',
    },
    en: {
      found: 'all weights of round "{round}" are 0',
      expected: 'at least one above 0',
      fix: 'check the weight column, or delete weight from columns',
    },
  },
  'too-much-set-aside': {
    'zh-Hans': {
      found: '{rows} 行中有 {count} 行无法使用（{share}）：{reasons}',
      expected: '不超过 {maximum}',
      fix: '改正这些行，或在 survey.yaml 提高 maximum_set_aside；逐行清单见 canvass check',
    },
    en: {
      found: '{count} of {rows} rows cannot be used ({share}): {reasons}',
      expected: 'at most {maximum}',
      fix: 'correct them, or raise maximum_set_aside in survey.yaml; canvass check lists them',
    },
  },
  'column-unusable-options': {
    'zh-Hans': {
      found: '{filled} 个答案中有 {count} 个无法使用（{share}；{reasons}），最常见的是：{examples}',
      expected: '每列不超过 {maximum}',
      fix: '缺的选项补进 options，改过的写法写进 aliases，不算作答的用语写进 missing 或 skipped；或改正 column；确实可以不用的，提高 maximum_set_aside',
    },
    en: {
      found:
        '{count} of {filled} answers cannot be used ({share}; {reasons}), most often {examples}',
      expected: 'at most {maximum} of a column',
      fix: 'add missing options to options, other wordings to aliases, words that are no answer to missing or skipped; or correct column; if they may be left out, raise maximum_set_aside',
    },
  },
  'column-unusable-numbers': {
    'zh-Hans': {
      found: '{filled} 个答案中有 {count} 个无法使用（{share}；{reasons}），最常见的是：{examples}',
      expected: '每列不超过 {maximum}',
      fix: '量表的文字写进 labels 或 aliases，范围不对的改正 range，不算作答的用语写进 missing 或 skipped；或改正 column；确实可以不用的，提高 maximum_set_aside',
    },
    en: {
      found:
        '{count} of {filled} answers cannot be used ({share}; {reasons}), most often {examples}',
      expected: 'at most {maximum} of a column',
      fix: 'add words of a scale to labels or aliases, correct range, add words that are no answer to missing or skipped; or correct column; if they may be left out, raise maximum_set_aside',
    },
  },
  'column-unusable-quantities': {
    'zh-Hans': {
      found: '{filled} 个答案中有 {count} 个无法使用（{share}；{reasons}），最常见的是：{examples}',
      expected: '每格只有一个数，不带单位；例外每列不超过 {maximum}',
      fix: '数后面有单位的（如“17年”），在表格中统一单位，删去单位后重新保存；分段的（如“5年以下”），把 type 改为 single；不算作答的用语写进 missing 或 skipped；或改正 column；确实可以不用的，提高 maximum_set_aside',
    },
    en: {
      found:
        '{count} of {filled} answers cannot be used ({share}; {reasons}), most often {examples}',
      expected:
        'a number alone in each cell, without a unit, but for at most {maximum} of a column',
      fix: 'where a unit follows ("17 years"), have one unit throughout, delete it in the table and save again; where cells hold classes ("under 5 years"), change the type to single; add words that are no answer to missing or skipped; or correct column; if they may be left out, raise maximum_set_aside',
    },
  },
  'code-shared': {
    'zh-Hans': {
      found: '{first} 和 {second} 都有“{code}”',
      expected: '同一调查所用的问题体系，id 和编码各不相同',
      fix: '改掉其中一个（同一个文件请用同一种写法）',
    },
    en: {
      found: '{first} and {second} both have "{code}"',
      expected: 'taxonomies of one survey that share neither id nor code',
      fix: 'rename it in one of them (name one file in one way)',
    },
  },
  'file-twice': {
    'zh-Hans': {
      found: '与 {first} 内容完全相同',
      expected: '每个文件只用一次',
      fix: '从 rounds、命令或计数文件夹中去掉一个，或换成正确的文件',
    },
    en: {
      found: 'the same bytes as {first}',
      expected: 'every file once',
      fix: 'take one out of rounds, the command or the folder of tallies, or name the right file',
    },
  },
  'file-repeats-ids': {
    'zh-Hans': {
      found:
        '{rows} 行中有 {count} 行的编号在本轮前面的文件（{before}）里已经出现，按 duplicates: drop 都会剔除',
      expected: '一轮之内，每份答卷的编号各不相同',
      fix: '如果各文件都从 1 起编号，给编号加上前缀使其互不相同，或写 hygiene: {duplicates: flag}；如果这个文件已包含前面的答卷，本轮 files 中只列这一个',
    },
    en: {
      found:
        'of {rows} rows {count} have ids of the files before in this round ({before}), so that duplicates: drop would leave them all out',
      expected: 'ids that are unique within a round',
      fix: 'if numbering starts anew in each file, put a prefix before the ids, or write hygiene: {duplicates: flag}; if this file holds the earlier answers too, list it alone in this round',
    },
  },
  'unknown-link': {
    'zh-Hans': {
      found: '选项“{option}”指向 {code}',
      expected: '本次所用问题体系中的编码',
      fix: '改正；相近的有 {nearest}',
    },
    en: {
      found: 'option "{option}" is linked to {code}',
      expected: 'a code of a taxonomy in use',
      fix: 'correct it; near is {nearest}',
    },
  },
  'unknown-measure': {
    'zh-Hans': {
      found: 'measures 写的是 {code}',
      expected: '本次所用问题体系中的编码',
      fix: '改正；相近的有 {nearest}',
    },
    en: {
      found: 'measures says {code}',
      expected: 'a code of a taxonomy in use',
      fix: 'correct it; near is {nearest}',
    },
  },
  'unknown-code': {
    'zh-Hans': {
      found: '{code} 不是 {taxonomy} 的编码',
      expected: '该问题体系的编码、NONE、EMPTY 或 OTHER，以 ; 分隔',
      fix: '改正；相近的有 {nearest}',
    },
    en: {
      found: '{code} is no code of {taxonomy}',
      expected: 'codes of the taxonomy, NONE, EMPTY or OTHER, joined by ;',
      fix: 'correct it; near is {nearest}',
    },
  },
  'not-json': {
    'zh-Hans': {
      found: '{found}',
      expected: '每行一个 JSON 对象',
      fix: '改正这一行，或用 --format csv',
    },
    en: {
      found: '{found}',
      expected: 'one JSON object a line',
      fix: 'correct this line, or use --format csv',
    },
  },
  'line-undecodable': {
    'zh-Hans': {
      found: '第 {offset} 字节不是 {encoding} 文本',
      expected: '{encoding} 文本',
      fix: '用 --encoding 写明编码',
    },
    en: {
      found: 'byte {offset} is no {encoding} text',
      expected: '{encoding} text',
      fix: 'name the encoding with --encoding',
    },
  },
  'row-too-long': {
    'zh-Hans': {
      found: '{found} 格',
      expected: '{expected} 格，与表头一致',
      fix: '检查这一行的引号和分隔符',
    },
    en: {
      found: '{found} {found|cell|cells}',
      expected: '{expected}, as the header has',
      fix: 'check quotes and delimiters of this row',
    },
  },
} as const satisfies Record<string, Message>;
