/** Candidate themes of a survey: what uncoded answers speak of, by round, question and taxonomy. */
import { isCountedElsewhere } from '../../survey/counted-elsewhere.ts';
import type { OpenQuestion } from '../../survey/survey.ts';
import type { Codebook } from '../../tally/codebook.ts';
import { statusItem } from '../../tally/items.ts';
import { sampledAnswers } from '../../tally/look-up.ts';
import type { SampledAnswer } from '../../tally/sample.ts';
import type { Tally } from '../../tally/tally.ts';
import type { Counts } from '../aggregate.ts';
import { taxonomiesOf } from '../open.ts';
import { groupPhrases, type PhraseGroup } from './grouping.ts';
import { keyPhrases } from './phrases.ts';

/** Themes of one round, question and taxonomy that a person can be asked to read. */
const MOST_THEMES = 20;

/** Respondents are those of the tally's sample: all, if there are few enough. */
export interface UncodedTheme {
  readonly round: string;
  readonly question: string;
  readonly taxonomy: string;
  /** Strongest first; at least one. */
  readonly phrases: readonly UsedPhrase[];
  /** Answers with any of the phrases, in the sample's order, which is a random one. */
  readonly answers: readonly SampledAnswer[];
}

export interface UsedPhrase {
  /** As respondents spell it. */
  readonly text: string;
  /** Its folded words. */
  readonly words: readonly string[];
  readonly answers: readonly SampledAnswer[];
}

/**
 * Themes with the most respondents first, within each round (oldest first), question and taxonomy;
 * none of rounds of which some was counted elsewhere: what is at hand is no even sample of them.
 */
export function uncodedThemes({ survey, codebook, tallies }: Counts): readonly UncodedTheme[] {
  return survey.rounds.flatMap((one) => {
    const { id: round } = one;
    const tally = tallies.get(round);
    if (tally === undefined || isCountedElsewhere(one)) return [];
    return survey.questions.flatMap((question) =>
      question.type === 'open' ? themesOf(round, question, tally, codebook) : [],
    );
  });
}

function themesOf(
  round: string,
  question: OpenQuestion,
  tally: Tally,
  codebook: Codebook,
): readonly UncodedTheme[] {
  return taxonomiesOf({ question, codebook }).flatMap(({ id: taxonomy }) => {
    const answersWith = (status: 'uncoded' | 'coded') =>
      sampledAnswers(tally, question.id, statusItem(taxonomy, status));
    const uncoded = answersWith('uncoded');
    const texts = (answers: readonly SampledAnswer[]) => answers.map((one) => one.text);
    const phrases = keyPhrases(texts(uncoded), texts(answersWith('coded')));
    return groupPhrases(phrases, uncoded.length)
      .toSorted((a, b) => b.answers.length - a.answers.length) // stable: of equals the stronger
      .slice(0, MOST_THEMES)
      .map((group) => ({ round, question: question.id, taxonomy, ...withAnswers(group, uncoded) }));
  });
}

function withAnswers(group: PhraseGroup, uncoded: readonly SampledAnswer[]) {
  const at = (places: readonly number[]) => places.map((place) => uncoded[place]!);
  return {
    phrases: group.phrases.map(({ text, words, answers }) => ({
      text,
      words,
      answers: at(answers),
    })),
    answers: at(group.answers),
  };
}
