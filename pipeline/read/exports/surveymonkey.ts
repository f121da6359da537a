/**
 * SurveyMonkey: two header records.
 *
 * The first names a question in the first column of its block and is blank in the others; the
 * second holds the option or row of each column, or a word like `Response`. A column is named
 * `question` where the second record says no more than that, else `question [option]`.
 * A chosen option's cell holds the option's text, others are empty.
 */
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Part, partRoles, rolesOf } from './parts.ts';

/** Second-row words that add nothing to the question. */
const RESPONSE =
  /^(?:open-ended response|response|开放式回答|回答|答复|开放式回复|開放式回答|回覆)$/i;

/** First-row names of the columns before the questions. */
const RESPONDENT = /^respondent[ _]?id$/i;
const METADATA = /^(?:date[ _]created|date[ _]modified|custom(?: data)?[ _]\d+|collector[ _]?id)$/i;
const PERSONAL = /^(?:ip_address|email_address|first_name|last_name)$/i;

/** @example header `Which films?,,` over `A,B` gives `Which films? [A]`, `Which films? [B]` */
export function surveymonkey(first: readonly RawRecord[]): Layout | null {
  const [questions, options] = first;
  if (!questions || !options || !RESPONDENT.test(clean(questions.cells[0]))) return null;
  // Below the respondent's id stands nothing, further right a word of SurveyMonkey's.
  if (clean(options.cells[0]) !== '') return null;
  if (!options.cells.some((cell) => RESPONSE.test(cell.trim()))) return null;
  const columns = joinHeader(questions.cells, options.cells);
  const header = columns.map(({ question, option }) =>
    option === '' ? question : `${question} [${option}]`,
  );
  return layoutOf({
    format: 'surveymonkey',
    headerRows: 2,
    header,
    roles: rolesOf(header, ownRoles(columns, first.slice(2))),
  });
}

interface Named {
  readonly question: string;
  /** Empty where the second record adds nothing. */
  readonly option: string;
}

function joinHeader(questions: readonly string[], options: readonly string[]): readonly Named[] {
  let block = '';
  return Array.from({ length: Math.max(questions.length, options.length) }, (_, column) => {
    const question = clean(questions[column]);
    const option = clean(options[column]);
    if (question !== '') block = question;
    if (option === '') return { question, option };
    return { question: block, option: RESPONSE.test(option) ? '' : option };
  });
}

function ownRoles(columns: readonly Named[], records: readonly RawRecord[]) {
  const parts = columns.flatMap(({ question, option }, column): Part[] =>
    option === '' ? [] : [{ column, question, part: option }],
  );
  const roles = new Map<number, ColumnRole>(partRoles(parts, records));
  columns.forEach(({ question, option }, column) => {
    if (option !== '') return;
    if (METADATA.test(question)) roles.set(column, { kind: 'metadata' });
    if (PERSONAL.test(question)) roles.set(column, { kind: 'personal' });
  });
  return roles;
}

function clean(cell: string | undefined): string {
  return (cell ?? '').trim();
}
