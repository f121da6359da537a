/**
 * SurveyMonkey: two header records.
 *
 * The first names a question in the first column of its block and is blank in the others; the
 * second holds the option or row of each column, or a word like `Response`. A column is named
 * `question` where the second record says no more than that, else `question [option]`.
 * A chosen option's cell holds the option's text, others are empty.
 */
import type { RawRecord } from '../record.ts';
import { commonRoles } from './column-role.ts';
import { isMissingWord, isSkippedWord, type Layout } from './layout.ts';

/** Second-row words that add nothing to the question. */
const RESPONSE = /^(?:open-ended response|response|开放式回答|回答|答复|開放式回答|回覆)$/i;

/** First-row names of the columns before the questions. */
const RESPONDENT = /^respondent[ _]?id$/i;

/** @example header `Which films?,,` over `A,B` gives `Which films? [A]`, `Which films? [B]` */
export function surveymonkey(first: readonly RawRecord[]): Layout | null {
  const [questions, options] = first;
  if (!questions || !options || !RESPONDENT.test(clean(questions.cells[0]))) return null;
  // Below the respondent's id stands nothing, further right a word of SurveyMonkey's.
  if (clean(options.cells[0]) !== '') return null;
  if (!options.cells.some((cell) => RESPONSE.test(cell.trim()))) return null;
  const header = joinHeader(questions.cells, options.cells);
  return {
    format: 'surveymonkey',
    headerRows: 2,
    header,
    roles: commonRoles(header),
    cellIsMissing: isMissingWord,
    cellIsSkipped: isSkippedWord,
  };
}

function joinHeader(questions: readonly string[], options: readonly string[]): string[] {
  let block = '';
  return Array.from({ length: Math.max(questions.length, options.length) }, (_, column) => {
    const question = clean(questions[column]);
    const option = clean(options[column]);
    if (question !== '') block = question;
    if (option === '') return question;
    return RESPONSE.test(option) ? block : `${block} [${option}]`;
  });
}

function clean(cell: string | undefined): string {
  return (cell ?? '').trim();
}
