/**
 * The notation of terms: what a line under `terms:` means.
 *
 * - `经费不足` is a literal: these characters in a row.
 * - `没|没有|缺 + 经费|活动费` is a pair: one of each part's alternatives, near each other in one
 *   clause, in any order. Three parts are allowed.
 * - `缺钱|没钱` is two literals.
 */
import { fold } from './fold.ts';

export const MAXIMUM_PARTS = 3;

/** A term's parts, each a list of alternatives, folded; one part means literals. */
export type TermParts = readonly (readonly string[])[];

/**
 * Reads a term. Never throws: what is wrong shows as an empty alternative or too many parts.
 *
 * @example parseTerm('没|缺 + 經費') // [['没', '缺'], ['经费']]
 */
export function parseTerm(term: string): TermParts {
  return term
    .normalize('NFKC')
    .split('+')
    .map((part) => [...new Set(part.split('|').map(fold))]);
}

/** True if every part has a word in every alternative and there are not too many parts. */
export function isSoundTerm(parts: TermParts): boolean {
  return parts.length <= MAXIMUM_PARTS && parts.every((part) => part.every((word) => word !== ''));
}

/** One spelling for all terms that match the same answers: order of parts and words is free. */
export function termKeys(parts: TermParts): readonly string[] {
  if (parts.length === 1) return [...parts[0]!];
  return [
    parts
      .map((part) => [...part].sort().join('|'))
      .sort()
      .join(' + '),
  ];
}
