/** Counts of problems by what they are over, found without putting a name together for each. */
import { entry } from '../../entry.ts';
import type { Count } from './count-cells.ts';
import { NO_COUNT } from './relation.ts';

/** The number of the count of a code; of any problem, by the taxonomy's id. */
export type NumberOf = (code: string) => number;

/** The counts over a base, by its name. */
export type CodesOver = (base: string) => NumberOf;

/**
 * Of each base the numbers of the counts over it, in the main table and in variants of it.
 *
 * @param all published counts in their order
 * @returns `NO_COUNT` for a code that is not counted there
 */
export function codesByBase(all: readonly Count[]): CodesOver {
  const found = new Map<string, Map<string, number>>();
  for (const [i, { kind, item, over }] of all.entries()) {
    if (kind !== 'code' && kind !== 'again') continue;
    const own = entry(found, over!, () => new Map<string, number>());
    own.set(item.slice(item.lastIndexOf('\u0002') + 1), i);
  }
  return (base) => {
    const own = found.get(base);
    return (code) => own?.get(code) ?? NO_COUNT;
  };
}
