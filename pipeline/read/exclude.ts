/** Rows that are no respondents because the survey excludes a value of one of their columns. */
import { excerpt } from '../messages/excerpt.ts';
import { ownCopy } from '../own-copy.ts';
import type { Note } from './notes.ts';

/** What `exclude` says of one column of a file. */
export interface ExcludeColumn {
  readonly position: number;
  /** Whether a row with this cell is excluded; counts it. */
  readonly excludes: (cell: string) => boolean;
  /** Values that excluded nobody so far, beside those that the column has; null without any. */
  readonly unmatched: () => Note | null;
}

/** Different values kept of a column, so that memory stays flat, and those that are told. */
const KEPT = 200;
const TOLD = 5;
const EXCERPT = 40;

/**
 * @param values of survey.yaml; `''` excludes rows whose cell is blank
 * @param header name of the column, and the row it stands in
 */
export function excludeColumn(
  position: number,
  values: readonly string[],
  header: { readonly column: string; readonly row: number },
): ExcludeColumn {
  const wanted = new Map(values.map((value) => [value.trim(), { n: 0, excludes: true }]));
  const seen = new Map(wanted);
  return {
    position,
    excludes: (cell) => {
      const value = cell.trim();
      const known = seen.get(value);
      if (known === undefined) {
        if (seen.size < wanted.size + KEPT) seen.set(ownCopy(value), { n: 1, excludes: false });
        return false;
      }
      known.n += 1;
      return known.excludes;
    },
    unmatched: () => {
      const none = [...wanted].filter(([, { n }]) => n === 0).map(([value]) => quoted(value));
      if (none.length === 0) return null;
      const there = [...seen].filter(([, { n }]) => n > 0).sort(([, a], [, b]) => b.n - a.n);
      const told = there.slice(0, TOLD).map(([value, { n }]) => `${quoted(value)} (${n})`);
      const has = [...told, ...(there.length > TOLD ? ['…'] : [])].join(', ');
      const found = { wanted: none.join(', '), has: has === '' ? '—' : has };
      return { kind: 'exclude-unmatched', ...header, count: none.length, values: found };
    },
  };
}

/** In quotes, so that a blank is seen. */
function quoted(value: string): string {
  return `"${excerpt(value, EXCERPT)}"`;
}
