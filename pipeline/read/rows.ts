/** Which records are respondents, and what becomes of those that are not. */
import { parseNumber } from './cell.ts';
import type { OpenedExport } from './export.ts';
import { isBlank } from './record.ts';
import type { SetAsideReason } from './respondent.ts';

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

export interface ExcludeColumn {
  readonly position: number;
  readonly values: ReadonlySet<string>;
}

/** First cell of a row of sums that spreadsheet users put below their data. */
const TOTALS =
  /^(?:合计|总计|小计|总和|平均|平均值|平均分|合計|總計|小計|總和|total|sum|subtotal|average|mean)[:：]?$/i;

/**
 * Judges the records of one file: null for a respondent.
 *
 * @param weight position of the weight, or null without weights
 */
export function rowJudge(
  opened: OpenedExport,
  exclude: readonly ExcludeColumn[],
  weight: number | null,
): (cells: readonly string[]) => Refusal | null {
  const width = opened.header.length;
  const headers = opened.headerRecords
    .map(({ cells }) => cells.map((cell) => cell.trim()))
    .filter((header) => header.some((cell) => cell !== ''));
  return (cells) => {
    if (isBlank(cells)) return { kind: 'blank' };
    if (headers.some((header) => sameCells(header, cells))) return aside('repeated-header', '');
    const count = cells.length;
    if (count < width) return aside('too-few-cells', `${count} < ${width}`);
    if (count > width && !isBlank(cells.slice(width))) {
      return aside('too-many-cells', `${count} > ${width}`);
    }
    if (exclude.some(({ position, values }) => values.has((cells[position] ?? '').trim()))) {
      return { kind: 'excluded' };
    }
    if (TOTALS.test((cells[0] ?? '').trim())) return aside('totals-row', cells[0] ?? '');
    if (weight !== null && !isWeight(cells[weight] ?? '')) {
      const blamed = opened.header[weight] ?? '';
      return { ...aside('bad-weight', `${blamed}=${cells[weight]}`), blamed };
    }
    return null;
  };
}

function aside(reason: SetAsideReason, found: string): Refusal & { kind: 'aside' } {
  return { kind: 'aside', reason, found };
}

/** Weights beyond these could not be squared and summed exactly; no survey has them. */
const SMALLEST_WEIGHT = 1e-6;
const LARGEST_WEIGHT = 1e6;

/** Whether a cell holds a number that may weigh a respondent; 0 may. */
export function isWeight(cell: string): boolean {
  const value = parseNumber(cell);
  return value === 0 || (value !== null && value >= SMALLEST_WEIGHT && value <= LARGEST_WEIGHT);
}

/** Compares trimmed; cells beyond either's end count as blank. */
function sameCells(header: readonly string[], cells: readonly string[]): boolean {
  const width = Math.max(header.length, cells.length);
  for (let i = 0; i < width; i += 1) {
    if ((header[i] ?? '') !== (cells[i] ?? '').trim()) return false;
  }
  return true;
}
