/** What a coder gives for whole answers, with a taxonomy of a few terms. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCoder } from '../../pipeline/code/coder.ts';
import { problemEntry, taxonomyOf, tiny } from './tiny-taxonomy.ts';

const coder = createCoder(tiny);
const codesOf = (answer: string) => coder.code(answer).codes.map((hit) => hit.code);

test.each([
  ['经费倒是有保障，就是没人愿意干', 'A4.3'],
  ['不缺钱，缺人', 'A7.2'],
  ['不是没有经费，而是没人组织', 'A4.3'],
  ['没有经费', 'A6'],
  ['没人组织', 'A4.3'],
  ['經費不足！！', 'A6'],
  ['经费严重不足', 'A6'],
  ['经费不足的问题一直没有得到解决', 'A6'],
  ['经费充足、人手不足', 'A7.2'],
  ['经费、人手不足', 'A6;A7.2'],
  ['经费方面，严重不足', 'A6'],
  ['并非没有经费不足的问题', 'A6'],
  ['不是走过场，就是没人组织', 'A1.2;A4.3'],
  ['1.经费不足2.人手不够', 'A6;A7.2'],
  ['一是经费不足二是人手不够', 'A6;A7.2'],
  ['①经费不足②人手不够', 'A6;A7.2'],
  ['无专项经费', 'A6.1'],
  ['没有专项经费，经费不足', 'A6.1'],
  ['忙不过来', 'A7.2'],
  ['funding', 'A6'],
  ['ＦＵＮＤＩＮＧ', 'A6'],
  ['Fundings', 'A6'],
  ['the funds are gone', 'A6'],
  ['要避免形式主义', 'A1.2'],
  ['没有经费保障有力', 'A6'],
  ['经费不缺，就是缺人', 'A7.2'],
  ['党员意识淡薄', 'A4.3'],
  ['不可避免地走过场', 'A1.2'],
  ['经费够用，人手不够', 'A7.2'],
])('%s is coded %s', (answer, codes) => {
  expect(codesOf(answer).join(';')).toBe(codes);
  expect(coder.code(answer).status).toBe('coded');
});

test.each([
  ['不存在经费不足、人手不够等问题', 'no-problem'],
  ['没有经费不足、人手不够的问题', 'no-problem'],
  ['没有经费不足的问题', 'no-problem'],
  ['经费不足的问题已解决', 'no-problem'],
  ['并非不重视', 'no-problem'],
  ['fundamental', 'uncoded'],
  ['避免了形式主义', 'no-problem'],
  ['无', 'no-problem'],
  ['没有', 'no-problem'],
  ['暂无', 'no-problem'],
  ['无意见', 'no-problem'],
  ['挺好的', 'no-problem'],
  ['都很好', 'no-problem'],
  ['没啥问题', 'no-problem'],
  ['一切正常', 'no-problem'],
  ['滿意', 'no-problem'],
  ['目前没有什么问题', 'no-problem'],
  ['工作开展得很好', 'no-problem'],
  ['没人管', 'uncoded'],
  ['(跳过)', 'skipped'],
  ['（跳过）', 'skipped'],
  ['(空)', 'empty'],
  ['（空）', 'empty'],
  ['。。。', 'empty'],
  ['1', 'empty'],
  ['aaa', 'empty'],
  ['', 'empty'],
  ['   ', 'empty'],
  ['不清楚', 'empty'],
  ['不知道', 'empty'],
  ['不了解', 'empty'],
  ['我不太清楚', 'empty'],
  ['对这方面不太了解', 'empty'],
  ['办公楼太远', 'uncoded'],
  ['领导很重视，办公楼太远', 'uncoded'],
  ['没有意见，希望越办越好', 'no-problem'],
  ['😀', 'empty'],
  ['无，挺好', 'no-problem'],
  ['没有不足之处', 'no-problem'],
  ['暂时没有', 'no-problem'],
  ['目前暂时没有发现什么问题。', 'no-problem'],
  ['总体挺好，没什么意见', 'no-problem'],
  ['党建工作很好', 'no-problem'],
  ['党建工作做得很好，领导重视', 'no-problem'],
  ['没有好的办法', 'uncoded'],
  ['希望把工作做好', 'uncoded'],
  ['经费有保障', 'no-problem'],
  ['经费问题已经解决了', 'no-problem'],
  ['asdf', 'empty'],
  ['no', 'no-problem'],
  ['N/A', 'empty'],
  ['工资太低', 'uncoded'],
  ['问卷太长了', 'uncoded'],
  ['人员年龄高', 'uncoded'],
  ['好', 'no-problem'],
  ['嗯嗯', 'empty'],
  ['啊啊啊', 'empty'],
  ['说不清', 'empty'],
  ['没想好', 'empty'],
  ['大家都很满意', 'no-problem'],
  ['不满意', 'uncoded'],
  ['没有什么不满意的', 'no-problem'],
  ['感觉不到问题', 'no-problem'],
  ['没有任何问题，非常好！', 'no-problem'],
  ['没有党员意识淡薄的现象', 'no-problem'],
])('%j is %s', (answer, status) => {
  expect(coder.code(answer)).toEqual({ status, codes: [] });
});

const WORDS = [
  '经费',
  '不足',
  '没有',
  '人手不够',
  '形式主义',
  '，',
  '、',
  '。',
  '的问题',
  '已解决',
  '不是',
  '而是',
  '但是',
  '經費',
  'ｆｕｎｄｉｎｇ',
  ' ',
  '①',
  '1.',
  '😀',
  '𠮷',
  '\u200b',
  '“',
  '……',
  '\ud800',
  '党员',
];
const answers = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('evidence is the very words of the answer, in order, for any answer', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const { codes, clauses, ruledOut } = coder.explain(answer);
      for (const { evidence } of codes) {
        expect(evidence.length).toBeGreaterThan(0);
        const starts = evidence.map((one) => one.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }
      const all = [
        ...codes.flatMap((hit) => hit.evidence),
        ...clauses,
        ...ruledOut.flatMap((one) => [one.evidence, ...(one.by === null ? [] : [one.by])]),
      ];
      for (const { text, start, end } of all) {
        expect(start).toBeLessThan(end);
        expect(text).toBe(answer.slice(start, end));
      }
    }),
    { numRuns: 500 },
  );
});

test('explain and code agree, and coding one answer leaves no trace in the next', () => {
  fc.assert(
    fc.property(answers, answers, (answer, other) => {
      const before = coder.code(answer);
      coder.code(other);
      const explained = coder.explain(answer);
      const codes = explained.codes.map(({ code, confidence, evidence }) => ({
        code,
        confidence,
        evidence,
      }));
      expect({ status: explained.status, codes }).toEqual(before);
      expect(createCoder(tiny).code(answer)).toEqual(before);
    }),
  );
});

test('an answer is coded exactly if it has a code; confidence is a probability', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const { status, codes } = coder.code(answer);
      expect(status === 'coded').toBe(codes.length > 0);
      for (const { confidence } of codes) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
      }
    }),
  );
});

test('traditional and simplified answers are coded alike', () => {
  expect(codesOf('經費嚴重不足，沒人願意幹')).toEqual(codesOf('经费严重不足，没人愿意干'));
  expect(codesOf('沒有經費不足的問題')).toEqual([]);
});

test('a problem is not given beside its own sub-problem, but beside that of another', () => {
  const both = taxonomyOf([
    problemEntry('A6', ['经费不足'], { 'A6.1': ['没有预算'] }),
    problemEntry('A7', ['缺乏创新']),
  ]);
  const codes = createCoder(both)
    .code('缺乏创新，经费不足，没有预算')
    .codes.map((hit) => hit.code);
  expect(codes).toEqual(['A6.1', 'A7']);
});

test('a hit inside a longer literal of another code is ruled out as contained', () => {
  const overlapping = taxonomyOf([
    problemEntry('X', ['缺人']),
    problemEntry('Y', ['缺人才培养']),
    problemEntry('Z', ['缺 + 培养']),
  ]);
  const { codes, ruledOut } = createCoder(overlapping).explain('缺人才培养');
  expect(codes.map((hit) => hit.code)).toEqual(['Y']);
  expect(ruledOut).toEqual(
    ['X', 'Z'].map((code) =>
      expect.objectContaining({ code, reason: code === 'X' ? 'contained' : expect.any(String) }),
    ),
  );
});

test('the reasons given for what was ruled out name the words that did it', () => {
  const { ruledOut } = coder.explain('没有经费不足的问题，不是走过场，而是缺人');
  expect(ruledOut.map(({ code, reason, by }) => [code, reason, by?.text])).toEqual([
    ['A6', 'denied', '没有'],
    ['A1.2', 'contrast', '不是'],
  ]);
});

test('a pair whose words stand too far apart is a near miss', () => {
  const far = '经费使用方面大家普遍反映年年都是比较不足';
  expect(codesOf(far)).toEqual([]);
  expect(coder.explain(far).ruledOut.map((one) => [one.code, one.reason])).toEqual([
    ['A6', 'near-miss'],
  ]);
});

test.each([
  ['many words of pairs', '经费不足没有缺'.repeat(20_000)],
  ['denials without punctuation', '没有不是'.repeat(30_000)],
  ['denied hits', '没有走过场、'.repeat(20_000)],
  ['assured things', '重视很好不够'.repeat(20_000)],
  ['fillers', `没有走过场${'太大'.repeat(50)}x走过场`],
  ['cues far apart', `没有${'太大'.repeat(5000)}x没有走过场`],
  ['status words', '我们我们太大太大'.repeat(20_000)],
  ['short status words', `${'我个人'.repeat(18)}x`],
])('a hostile answer of %s is coded in linear time', (_, answer) => {
  expect(coder.code(answer).status).not.toBe('skipped');
});
