/**
 * 问卷星: one header record; the same answers come by option text and by option number.
 *
 * Columns before the questions are fixed; questions are `1、题干`, columns of one option or matrix
 * row `第6题(运动)` or `6、题干(运动)`. Multiple choice is one column joined by ┋ in the text file (a
 * ranking by →), one 0/1 column an option in the number file. There -3 means not shown and -2 not
 * answered, in words (跳过) and (空).
 */
import { groupBy } from '../../group-by.ts';
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { isMissingWord, isSkippedWord, type Layout, layoutOf } from './layout.ts';
import { asksForWords, bracketed, filledCells, type Part, partRoles, rolesOf } from './parts.ts';

const METADATA: ReadonlySet<string> = new Set([
  '序号',
  '提交答卷时间',
  '所用时间',
  '来源',
  '来源详情',
  '来自IP',
]);
const BLOCK = /^第(\d{1,3})题[(（](.*)[)）]$/s;
const NUMBERED = /^(\d{1,3})[、：:](.*)$/s;
const CODE = /^(?:0|1|-2|-3)$/;

/** Fewest of the fixed columns; files without 来源详情 or with an extra column occur. */
const ENOUGH_METADATA = 4;

/** Recognises both files, also where the fixed columns are blank. */
export function wenjuanxing(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map((cell) => cell.trim());
  const known = names.filter((name) => METADATA.has(name)).length;
  const isBlock = names.some((name) => BLOCK.test(name)) && names.includes('序号');
  if (!isBlock && (known < ENOUGH_METADATA || !names.some((name) => NUMBERED.test(name)))) {
    return null;
  }
  const records = first.slice(1);
  const parts = partsOf(names);
  const roles = rolesOf(header, ownRoles(names, parts, records));
  const numbers = holdsNumbers(names, parts, records);
  const layout = (byNumber: boolean, byText: Layout | null) =>
    layoutOf({
      format: byNumber ? 'wenjuanxing-number' : 'wenjuanxing-text',
      headerRows: 1,
      header,
      roles,
      separators: ['┋', '→'],
      cellIsMissing: (cell) => isMissingWord(cell) || (byNumber && cell === '-2'),
      cellIsSkipped: (cell) => isSkippedWord(cell) || (byNumber && cell === '-3'),
      byText,
    });
  return numbers === null ? layout(true, layout(false, null)) : layout(numbers, null);
}

/** Number of the question that a column belongs to, or null: 6 for `第6题(运动)` and `6、爱好`. */
export function questionNumber(header: string): number | null {
  const found = BLOCK.exec(header.trim()) ?? NUMBERED.exec(header.trim());
  return found === null ? null : Number(found[1]);
}

/** Columns of options and matrix rows; their question is the stem, or 第6题 where no column has it. */
function partsOf(names: readonly string[]): readonly Part[] {
  const numbered = names.flatMap((name, column) => {
    const number = questionNumber(name);
    return number === null ? [] : [{ column, number: String(number), name }];
  });
  return [...groupBy(numbered, ({ number }) => number)].flatMap(([number, block]) => {
    // Alone, `5、重视程度（1-5分）` is a question with a remark.
    const split = block.flatMap(({ column, name }) => {
      const whole = BLOCK.exec(name)?.[2];
      if (whole !== undefined) return [{ column, stem: '', part: whole.trim() }];
      const found = block.length > 1 ? bracketed(NUMBERED.exec(name)![2]!, ')）]】') : null;
      return found === null ? [] : [{ column, ...found }];
    });
    const question = split.find(({ stem }) => stem !== '')?.stem ?? `第${number}题`;
    return split.map(({ column, part }) => ({ column, question, part }));
  });
}

function ownRoles(
  names: readonly string[],
  parts: readonly Part[],
  records: readonly RawRecord[],
): ReadonlyMap<number, ColumnRole> {
  const roles = new Map(partRoles(parts, records, 'item'));
  names.forEach((name, column) => {
    const number = questionNumber(name);
    const block = parts.find((one) => questionNumber(names[one.column]!) === number);
    const words = /填空$|〖.*〗$/.test(name) || asksForWords(name);
    if (number !== null && block && words && !parts.some((one) => one.column === column)) {
      roles.set(column, { kind: 'fill-in', question: block.question });
    }
    if (name === '总分') roles.set(column, { kind: 'metadata' });
  });
  return roles;
}

/**
 * By number: a question of 0/1 columns, or codes and no words. Null where all are whole numbers,
 * as they are by text too while nobody chose a word: a scale, or how old somebody is.
 */
function holdsNumbers(
  names: readonly string[],
  parts: readonly Part[],
  records: readonly RawRecord[],
): boolean | null {
  const options = [...groupBy(parts, ({ question }) => question).values()].map((block) =>
    block.flatMap(({ column }) => filledCells(records, column)),
  );
  const zeroOne = (cells: readonly string[]) =>
    cells.includes('0') && cells.every((cell) => CODE.test(cell));
  if (options.some(zeroOne)) return true;
  const columns = names.flatMap((name, column) => (questionNumber(name) === null ? [] : [column]));
  const cells = columns.flatMap((column) => filledCells(records, column));
  const isCode = (cell: string) => cell === '-2' || cell === '-3';
  const whole = cells.length > 0 && cells.every((cell) => /^-?\d+$/.test(cell));
  if (whole && !cells.some(isCode)) return null;
  const inWords = cells.some(
    (cell) => isMissingWord(cell) || isSkippedWord(cell) || /[┋→]/.test(cell),
  );
  return !inWords && cells.some(isCode);
}
