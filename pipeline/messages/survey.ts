/** Messages about survey.yaml. */
import type { Message } from './message.ts';

export const surveyMessages = {
  'no-survey-in-folder': {
    'zh-Hans': {
      found: '{path} 里没有 survey.yaml',
      expected: '一个 survey.yaml',
      fix: '写一个（示例见 README），或写出它的路径',
    },
    en: {
      found: 'no survey.yaml in {path}',
      expected: 'a survey.yaml',
      fix: 'write one (README has an example), or name its path',
    },
  },
  'unknown-key': {
    'zh-Hans': {
      found: '不认识的键 {key}',
      expected: '{valid}',
      fix: '是否指 {nearest}？改正或删去',
    },
    en: {
      found: 'unknown key {key}',
      expected: '{valid}',
      fix: 'did you mean {nearest}? correct or delete it',
    },
  },
  'missing-key': {
    'zh-Hans': { found: '没有 {key}', expected: '{expected}', fix: '补上 {key}' },
    en: { found: '{key} is absent', expected: '{expected}', fix: 'add {key}' },
  },
  'bad-value': {
    'zh-Hans': { found: '{found}', expected: '{expected}', fix: '改正 {key} 的值' },
    en: { found: '{found}', expected: '{expected}', fix: 'correct the value of {key}' },
  },
  'no-keys': {
    'zh-Hans': {
      found: '{found}',
      expected: '顶格写的键和值，至少有 title、rounds 和 questions，如 title: 机关党建工作调查',
      fix: '照 README 中的示例写，或用 canvass init 生成一份',
    },
    en: {
      found: '{found}',
      expected:
        'keys with values from the beginning of a line on, at least title, rounds and questions, such as title: Party building 2026',
      fix: 'write it as the example in README, or have canvass init write one',
    },
  },
  'no-value': {
    'zh-Hans': {
      found: '{key} 后面没有值',
      expected: '{expected}',
      fix: '补上值；用不着这个键的，把它删去',
    },
    en: {
      found: 'nothing stands behind {key}',
      expected: '{expected}',
      fix: 'add the value, or delete the key if it is not needed',
    },
  },
  'comment-for-value': {
    'zh-Hans': {
      found: '{key} 后面没有值：以 # 开头的是注释（{comment}）',
      expected: '{expected}',
      fix: '这就是值的，放进半角引号：{quoted}；是注释的，在它前面补上值',
    },
    en: {
      found: 'nothing stands behind {key}: what begins with # is a comment ({comment})',
      expected: '{expected}',
      fix: 'if it is the value, put it in quotes: {quoted}; if it is a comment, add the value before it',
    },
  },
  'bad-form': {
    'zh-Hans': { found: '{found}', expected: '如 {example}', fix: '照这个写法改' },
    en: { found: '{found}', expected: 'for example {example}', fix: 'write it in this form' },
  },
  'bad-range': {
    'zh-Hans': { found: '[{low}, {high}]', expected: '两个整数，先低后高', fix: '写成如 [1, 5]' },
    en: {
      found: '[{low}, {high}]',
      expected: 'two whole numbers, the lower first',
      fix: 'write for example [1, 5]',
    },
  },
  'bad-date': {
    'zh-Hans': {
      found: '日期“{date}”',
      expected:
        '用数字写的一天，而且有这一天，如 2026-03-31、2026/3/31 或 2026年3月31日；也可以只写年月或年',
      fix: '照这样改写；不是日期的文字写在 label',
    },
    en: {
      found: 'the date "{date}"',
      expected:
        'a day that exists, in figures, such as 2026-03-31 or 2026/3/31; or a month or year',
      fix: 'write it in this form; words that are no date go to label',
    },
  },
  'rounds-descend': {
    'zh-Hans': {
      found: '轮次 {round} 的日期（{date}）早于列在它前面的 {before}（{earlier}）',
      expected: '各轮由早到晚排列：变化按这个次序比较，最后一轮作为最近一轮',
      fix: '调整 rounds 的次序；如果是日期写错了，改日期',
    },
    en: {
      found: 'round {round} is dated {date}, before {before} ({earlier}) that stands ahead of it',
      expected:
        'rounds from the oldest to the latest: changes are told in this order, and the last is the latest',
      fix: 'put rounds in this order, or correct the date',
    },
  },
  'duplicate-id': {
    'zh-Hans': { found: '“{id}”出现两次', expected: '各不相同的名称', fix: '改掉其中一个' },
    en: {
      found: '"{id}" stands here twice',
      expected: 'names that differ',
      fix: 'rename one of them',
    },
  },
  'bad-round-id': {
    'zh-Hans': {
      found: '轮次“{id}”',
      expected: '至多 50 个字，不含 \\ / : * ? " < > |，不以 . 开头，不只是大小写不同',
      fix: '换一个 id；显示用的名称写在 label',
    },
    en: {
      found: 'round "{id}"',
      expected:
        'at most 50 characters, none of \\ / : * ? " < > |, no dot first, not alike but for case',
      fix: 'choose another id; what is shown stands in label',
    },
  },
  'reserved-id': {
    'zh-Hans': {
      found: '分组名“{id}”',
      expected: '别的名称（all 指全体，以 ~ 开头的由程序使用）',
      fix: '换一个 id',
    },
    en: {
      found: 'a group called "{id}"',
      expected: 'another name (all means everybody; names that begin with ~ are taken)',
      fix: 'choose another id',
    },
  },
  'unknown-group': {
    'zh-Hans': {
      found: '没有分组“{group}”',
      expected: '前面 groups 中的一个 id',
      fix: '可用的有：{valid}',
    },
    en: {
      found: 'no group "{group}"',
      expected: 'the id of a group listed before',
      fix: 'available: {valid}',
    },
  },
  'round-unknown': {
    'zh-Hans': {
      found: '没有轮次“{round}”',
      expected: 'rounds 中的一个 id',
      fix: '可用的有：{valid}',
    },
    en: {
      found: 'no round "{round}"',
      expected: 'the id of a round of this survey',
      fix: 'available: {valid}',
    },
  },
  'unknown-option-named': {
    'zh-Hans': {
      found: '没有选项“{option}”',
      expected: '这道题 options 中的一个',
      fix: '改正；相近的有 {nearest}',
    },
    en: {
      found: 'no option "{option}"',
      expected: "one of this question's options",
      fix: 'correct it; near is {nearest}',
    },
  },
  'key-not-for-type': {
    'zh-Hans': { found: '{type} 题不用 {key}', expected: '{valid}', fix: '删去 {key}，或改 type' },
    en: {
      found: '{key} is not for a {type} question',
      expected: '{valid}',
      fix: 'delete {key}, or change the type',
    },
  },
  'key-not-with-columns': {
    'zh-Hans': {
      found: '{key} 与 columns 同时出现',
      expected: '二者取一',
      fix: '一列一个选项用 columns；否则只用 column',
    },
    en: {
      found: '{key} together with columns',
      expected: 'one of the two',
      fix: 'columns where each option has its own column, else column',
    },
  },
  'path-outside': {
    'zh-Hans': {
      found: '{path} 在问卷文件夹之外',
      expected: '相对路径，在 survey.yaml 所在文件夹之内',
      fix: '把文件复制到该文件夹',
    },
    en: {
      found: '{path} leaves the folder of the survey',
      expected: 'a relative path inside the folder of survey.yaml',
      fix: 'copy the file into that folder',
    },
  },
} as const satisfies Record<string, Message>;
