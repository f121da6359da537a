/** Personal data in the answers to open questions: counted, and kept out of private lines. */
import type { Coding } from '../code/coding.ts';
import { findPersonal } from '../redact/find.ts';
import { PERSONAL_TYPES, type PersonalHit, type PersonalType } from '../redact/personal.ts';
import { redactFound } from '../redact/redact.ts';
import type { Survey } from '../survey/survey.ts';
import type { Amount } from './count-plan.ts';
import { personalItem } from './items.ts';
import { sumsOf } from './look-up.ts';
import type { Profiles } from './profiles.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Respondents of a round whose answer to a question holds personal data of a kind. */
export interface PersonalCount {
  readonly round: string;
  readonly question: string;
  readonly type: PersonalType;
  readonly n: number;
  /** Respondents with an answer to the question. */
  readonly base: number;
}

/** Counts a respondent once for each kind of personal data in the answer. @param question number */
export function countPersonal(
  question: number,
  hits: readonly PersonalHit[],
  { profile, own }: Amount,
  profiles: Profiles,
): void {
  if (hits.length === 0) return;
  const types = new Set(hits.map(({ type }) => type));
  const items = [...types].map((type) => profiles.item(question, personalItem(type), 'everybody'));
  profiles.add(profile, items, own);
}

/** The coding of an answer with evidence in words that may be passed on; its offsets stay. */
export function withoutPersonal(
  coding: Coding,
  answer: string,
  hits: readonly PersonalHit[],
  { privacy, languages }: Pick<Survey, 'privacy' | 'languages'>,
): Coding {
  if (hits.length === 0) return coding;
  const codes = coding.codes.map((code) => ({
    ...code,
    evidence: code.evidence.map((one) => ({
      ...one,
      text: redactFound(answer, hits, privacy.personalData, languages[0]!, one) ?? '',
    })),
  }));
  return { ...coding, codes };
}

/** Whether any words that a person may release hold personal data, as they were written. */
export function holdsPersonal({ quotable }: Tally): boolean {
  return [...quotable.values()].some((items) =>
    [...items.values()].some(({ entries }) =>
      entries.some(({ text }) => findPersonal(text).length > 0),
    ),
  );
}

/** A count a round, oldest first, open question that it asked, and kind, also where it is 0. */
export function personalCounts(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
): readonly PersonalCount[] {
  const asked = survey.rounds.flatMap(({ id: round }) =>
    survey.questions
      .filter((question) => question.type === 'open' && question.asked.includes(round))
      .map(({ id: question }) => ({ round, question })),
  );
  return asked.flatMap(({ round, question }) => {
    const tally = tallies.get(round) ?? emptyTally();
    const base = answersTo(tally, question);
    return PERSONAL_TYPES.map((type) => {
      const { n } = sumsOf(tally, question, 'all', '', personalItem(type));
      return { round, question, type, n, base };
    });
  });
}

function answersTo(tally: Tally, question: string): number {
  return [...tally.answers.values()]
    .flatMap((file) => file.get(question) ?? [])
    .reduce((sum, { coded, notAsked }) => sum + coded.cells + notAsked.cells, 0);
}
