/** The same point on every scale, whatever was asked. */
import type { Question, ScaleQuestion } from '../../survey/survey.ts';
import type { Answer } from '../respondent.ts';

/** Scales that must have been answered before sameness says anything. */
const FEWEST = 3;

interface PlacedScale {
  /** Place among the questions. */
  readonly at: number;
  /** Lowest plus highest point where the scale is turned round on reading, else null. */
  readonly turned: number | null;
}

/** Scales of one range: only the same points can be the same point. */
export type ScaleBlock = readonly PlacedScale[];

/** Blocks of at least three scales. @param questions as the round asked them, null where not */
export function scaleBlocks(questions: readonly (Question | null)[]): readonly ScaleBlock[] {
  const blocks = new Map<string, PlacedScale[]>();
  questions.forEach((question, at) => {
    if (question?.type !== 'scale') return;
    const key = question.range.join(' ');
    const place = { at, turned: turnOf(question) };
    blocks.set(key, [...(blocks.get(key) ?? []), place]);
  });
  return [...blocks.values()].filter((block) => block.length >= FEWEST);
}

function turnOf({ reverse, range }: ScaleQuestion): number | null {
  return reverse ? range[0] + range[1] : null;
}

/**
 * Whether a respondent gave one point throughout, as the points stood in the questionnaire.
 *
 * Blocks with fewer than three answers say nothing; of the others none may vary.
 */
export function isStraightLined(
  answers: readonly Answer[],
  blocks: readonly ScaleBlock[],
): boolean {
  let found = false;
  for (const block of blocks) {
    let first = 0;
    let n = 0;
    let varied = false;
    for (const { at, turned } of block) {
      const answer = answers[at]!;
      if (answer.kind !== 'number') continue;
      const point = turned === null ? answer.value : turned - answer.value;
      if (n === 0) first = point;
      else if (point !== first) varied = true;
      n += 1;
      if (varied && n >= FEWEST) return false;
    }
    if (n >= FEWEST) found = true;
  }
  return found;
}

/** The points of somebody who straight-lined, as they were ticked. @example '4 × 12' */
export function straightLine(answers: readonly Answer[], blocks: readonly ScaleBlock[]): string {
  const lines = blocks.map((block) =>
    block.flatMap(({ at, turned }) => {
      const answer = answers[at]!;
      if (answer.kind !== 'number') return [];
      return [turned === null ? answer.value : turned - answer.value];
    }),
  );
  return lines
    .filter((points) => points.length >= FEWEST)
    .map((points) => `${points[0]} × ${points.length}`)
    .join(', ');
}
