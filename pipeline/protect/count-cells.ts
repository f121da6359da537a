/** Published head-counts as cells to protect, and their names. */
import type { Where } from '../aggregate/tables.ts';
import type { CountCell } from './suppress.ts';

export type Kind =
  | 'base' // respondents of a taxonomy with a substantive answer
  | 'code'
  | 'theme-base'
  | 'theme'
  | 'answered' // respondents who answered a closed question
  | 'option'
  | 'mean' // stands for mean and sd, which are equations over the options
  | 'pair'
  | 'status'
  | 'used' // respondents of a round
  | 'again' // a code in a variant of the main table
  | 'asked' // respondents of a taxonomy, whether they answered or not
  | 'mentions' // problems mentioned, each of a respondent's counted
  | 'respondents' // of a round in a group value
  | 'covered'; // of a round in group values with a head-count

/** A published head-count and what it counts. */
export interface Count extends CountCell, Where {
  readonly name: string;
  readonly kind: Kind;
  /** Taxonomy, code, theme, option or status, by kind. */
  readonly item: string;
  readonly dependents: string[];
}

/** The name of a cell: unique, and made from the row alone. */
export function cellName(kind: Kind, where: Where, item: string): string {
  return [kind, where.round, where.question, where.group, where.value, item].join('\u0001');
}

/** The place of a figure over everybody in a round. */
export function whole(row: { readonly round: string; readonly question: string }): Where {
  return { round: row.round, question: row.question, group: 'all', value: '' };
}

/** Adds a count, or gives the one that is there under the same name. */
export type Add = (
  kind: Kind,
  where: Where,
  item: string,
  n: number,
  primary: boolean,
  fixed?: boolean,
) => Count;
