/** The words shown for a code: whole words, with no punctuation around them. */
import { expect, test } from '@jest/globals';
import { createCoder } from '../../pipeline/code/coder.ts';
import { tellingSpans } from '../../pipeline/code/evidence.ts';
import { gramsOf } from '../../pipeline/code/grams.ts';
import { createReader } from '../../pipeline/code/reader.ts';
import { drawnToWords, withoutMarksAround } from '../../pipeline/code/word-edges.ts';
import { problemEntry, taxonomyOf } from './tiny-taxonomy.ts';

/** The part of a text in brackets, as a span of the text without them. */
function marked(text: string): { units: Uint16Array; span: { start: number; end: number } } {
  const [start, end] = [text.indexOf('['), text.indexOf(']') - 1];
  const bare = text.replace(/[[\]]/g, '');
  return { units: Uint16Array.from(bare, (one) => one.charCodeAt(0)), span: { start, end } };
}

test.each([
  ['[没人带,]一年一次', '没人带'],
  ['说[“没钱,]没人”', '没钱'],
  ['[“没钱”]', '没钱'],
  ['[领导说“没钱”]', '领导说“没钱”'],
  ['[《条例》和《准则》]', '《条例》和《准则》'],
  ['["a" and "b"]', '"a" and "b"'],
  ['[、场地,经费。 ]', '场地,经费'],
  ['[,]', ','],
])('of %s the marks around go: %s', (text, words) => {
  const { units, span } = marked(text);
  const { start, end } = withoutMarksAround(span, units);
  expect(String.fromCharCode(...units.subarray(start, end))).toBe(words);
});

test.each([
  ['党组织[关系转不进]来已经半年', 2, '关系转不进来'],
  ['就是[经费紧张]一点', 2, '就是经费紧张一点'],
  ['认为这是[软任务]不上心的人', 2, '软任务'],
  ['这里都不[重视党建]工作和学习', 2, '不重视党建工作'],
  ['完全看不到有任何[重视的]样子存在过', 2, '重视的'],
  ['平时拿不出时间[学习文件]精神内容材料', 2, '学习文件'],
])('%s is drawn out by at most %i characters to %s', (text, reach, words) => {
  const { units, span } = marked(text);
  const { start, end } = drawnToWords(span, { start: 0, end: units.length }, units, reach);
  expect(String.fromCharCode(...units.subarray(start, end))).toBe(words);
});

test('a term that runs over a comma leaves it out of its evidence', () => {
  const coder = createCoder(taxonomyOf([problemEntry('A1', ['没人带,'])]));
  const answer = '新来的，没人带，一年一次';
  expect(coder.code(answer).codes[0]!.evidence).toEqual([{ text: '没人带', start: 4, end: 7 }]);
});

test('of a long clause only the telling part is shown, and whole words of it', () => {
  const answer =
    '这么多年以来我们几个人平时根本没有办法把人召集起来开一次像样的会也没有谁愿意来组织';
  const heeded = answer.indexOf('召集起来');
  const reader = createReader(taxonomyOf([]));
  reader.glance(answer);
  const { clauses, pieces, normalised } = reader.reading();
  const weightsIn = (text: string) =>
    gramsOf(text).start.map((from) => (from >= heeded && from < heeded + 4 ? 1 : -1));
  const spans = tellingSpans(clauses, pieces, { sumOf: () => 1, weightsIn }, normalised);
  expect(spans.map(({ start, end }) => answer.slice(start, end))).toEqual([
    '把人召集起来开一次像样的',
  ]);
});
