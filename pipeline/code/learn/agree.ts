/** Hand-coded answers that agree with one another, taxonomy by taxonomy, and those that do not. */

import { groupBy } from '../../group-by.ts';
import type { Example, Taxonomy } from '../../taxonomy/taxonomy.ts';
import { answerKey } from '../normalise.ts';
import { codesWithin } from './by-hand.ts';

/** A row of a hand-codes file, sound by itself. */
export interface HandCoded extends Example {
  /** Row that a spreadsheet shows. */
  readonly row: number;
}

/** The same words with different codes: nobody knows which are meant. */
export interface Conflict {
  /** As first written. */
  readonly text: string;
  /** In order of their first rows. */
  readonly codings: readonly {
    readonly codes: readonly string[];
    readonly rows: readonly number[];
  }[];
}

export interface Agreed {
  /** Different answers that can be used. */
  readonly used: number;
  /** In file order; none of their rows is used. */
  readonly conflicts: readonly Conflict[];
  /** What teaches the coder of each taxonomy, by its reference in survey.yaml. */
  readonly examples: ReadonlyMap<string, readonly Example[]>;
}

/**
 * Sorts out hand-coded answers.
 *
 * Rows whose answers have one key conflict where any taxonomy gets different codes from them;
 * A6 and B5 of two taxonomies do not, as each is one taxonomy's view of the same words.
 */
export function agree(
  rows: readonly HandCoded[],
  taxonomies: ReadonlyMap<string, Taxonomy>,
): Agreed {
  const examples = new Map([...taxonomies.keys()].map((key) => [key, [] as Example[]]));
  const conflicts: Conflict[] = [];
  let used = 0;
  for (const same of groupBy(rows, ({ text }) => answerKey(text)).values()) {
    if ([...taxonomies.values()].some((taxonomy) => differ(same, taxonomy))) {
      conflicts.push(conflictOf(same));
      continue;
    }
    used += 1;
    for (const [reference, taxonomy] of taxonomies) {
      for (const { text, codes } of same) {
        const own = codesWithin(codes, taxonomy);
        if (own.length > 0) examples.get(reference)!.push({ text, codes: own });
      }
    }
  }
  return { used, conflicts, examples };
}

function differ(same: readonly HandCoded[], taxonomy: Taxonomy): boolean {
  const parts = same.map(({ codes }) => codesWithin(codes, taxonomy).join(';'));
  return new Set(parts.filter((part) => part !== '')).size > 1;
}

function conflictOf(same: readonly HandCoded[]): Conflict {
  const bySet = groupBy(same, ({ codes }) => [...codes].sort().join(';'));
  const codings = [...bySet.values()].map((alike) => ({
    codes: alike[0]!.codes,
    rows: alike.map((one) => one.row),
  }));
  return { text: same[0]!.text, codings };
}
