/**
 * Microsoft Forms: `ID, Start time, Completion time, Email, Name`, then the questions.
 *
 * Several options stand in one cell, joined by `;` with one more at the end; options may hold commas
 * and colons. A repeated title gets a digit (`When2`). Quizzes add points and feedback.
 */
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { rolesOf } from './parts.ts';

const ID = /^(?:id|编号|識別碼)$/i;
const START = /^(?:start time|开始时间|開始時間)$/i;
const END = /^(?:completion time|完成时间|完成時間)$/i;
const PERSONAL = /^(?:email|name|电子邮件|電子郵件|姓名|名称|名稱)$/i;
const METADATA =
  /^(?:last modified time|上次修改时间|上次修改時間|language|语言|語言|total points|总分|總分|quiz feedback|测验反馈|(?:points|feedback|得分|分数|反馈) ?- .*)$/i;

export function microsoftForms(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map((cell) => cell.trim());
  if (!ID.test(names[0] ?? '') || !START.test(names[1] ?? '') || !END.test(names[2] ?? '')) {
    return null;
  }
  const own = new Map<number, ColumnRole>([[0, { kind: 'respondent' }]]);
  names.forEach((name, column) => {
    if (START.test(name) || END.test(name) || METADATA.test(name)) {
      own.set(column, { kind: 'metadata' });
    }
    // Further right, such a name is a question's title.
    if (column < 6 && PERSONAL.test(name)) own.set(column, { kind: 'personal' });
  });
  const roles = rolesOf(header, own);
  return layoutOf({ format: 'microsoft-forms', headerRows: 1, header, roles, separators: [';'] });
}
