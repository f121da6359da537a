/** What reading and counting came to, in words. */
import { rowsOf } from '../aggregate/rows.ts';
import { groupBy } from '../group-by.ts';
import { unaskedQuestions } from '../survey/question-in.ts';
import type { Survey } from '../survey/survey.ts';
import type { Counted, CountedFile } from '../tally/count-rounds.ts';
import { reasonList } from '../tally/reason-list.ts';
import { sumOf } from '../tally/sum-of.ts';
import { unusedTaxonomies, withoutTaxonomy } from '../tally/without-taxonomy.ts';
import { reasonsText, rowsLine } from './balance.ts';
import { hygieneLine, repeatedLine } from './hygiene.ts';
import { COMMA, type MessageLang } from './message.ts';
import { noteText } from './notes.ts';
import { notice } from './notices.ts';

/**
 * Files and rounds one after the other: rows, cells that could not be used, what was odd.
 *
 * @param isListed whether what is set aside of a file stands in `private/set-aside.csv`
 */
export function countedLines(
  counted: Pick<Counted, 'files' | 'duplicates' | 'hygiene' | 'kept' | 'tallies'>,
  survey: Survey,
  lang: MessageLang,
  isListed: (file: CountedFile) => boolean,
): readonly string[] {
  const { files, kept } = counted;
  return [
    ...files.flatMap(rowsOf).map((row) => rowsLine(row, lang, kept.includes(row.round))),
    ...files.flatMap((one) => fileLines(one, lang, isListed(one))),
    ...roundLines(counted, survey, lang),
  ];
}

/** Questions that rounds did not ask, groups without a taxonomy, ids that come again, what rules of hygiene flagged. */
export function roundLines(
  { duplicates, hygiene, tallies }: Pick<Counted, 'duplicates' | 'hygiene' | 'tallies'>,
  survey: Survey,
  lang: MessageLang,
): readonly string[] {
  const byRound = groupBy(hygiene, (one) => one.round);
  return [
    ...unaskedQuestions(survey).map((one) => notice('not-asked', lang, one)),
    ...taxonomyLines(tallies, survey, lang),
    ...[...duplicates].map(([round, ids]) =>
      repeatedLine(round, ids, survey.hygiene.duplicates, lang),
    ),
    ...[...byRound].map(([round, counts]) => hygieneLine(round, counts, lang)),
  ];
}

/** Values listed before the rest is only counted. */
const LISTED = 5;
const MORE = {
  'zh-Hans': (all: number) => ` 等 ${all} 个`,
  en: (all: number) => ` and others, ${all} in all`,
} as const;

function taxonomyLines(
  tallies: Counted['tallies'],
  survey: Survey,
  lang: MessageLang,
): readonly string[] {
  const labelOf = (group: string) => survey.groups.find(({ id }) => id === group)!.label[lang];
  const quoted = (value: string) => (lang === 'en' ? `"${value}"` : `“${value}”`);
  return [
    ...withoutTaxonomy(tallies, survey).map(({ round, question, group, values }) => {
      const named = values.slice(0, LISTED).map(({ value }) => quoted(value));
      const more = values.length > LISTED ? MORE[lang](values.length) : '';
      return notice('without-taxonomy', lang, {
        ...{
          round,
          question,
          group: labelOf(group),
          values: named.join(COMMA[lang]) + more,
        },
        respondents: values.reduce((sum, one) => sum + one.respondents, 0),
      });
    }),
    ...unusedTaxonomies(tallies, survey).map(({ question, group, value, near }) =>
      notice('unused-taxonomy', lang, {
        ...{ question, group: labelOf(group), value },
        near: near === '' ? '' : notice('near-value', lang, { near }),
      }),
    ),
  ];
}

function fileLines(
  { file, account }: CountedFile,
  lang: MessageLang,
  isListed: boolean,
): readonly string[] {
  const count = sumOf(account.cells);
  const reasons = reasonsText(reasonList(account.cells), lang);
  const key = isListed ? 'cells' : 'cells-unlisted';
  return [
    ...(count > 0 ? [notice(key, lang, { file: file.name, count, reasons })] : []),
    ...file.notes().map((note) => noteText(file.name, note, lang)),
  ];
}
