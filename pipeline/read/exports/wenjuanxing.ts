/**
 * 问卷星: one header record; the same answers come by option text and by option number.
 *
 * Columns before the questions are fixed; questions are `1、题干`, columns of one option or matrix
 * row `第6题(运动)`. Multiple choice is one column joined by ┋ in the text file, one 0/1 column an
 * option in the number file. There -3 means not shown and -2 not answered, in words (跳过) and (空).
 */
import type { RawRecord } from '../record.ts';
import { commonRoles } from './column-role.ts';
import { isMissingWord, isSkippedWord, type Layout } from './layout.ts';

const METADATA: ReadonlySet<string> = new Set([
  '序号',
  '提交答卷时间',
  '所用时间',
  '来源',
  '来源详情',
  '来自IP',
]);
const QUESTION = /^(?:\d{1,3}[、：:]|第\d{1,3}题[(（])/;
const OPTION_COLUMN = /^(?:第\d{1,3}题|\d{1,3}[、：:]).*[(（].*[)）]$/;

/** Fewest of the fixed columns; files without 来源详情 or with an extra column occur. */
const ENOUGH_METADATA = 4;

/** Recognises both files, also where the fixed columns are blank. */
export function wenjuanxing(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map((cell) => cell.trim());
  if (names.filter((name) => METADATA.has(name)).length < ENOUGH_METADATA) return null;
  if (!names.some((name) => QUESTION.test(name))) return null;
  const numbers = holdsNumbers(names, first.slice(1));
  return {
    format: numbers ? 'wenjuanxing-number' : 'wenjuanxing-text',
    headerRows: 1,
    header,
    roles: commonRoles(header),
    cellIsMissing: (cell) => isMissingWord(cell) || (numbers && cell === '-2'),
    cellIsSkipped: (cell) => isSkippedWord(cell) || (numbers && cell === '-3'),
  };
}

/** By number: option columns of only 0, 1 and codes, or else no words in any question. */
function holdsNumbers(names: readonly string[], records: readonly RawRecord[]): boolean {
  const cellsOf = (pattern: RegExp) =>
    names.flatMap((name, column) =>
      pattern.test(name)
        ? records.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '')
        : [],
    );
  const options = cellsOf(OPTION_COLUMN);
  if (options.length > 0 && options.every((cell) => /^(?:0|1|-2|-3)$/.test(cell))) return true;
  const all = cellsOf(QUESTION);
  return all.length > 0 && all.every((cell) => /^-?\d+$/.test(cell));
}
