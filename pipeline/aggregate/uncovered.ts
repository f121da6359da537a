/** Respondents whom no head-count covers. */
import { isUnplaced, NO_VALUE } from '../read/respondent.ts';
import type { ResponseRow } from './tables.ts';

/**
 * Whether nobody is counted where these respondents are; of a value left empty, in the value that
 * it lies in.
 *
 * @param rows of the same round, before anything is hidden
 */
export function isUncovered(row: ResponseRow, rows: readonly ResponseRow[]): boolean {
  if (row.status !== 'no-base') return false;
  if (!isUnplaced(row.value)) return true;
  const known = row.value.slice(0, Math.max(0, row.value.indexOf(NO_VALUE) - 1));
  const isCounted = rows.some(({ value, status }) => value === known && status === 'shown');
  return known !== '' && !isCounted;
}
