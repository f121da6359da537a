/** What of a survey decides what ties the counts of a round together, and which of them are hidden. */
import type { Survey } from '../../survey/survey.ts';

export type Rules = Pick<Survey, 'groups' | 'questions' | 'columns' | 'hygiene' | 'privacy'>;

/** The rules of one round: the same whatever other rounds there are, as far as may be. */
export function rulesIn(survey: Survey, round: string): Rules {
  const { groups, columns, hygiene, privacy } = survey;
  const asked = survey.questions.filter((one) => one.asked.includes(round));
  const questions = asked.map((one) => ({ ...one, asked: [round] }));
  return { groups, questions, columns, hygiene, privacy };
}
