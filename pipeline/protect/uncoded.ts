/** Numbers the candidate themes of uncoded answers, and picks what may be published of them. */
import type { CountTables, UncodedRow } from '../aggregate/tables.ts';
import { namesOf } from '../aggregate/uncoded/names.ts';
import type { UncodedTheme } from '../aggregate/uncoded/themes.ts';
import { groupBy } from '../group-by.ts';
import type { Survey } from '../survey/survey.ts';
import type { Tally } from '../tally/tally.ts';
import { mayPublish, reservedOf } from './phrases.ts';

export interface NumberedTheme extends UncodedTheme {
  /** Running number within its round, question and taxonomy. */
  readonly theme: number;
  /** Phrases that may be published, strongest first; often none. */
  readonly published: readonly string[];
}

/**
 * Themes of which something may be published come first, so that their numbers run on and tell
 * nothing of the others. Where a round's count of uncoded answers is hidden, nothing is published:
 * a phrase would say that there are some.
 *
 * Coding is counted over all taxonomies of a question; where it has several, those of a phrase
 * must also be large enough by themselves.
 *
 * @param tables after protection
 */
export function numberThemes(
  themes: readonly UncodedTheme[],
  { coding, problems }: Pick<CountTables, 'coding' | 'problems'>,
  survey: Survey,
  tallies: ReadonlyMap<string, Tally>,
): readonly NumberedTheme[] {
  const reserved = reservedOf(survey, tallies.values());
  const isShown = ({ round, question, taxonomy }: UncodedTheme) =>
    coding.some(
      (row) =>
        row.round === round &&
        row.question === question &&
        row.status === 'uncoded' &&
        row.shown === 'yes',
    ) &&
    // Of a taxonomy whose coded answers are hidden, a phrase would bound them from above.
    problems.some(
      (row) =>
        row.round === round &&
        row.question === question &&
        row.taxonomy === taxonomy &&
        row.group === 'all' &&
        row.level === 0 &&
        row.status === 'shown',
    );
  const judged = themes.map((theme) => {
    const sound = isShown(theme)
      ? theme.phrases.filter((phrase) => mayPublish(phrase, survey, reserved))
      : [];
    return { ...theme, published: namesOf(sound).map((phrase) => phrase.text) };
  });
  const lists = groupBy(judged, (one) => [one.round, one.question, one.taxonomy].join('\u0001'));
  return [...lists.values()].flatMap((list) => {
    const isOpen = (one: { published: readonly string[] }) => one.published.length > 0;
    const ordered = [...list.filter(isOpen), ...list.filter((one) => !isOpen(one))];
    return ordered.map((one, i) => ({ ...one, theme: i + 1 }));
  });
}

/** uncoded.csv: one line a phrase. */
export function uncodedRows(themes: readonly NumberedTheme[]): readonly UncodedRow[] {
  return themes.flatMap(({ round, question, taxonomy, theme, published }) =>
    published.map((phrase) => ({ round, question, taxonomy, theme, phrase })),
  );
}
