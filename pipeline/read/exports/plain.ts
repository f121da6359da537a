/** A table as anybody would write it: a header, then one row a respondent. */
import type { RawRecord } from '../record.ts';
import { type Layout, layoutOf } from './layout.ts';
import { mergedHeader, mergedHeaderRows } from './merged-header.ts';
import { bracketParts, partRoles, rolesOf } from './parts.ts';

/**
 * The layout of last resort.
 *
 * Of several header records the last one names the columns; where it is blank, the nearest one
 * above that is not. So a title line above the header does no harm. Merged cells tell how many
 * records there are, and give `stem [sub]`.
 */
export function plain(first: readonly RawRecord[], given: number | null = null): Layout {
  const headerRows = given ?? mergedHeaderRows(first) ?? 1;
  const records = first.slice(0, headerRows);
  const width = Math.max(0, ...records.map(({ cells }) => cells.length));
  const lastNames = Array.from({ length: width }, (_, column) => {
    const named = records.findLast(({ cells }) => (cells[column] ?? '').trim() !== '');
    return named?.cells[column] ?? '';
  });
  const header = mergedHeader(records) ?? lastNames;
  const parts = bracketParts(header, ')）]】');
  const roles = rolesOf(header, partRoles(parts, first.slice(headerRows), 'item'));
  return layoutOf({
    format: 'plain',
    headerRows,
    header,
    roles,
  });
}
