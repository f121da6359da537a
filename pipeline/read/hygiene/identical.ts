/**
 * Rows that are equal in every answer: sent twice, or copied.
 *
 * Respondent id, times, names and what the tool tells of the device are left out, and so are
 * weights. Copies among real people's rows are what studies of fabricated interviews look for
 * (Kuriakose & Robbins 2016); in a short survey two people may also agree in everything.
 */
import { hashCells } from '../../hash.ts';
import type { ColumnRole } from '../exports/column-role.ts';
import { isMissingWord } from '../exports/layout.ts';
import type { Answer } from '../respondent.ts';
import type { FirstRows } from './first-rows.ts';

const NO_ANSWER: readonly ColumnRole['kind'][] = ['respondent', 'duration', 'personal', 'metadata'];

/**
 * Positions of the columns that make two rows equal.
 *
 * @param used columns of groups and questions, which count whatever their header looks like
 * @param design columns of the respondent's id and of the sampling design
 */
export function answerColumns(
  roles: readonly ColumnRole[],
  used: ReadonlySet<number>,
  design: ReadonlySet<number>,
): readonly number[] {
  return [...roles.keys()].filter(
    (at) => !design.has(at) && (used.has(at) || !NO_ANSWER.includes(roles[at]!.kind)),
  );
}

/** The row in which the same answers came first, or 0 where this is the first such row. */
export function firstAlike(
  cells: readonly string[],
  columns: readonly number[],
  row: number,
  seen: FirstRows,
): number {
  return seen.firstOf(hashCells(cells, columns), row);
}

/** Whether anything was answered: rows without any answer are alike, but say nothing. */
export function saysAnything(answers: readonly Answer[]): boolean {
  return answers.some((answer) => {
    if (answer.kind === 'text') {
      const text = answer.text.trim();
      return text !== '' && !isMissingWord(text);
    }
    return answer.kind === 'number' || (answer.kind === 'options' && answer.options.length > 0);
  });
}
