/**
 * 问卷网: the same answers in words (`All_Data_Readable`) and in codes (`All_Data_Original`).
 *
 * In words a column is `Q1_题干`, of several columns a question `Q3_题干_选项`; in codes it is `Q1`,
 * `Q3_A2`, `Q5_R1`, after `start` and `finish`. A third file lists the codes; it holds no answers.
 */
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Part, partRoles, rolesOf, shared } from './parts.ts';

const IN_WORDS = /^[Qq](\d{1,3})\s*[_、.．:：]\s*(.+)$/s;
const IN_CODES = /^[Qq](\d{1,3})(?:_([A-Za-z]*\d+(?:_\w+)*))?(?:_open)?$/;
const DURATION = /^答题时长(?:[(（]秒[)）])?$/;
const RESPONDENT = /^(?:seq|序号|编号|答卷编号|答题序号|答题编号)$/i;
const RECORDED = /^(?:start|finish|开始时间|结束时间|提交时间|开始答题时间|结束答题时间)$/i;
const METADATA =
  /^(?:status|状态|来源|渠道|source|ip所在地|地区|province|city|ua|device|设备|浏览器)$/i;

/** Recognises either file; they lead with what is known of the answer sheet. */
export function wenjuan(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map((cell) => cell.trim());
  const questions = names.filter((name) => /^[Qq]\d/.test(name));
  const codes = questions.filter((name) => IN_CODES.test(name));
  const words = questions.filter((name) => IN_WORDS.test(name) && !IN_CODES.test(name));
  const recorded = names.filter((name) => RECORDED.test(name)).length;
  const timed = names.some((name) => DURATION.test(name));
  const numbered = names.some((name) => RESPONDENT.test(name));
  const original = codes.length > 0 && words.length === 0 && recorded >= 2;
  const readable = words.length > 0 && timed && (numbered || recorded >= 1);
  if (!original && !readable) return null;
  const own = new Map<number, ColumnRole>(partRoles(partsOf(names), first.slice(1), 'item'));
  names.forEach((name, column) => {
    if (RESPONDENT.test(name)) own.set(column, { kind: 'respondent' });
    if (RECORDED.test(name) || METADATA.test(name)) own.set(column, { kind: 'metadata' });
    if (DURATION.test(name)) own.set(column, { kind: 'duration' });
    if (/_open$/.test(name)) own.set(column, { kind: 'fill-in', question: name.slice(0, -5) });
  });
  return layoutOf({
    format: readable ? 'wenjuan-readable' : 'wenjuan-original',
    headerRows: 1,
    header,
    roles: rolesOf(header, own).map((role) =>
      role.kind === 'question' ? { ...role, question: withoutNumber(role.question) } : role,
    ),
  });
}

function withoutNumber(name: string): string {
  return IN_CODES.test(name) ? name : name.replace(/^[Qq]\d{1,3}\s*[_、.．:：]\s*/, '');
}

function partsOf(names: readonly string[]): readonly Part[] {
  const parts = names.flatMap((name, column): Part[] => {
    if (/_open$/.test(name)) return [];
    const coded = IN_CODES.exec(name);
    if (coded)
      return coded[2] === undefined ? [] : [{ column, question: `Q${coded[1]}`, part: coded[2] }];
    const rest = IN_WORDS.exec(name)?.[2];
    const at = rest?.lastIndexOf('_') ?? -1;
    if (rest === undefined || at <= 0 || at === rest.length - 1) return [];
    return [{ column, question: rest.slice(0, at), part: rest.slice(at + 1) }];
  });
  return shared(parts);
}
