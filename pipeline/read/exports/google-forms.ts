/**
 * Google Forms: `Timestamp`, then the questions by their titles.
 *
 * Grids are `Question [Row]`. Several options stand in one cell, joined by `, ` in the linked sheet
 * and by `;` in the CSV download; as options hold commas too, only declared options part the former.
 */
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { bracketParts, filledCells, partRoles, rolesOf } from './parts.ts';

const TIMESTAMP = /^(?:Timestamp|时间戳记|时间戳|時間戳記|時間戳)$/;
const PERSONAL = /^(?:username|email address|用户名|使用者名稱|电子邮件地址|電子郵件地址)$/i;
const METADATA = /^(?:score|得分|分数|分數)$/i;
/** `9/1/2026 10:20:30`, `2026/09/01 10:20:30 上午 GMT+8`. */
const TIME = /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}.*\d{1,2}:\d{2}/;

export function googleForms(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  if (!TIMESTAMP.test((header[0] ?? '').trim())) return null;
  const records = first.slice(1);
  if (!filledCells(records, 0).every((cell) => TIME.test(cell))) return null;
  const own = new Map<number, ColumnRole>(partRoles(bracketParts(header, ']'), records, 'item'));
  own.set(0, { kind: 'metadata' });
  header.forEach((name, column) => {
    if (PERSONAL.test(name.trim())) own.set(column, { kind: 'personal' });
    if (METADATA.test(name.trim()) && column < 3) own.set(column, { kind: 'metadata' });
  });
  const roles = rolesOf(header, own);
  return layoutOf({ format: 'google-forms', headerRows: 1, header, roles, separators: [';', ','] });
}
