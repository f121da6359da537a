/** How a model's labels stand to the codes of a taxonomy. */

import type { Lexicon } from './lexicon.ts';

/** Labels are the problems in order, then the sub-problems; a problem's label includes its sub-problems. */
export interface Layout {
  readonly labels: readonly string[];
  /** Per problem: its label, its code in the lexicon, and the labels of its sub-problems. */
  readonly problems: readonly {
    readonly label: number;
    readonly code: number;
    readonly leaves: readonly number[];
  }[];
  /** Per label its code in the lexicon. */
  readonly codeOf: readonly number[];
}

export function layoutOf({ codes, problemOf }: Pick<Lexicon, 'codes' | 'problemOf'>): Layout {
  const problems = codes.map((_, code) => code).filter((code) => problemOf[code] === code);
  const leaves = codes.map((_, code) => code).filter((code) => problemOf[code] !== code);
  const codeOf = [...problems, ...leaves];
  return {
    labels: codeOf.map((code) => codes[code]!),
    codeOf,
    problems: problems.map((code, label) => ({
      label,
      code,
      leaves: leaves.flatMap((leaf, i) => (problemOf[leaf] === code ? [problems.length + i] : [])),
    })),
  };
}
