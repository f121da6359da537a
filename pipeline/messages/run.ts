/** Messages about running and writing. */
import type { Message } from './message.ts';

export const runMessages = {
  'output-busy': {
    'zh-Hans': {
      found: '另一个 canvass 正在写这个文件夹',
      expected: '同一时间只有一个',
      fix: '等它结束；如果它已不在运行，删除 {lock}',
    },
    en: {
      found: 'another canvass is writing this folder',
      expected: 'one at a time',
      fix: 'wait for it to end; if it is no longer running, delete {lock}',
    },
  },
  'output-is-file': {
    'zh-Hans': { found: '这是一个文件', expected: '一个文件夹', fix: '用 {flag} 写出文件夹名' },
    en: { found: 'this is a file', expected: 'a folder', fix: 'name a folder with {flag}' },
  },
  'output-not-ours': {
    'zh-Hans': {
      found: '文件夹里有别的内容（{names} …），且没有 manifest.json',
      expected: '空文件夹、新文件夹，或 canvass 写出的文件夹',
      fix: '用 {flag} 指定另一个文件夹；结果会整体替换该文件夹',
    },
    en: {
      found: 'the folder holds other things ({names} …) and no manifest.json',
      expected: 'a new or empty folder, or one that canvass wrote',
      fix: 'name another one with {flag}; the results replace the whole folder',
    },
  },
  'output-not-made': {
    'zh-Hans': {
      found: '无法在这里建立文件夹：{detail}',
      expected: '可以写入的位置',
      fix: '检查路径、权限和磁盘空间，或用 {flag} 指定另一个位置',
    },
    en: {
      found: 'the folder cannot be created here: {detail}',
      expected: 'a place that can be written to',
      fix: 'check the path, permissions and disk space, or choose another place with {flag}',
    },
  },
  'results-not-placed': {
    'zh-Hans': {
      found: '新结果已写完，但没能换上：{detail}',
      expected: '没有被别的程序占用、可以改名的文件夹',
      fix: '关闭正在使用这个文件夹的程序（文件管理器、Excel、同步软件等），再运行一次；原有结果完整，未动',
    },
    en: {
      found: 'the new results are complete, but could not be put in place: {detail}',
      expected: 'a folder that no other program uses and that can be renamed',
      fix: 'close what uses this folder (a file manager, Excel, a program that syncs) and run again; the old results are whole and untouched',
    },
  },
  'results-beside': {
    'zh-Hans': {
      found: '新结果没能换上，原有结果也没能放回：{detail}',
      expected: '没有被别的程序占用、可以改名的文件夹',
      fix: '关闭正在使用这个文件夹的程序，再运行一次，程序会先换上新结果。两套结果都完整：原有的在 {old}，新的在 {next}',
    },
    en: {
      found: 'the new results could not be put in place, nor the old ones back: {detail}',
      expected: 'a folder that no other program uses and that can be renamed',
      fix: 'close what uses this folder and run again, which puts the new results in place first. Both are whole: the old ones in {old}, the new ones in {next}',
    },
  },
  'left-in-the-way': {
    'zh-Hans': {
      found: '这里有以前运行留下的文件，删除不了',
      expected: '没有，或可以删除',
      fix: '关闭正在使用它的程序，手动删除它，再运行一次；{out} 中的结果完整',
    },
    en: {
      found: 'an earlier run left files here, and they cannot be removed',
      expected: 'nothing here, or what can be removed',
      fix: 'close what uses it, delete it by hand and run again; the results in {out} are whole',
    },
  },
  'output-holds-own': {
    'zh-Hans': {
      found: '文件夹里有 {count} 个不是 canvass 写出的文件或文件夹：{names}',
      expected: '只有 canvass 写出的文件，因为新结果会整体替换这个文件夹',
      fix: '把它们移到别处，再运行一次，或用 {flag} 指定另一个文件夹；现在什么也没有改动',
    },
    en: {
      found: 'the folder holds files or folders that canvass did not write ({count}): {names}',
      expected: 'only what canvass wrote, since new results replace the whole folder',
      fix: 'move them elsewhere and run again, or name another folder with {flag}; nothing was changed',
    },
  },
  'no-release': {
    'zh-Hans': {
      found: '文件夹里没有 canvass 写出的完整结果',
      expected: '以前发布的结果所在文件夹（有 manifest.json 和 results.json），或 none',
      fix: '检查 --previous 后面的路径；以前没有发布过就写 --previous none',
    },
    en: {
      found: 'no complete results of canvass in this folder',
      expected:
        'the folder of results given away before (with manifest.json and results.json), or none',
      fix: 'check the path after --previous; if nothing was given away before, write --previous none',
    },
  },
  'release-unreadable': {
    'zh-Hans': {
      found: '以前发布的结果读不出来：{detail}',
      expected: 'canvass 写出、未经改动的 results.json，用来防止两次发布的差别暴露个人',
      fix: '恢复原来的文件；这些结果从未发布过就写 --previous none，发布过另一份就用 --previous 指明',
    },
    en: {
      found: 'the results given away before cannot be read: {detail}',
      expected:
        'results.json as canvass wrote it, so that nobody is told by the difference between two releases',
      fix: 'restore the file; if these results were never given away, write --previous none; if others were, name them with --previous',
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
  'output-is-input': {
    'zh-Hans': {
      found: '--out 就是输入文件',
      expected: '另一个文件',
      fix: '换一个文件名，原文件不会被改动',
    },
    en: {
      found: '--out is the input file',
      expected: 'another file',
      fix: 'choose another name; the input is never changed',
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
  'output-holds-input': {
    'zh-Hans': {
      found: '这个文件夹含有问卷文件',
      expected: '与问卷分开的文件夹',
      fix: '用 {flag} 指定另一个文件夹；结果会整体替换该文件夹',
    },
    en: {
      found: 'the folder holds files of the survey',
      expected: 'a folder apart from the survey',
      fix: 'name another one with {flag}; the results replace the whole folder',
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
