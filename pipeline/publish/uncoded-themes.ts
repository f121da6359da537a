/** private/uncoded-themes.csv: what a person should read before changing a taxonomy. */
import { namesOf } from '../aggregate/uncoded/names.ts';
import { countUnits } from '../aggregate/uncoded/units.ts';
import { BOM, csvText } from '../csv.ts';
import type { NumberedTheme } from '../protect/uncoded.ts';
import { redact } from '../redact/redact.ts';
import type { Survey } from '../survey/survey.ts';

const COLUMNS = [
  'round',
  'question',
  'taxonomy',
  'theme',
  'phrases',
  'respondents',
  'groups',
  'examples',
];
const EXAMPLES = 3;
const BETWEEN_EXAMPLES = ' ┋ ';

/**
 * One line a theme. `respondents` and `groups` (different values of the innermost group) are of
 * the sample; examples are different answers in the respondents' own words, but for personal data.
 */
export function uncodedThemesCsv(themes: readonly NumberedTheme[], survey: Survey): string {
  const { personalData } = survey.privacy;
  const language = survey.languages[0]!;
  const rows = themes.map(({ round, question, taxonomy, theme, phrases, answers }) => [
    round,
    question,
    taxonomy,
    theme,
    namesOf(phrases)
      .map((phrase) => phrase.text)
      .join(';'),
    answers.length,
    countUnits(answers, survey),
    [...new Set(answers.flatMap(({ text }) => redact(text, personalData, language) ?? []))]
      .slice(0, EXAMPLES)
      .join(BETWEEN_EXAMPLES),
  ]);
  return BOM + csvText([COLUMNS, ...rows]);
}
