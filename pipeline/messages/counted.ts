/** What reading and counting came to, in words. */
import { rowsOf } from '../aggregate/rows.ts';
import { groupBy } from '../group-by.ts';
import { unaskedQuestions } from '../survey/question-in.ts';
import type { Survey } from '../survey/survey.ts';
import type { Counted, CountedFile } from '../tally/count-rounds.ts';
import { reasonList } from '../tally/reason-list.ts';
import { sumOf } from '../tally/sum-of.ts';
import { reasonsText, rowsLine } from './balance.ts';
import { hygieneLine, repeatedLine } from './hygiene.ts';
import type { MessageLang } from './message.ts';
import { noteText } from './notes.ts';
import { notice } from './notices.ts';

/**
 * Files and rounds one after the other: rows, cells that could not be used, what was odd.
 *
 * @param isListed whether what is set aside of a file stands in `private/set-aside.csv`
 */
export function countedLines(
  { files, duplicates, hygiene, kept }: Pick<Counted, 'files' | 'duplicates' | 'hygiene' | 'kept'>,
  survey: Survey,
  lang: MessageLang,
  isListed: (file: CountedFile) => boolean,
): readonly string[] {
  return [
    ...files.flatMap(rowsOf).map((row) => rowsLine(row, lang, kept.includes(row.round))),
    ...files.flatMap((one) => fileLines(one, lang, isListed(one))),
    ...roundLines({ duplicates, hygiene }, survey, lang),
  ];
}

/** Questions that rounds did not ask, ids that come again, what rules of hygiene flagged. */
export function roundLines(
  { duplicates, hygiene }: Pick<Counted, 'duplicates' | 'hygiene'>,
  survey: Survey,
  lang: MessageLang,
): readonly string[] {
  const byRound = groupBy(hygiene, (one) => one.round);
  return [
    ...unaskedQuestions(survey).map((one) => notice('not-asked', lang, one)),
    ...[...duplicates].map(([round, ids]) =>
      repeatedLine(round, ids, survey.hygiene.duplicates, lang),
    ),
    ...[...byRound].map(([round, counts]) => hygieneLine(round, counts, lang)),
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
