/** Messages about what the audit found in files to be published. */
import type { Message } from './message.ts';

const zhFix =
  '什么也没有写出，原有结果未动。这是程序的错误，请告诉我们版本号、文件名和位置，不要附上这里引出的内容';
const enFix =
  'nothing was written and the previous results are untouched; this is our bug, so please report the version, the file and the place, but not the words quoted here';

function leak(zh: string, zhExpected: string, en: string, enExpected: string): Message {
  return {
    'zh-Hans': { found: zh, expected: zhExpected, fix: zhFix },
    en: { found: en, expected: enExpected, fix: enFix },
  };
}

export const auditMessages = {
  'leak-figure': leak(
    '应隐去的数仍有数字：{of}',
    '空，与 tables/ 中一致',
    'a figure that is hidden: {of}',
    'no figure, as in tables/',
  ),
  'leak-line': leak(
    '{table} 中有一行与算出的结果对不上',
    '与算出的结果逐行一致',
    'a line of {table} that the results do not have',
    'line for line what was computed',
  ),
  'leak-form': leak(
    '无法按应有的格式读懂：{detail}',
    '能够完整检查的文件',
    'a form that cannot be read: {detail}',
    'a file that can be checked as a whole',
  ),
  'leak-answer': leak(
    '答卷原话“{text}”，只有 {respondents} 人这样写',
    '不出现少于 {minimum} 人写过的原话',
    'words of an answer, "{text}", written by {respondents}',
    'no words of fewer than {minimum} respondents',
  ),
  'leak-id': leak(
    '答卷编号“{text}”',
    '不出现答卷编号',
    'the id of a respondent, "{text}"',
    'no ids of respondents',
  ),
  'leak-personal': leak(
    '答卷中的个人信息“{text}”（{type}）',
    '不出现个人信息',
    'personal data from the answers, "{text}" ({type})',
    'no personal data',
  ),
  'leak-path': leak(
    '本机的路径“{text}”',
    '不出现本机的路径',
    'a path on this machine, "{text}"',
    'no absolute paths',
  ),
  'leak-url': leak(
    '网络地址“{text}”',
    '不出现网络地址',
    'a network address, "{text}"',
    'no network addresses',
  ),
} as const satisfies Record<string, Message>;
