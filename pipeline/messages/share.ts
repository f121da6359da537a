/** Messages about the copy that `--share` writes. */
import type { Message } from './message.ts';

export const shareMessages = {
  'share-not-apart': {
    'zh-Hans': {
      found: '副本与结果文件夹 {out} 相同，或一个在另一个里面',
      expected: '互不包含的两处',
      fix: '用 --share 指定另一个位置',
    },
    en: {
      found: 'the copy and the folder of results {out} are one, or one lies in the other',
      expected: 'two places apart',
      fix: 'name another one with --share',
    },
  },
  'share-holds-private': {
    'zh-Hans': {
      found: '里面有 private/，是结果文件夹，或由它打包而成',
      expected: '新位置、空文件夹，或以前用 --share 写出的副本',
      fix: '用 --share 指定另一个位置；副本会整体替换原有内容',
    },
    en: {
      found: 'this holds private/: it is a folder of results, or was packed from one',
      expected: 'a new place, an empty folder, or a copy that --share wrote',
      fix: 'name another one with --share; the copy replaces all that is there',
    },
  },
  'share-zip-not-ours': {
    'zh-Hans': {
      found: '已有同名文件，但不是 --share 写出的 zip 文件，或里面加了别的文件',
      expected: '新文件，或以前用 --share 写出的 zip 文件',
      fix: '用 --share 指定另一个文件名；原有文件未动',
    },
    en: {
      found:
        'a file of this name is there, and is no zip file that --share wrote, or others were added to it',
      expected: 'a new file, or a zip file that --share wrote',
      fix: 'name another one with --share; the file there is untouched',
    },
  },
  'share-zip-is-folder': {
    'zh-Hans': {
      found: '名称以 .zip 结尾，却是一个文件夹',
      expected: 'zip 文件名，或不以 .zip 结尾的文件夹名',
      fix: '用 --share 指定另一个名称',
    },
    en: {
      found: 'the name ends in .zip, but this is a folder',
      expected: 'the name of a zip file, or of a folder that does not end in .zip',
      fix: 'name another one with --share',
    },
  },
  'share-changed': {
    'zh-Hans': {
      found: '结果写出之后，这个文件被改动或删除，副本没有写出',
      expected: '与刚写出、经过检查的内容完全相同',
      fix: '关闭正在使用结果文件夹的程序（Excel、同步软件等），再运行一次',
    },
    en: {
      found: 'this file was changed or deleted after it had been written, so no copy was made',
      expected: 'just what was written and audited',
      fix: 'close what uses the folder of results (Excel, a program that syncs), and run again',
    },
  },
  'share-failed': {
    'zh-Hans': {
      found: '结果已经写出，但副本没有写成：{detail}',
      expected: '可写的位置和足够的空间',
      fix: '检查权限和磁盘空间，或用 --share 换一个位置；原有副本未动',
    },
    en: {
      found: 'the results are written, but their copy could not be: {detail}',
      expected: 'a place that can be written, with enough room',
      fix: 'check permissions and disk space, or choose another place with --share; an older copy is untouched',
    },
  },
} as const satisfies Record<string, Message>;
