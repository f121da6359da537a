/** Messages about reading files. */
import type { Message } from './message.ts';

export const readMessages = {
  'file-missing': {
    'zh-Hans': {
      found: '没有这个文件：{path}',
      expected: '一个可读的文件',
      fix: '检查文件名和所在文件夹{hint}',
    },
    en: {
      found: 'no such file: {path}',
      expected: 'a readable file',
      fix: 'check the name and the folder{hint}',
    },
  },
  'file-is-folder': {
    'zh-Hans': { found: '{path} 是文件夹', expected: '一个文件', fix: '写出文件夹中的文件名' },
    en: { found: '{path} is a folder', expected: 'a file', fix: 'name a file in that folder' },
  },
} as const satisfies Record<string, Message>;
