/** What a question was in one round: surveys change between rounds. */
import type { Question, ScaleForm, Survey } from './survey.ts';
import type { LocalText } from './text.ts';

/** A question as a round asked it, or null where that round did not ask it. */
export function questionIn<Q extends Question>(question: Q, round: string): Q | null {
  if (!question.asked.includes(round)) return null;
  const form = question.type === 'scale' ? question.rounds.get(round) : undefined;
  return form === undefined ? question : { ...question, ...form };
}

/** Rounds with the questions that they did not ask, oldest first. */
export function unaskedQuestions(survey: Survey): readonly { round: string; question: string }[] {
  return survey.rounds.flatMap(({ id: round }) =>
    survey.questions
      .filter(({ asked }) => !asked.includes(round))
      .map(({ id }) => ({ round, question: id })),
  );
}

/**
 * Whether two rounds' results of a question may be set against each other: both asked it and, of
 * a scale, with the same range. One that was only turned round compares, as it is turned on reading.
 */
export function isComparable(question: Question, first: string, second: string): boolean {
  const [a, b] = [questionIn(question, first), questionIn(question, second)];
  if (a === null || b === null) return false;
  return a.type !== 'scale' || b.type !== 'scale' || sameRange(a, b);
}

export function sameRange(a: ScaleForm, b: ScaleForm): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

/** What a point is called, after any turning round. */
export function pointLabel(
  { range, reverse, labels }: ScaleForm,
  point: string,
): LocalText | undefined {
  return labels.get(reverse ? String(range[0] + range[1] - Number(point)) : point);
}
