/** Questions that take several columns: one an option, or one a row of a grid. */
import { groupBy } from '../../group-by.ts';
import type { RawRecord } from '../record.ts';
import { type ColumnRole, commonRole, wording } from './column-role.ts';

/** A column that holds a part of a question. */
export interface Part {
  readonly column: number;
  /** Wording of the question, without number. */
  readonly question: string;
  /** Name of the option, or of the row of a grid. */
  readonly part: string;
}

/** Brackets that enclose a part, by their closing mark. */
const OPENING: Readonly<Record<string, string>> = { ')': '(（', '）': '(（', ']': '[', '】': '【' };

/**
 * Takes the bracket that ends a header off, with all brackets inside it.
 *
 * @param closing the closing marks that count
 * @example bracketed('Which? [A [b]]', ']') // { stem: 'Which?', part: 'A [b]' }
 */
export function bracketed(header: string, closing: string): { stem: string; part: string } | null {
  const text = header.trim();
  const end = text.at(-1) ?? '';
  if (end === '' || !closing.includes(end)) return null;
  const opening = OPENING[end]!;
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    if (text[i] === end || OPENING[text[i]!] === opening) depth += 1;
    else if (opening.includes(text[i]!)) depth -= 1;
    if (depth === 0) {
      const part = text.slice(i + 1, -1).trim();
      return part === '' ? null : { stem: text.slice(0, i).trim(), part };
    }
  }
  return null;
}

/** Words with which tools say that one option was chosen or not; the text of the option aside. */
const MARK =
  /^(?:0|1|-2|-3|n\/a|y|n|yes|no|true|false|是|否|√|✓|选中|未选中|已选|未选|\((?:空|跳过)\)|（(?:空|跳过)）)$/i;

/** Further marks that people type or tools write for a chosen option. */
const TICK =
  /^(?:[xvo√✓✔☑■●◎○*＊+]|选|選|勾选|勾選|選中|已選|被选中|被選中|selected|checked|chosen|ticked)$/i;

/** Whether a trimmed cell only says that its option was chosen. */
export function marksChoice(cell: string): boolean {
  return MARK.test(cell) || TICK.test(cell);
}

/** A part that asks for words: `Other (please specify)`, `其他（请注明）`. */
const ASKS_FOR_WORDS =
  /(?:other|其他|其它|其餘).*(?:specify|describe|注明|註明|说明|說明|填写|填寫|填空|文本|\[text\]|_text)|\[选项填空\]$/i;

/** True for the name of a part that holds what was filled in, not a choice. */
export function asksForWords(part: string): boolean {
  return ASKS_FOR_WORDS.test(part);
}

/** Trimmed cells of a column that are not empty. */
export function filledCells(records: readonly RawRecord[], column: number): readonly string[] {
  return records.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
}

/** `A.男` -> `男`; other texts as they are. */
export function withoutLetter(text: string): string {
  return text.replace(/^[A-Z]{1,2}[.．、]\s*(?=\S)/, '');
}

/**
 * Roles of the columns of such questions. A question is multiple choice if the cells of most of
 * its columns only mark a choice (0, 1, Y, N, the option's text), else a grid.
 *
 * @param records below the header
 * @param unknown what to take a question for that nobody has answered yet
 */
export function partRoles(
  parts: readonly Part[],
  records: readonly RawRecord[],
  unknown: 'option' | 'item' = 'option',
): ReadonlyMap<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  for (const block of groupBy(parts, ({ question }) => question).values()) {
    const choices = block.filter(
      ({ part, column }) => !isFillIn(part, filledCells(records, column)),
    );
    const kind = kindOf(choices, records) ?? unknown;
    for (const one of block) {
      const { column, question, part } = one;
      if (!choices.includes(one)) roles.set(column, { kind: 'fill-in', question });
      else if (kind === 'option') roles.set(column, { kind, question, option: part });
      else roles.set(column, { kind, question, item: part });
    }
  }
  return roles;
}

/** Words beside an option, unless the cells only repeat the option or mark it. */
function isFillIn(part: string, cells: readonly string[]): boolean {
  return asksForWords(part) && !(cells.length > 0 && cells.every((cell) => marks(cell, part)));
}

function kindOf(parts: readonly Part[], records: readonly RawRecord[]): 'option' | 'item' | null {
  const judged = parts.flatMap(({ part, column }) => {
    const cells = filledCells(records, column);
    return cells.length === 0 ? [] : [cells.every((cell) => marks(cell, part))];
  });
  if (judged.length === 0) return null;
  return judged.filter(Boolean).length * 2 > judged.length ? 'option' : 'item';
}

function marks(cell: string, part: string): boolean {
  return MARK.test(cell) || same(cell, part) || same(withoutLetter(cell), withoutLetter(part));
}

function same(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ');
}

/**
 * Roles of all columns of a header: a vendor's own, else those common to tools, else a question.
 *
 * @param own by column
 */
export function rolesOf(
  header: readonly string[],
  own: ReadonlyMap<number, ColumnRole>,
): readonly ColumnRole[] {
  return header.map(
    (name, column) =>
      own.get(column) ?? commonRole(name) ?? { kind: 'question', question: wording(name) },
  );
}

/** Columns `stem [part]` of which at least two share a stem. */
export function bracketParts(
  header: readonly string[],
  closing: string,
  isKnown: (name: string) => boolean = (name) => commonRole(name) !== null,
): readonly Part[] {
  const parts = header.flatMap((name, column) => {
    const found = isKnown(name) ? null : bracketed(name, closing);
    return found === null || found.stem === ''
      ? []
      : [{ column, question: wording(found.stem), part: found.part }];
  });
  return shared(parts);
}

/** Only parts of questions that have more than one. */
export function shared(parts: readonly Part[]): readonly Part[] {
  const blocks = groupBy(parts, ({ question }) => question);
  return parts.filter(({ question }) => blocks.get(question)!.length > 1);
}
