/** Searching a text for a form, and looking round what is found. */
import type { PersonalHit, PersonalType } from './personal.ts';

/** How far a cue may stand before what it announces, in UTF-16 units. */
const CUE_REACH = 16;

/** What a form found. */
export interface Match {
  /** The group `value` of the form if it has one, else the whole. */
  readonly value: string;
  /** Where the value begins. */
  readonly at: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/**
 * All places of a form, each given its type or left out.
 *
 * @param form a global expression; a group `value`, if it has one, ends the match
 * @param typeOf the kind of personal data, or null for none
 */
export function findAll(
  plain: string,
  form: RegExp,
  typeOf: (match: Match) => PersonalType | null,
): readonly PersonalHit[] {
  const hits: PersonalHit[] = [];
  for (const found of plain.matchAll(form)) {
    const groups = found.groups ?? {};
    const value = groups.value ?? found[0];
    const end = found.index + found[0].length;
    const at = end - value.length;
    const type = typeOf({ value, at, groups });
    if (type !== null) hits.push({ type, start: at, end });
  }
  return hits;
}

/** The little that stands before a place: where a cue would be. */
export function justBefore(plain: string, at: number): string {
  return plain.slice(Math.max(0, at - CUE_REACH), at);
}

/** The little that stands behind a place. */
export function justBehind(plain: string, at: number): string {
  return plain.slice(at, at + CUE_REACH);
}

/** The digits of a number written with separators. */
export function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}
