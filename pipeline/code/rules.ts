/** What the rules found in an answer, as features of a model. */

import { STATUSES } from './coding.ts';
import type { Span } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reader.ts';

/** Rows of the rules that hold for a reading, each once. */
export interface RuleFeatures {
  /** How many rules there are. */
  readonly count: number;
  /** @param within a statement of the answer; else the whole of it */
  rowsOf(reading: Reading, within?: Span): readonly number[];
}

const NO_ROWS: readonly number[] = [];

function kindOf({ kept, kind }: Reading): number {
  return STATUSES.indexOf(kept.length > 0 ? 'coded' : kind === 'real' ? 'uncoded' : kind);
}

/** What was found in a part of an answer; a part without terms counts as a real answer. */
function partOf(reading: Reading, { start, end }: Span): Reading {
  const lies = (hit: Span) => hit.start >= start && hit.start < end;
  return {
    ...reading,
    kept: reading.kept.filter(lies),
    denied: reading.denied.filter(({ hit }) => lies(hit)),
    kind: 'real',
  };
}

/** Rules of a taxonomy: a term of a code, a term of a problem's family, a denied one of a family. */
export interface CodeRules extends RuleFeatures {
  /** Row of "a term of this code counts"; codes index `Lexicon.codes`. */
  termOf(code: number): number;
  /** Row of "a term of this problem or of one of its sub-problems counts". */
  familyOf(problem: number): number;
}

export function codeRules({ codes, problemOf }: Lexicon): CodeRules {
  const families = [...new Set(problemOf)];
  const placeOf = new Map(families.map((problem, place) => [problem, place]));
  const family = (code: number) => codes.length + placeOf.get(problemOf[code]!)!;
  const deniedFamily = (code: number) => family(code) + families.length;
  return {
    count: codes.length + 2 * families.length,
    termOf: (code) => code,
    familyOf: family,
    rowsOf(whole, within) {
      if (whole.kept.length + whole.denied.length === 0) return NO_ROWS;
      const reading = within === undefined ? whole : partOf(whole, within);
      const rows = new Set<number>();
      for (const { code } of reading.kept) rows.add(code).add(family(code));
      for (const { hit } of reading.denied) rows.add(deniedFamily(hit.code));
      return [...rows];
    },
  };
}

const TERM = STATUSES.length;
const DENIED = TERM + 1;

/** Rules that need no taxonomy: kind, whether any term counts, whether any is denied. */
export const statusRules: RuleFeatures = {
  count: STATUSES.length + 2,
  rowsOf(reading) {
    const rows = [kindOf(reading)];
    if (reading.kept.length > 0) rows.push(TERM);
    if (reading.denied.length > 0) rows.push(DENIED);
    return rows;
  },
};
