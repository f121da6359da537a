/** An answer is read alike from its pieces and as a whole. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileLexicon } from '../../pipeline/code/lexicon.ts';
import { normalise, textOf } from '../../pipeline/code/normalise.ts';
import type { Reading } from '../../pipeline/code/reader.ts';
import { createTogether } from '../../pipeline/code/together.ts';
import { createWholeReader } from '../../pipeline/code/whole.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { packageRoot } from '../../pipeline/package-root.ts';
import { loadTaxonomy } from '../../pipeline/taxonomy/load.ts';

const { fx } = nodeEffects();
const taxonomies = await Promise.all(
  ['organ', 'grassroots'].map((id) => loadTaxonomy(id, packageRoot, fx)),
);

/** Both ways of reading, each with terms of its own so that neither learns from the other. */
const readers = taxonomies.map((taxonomy) => ({
  together: createTogether(compileLexicon(taxonomy), createWholeReader(compileLexicon(taxonomy))),
  whole: createWholeReader(compileLexicon(taxonomy)),
}));

function contentOf({ clauses, pieces, kept, denied, contained, kind }: Reading) {
  return {
    clauses: clauses.list,
    pieces: pieces.map((piece) => piece.text),
    kept,
    denied: denied.map(({ hit, denial: { reason, by } }) => [hit, reason, by.start, by.end]),
    contained: new Set(contained.map((one) => JSON.stringify(one))),
    kind,
  };
}

const WORDS = [
  ...['一是', '1', '1.', '2、', '①', '第一', '其一', '一', '十', '2025', '1)', '(3)', '形式单一'],
  ...['经费不足', '没有经费不足', '经费方面', '人手', '不够', '没人愿意干', '有的活动', '搞不了'],
  ...['已经解决', '问题解决了', '不是', '而是', '就是', '但是', '不存在', '没问题', '都有保障'],
  ...['并非', '也不是', '不在于', '而在于', '是', '实在是'],
  ...[
    '无',
    '没有',
    '挺好的',
    '谢谢',
    '不清楚',
    'no problem',
    'OK',
    'a b',
    '党建',
    '重业务',
    '轻党建',
  ],
];
const MARKS = [
  '，',
  '。',
  '；',
  '：',
  '、',
  ' ',
  '\n',
  '（',
  '）',
  '.',
  ',',
  '!',
  '…',
  '→',
  '[',
  ']',
];

const answers = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 2, arbitrary: fc.constantFrom(...taxonomies.flatMap((one) => termsOf(one))) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

function termsOf({ problems }: (typeof taxonomies)[number]): readonly string[] {
  return problems
    .flatMap((problem) => [problem, ...problem.subproblems])
    .flatMap(({ terms }) => terms)
    .map((term) => term.replaceAll(/[+|/()]/g, ''));
}

test('pieces put together give the reading of the whole', () => {
  let together = 0;
  fc.assert(
    fc.property(answers, fc.nat(readers.length - 1), (answer, which) => {
      const reader = readers[which]!;
      const joined = reader.together(normalise(answer));
      if (joined === null) return;
      together += 1;
      expect(contentOf(joined)).toEqual(contentOf(reader.whole(normalise(answer))));
    }),
    { numRuns: 3000 },
  );
  expect(together).toBeGreaterThan(400);
});

test.each([
  ['a number that a bracket makes a mark', '1)经费不足，2)没人'],
  ['a term that reaches over a comma', '重业务，轻党建'],
  ['a problem that is over in the next clause', '经费不足，已经解决'],
  ['a topic', '经费方面，不足'],
  ['a denial that the next clause turns', '不是经费不足，而是没人'],
])('reads %s alike both ways', (_, answer) => {
  for (const { together, whole } of readers) {
    const read = together(normalise(answer)) ?? whole(normalise(answer));
    expect(contentOf(read)).toEqual(contentOf(whole(normalise(answer))));
    expect(textOf(read.normalised)).toBe(textOf(normalise(answer)));
  }
});
