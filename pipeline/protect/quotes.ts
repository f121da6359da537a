/**
 * Which words of respondents a person is asked to release: few for each problem, redacted, and of
 * nobody who could be told by them. A candidate is published only once a person has said yes.
 */

import { quotedStretch } from '../aggregate/quotes/stretch.ts';
import { byTypicality, isNear, type Weighed } from '../aggregate/quotes/typical.ts';
import type { CountTables, ProblemRow } from '../aggregate/tables.ts';
import { findPersonal } from '../redact/find.ts';
import { redactFound } from '../redact/redact.ts';
import { roundsAtHand } from '../survey/counted-elsewhere.ts';
import type { Survey } from '../survey/survey.ts';
import { RESPONDENTS } from '../tally/count-plan.ts';
import { USED } from '../tally/items.ts';
import { sumsOf } from '../tally/look-up.ts';
import { type QuotableAnswer, quotableAnswers } from '../tally/quotable.ts';
import type { Tally } from '../tally/tally.ts';
import { FEWEST_IN_GROUP } from './fewest-in-group.ts';
import { mayNamePerson } from './person-names.ts';
import { type Reserved, reservedOf, touches, wordsIn } from './phrases.ts';

/** Candidates of a round, question and problem. */
export const MOST_QUOTES = 5;

export interface QuoteCandidate {
  readonly round: string;
  readonly question: string;
  readonly taxonomy: string;
  /** Of a problem. */
  readonly code: string;
  /** The problem's, in the report's first language. */
  readonly label: string;
  readonly quote: string;
}

interface Speaker extends Weighed {
  readonly person: number;
}

/**
 * Candidates by round (oldest first, so that a new round leaves those of earlier ones as they are),
 * question and problem, most typical first; none where the problem's count over everybody is hidden.
 * Nobody is quoted twice. Empty unless the survey asks for quotes; nobody is quoted from a round of
 * which some was counted elsewhere.
 *
 * @param tables after protection
 */
export function quoteCandidates(
  { problems }: Pick<CountTables, 'problems'>,
  survey: Survey,
  tallies: ReadonlyMap<string, Tally>,
): readonly QuoteCandidate[] {
  if (survey.privacy.quotes === 'none') return [];
  const reserved = groupNames(survey, tallies);
  const quoted = new Set<number>();
  const atHand = roundsAtHand(survey);
  return problems.filter(isOpen).flatMap(({ round, question, taxonomy, code, label }) => {
    const tally = tallies.get(round);
    if (tally === undefined || !atHand.includes(round)) return [];
    const isLarge = largeGroups(tally, survey);
    const speakers = quotableAnswers(tally.quotable, question, taxonomy, code)
      .filter(({ groups }) => isLarge(groups))
      .flatMap((answer) => speakerOf(answer, survey, reserved));
    return choose(byTypicality(speakers), quoted).map((quote) => ({
      ...{ round, question, taxonomy, code, label, quote },
    }));
  });
}

/** A problem as told by everybody, with its figures shown. */
function isOpen({ group, level, status }: ProblemRow): boolean {
  return group === 'all' && level === 1 && status === 'shown';
}

/** Values of groups, old and new; one of a single character (是, 男) names no unit. */
function groupNames(survey: Survey, tallies: ReadonlyMap<string, Tally>): Reserved {
  const { values } = reservedOf(survey, tallies.values());
  return { values: values.filter((value) => value.trim().length > 1), options: [] };
}

/** Whether somebody is one of many in every group, in this round. */
function largeGroups(
  tally: Tally,
  { groups }: Pick<Survey, 'groups'>,
): (values: readonly string[]) => boolean {
  const known = groups.map(() => new Map<string, boolean>());
  const isLarge = (g: number, value: string) => {
    const { n } = sumsOf(tally, RESPONDENTS, groups[g]!.id, value, USED);
    return n >= FEWEST_IN_GROUP;
  };
  return (values) =>
    values.every((value, g) => {
      const large = known[g]!.get(value) ?? isLarge(g, value);
      known[g]!.set(value, large);
      return large;
    });
}

/** What may be quoted of an answer; nothing where it may name a person, or the quote a unit. */
function speakerOf(
  answer: QuotableAnswer,
  { privacy, languages }: Pick<Survey, 'privacy' | 'languages'>,
  reserved: Reserved,
): readonly Speaker[] {
  const stretch = quotedStretch(answer);
  if (stretch === null || mayNamePerson(wordsIn(answer.text))) return [];
  const hits = findPersonal(answer.text);
  if (hits.some(({ type }) => type === 'name')) return [];
  const text = redactFound(answer.text, hits, privacy.personalData, languages[0]!, stretch);
  if (text === null) return [];
  const words = wordsIn(text);
  const { person, confidence } = answer;
  const { isWhole } = stretch;
  return touches(words, reserved) ? [] : [{ text, words, person, confidence, isWhole }];
}

/** The first few that say different things and come from people not quoted before. */
function choose(speakers: readonly Speaker[], quoted: Set<number>): readonly string[] {
  const chosen: Speaker[] = [];
  for (const one of speakers) {
    if (chosen.length === MOST_QUOTES) break;
    if (quoted.has(one.person) || chosen.some(({ words }) => isNear(words, one.words))) continue;
    quoted.add(one.person);
    chosen.push(one);
  }
  return chosen.map(({ text }) => text);
}
