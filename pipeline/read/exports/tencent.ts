/**
 * 腾讯问卷: one header record; columns of the vendor stand before and behind the questions.
 *
 * Questions are `16.题干`; multiple choice is one column an option, `21.题干:选项`, whose cell holds
 * the option or nothing; grids are written alike. Single choices keep their letter (`A.男`). Every
 * row ends in a delimiter, headers may repeat, and tabs guard cells against spreadsheets.
 */
import { groupBy } from '../../group-by.ts';
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { filledCells, type Part, partRoles, rolesOf, withoutLetter } from './parts.ts';

const TELLTALE: ReadonlySet<string> = new Set([
  '开始答题时间',
  '结束答题时间',
  '答题时长',
  '地理位置国家和地区',
  '地理位置省',
  '地理位置市',
  '自定义字段',
  '清洗数据结果',
  '用户标识',
]);
/** Fewest of them beside 编号. */
const ENOUGH = 3;
const NUMBERED = /^(\d{1,3})\s*[.．]\s*(.*)$/s;
const BLANK = /^(.*?)[:：]?\s*_填空\d+$/s;
const ATTACHED = /\{fillblank-[^}]*\}\s*\[[^\]]*\]$|\[选项填空\]$/s;
const PLACEHOLDER = /[_＿]*\s*\{fillblank-[^}]*\}\s*(?:\[[^\]]*\])?$/s;
const LETTERED = /^[A-Z]{1,2}[.．、]\s*\S/;

export function tencent(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map((cell) => cell.trim());
  if (!names.includes('编号') || names.filter((name) => TELLTALE.has(name)).length < ENOUGH) {
    return null;
  }
  const records = first.slice(1);
  const parts = partsOf(names, records);
  const own = new Map([...partRoles(parts, records), ...fillIns(names)]);
  const roles = rolesOf(header, own);
  const lettered = new Set(
    names.flatMap((_, column) => (isLettered(filledCells(records, column)) ? [column] : [])),
  );
  return layoutOf({
    format: 'tencent',
    headerRows: 1,
    header,
    roles,
    mend: { kind: 'edge-tab', cell: withoutEdgeTabs },
    choiceText: (column, cell) => (lettered.has(column) ? withoutLetter(cell) : cell),
  });
}

function withoutEdgeTabs(cell: string): string {
  return cell.includes('\t') ? cell.replace(/^\t+|\t+$/g, '') : cell;
}

/** The tool puts letters before all options of a question, or before none; nobody's answer tells nothing. */
function isLettered(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => LETTERED.test(cell));
}

/**
 * Splits headers of one question at the colon behind its stem. As stem and option may hold colons
 * themselves, the stem is what all columns of the number have in common, up to a colon.
 */
function partsOf(names: readonly string[], records: readonly RawRecord[]): readonly Part[] {
  const numbered = names.flatMap((name, column) => {
    const found = NUMBERED.exec(name);
    const isFillIn = BLANK.test(name) || ATTACHED.test(name);
    return found === null || isFillIn ? [] : [{ column, number: found[1]!, rest: found[2]! }];
  });
  return [...groupBy(numbered, ({ number }) => number).values()].flatMap((block): Part[] => {
    const stem = block.length > 1 ? commonStem(block.map(({ rest }) => rest)) : null;
    if (stem !== null) {
      return block.map(({ column, rest }) => partOf(column, stem, rest.slice(stem.length + 1)));
    }
    return block.flatMap(({ column, rest }) => {
      const at = rest.indexOf(':');
      const part = rest.slice(at + 1).trim();
      // A lone colon is the stem's, unless the cells repeat what follows it.
      const repeats = filledCells(records, column).some((cell) => withoutLetter(cell) === part);
      return at > 0 && part !== '' && repeats ? [partOf(column, rest.slice(0, at), part)] : [];
    });
  });
}

function partOf(column: number, stem: string, part: string): Part {
  return { column, question: stem.trim(), part: part.replace(PLACEHOLDER, '').trim() };
}

/** What all begin with, up to but without the last ASCII colon in it; null if they share none. */
function commonStem(texts: readonly string[]): string | null {
  const [one] = texts;
  let length = 0;
  while (length < one!.length && texts.every((text) => text[length] === one![length])) length += 1;
  const at = one!.slice(0, length).lastIndexOf(':');
  return at > 0 && texts.every((text) => text.length > at + 1) ? one!.slice(0, at) : null;
}

function fillIns(names: readonly string[]): ReadonlyMap<number, ColumnRole> {
  return new Map(
    names.flatMap((name, column): [number, ColumnRole][] => {
      const rest = NUMBERED.exec(name)?.[2] ?? name;
      const blank = BLANK.exec(rest)?.[1];
      if (blank !== undefined) return [[column, { kind: 'fill-in', question: blank.trim() }]];
      if (!ATTACHED.test(rest)) return [];
      const stem = rest.replace(ATTACHED, '').replace(/:[^:]*$/s, '');
      return [[column, { kind: 'fill-in', question: stem.trim() }]];
    }),
  );
}
