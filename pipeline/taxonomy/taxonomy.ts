/** A taxonomy of problems as the program uses it: checked and complete. */
import type { LocalText } from '../survey/text.ts';

export interface Taxonomy {
  /** `organ`, `grassroots`, or the id in the user's own file. */
  readonly id: string;
  readonly labels: LocalText;
  readonly problems: readonly Problem[];
  /** Answers known to carry a code; `NONE` and `OTHER` as in the codebook. */
  readonly examples: readonly Example[];
  /** SHA-256 of the files it was read from, hex. */
  readonly sha256: string;
}

/** What a code says: shared by problems and sub-problems. */
export interface CodeEntry {
  /** `A3` or `A3.1`. */
  readonly id: string;
  readonly labels: LocalText;
  readonly definition: LocalText;
  readonly includes: readonly LocalText[];
  readonly excludes: readonly LocalText[];
  /**
   * Wordings that state this problem. `经费不足` is one term; `经费 + 不足` is a pair, whose
   * parts stand near each other in one clause, in any order.
   */
  readonly terms: readonly string[];
}

export interface Problem extends CodeEntry {
  readonly subproblems: readonly CodeEntry[];
}

/** All codes of a taxonomy, each problem before its sub-problems. */
export function codesOf({ problems }: Pick<Taxonomy, 'problems'>): readonly string[] {
  return problems.flatMap((one) => [one.id, ...one.subproblems.map((leaf) => leaf.id)]);
}

export interface Example {
  readonly text: string;
  readonly codes: readonly string[];
}

/** A theme that several taxonomies share, so that their results stand side by side. */
export interface Theme {
  readonly id: string;
  readonly labels: LocalText;
  /** Taxonomy id -> codes (problems or sub-problems) that belong to the theme. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}
