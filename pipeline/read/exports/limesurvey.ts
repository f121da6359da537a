/**
 * LimeSurvey: one header record, by code (`Q1[SQ001]`), by text (`stem [part]`) or both
 * (`Q1[SQ001]. stem [part]`); blanks in it may be written `_`.
 *
 * An option's column says Y or N, or Yes and No; `N/A` was not shown. A leading `=` is masked with `'`.
 */
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { isSkippedWord, type Layout, layoutOf } from './layout.ts';
import { asksForWords, bracketed, type Part, partRoles, rolesOf, shared } from './parts.ts';

/** Columns before the questions, by code and by text; two of them tell the format. */
const TELLTALE =
  /^(?:submitdate|lastpage|startlanguage|seed|date submitted|last page|start language|提交日期|提交时间|最后一页|最后页|最後一頁|起始语言|开始语言|起始語言|种子|種子)$/i;
const RESPONDENT = /^(?:id|response id|答复 id|答覆 id|回复 id|编号)$/i;
const METADATA =
  /^(?:startdate|datestamp|date started|date last action|开始日期|最后操作日期|refurl|referrer url|来源网址|token|access code|(?:group|question) time:.*)$/i;
const TIMING = /^(?:groupTime\d+|\w+Time)$/;
const PERSONAL = /^(?:ipaddr|ip address|ip 地址|ip地址|firstname|lastname|email)$/i;
const DURATION = /^(?:interviewtime|total time|总时间|總時間)$/i;
const NOT_CHOSEN = /^(?:n|no|否|未选|未选中|not selected)$/i;
const CODE = /^[A-Za-z][\w]*(?:\[[^\]]*\])?\.\s+/;

export function limesurvey(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map(plainName);
  const leading = names.slice(0, 9);
  if (!leading.some((name) => RESPONDENT.test(name))) return null;
  if (leading.filter((name) => TELLTALE.test(name)).length < 2) return null;
  const records = first.slice(1);
  const parts = partsOf(header, names);
  const own = new Map<number, ColumnRole>(partRoles(parts, records));
  names.forEach((name, column) => {
    const role = recordedRole(name);
    if (role !== null && !parts.some((one) => one.column === column)) own.set(column, role);
  });
  return layoutOf({
    format: 'limesurvey',
    headerRows: 1,
    header,
    roles: rolesOf(header, own).map(withoutCode),
    mend: { kind: 'masked-formula', cell: unmask },
    cellIsSkipped: (cell) => cell === 'N/A' || isSkippedWord(cell),
    cellIsUnchosen: (cell) => NOT_CHOSEN.test(cell),
  });
}

function unmask(cell: string): string {
  return cell.startsWith("'=") ? cell.slice(1) : cell;
}

/** `id. Response ID` and `Response_ID` are `Response ID`. */
function plainName(header: string): string {
  const name = header.trim();
  const bare = name.includes(' ') ? name : name.replaceAll('_', ' ');
  return bare.replace(CODE, '').trim();
}

function recordedRole(name: string): ColumnRole | null {
  if (RESPONDENT.test(name)) return { kind: 'respondent' };
  if (DURATION.test(name)) return { kind: 'duration' };
  if (PERSONAL.test(name)) return { kind: 'personal' };
  return [TELLTALE, METADATA, TIMING].some((known) => known.test(name))
    ? { kind: 'metadata' }
    : null;
}

/** The part may be two, of a grid with two scales: `stem [row][scale]`. */
function partsOf(header: readonly string[], names: readonly string[]): readonly Part[] {
  const parts = names.flatMap((name, column): Part[] => {
    const last = bracketed(name, ']');
    if (last === null || last.stem === '') return [];
    const before = last.stem.endsWith(']') ? bracketed(last.stem, ']') : null;
    const two = before !== null && before.stem !== '' && !header[column]!.includes('] [');
    const found = two ? { stem: before.stem, part: `${before.part} / ${last.part}` } : last;
    return [{ column, question: found.stem, part: fillInName(found.part) }];
  });
  return shared(parts);
}

/** `other` and `SQ001comment` are what a respondent wrote. */
function fillInName(part: string): string {
  const words = /^other$/i.test(part) || /comment\]?$/i.test(part) || /^(?:评论|备注)$/.test(part);
  return words && !asksForWords(part) ? `${part} [选项填空]` : part;
}

function withoutCode(role: ColumnRole): ColumnRole {
  return role.kind === 'question' ? { ...role, question: role.question.replace(CODE, '') } : role;
}
