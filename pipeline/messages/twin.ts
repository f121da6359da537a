/** Messages about two exports of the same answers. */
import type { Message } from './message.ts';

export const twinMessages = {
  'twin-format': {
    'zh-Hans': {
      found: '这个文件的格式是 {format}，twin（{twin}）的格式是 {otherFormat}',
      expected: '同一份问卷导出两次：path 按选项文本，twin 按选项序号',
      fix: '检查两个文件，必要时把 path 与 twin 对调；不需核对就删去 twin',
    },
    en: {
      found: 'the format of this file is {format}, that of its twin ({twin}) is {otherFormat}',
      expected: 'one survey exported twice: path by option text, twin by option number',
      fix: 'check the two files, exchange path and twin if need be, or remove twin',
    },
  },
  'twin-columns': {
    'zh-Hans': {
      found: '这个文件有 {found} 列，twin（{twin}）有 {other} 列，对不上',
      expected: '同一份问卷、同样的列',
      fix: '重新导出这两个文件，或删去 twin',
    },
    en: {
      found:
        'this file has {found} {found|column|columns} and its twin ({twin}) {other}, which do not match',
      expected: 'one survey with the same columns',
      fix: 'export both files again, or remove twin',
    },
  },
  'twin-row': {
    'zh-Hans': {
      found: '这一行是答卷“{found}”，twin（{twin}）第 {otherRow} 行却是“{other}”',
      expected: '两个文件同一次导出、次序相同',
      fix: '重新导出这两个文件，不要在其中排序或删行',
    },
    en: {
      found:
        'this row is respondent "{found}", but row {otherRow} of its twin ({twin}) is "{other}"',
      expected: 'two files exported together, in the same order',
      fix: 'export both files again, and sort or delete no rows in them',
    },
  },
  'twin-count': {
    'zh-Hans': {
      found: '这个文件有 {found} 份答卷，twin（{twin}）有 {other} 份',
      expected: '两个文件同一次导出',
      fix: '重新导出这两个文件',
    },
    en: {
      found: 'this file has {found} {found|respondent|respondents}, its twin ({twin}) has {other}',
      expected: 'two files exported together',
      fix: 'export both files again',
    },
  },
} as const satisfies Record<string, Message>;
