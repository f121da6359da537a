/** How many respondents of a round each rule of hygiene flags. */

import { isDropped } from '../read/hygiene/rules.ts';
import type { Batch } from '../read/respondent.ts';
import { HYGIENE_RULES, type HygieneRule, type Survey } from '../survey/survey.ts';

/** One rule in one round. */
export interface HygieneCount {
  readonly round: string;
  readonly rule: HygieneRule;
  /** Respondents flagged, dropped ones included; null where no file let the rule be applied. */
  readonly n: number | null;
  /** Respondents judged: those used and those dropped by a rule. */
  readonly base: number;
  readonly policy: 'flag' | 'drop';
}

/** Gathers the flags of one round. */
export class HygieneAccount {
  readonly #flagged = new Map<HygieneRule, number>();
  readonly #applied = new Set<HygieneRule>();
  #base = 0;

  enter(batch: Batch): void {
    const dropped = batch.setAside.filter((one) => isDropped(one.reason));
    this.#base += batch.respondents.length + dropped.length;
    for (const { rules } of batch.flagged) {
      for (const rule of rules) this.#flagged.set(rule, (this.#flagged.get(rule) ?? 0) + 1);
    }
  }

  /** Notes the rules that could be applied to a file. */
  apply(rules: readonly HygieneRule[]): void {
    for (const rule of rules) this.#applied.add(rule);
  }

  /** A count a rule, in the order in which rules are told. */
  counts(round: string, policies: Survey['hygiene']): readonly HygieneCount[] {
    return HYGIENE_RULES.map((rule) => ({
      round,
      rule,
      n: this.#applied.has(rule) ? (this.#flagged.get(rule) ?? 0) : null,
      base: this.#base,
      policy: policies[rule],
    }));
  }
}

/** The counts of a round from those of its parts, which tell the same rules in the same order. */
export function addHygiene(
  first: readonly HygieneCount[],
  second: readonly HygieneCount[],
): readonly HygieneCount[] {
  return first.map((one, i) => {
    const { n, base } = second[i]!;
    const isApplied = one.n !== null || n !== null;
    return { ...one, n: isApplied ? (one.n ?? 0) + (n ?? 0) : null, base: one.base + base };
  });
}
