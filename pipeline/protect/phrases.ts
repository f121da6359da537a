/**
 * Which phrases of respondents may be published: those of which nobody can be the only source, and
 * that name neither a person nor a unit.
 */

import type { UsedPhrase } from '../aggregate/uncoded/themes.ts';
import { countUnits } from '../aggregate/uncoded/units.ts';
import { NO_VALUE } from '../read/respondent.ts';
import type { Survey } from '../survey/survey.ts';
import { optionOf } from '../tally/items.ts';
import { itemsOf, valuesOf } from '../tally/look-up.ts';
import type { Tally } from '../tally/tally.ts';
import { fold } from '../taxonomy/fold.ts';
import { mayNamePerson } from './person-names.ts';

/** Words that a phrase must stay clear of, each as folded words between blanks. */
export interface Reserved {
  /** Values of groups, old and new: a phrase may neither hold one nor be part of one. */
  readonly values: readonly string[];
  /** Options of closed questions: a phrase may not hold one. */
  readonly options: readonly string[];
}

/** Units that must share a phrase. */
const FEWEST_UNITS = 2;

/** @param phrase as found; its respondents are those of the sample, so never too many */
export function mayPublish(phrase: UsedPhrase, survey: Survey, reserved: Reserved): boolean {
  return (
    phrase.answers.length >= survey.privacy.minimum &&
    (countUnits(phrase.answers, survey) ?? 0) >= FEWEST_UNITS &&
    isOrdinary(phrase.text) &&
    !mayNamePerson(phrase.words) &&
    !touches(phrase.words, reserved)
  );
}

const ORDINARY = /^(?:\p{Script=Han}|[a-z]+| )+$/u;
const SHORT_WORDS = new Set(
  'a an as at be by do go if in is it me my no of on or so to up us we'.split(' '),
);

/** Han characters, and Latin words that look like words: small letters, and a vowel among them. */
function isOrdinary(text: string): boolean {
  const latin = text.match(/[a-z]+/g) ?? [];
  return (
    ORDINARY.test(text) &&
    latin.every((one) => SHORT_WORDS.has(one) || /^(?=.*[aeiouy])[a-z]{3,20}$/.test(one))
  );
}

/** Whether folded words hold a reserved one, or are part of a group's value. */
export function touches(words: readonly string[], { values, options }: Reserved): boolean {
  const phrase = spaced(words);
  return (
    values.some((value) => phrase.includes(value) || value.includes(phrase)) ||
    options.some((option) => phrase.includes(option))
  );
}

/** What the survey names, and what was found in its data, in any round. */
export function reservedOf(survey: Survey, tallies: Iterable<Tally>): Reserved {
  const found = [...tallies];
  const values = survey.groups.flatMap((group) => [
    ...[...group.aliases].flat(),
    ...found.flatMap((tally) =>
      survey.questions.flatMap((question) =>
        valuesOf(tally, question.id, group.id).flatMap((value) => [value, ...value.split('/')]),
      ),
    ),
  ]);
  const options = survey.questions.flatMap((question) => {
    if (question.type === 'open' || question.type === 'number') return [];
    const declared = question.type === 'scale' ? [] : question.options;
    const labels = [...question.labels.values()].flatMap((label) => Object.values(label));
    const chosen = found.flatMap((tally) =>
      itemsOf(tally, question.id).flatMap((item) => optionOf(item) ?? []),
    );
    return [...declared, ...labels, ...[...question.aliases].flat(), ...chosen];
  });
  return { values: wordy(values.filter((one) => one !== NO_VALUE)), options: wordy(options) };
}

/** Folded words of a text: Han characters, and Latin words and numbers. @example wordsIn('經費 ok') // ['经', '费', 'ok'] */
export function wordsIn(text: string): readonly string[] {
  return fold(text).match(WORD) ?? [];
}

const WORD = /\p{Script=Han}|[a-z0-9\u00df-\u024f]+/gu;

/** Each text as folded words between blanks; texts without words are left out. */
function wordy(texts: readonly string[]): readonly string[] {
  const all = new Set(texts.map((text) => spaced(wordsIn(text))));
  return [...all].filter((one) => one.trim() !== '');
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
