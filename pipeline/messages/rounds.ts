/** Messages about rounds that differ from each other. */
import type { Message } from './message.ts';

export const roundMessages = {
  'question-missing': {
    'zh-Hans': {
      found: '表头中没有题目 {question} 的列“{wanted}”，而其他轮次有',
      expected: '其中之一：{headers}',
      fix: '如果本轮没有问这道题，在 survey.yaml 的这道题下写 asked: [{asked}]；如果只是列改了名，把新旧列名写成列表',
    },
    en: {
      found: 'the header has no column "{wanted}" of question {question}, which other rounds have',
      expected: 'one of {headers}',
      fix: 'if this round did not ask it, write asked: [{asked}] on this question in survey.yaml; if the column was only renamed, list its old and new names',
    },
  },
  'question-missing-near': {
    'zh-Hans': {
      found: '表头中没有题目 {question} 的列“{wanted}”，而其他轮次有；最接近的是“{nearest}”',
      expected: '其中之一：{headers}',
      fix: '如果就是“{nearest}”，把新旧列名写成列表；如果本轮没有问这道题，在 survey.yaml 的这道题下写 asked: [{asked}]',
    },
    en: {
      found:
        'the header has no column "{wanted}" of question {question}, which other rounds have; the nearest is "{nearest}"',
      expected: 'one of {headers}',
      fix: 'if "{nearest}" is the one, list the old and new names; if this round did not ask it, write asked: [{asked}] on this question in survey.yaml',
    },
  },
  'multiple-missing': {
    'zh-Hans': {
      found: '表头中没有多选题 {question} 的列“{wanted}”，而其他轮次有',
      expected: '其中之一：{headers}',
      fix: '本轮问了、但列法不同（所选各项写在一格，或每项一列）：在这道题下写 asked: [{asked}]，另写一道题（id 不同），用 column 或 columns 写明本轮的列，并写 asked: [{lacking}]。本轮没有问：只写 asked: [{asked}]。列只是改了名：把新旧列名写成列表',
    },
    en: {
      found:
        'the header has no column "{wanted}" of multiple choice {question}, which other rounds have',
      expected: 'one of {headers}',
      fix: 'if this round asked it but laid it out otherwise (all that was chosen in one cell, or a column an option), write asked: [{asked}] on this question, and another question with an id of its own that names the columns of this round at column or columns, with asked: [{lacking}]; if this round did not ask it, write asked: [{asked}] alone; if the column was only renamed, list its old and new names',
    },
  },
  'scale-range': {
    'zh-Hans': {
      found: '{answers} 个回答中有 {outside} 个不在 {low}–{high} 之内；文件中的量程是 {from}–{to}',
      expected: '题目 {question} 的量程 {low}–{high}',
      fix: '如果本轮的量程不同，在 survey.yaml 的这道题下写 rounds: {{round}: {range: [{from}, {to}]}}；如果各轮都是如此，改 range',
    },
    en: {
      found:
        '{outside} of {answers} answers {outside|lies|lie} outside {low}–{high}; the file goes from {from} to {to}',
      expected: 'the range {low}–{high} of question {question}',
      fix: 'if this round had another range, write rounds: {{round}: {range: [{from}, {to}]}} on this question in survey.yaml; if every round had it, correct range',
    },
  },
} as const satisfies Record<string, Message>;
