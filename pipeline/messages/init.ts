/** Why `canvass init` writes nothing. */
import type { Message } from './message.ts';

export const initMessages = {
  'init-exists': {
    'zh-Hans': {
      found: '{out} 已经存在',
      expected: '一个新的文件名',
      fix: '换一个名称，或加 --force 替换它',
    },
    en: {
      found: '{out} exists already',
      expected: 'the name of a new file',
      fix: 'choose another name, or replace it with --force',
    },
  },
  'init-outside': {
    'zh-Hans': {
      found: '{path} 不在 {folder} 之内',
      expected: '导出文件与 survey.yaml 在同一文件夹，或在其下',
      fix: '把文件复制到该文件夹，或写 --out {better}',
    },
    en: {
      found: '{path} is not inside {folder}',
      expected: 'exports in the folder of survey.yaml or below it',
      fix: 'copy the file into that folder, or write --out {better}',
    },
  },
  'init-no-question': {
    'zh-Hans': {
      found: '没有一列像题目：{reasons}',
      expected: '至少一列答案',
      fix: '检查第一行是不是列名、每行是不是一份答卷；也可照 README 的示例自己写 survey.yaml',
    },
    en: {
      found: 'no column looks like a question: {reasons}',
      expected: 'at least one column of answers',
      fix: 'see that the first row is the header and each row one respondent; or write survey.yaml by hand, README has an example',
    },
  },
  'init-no-common-question': {
    'zh-Hans': {
      found: '没有一道题是所有文件都有的',
      expected: '各轮共有的题目',
      fix: '确认这些文件属于同一项调查；否则分别运行 canvass init',
    },
    en: {
      found: 'no question is in every file',
      expected: 'questions that all rounds share',
      fix: 'see that the files belong to one survey, or run canvass init on each of them',
    },
  },
} as const satisfies Record<string, Message>;
