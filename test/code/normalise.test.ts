import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalise, textOf } from '../../pipeline/code/normalise.ts';

test.each([
  ['traditional characters', '黨員對組織生活不滿意', '党员对组织生活不满意'],
  ['Hong Kong and Taiwan forms', '衞生裡為眾', '卫生里为众'],
  ['full width', 'ＡＢＣ１２３，（x）', 'abc123,(x)'],
  ['capitals', 'FUND', 'fund'],
  ['English words to their stems', 'Meetings are boring', 'meet ar bore'],
  ['no other Latin words', 'H2O größer', 'h2o größer'],
  ['repeated marks', '不足！！！？？……', '不足!?.'],
  ['ideographic and repeated blanks', '经费　　 不足', '经费 不足'],
  ['zero-width, soft and control characters', '经\u200b费\u00ad不\ufeff足\u0000', '经费不足'],
  ['quotation marks', '“三会一课”、「形式」', '三会一课、形式'],
  ['compatibility ideographs', '\uf9c0', '燎'],
  ['one character that becomes several', '㈱…№', '(株).no'],
  ['mathematical letters outside the BMP', '𝐀𝟏', 'a1'],
  ['digits and letters repeated, which stay', 'aaa111', 'aaa111'],
])('folds %s', (_, answer, folded) => {
  expect(textOf(normalise(answer))).toBe(folded);
});

test('line breaks of every kind are one line break', () => {
  expect(textOf(normalise('一\r\n二\u2028三\r四'))).toBe('一\n二\n三\n四');
});

const answers = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom(...'經費！！…㈱𠮷😀\u200b“\ud800\udc00①ﬃ　Ａ'),
    maxLength: 40,
  }),
);

test('every unit maps to a non-empty range of the answer, in order, whole code points', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const { length, from, to } = normalise(answer);
      for (let at = 0; at < length; at++) {
        const [start, end] = [from[at]!, to[at]!];
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(answer.length);
        if (at > 0) expect(start).toBeGreaterThanOrEqual(from[at - 1]!);
        if (at > 0) expect(end).toBeGreaterThanOrEqual(to[at - 1]!);
        // Neither bound parts a surrogate pair.
        for (const bound of [start, end]) {
          const parted = (answer.codePointAt(bound - 1) ?? 0) > 0xffff && bound > 0;
          expect(parted).toBe(false);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('each unit comes from the range it maps to', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const normalised = normalise(answer);
      // The stem of an English word may end in another letter than the word has there.
      fc.pre(!/[a-z]{3}/.test(textOf(normalised)));
      for (let at = 0; at < normalised.length; at++) {
        const origin = answer.slice(normalised.from[at]!, normalised.to[at]!);
        const own = textOf(normalise(origin));
        expect(own).toContain(textOf(normalised, at, at + 1));
      }
    }),
  );
});

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const once = textOf(normalise(answer));
      // The stem of a stem may be shorter still.
      fc.pre(!/[a-z]{3}/.test(once));
      expect(textOf(normalise(once))).toBe(once);
    }),
  );
});

test('a reused buffer gives what a new one gives', () => {
  const buffer = normalise('很长很长很长的一个答案'.repeat(40));
  fc.assert(
    fc.property(answers, (answer) => {
      expect(textOf(normalise(answer, buffer))).toBe(textOf(normalise(answer)));
    }),
  );
});

test('a stem stands for the whole of its word', () => {
  const { length, from, to } = normalise('No meetings, hoping');
  const words = Array.from({ length }, (_, at) => 'No meetings, hoping'.slice(from[at], to[at]));
  expect(words.join('|')).toBe('N|o| |m|e|e|tings|,| |h|o|p|ing');
});
