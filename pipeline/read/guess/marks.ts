/**
 * Options of one question that only their cells tell: columns side by side that hold 0 and 1.
 *
 * What they have in common is the title above them in a header of two rows, else the number or the
 * beginning of their headers, else nothing but their place.
 */
import { parseNumber, simplified } from '../cell.ts';
import { type ColumnRole, wording } from '../exports/column-role.ts';
import type { RawBatch } from '../record.ts';
import { type BlockColumn, isOption, numberOf, tellsUnchosen } from './blocks.ts';
import {
  saysGroup,
  saysId,
  saysPersonal,
  saysScore,
  saysSingle,
  saysState,
  saysWeight,
} from './hints.ts';
import type { ColumnProfile } from './profile.ts';

interface Marked {
  /** Position of the column. */
  readonly at: number;
  readonly header: string;
  readonly profile: ColumnProfile;
  /** Title in the header record above, or null. */
  readonly title: string | null;
  readonly number: string | null;
}

/**
 * The roles, `question` made `option` where columns only say whether something was chosen.
 *
 * @param titles of each column what `titlesOver` found
 */
export function withMarks(
  columns: readonly BlockColumn[],
  titles: readonly (string | null)[],
): readonly ColumnRole[] {
  const roles = columns.map(({ role }) => role);
  const marked = columns.flatMap(({ header, role, profile }, at): Marked[] => {
    if (role.kind !== 'question' || !isOption(profile, header) || hasPurpose(header)) return [];
    return [{ at, header, profile, title: titles[at] ?? null, number: numberOf(header) }];
  });
  for (const block of blocksOf(marked)) {
    const stem = stemOf(block);
    if (stem === null) continue;
    const { question, from } = stem;
    for (const { at, header } of block) {
      const option = header.slice(from).trim();
      roles[at] = { kind: 'option', question, option: option === '' ? header : option };
    }
  }
  return roles;
}

function hasPurpose(header: string): boolean {
  const name = wording(header);
  return [saysWeight, saysId, saysGroup, saysPersonal, saysState, saysScore].some((says) =>
    says(name),
  );
}

/** Columns side by side under one title, else of one number, else that begin alike. */
function blocksOf(marked: readonly Marked[]): readonly (readonly Marked[])[] {
  const blocks: Marked[][] = [];
  for (const one of marked) {
    const open = blocks.at(-1);
    if (open !== undefined && continues(open, one)) open.push(one);
    else blocks.push([one]);
  }
  return blocks;
}

function continues(block: readonly Marked[], one: Marked): boolean {
  const last = block.at(-1)!;
  if (one.at !== last.at + 1 || one.title !== last.title || one.number !== last.number) {
    return false;
  }
  if (one.title !== null || one.number !== null) return true;
  if (asksItself(one.header) !== asksItself(last.header)) return false;
  const headers = [...block.map(({ header }) => header), one.header];
  const alike = commonStem(headers) > 0;
  // What begins alike with those before goes with them; else a new beginning may begin here.
  return alike || commonStem(block.map(({ header }) => header)) === 0 || block.length === 1;
}

interface Stem {
  readonly question: string;
  /** Where the option begins in each header. */
  readonly from: number;
}

/** Fewer columns than these, with nothing in common but their place, are questions of yes and no. */
const FEWEST_UNTOLD = 3;

/** What a block asks; null where it is no block. */
function stemOf(block: readonly Marked[]): Stem | null {
  if (block.length < 2 || !block.some(({ profile }) => tellsUnchosen(profile))) return null;
  const { title, number } = block[0]!;
  const headers = block.map(({ header }) => header);
  const from = commonStem(headers);
  const common = headers[0]!.slice(0, from).replace(DELIMITERS_AT_END, '').trim();
  if (title !== null) return { question: title, from: 0 };
  if (from > 0) return { question: wording(common), from };
  if (number !== null) {
    const bare = headers.map(wording);
    const cut = headers[0]!.length - bare[0]!.length;
    return { question: `第${Number(number)}题`, from: cut };
  }
  const untold =
    block.length >= FEWEST_UNTOLD && block.every(isZeroOne) && !headers.some(asksItself);
  return untold ? { question: untoldQuestion(headers), from: 0 } : null;
}

/** Headers that a name made of options lists. */
const NAMED = 3;

/** A name for a question whose wording stands nowhere: its first options. */
export function untoldQuestion(options: readonly string[]): string {
  const named = options.slice(0, NAMED).join(' / ');
  return options.length > NAMED ? `${named} …` : named;
}

function isZeroOne({ profile }: Marked): boolean {
  const numbers = [...profile.values.keys()].map(parseNumber);
  return profile.filled > 0 && numbers.every((one) => one === 0 || one === 1);
}

/** A whole question of yes and no, or of one choice, which is no option of another. */
function asksItself(header: string): boolean {
  const asks = /[?？]|吗|有无|有没有|^(?:are|do|does|did|have|has|is|was) /;
  return saysSingle(header) || asks.test(simplified(header));
}

const DELIMITERS = /[-–—_/|:：·.．>、\s]/u;
const DELIMITERS_AT_END = /[-–—_/|:：·.．>、\s]+$/u;

/**
 * Length of what all headers begin with, up to and with a mark that parts it from the option.
 *
 * @example commonStem(['困难-经费', '困难-人手']) // 3
 */
function commonStem(headers: readonly string[]): number {
  const [first = ''] = headers;
  let length = 0;
  while (length < first.length && headers.every((one) => one[length] === first[length])) {
    length += 1;
  }
  while (length > 0 && !DELIMITERS.test(first[length - 1]!)) length -= 1;
  const stem = first.slice(0, length).replace(DELIMITERS_AT_END, '');
  // The number alone is no wording.
  return wording(`${stem} `).trim() === '' || /^\d*$/.test(stem) ? 0 : length;
}

/**
 * The title above each column in the last but one of several header records; it holds for the
 * columns to its right up to the next. Null above a column that has its own name there, and
 * everywhere below a line with a single title.
 *
 * @param records the header records
 */
export function titlesOver(records: RawBatch, width: number): readonly (string | null)[] {
  const names = records.at(-1)?.cells ?? [];
  const above = records.at(-2)?.cells ?? [];
  const filled = (cells: readonly string[], i: number) => (cells[i] ?? '').trim() !== '';
  const many = above.filter((_, i) => filled(above, i)).length > 1;
  let title: string | null = null;
  return Array.from({ length: width }, (_, i) => {
    if (filled(above, i)) title = above[i]!.trim();
    if (!filled(names, i)) title = null;
    return many ? title : null;
  });
}
