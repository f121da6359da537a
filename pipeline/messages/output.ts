/** Messages about the folder that a set of results is written to, and the results that it replaces. */
import type { Message } from './message.ts';

export const outputMessages = {
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
  'round-forgotten': {
    'zh-Hans': {
      found: '以前几次发布中轮次“{round}”的数据不一样，而要对照的那次结果里没有这一轮',
      expected: '含有这一轮的结果，用来防止两次发布的差别暴露个人',
      fix: '用 --previous 指明最近一次含有这一轮的结果；那些结果从未发布过就写 --previous none',
    },
    en: {
      found:
        'earlier releases had other data of round "{round}", and the one to compare with lacks the round',
      expected:
        'results that have the round, so that nobody is told by the difference between releases',
      fix: 'name the last results that had it with --previous; if they were never given away, write --previous none',
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
} as const satisfies Record<string, Message>;
