/** Which records are respondents, and what becomes of those that are not. */
import { parseNumber } from './cell.ts';
import type { DesignReader } from './design.ts';
import type { ExcludeColumn } from './exclude.ts';
import type { OpenedExport } from './export.ts';
import { isBlank } from './record.ts';
import type { SetAsideReason } from './respondent.ts';
import type { IsTotals } from './totals.ts';

export type Refusal =
  /** No record at all: a blank line, or only delimiters. Not counted. */
  | { readonly kind: 'blank' }
  /** The survey says that such rows are no respondents. */
  | { readonly kind: 'excluded' }
  | {
      readonly kind: 'aside';
      readonly reason: SetAsideReason;
      readonly found: string;
      /** Header of the cell to blame, where it is one. */
      readonly blamed?: string;
    };

/** Headers that are enough to know a repeated one by. */
const NAMED = 3;

/** @param weight what `weightReader` makes of the cells */
export type RowJudge = (cells: readonly string[], weight: number | null) => Refusal | null;

/**
 * Judges the records of one file: null for a respondent.
 *
 * @param position of the weight, or null without weights
 */
export function rowJudge(
  opened: OpenedExport,
  exclude: readonly ExcludeColumn[],
  position: number | null,
  isTotals: IsTotals,
): RowJudge {
  const width = opened.header.length;
  const headers = opened.headerRecords
    .map(({ cells }) => cells.map((cell) => cell.trim()))
    .filter((header) => header.some((cell) => cell !== ''));
  return (cells, weight) => {
    if (isBlank(cells)) return { kind: 'blank' };
    if (headers.some((header) => sameCells(header, cells))) {
      const names = cells.filter((cell) => cell.trim() !== '');
      const more = names.length > NAMED ? ' | …' : '';
      return aside('repeated-header', names.slice(0, NAMED).join(' | ') + more);
    }
    const count = cells.length;
    if (count < width) return aside('too-few-cells', `${count} < ${width}`);
    if (count > width && !isBlank(cells.slice(width))) {
      return aside('too-many-cells', `${count} > ${width}`);
    }
    let excluded = false;
    // Each column is asked, so that each of its values is counted.
    for (const one of exclude) if (one.excludes(cells[one.position] ?? '')) excluded = true;
    if (excluded) return { kind: 'excluded' };
    if (isTotals(cells)) return aside('totals-row', cells[0] ?? '');
    if (weight !== null || position === null) return null;
    const blamed = opened.header[position] ?? '';
    return { ...aside('bad-weight', `${blamed}=${cells[position]}`), blamed };
  };
}

/** Refuses a record that does not say how it was drawn, where the survey asks for that. */
export function designRefusal(
  cells: readonly string[],
  { missing }: DesignReader,
  header: readonly string[],
): Refusal | null {
  const position = missing(cells);
  if (position === null) return null;
  const blamed = header[position] ?? '';
  return { ...aside('bad-design', `${blamed}=${cells[position] ?? ''}`), blamed };
}

function aside(reason: SetAsideReason, found: string): Refusal & { kind: 'aside' } {
  return { kind: 'aside', reason, found };
}

/** Weights beyond these could not be squared and summed exactly; no survey has them. */
const SMALLEST_WEIGHT = 1e-6;
const LARGEST_WEIGHT = 1e6;

/** The number in a cell if it may weigh a respondent, else null; 0 may. */
export function weightOf(cell: string): number | null {
  const value = parseNumber(cell);
  if (value === null || value === 0) return value;
  return value >= SMALLEST_WEIGHT && value <= LARGEST_WEIGHT ? value : null;
}

/** Reads the weight of a record. @param position null without weights, when everybody weighs 1 */
export function weightReader(position: number | null): (cells: readonly string[]) => number | null {
  return position === null ? () => 1 : (cells) => weightOf(cells[position] ?? '');
}

/** Compares trimmed; cells beyond either's end count as blank. */
function sameCells(header: readonly string[], cells: readonly string[]): boolean {
  const width = Math.max(header.length, cells.length);
  for (let i = 0; i < width; i += 1) {
    if ((header[i] ?? '') !== (cells[i] ?? '').trim()) return false;
  }
  return true;
}
