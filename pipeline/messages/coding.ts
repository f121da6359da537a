/** Messages about taxonomies and coding. */
import type { Message } from './message.ts';

export const codingMessages = {
  'taxonomy-unknown': {
    'zh-Hans': {
      found: '没有名为“{id}”的问题体系，也没有这个文件',
      expected: '内置问题体系（{known}，依次为机关党建、基层党建）之一，或一个 YAML 文件的路径',
      fix: '检查写法{hint}',
    },
    en: {
      found: 'no taxonomy and no file "{id}"',
      expected: 'a built-in taxonomy ({known}) or the path of a YAML file',
      fix: 'check the spelling{hint}',
    },
  },
  'taxonomy-type': {
    'zh-Hans': { found: '{found}', expected: '{expected}', fix: '按所要求的形式改写此键' },
    en: { found: '{found}', expected: '{expected}', fix: 'write this key in the form expected' },
  },
  'taxonomy-key-missing': {
    'zh-Hans': { found: '缺少键 {name}', expected: '此处必须有 {name}', fix: '补上 {name}' },
    en: { found: 'no key {name}', expected: '{name} is required here', fix: 'add {name}' },
  },
  'taxonomy-key-unknown': {
    'zh-Hans': {
      found: '不认识的键 {name}',
      expected: '以下键之一：{known}',
      fix: '改正或删除此键{hint}',
    },
    en: {
      found: 'unknown key {name}',
      expected: 'one of: {known}',
      fix: 'correct or remove the key{hint}',
    },
  },
  'taxonomy-id-form': {
    'zh-Hans': {
      found: '编码“{id}”',
      expected: '不含空白和分号的编码，且不是 NONE、OTHER',
      fix: '换一个编码',
    },
    en: {
      found: 'the code "{id}"',
      expected: 'a code without blanks and semicolons that is not NONE or OTHER',
      fix: 'choose another code',
    },
  },
  'taxonomy-id-twice': {
    'zh-Hans': {
      found: '编码 {id} 出现两次，先见于第 {first} 行',
      expected: '每个编码只出现一次',
      fix: '给其中一个换编码',
    },
    en: {
      found: 'the code {id} occurs twice, first in line {first}',
      expected: 'every code once',
      fix: 'give one of the two another code',
    },
  },
  'taxonomy-id-child': {
    'zh-Hans': {
      found: '子问题编码 {id}，列在 {parent} 之下',
      expected: '以“{parent}.”开头的编码',
      fix: '改正编码，或把它移到所属问题之下',
    },
    en: {
      found: 'sub-problem {id} under {parent}',
      expected: 'a code that begins with "{parent}."',
      fix: 'correct the code or move it to its problem',
    },
  },
  'taxonomy-term-form': {
    'zh-Hans': {
      found: '词条“{term}”',
      expected: '一个词，或用 + 连接的二至三个部分，每部分可用 | 列出几种说法，均不可为空',
      fix: '改写或删除此词条',
    },
    en: {
      found: 'the term "{term}"',
      expected:
        'a wording, or two or three parts joined by +, each with alternatives after |, none empty',
      fix: 'rewrite or remove the term',
    },
  },
  'taxonomy-term-twice': {
    'zh-Hans': {
      found:
        '词条“{term}”同时属于 {first} 和 {second}（先见于第 {line} 行；繁简、全半角、大小写不作区分）',
      expected: '一个词条只属于一个编码',
      fix: '从其中一个编码中删除它，或写得更具体',
    },
    en: {
      found:
        'the term "{term}" belongs to {first} and {second} (first in line {line}; script, width and case make no difference)',
      expected: 'every term under one code',
      fix: 'remove it from one of the two or make it more specific',
    },
  },
  'taxonomy-empty': {
    'zh-Hans': {
      found: '既没有词条，也没有例句',
      expected: '至少一个编码有词条（terms），或给出例句（examples）',
      fix: '补充词条或例句',
    },
    en: {
      found: 'neither terms nor examples',
      expected: 'terms for at least one code, or examples',
      fix: 'add terms or examples',
    },
  },
  'taxonomy-example-code': {
    'zh-Hans': {
      found: '例句的编码“{code}”',
      expected: '本问题体系的编码，或 NONE、OTHER',
      fix: '改正编码{hint}',
    },
    en: {
      found: 'an example with the code "{code}"',
      expected: 'a code of this taxonomy, or NONE or OTHER',
      fix: 'correct the code{hint}',
    },
  },
  'taxonomy-example-form': {
    'zh-Hans': {
      found: '例句缺少文字或编码',
      expected: '列 text 和 codes 均不为空',
      fix: '补全或删除此行',
    },
    en: {
      found: 'an example without text or codes',
      expected: 'text and codes, neither empty',
      fix: 'complete or remove the row',
    },
  },
  'taxonomy-examples-header': {
    'zh-Hans': {
      found: '例句文件的表头：{found}',
      expected: '至少有列 text 和 codes',
      fix: '改正表头',
    },
    en: {
      found: 'the header of the examples file: {found}',
      expected: 'at least the columns text and codes',
      fix: 'correct the header',
    },
  },
  'taxonomy-path-outside': {
    'zh-Hans': {
      found: '例句文件 {path} 不在问题体系文件所在的文件夹内',
      expected: '同一文件夹内的 CSV 文件',
      fix: '把文件移到该文件夹内',
    },
    en: {
      found: 'the examples file {path} lies outside the folder of the taxonomy',
      expected: 'a CSV file inside that folder',
      fix: 'move the file there',
    },
  },
  'hand-codes-unneeded': {
    'zh-Hans': {
      found: '有人工编码，但没有开放题',
      expected: '至少一道 type: open 的题目',
      fix: '删去此键，或补上开放题',
    },
    en: {
      found: 'hand codes, but no open question',
      expected: 'at least one question of type: open',
      fix: 'delete the key, or add the open question',
    },
  },
  'hand-column-missing': {
    'zh-Hans': {
      found: '表头中没有列“{wanted}”；有 {headers}',
      expected: '列 text（回答原文）和 codes（编码，以 ; 分隔）',
      fix: '把相应的列改名为 {wanted}',
    },
    en: {
      found: 'the header has no column "{wanted}"; it has {headers}',
      expected: 'the columns text (the answer) and codes (joined by ;)',
      fix: 'rename the column in question to {wanted}',
    },
  },
  'hand-text-blank': {
    'zh-Hans': {
      found: '没有回答原文',
      expected: '受访者的原话',
      fix: '补上原文，或删去此行',
    },
    en: {
      found: 'no answer',
      expected: "the respondent's words",
      fix: 'fill in the answer, or delete the row',
    },
  },
  'hand-codes-blank': {
    'zh-Hans': {
      found: '没有编码',
      expected: '编码，以 ; 分隔；没有问题或没有回答写 NONE 或 EMPTY，不属任何编码写 OTHER',
      fix: '补上编码，或删去此行',
    },
    en: {
      found: 'no codes',
      expected:
        'codes joined by ;, or NONE or EMPTY (no problem, no answer), or OTHER (fits no code)',
      fix: 'fill in the codes, or delete the row',
    },
  },
  'hand-code-unknown': {
    'zh-Hans': {
      found: '编码“{code}”',
      expected: '本次所用问题体系中的编码，以 ; 分隔，或 NONE、EMPTY、OTHER',
      fix: '改正；相近的有 {nearest}',
    },
    en: {
      found: 'the code "{code}"',
      expected: 'codes of the taxonomies in use, joined by ;, or NONE, EMPTY or OTHER',
      fix: 'correct it; near is {nearest}',
    },
  },
  'hand-codes-mixed': {
    'zh-Hans': {
      found: '{codes}',
      expected: '{reserved} 单独使用，不与其他编码并列',
      fix: '删去 {reserved} 或其他编码',
    },
    en: {
      found: '{codes}',
      expected: '{reserved} alone, beside no other code',
      fix: 'delete {reserved}, or the other codes',
    },
  },
  'theme-code-unknown': {
    'zh-Hans': {
      found: '主题 {theme} 中的编码 {code}',
      expected: '{taxonomy} 的编码',
      fix: '改正编码{hint}',
    },
    en: {
      found: 'the code {code} in theme {theme}',
      expected: 'a code of {taxonomy}',
      fix: 'correct the code{hint}',
    },
  },
  'theme-code-twice': {
    'zh-Hans': {
      found: '编码 {code} 同时属于主题 {first} 和 {second}',
      expected: '一个编码最多属于一个主题',
      fix: '从其中一个主题中删除它',
    },
    en: {
      found: 'the code {code} is in the themes {first} and {second}',
      expected: 'a code in at most one theme',
      fix: 'remove it from one of the two',
    },
  },
} as const satisfies Record<string, Message>;
