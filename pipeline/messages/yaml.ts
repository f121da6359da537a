/** Messages about the YAML of survey.yaml and of taxonomies, as people write it. */
import type { Message } from './message.ts';

export const yamlMessages = {
  'yaml-colon': {
    'zh-Hans': {
      found: '{text}',
      expected: '{mended}',
      fix: '键后面用半角冒号，冒号后面空一格',
    },
    en: {
      found: '{text}',
      expected: '{mended}',
      fix: 'write a plain colon and a blank behind the key',
    },
  },
  'yaml-comma': {
    'zh-Hans': {
      found: '列表只有一项：{text}',
      expected: '{mended}',
      fix: '各项之间用半角逗号；确实只有这一项的，把它放进半角引号',
    },
    en: {
      found: 'a list of one: {text}',
      expected: '{mended}',
      fix: 'part what it lists by plain commas; if it is one, put it in quotes',
    },
  },
  'yaml-comma-plain': {
    'zh-Hans': {
      found: '{text}',
      expected: '{mended}',
      fix: '括号里各键之间用半角逗号，逗号后面空一格',
    },
    en: {
      found: '{text}',
      expected: '{mended}',
      fix: 'within brackets write a plain comma and a blank before each further key',
    },
  },
  'yaml-comma-twice': {
    'zh-Hans': {
      found: '{text}',
      expected: '{mended}',
      fix: '多了一个逗号，它前面没有内容：删去',
    },
    en: {
      found: '{text}',
      expected: '{mended}',
      fix: 'one comma too many, with nothing before it: delete it',
    },
  },
  'yaml-key-form': {
    'zh-Hans': {
      found: '键写成了列表或另一层键值：{text}',
      expected: '键是文字或数字',
      fix: '去掉键上的括号；括号是键的一部分的，把整个键放进半角引号',
    },
    en: {
      found: 'a key that is a list or a map: {text}',
      expected: 'a text or number for a key',
      fix: 'delete the brackets around the key; if they belong to it, put the whole key in quotes',
    },
  },
  'yaml-tab': {
    'zh-Hans': {
      found: '行首有制表符（Tab）：{text}',
      expected: '用空格缩进',
      fix: '把行首的制表符换成空格，与同级的行对齐',
    },
    en: {
      found: 'a tab at the beginning of the line: {text}',
      expected: 'indentation by blanks',
      fix: 'write blanks instead, so that the line begins where others of its level do',
    },
  },
  'yaml-wide-blank': {
    'zh-Hans': {
      found: '行首有全角空格：{text}',
      expected: '用半角空格缩进',
      fix: '把行首的全角空格换成半角空格，与同级的行对齐',
    },
    en: {
      found: 'full-width blanks at the beginning of the line: {text}',
      expected: 'indentation by plain blanks',
      fix: 'write plain blanks instead, so that the line begins where others of its level do',
    },
  },
  'yaml-indent': {
    'zh-Hans': {
      found: '这一行的缩进与上下文不合：{text}',
      expected: '同级的行左端对齐，下一级多缩进两格，列表的每一项以“- ”开头',
      fix: '检查这一行和上一行的缩进',
    },
    en: {
      found: 'this line is not indented as those around it: {text}',
      expected:
        'lines of one level begin in one column, those below it two further, items of lists with "- "',
      fix: 'check indentation of this line and the one before',
    },
  },
  'yaml-open': {
    'zh-Hans': {
      found: '没有写完，缺 {mark}：{text}',
      expected: '引号和括号成对，用半角',
      fix: '在该结束处补上 {mark}；如已有，检查其后各行的缩进',
    },
    en: {
      found: 'no {mark} to end it: {text}',
      expected: 'quotes and brackets in pairs, not full-width ones',
      fix: 'write {mark} where it ends; if it is there, check indentation of the lines below',
    },
  },
  'yaml-quote': {
    'zh-Hans': {
      found: '{text}',
      expected: '{mended}',
      fix: '值里有 YAML 另作他用的符号，把整个值放进半角引号',
    },
    en: {
      found: '{text}',
      expected: '{mended}',
      fix: 'a sign in the value means something else in YAML: put the whole value in quotes',
    },
  },
  'yaml-key-twice': {
    'zh-Hans': {
      found: '同一处有两个 {key}',
      expected: '每个键只写一次',
      fix: '删去其中一个，或合为一个',
    },
    en: {
      found: '{key} stands here twice',
      expected: 'each key once',
      fix: 'delete one of them, or make them one',
    },
  },
  'yaml-no-key': {
    'zh-Hans': {
      found: '{text}',
      expected: '写成“键: 值”，或列表中的“- 值”',
      fix: '补上键和半角冒号；如是注释，行首加 #',
    },
    en: {
      found: '{text}',
      expected: 'a key with its value (key: value), or an item of a list (- value)',
      fix: 'add the key and a colon; write # before a comment',
    },
  },
  'yaml-syntax': {
    'zh-Hans': {
      found: '不合 YAML 的写法（{detail}）',
      expected: '正确的 YAML',
      fix: '检查这一行的缩进、冒号和引号',
    },
    en: {
      found: '{detail}',
      expected: 'valid YAML',
      fix: 'check indentation, colons and quotes on this line',
    },
  },
} as const satisfies Readonly<Record<string, Message>>;
