/**
 * Columns that belong together: options of one question, rows of one grid.
 *
 * A tool's layout tells them by role. For tables of one's own, and layouts that tell nothing, they
 * are known by headers that differ only in a bracket or behind a colon, and by their cells.
 */
import { foldText, parseNumber, simplified } from '../cell.ts';
import { type ColumnRole, wording } from '../exports/column-role.ts';
import { bracketed } from '../exports/parts.ts';
import type { ColumnProfile } from './profile.ts';

export interface BlockColumn {
  readonly header: string;
  readonly role: ColumnRole;
  readonly profile: ColumnProfile;
}

/** The role of each column, `question` made `option` or `item` where it belongs to a block. */
export function withBlocks(columns: readonly BlockColumn[]): readonly ColumnRole[] {
  const forms = columns.map(({ header, role }) =>
    role.kind === 'question' ? formOf(header) : null,
  );
  const roles = columns.map(({ role }) => role);
  for (let from = 0; from < columns.length; ) {
    let to = from + 1;
    const key = forms[from]?.key;
    while (key !== undefined && forms[to]?.key === key) to += 1;
    if (to - from > 1) {
      const block = columns.slice(from, to);
      const question = longest(forms.slice(from, to).map((form) => form!.stem));
      const kind = block.every(({ profile }, i) => isOption(profile, forms[from + i]!.part))
        ? 'option'
        : 'item';
      for (let i = from; i < to; i += 1) {
        const { part } = forms[i]!;
        roles[i] =
          kind === 'option' ? { kind, question, option: part } : { kind, question, item: part };
      }
    }
    from = to;
  }
  return roles;
}

interface Form {
  /** What the columns of a block have in common. */
  readonly key: string;
  readonly stem: string;
  readonly part: string;
}

/** `第6题(运动)`, `Which? [A]`, `21.题干:选项`: stem and part; null where there is no part. */
function formOf(header: string): Form | null {
  const squared = /^(.+?)\s*\[([^[]+)\]$/su.exec(header)?.slice(1);
  // A bracket with nothing in it names no part.
  if (/[(（]\s*[)）]$/u.test(header)) return null;
  const round = bracketed(header, ')）');
  const [stem, part] =
    squared ??
    (round === null || round.stem === '' ? null : [round.stem, round.part]) ??
    /^(.+)[:：](.+)$/su.exec(header)?.slice(1) ??
    [];
  if (stem === undefined || part === undefined || part.trim() === '') return null;
  // A number in front names the question, also where only the first column has the wording.
  return { key: numberOf(header) ?? stem.trim(), stem: stem.trim(), part: part.trim() };
}

/** Number of the question at the head of a header: 6 of `6、题干`, `第6题(运动)` and `Q6 …`. */
export function numberOf(header: string): string | null {
  return (
    /^\s*(?:第(\d{1,3})题|[Qq](\d{1,3})(?![\da-z])|(\d{1,3})[、：:.．](?!\d))/
      .exec(header)
      ?.slice(1)
      .find(Boolean) ?? null
  );
}

/** An option's cells say only whether it was chosen: by 0 and 1, yes and no, or its own text. */
export function isOption({ values, complete, filled, rows }: ColumnProfile, part: string): boolean {
  if (!complete) return false;
  // Beside 其他 stands what was typed in.
  if (/^(?:其他|其它|other)/i.test(part)) return true;
  const chosen = [...values.keys()].filter(
    (one) => one !== '0' && !NOT_CHOSEN.test(simplified(one)),
  );
  if (chosen.length === 0) return true;
  const [word] = chosen as [string];
  if (chosen.length > 1 || parseNumber(word) !== null) return chosen.length === 1 && word === '1';
  if (YES.test(simplified(word))) return true;
  const [own, header] = [foldText(word), foldText(part)];
  return own.includes(header) || header.includes(own) || (filled >= 10 && filled < rows);
}

const YES = /^(?:是|选中|已选|true|yes|checked|selected|y|x|√|✓)$/i;
const NOT_CHOSEN = /^(?:否|未选中?|未选择|没有选|false|no|unchecked|not selected|n|×)$/i;

/** Whether cells say that an option was not chosen, or by no number that it was. */
export function tellsUnchosen({ values }: ColumnProfile): boolean {
  const words = [...values.keys()];
  return words.some((one) => parseNumber(one) === null || parseNumber(one) === 0);
}

/** Cells of an option's column that mean "not chosen", besides empty and 0. */
export function unselectedIn(profiles: readonly ColumnProfile[]): readonly string[] {
  const words = profiles.flatMap(({ values }) => [...values.keys()]);
  return [...new Set(words)].filter((one) => NOT_CHOSEN.test(simplified(one)));
}

function longest(stems: readonly string[]): string {
  return stems.reduce((a, b) => (wording(b).length > wording(a).length ? b : a));
}
