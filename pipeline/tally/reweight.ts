/** Weights worked out after counting: the factor of a weighting cell is the same for all in it. */
import { LIMBS, split, total } from './exact.ts';
import { type QuestionTally, rowOf, rowsIn, STRIDE, type Tally } from './tally.ts';

/**
 * The same counts with the weights of each design cell multiplied by its factor.
 *
 * To be made of a tally that is complete: a product is rounded to the units of exact sums, so that
 * the sum of two such tallies need not be that of their sum.
 */
export function reweighted(tally: Tally, factorOf: (design: string) => number): Tally {
  const questions = [...tally.questions].map(([id, question]) => {
    const own: QuestionTally = { ...question, groupings: new Map() };
    for (const { grouping, value, design, cells } of rowsIn(question)) {
      const [row, factor] = [rowOf(own, grouping, value, design), factorOf(design)];
      for (let at = 0; at < cells.length; at += STRIDE) {
        row[at] = cells[at]!;
        split(total(cells, at + 1) * factor, row, at + 1);
        split(total(cells, at + 1 + LIMBS) * factor * factor, row, at + 1 + LIMBS);
      }
    }
    return [id, own] as const;
  });
  return { ...tally, questions: new Map(questions) };
}
