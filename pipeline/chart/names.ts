/** How codes, groups, values and options are called in a language. */
import { pointLabel } from '../survey/question-in.ts';
import type { Group, Question, Round } from '../survey/survey.ts';
import type { Lang } from '../survey/text.ts';
import type { CodeEntry, Taxonomy } from '../taxonomy/taxonomy.ts';
import { clean } from './text.ts';
import { CHART_WORDS } from './words.ts';

/** The value of a group that a respondent left empty, as tables write it. */
const NO_VALUE = '(未填)';

/** Every code of a taxonomy by its id, problems and sub-problems. */
export function entriesOf(taxonomy: Taxonomy): ReadonlyMap<string, CodeEntry> {
  return new Map(
    taxonomy.problems.flatMap((one) => [one, ...one.subproblems]).map((one) => [one.id, one]),
  );
}

/** @example codeName(entry, 'zh-Hans') // 'A6 经费无保证' */
export function codeName(entry: CodeEntry, lang: Lang): string {
  const label = clean(entry.labels[lang]);
  const id = clean(entry.id);
  return label === id || label === '' ? id : `${id} ${label}`;
}

/** The name of a code by its id, which stands for itself where the taxonomy has no such code. */
export function nameOfCode(
  entries: ReadonlyMap<string, CodeEntry>,
  code: string,
  lang: Lang,
): string {
  const entry = entries.get(code);
  return entry === undefined ? code : codeName(entry, lang);
}

/** A group's value; of a nested one, `parent/child`, the child alone. */
export function valueName(value: string, group: Group, lang: Lang): string {
  const own = group.within === null ? value : value.slice(value.indexOf('/') + 1);
  return own === NO_VALUE ? CHART_WORDS[lang].notGiven : clean(own);
}

/** The parent's value of a nested group's value. */
export function parentName(value: string, lang: Lang): string {
  const parent = value.slice(0, Math.max(0, value.indexOf('/')));
  return parent === NO_VALUE ? CHART_WORDS[lang].notGiven : clean(parent);
}

/** An option of a closed question, or a point of a scale (as it is in the question's own form). */
export function optionName(question: Question, option: string, lang: Lang): string {
  if (question.type === 'scale') {
    const label = pointLabel(question, option)?.[lang] ?? option;
    return clean(label === option ? option : `${option} ${label}`);
  }
  const label = 'labels' in question ? question.labels.get(option)?.[lang] : undefined;
  return clean(label ?? option);
}

export function roundName(round: Round, lang: Lang): string {
  return clean(round.label[lang]);
}

export function questionName(question: Question, lang: Lang): string {
  return clean(question.label[lang]);
}
