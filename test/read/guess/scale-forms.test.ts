import { describe, expect, test } from '@jest/globals';
import { draftOf, table } from './draft-of.ts';

describe('a scale that was not the same in each round', () => {
  const scale = (header: string, points: readonly (string | number)[], count = 60) =>
    table(`序号,${header}`, count, (i) => `${i},${points[i % points.length]}`);
  const upTo = (high: number) => Array.from({ length: high }, (_, i) => i + 1);
  const WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'];
  const asked = async (...tables: readonly (readonly string[])[]) => {
    const [question] = (await draftOf(...tables)).questions;
    return { answer: question!.answer, keys: question!.notes.map(({ key }) => key) };
  };

  test('of ten points, then of five: the round with another range has its own', async () => {
    const { answer, keys } = await asked(scale('满意度', upTo(10)), scale('满意度', upTo(5)));
    expect(answer).toMatchObject({
      range: [1, 10],
      rounds: [{ round: 'round2', range: [1, 5], labels: [] }],
    });
    expect(keys).toContain('note-rounds-differ');
  });

  test('the range that a header says is that of its round, whatever the cells hold', async () => {
    const { answer } = await asked(
      scale('满意度（1-10分）', [8, 9, 7, 9, 10]),
      scale('满意度（1-5分）', [4, 5, 3, 4, 5]),
    );
    expect(answer).toMatchObject({ range: [1, 10], rounds: [{ round: 'round2', range: [1, 5] }] });
  });

  test('a few answers that lie low may be chance: they are told, and nothing is written', async () => {
    const { answer, keys } = await asked(scale('满意度', upTo(10)), scale('满意度', upTo(5), 5));
    expect(answer).toMatchObject({ range: [1, 10], rounds: [] });
    expect(keys).toContain('note-range-unsure');
  });

  test('a slip in one round is no other range', async () => {
    const slip = scale('满意度', [...Array.from({ length: 59 }, (_, i) => (i % 5) + 1), 6]);
    const { answer } = await asked(scale('满意度', upTo(5), 600), slip);
    expect(answer).toMatchObject({ range: [1, 5], rounds: [] });
  });

  test('words, then as many numbers: one set of labels reads both', async () => {
    const { answer } = await asked(scale('满意度', WORDS), scale('满意度', upTo(5)));
    const labels = WORDS.map((word, i) => [i + 1, word]);
    expect(answer).toMatchObject({ type: 'scale', range: [1, 5], labels, rounds: [] });
  });

  test('words, then more numbers than words: the round of words has its own labels', async () => {
    const { answer } = await asked(scale('满意度', WORDS), scale('满意度', upTo(10)));
    const labels = WORDS.map((word, i) => [i + 1, word]);
    expect(answer).toMatchObject({
      type: 'scale',
      range: [1, 10],
      labels: [],
      rounds: [{ round: 'round1', range: [1, 5], labels }],
    });
  });

  test('a point reworded is no point more; one that nobody chose is none less', async () => {
    const reworded = WORDS.map((word) => word.replace('很', '非常'));
    expect((await asked(scale('满意度', reworded), scale('满意度', WORDS))).answer).toMatchObject({
      labels: WORDS.map((word, i) => [i + 1, word]),
      rounds: [{ round: 'round1', labels: reworded.map((word, i) => [i + 1, word]) }],
    });
    const { answer } = await asked(
      scale('满意度', WORDS.slice(1)),
      scale('满意度', WORDS.slice(0, -1)),
    );
    expect(answer).toMatchObject({ labels: WORDS.map((word, i) => [i + 1, word]), rounds: [] });
  });
});
