/** Counts of a round beside those of another time, and what is hidden together for what it tells of late ones. */
import { groupBy } from '../../group-by.ts';
import { type Count, type Counts, EVERYBODY, isBase } from '../counts/count-cells.ts';
import type { Relation } from '../counts/relation.ts';
import type { Rules } from '../counts/rules.ts';
import { lineOf, type RuleIn } from './differences.ts';
import type { Release } from './release.ts';

/** Counts of a round, those that are hidden for what they tell beside a release, and what ties them. */
export interface LateCounts {
  readonly counts: Counts;
  readonly known: Release['known'];
  /** Those that are known from before the last release, by how many that are. */
  readonly left: Release['left'];
  /** Names; more are added. */
  readonly telling: Set<string>;
  readonly relations: readonly Relation[];
  readonly rules: Rules;
  readonly ruleIn: RuleIn;
}

export function canHide(one: Count): boolean {
  return !one.fixed && !isBase(one);
}

/** The counts of a round by where they stand. */
export class Places {
  readonly #late: LateCounts;
  /** By place all that is counted of a question that parts those who answer it: shown and hidden together. */
  readonly #blocks: ReadonlyMap<string, readonly Count[]>;

  constructor(late: LateCounts) {
    this.#late = late;
    const parting = new Set(
      late.rules.questions
        .filter(({ type }) => type === 'single' || type === 'scale')
        .map(({ id }) => id),
    );
    const said = [...late.counts.values()].filter(
      (one) => parting.has(one.question) && !isBase(one),
    );
    this.#blocks = groupBy(said, lineOf);
  }

  /** Whether a count is shown now, as far as is settled, and was before. */
  isOpen({ name, primary }: Count): boolean {
    const { known, telling } = this.#late;
    return !primary && !telling.has(name) && typeof known.get(name) === 'number';
  }

  /** By how much counts differ from before, together. */
  lateOf(some: readonly Count[]): number {
    return some.reduce((sum, { name, n }) => sum + n - this.#late.known.get(name)!, 0);
  }

  /** The same of their bases; null where one was or is hidden. */
  lateAmong(some: readonly Count[]): number | null {
    const { counts } = this.#late;
    const bases = some.map(({ over }) => counts.get(over ?? ''));
    if (!bases.every((one) => one !== undefined && this.isOpen(one))) return null;
    return this.lateOf(bases as Count[]);
  }

  /** How many late answers lie beneath a count, as far as can be told. */
  weightOf(one: Count): number {
    return Math.max(Math.abs(this.lateOf([one])), Math.abs(this.lateAmong([one]) ?? 0));
  }

  /** What is hidden with a count, and the count: of everybody that alone, else its block. */
  hiddenWith(one: Count): readonly Count[] {
    const own = one.group === EVERYBODY ? undefined : this.#blocks.get(lineOf(one));
    return own?.filter(({ fixed }) => !fixed) ?? [one];
  }

  /**
   * Where an option tells of a few, hides all options at a place, so that none follows from the others;
   * of everybody only that one, and all options at places with late answers.
   */
  hideBlocks(): void {
    const { telling } = this.#late;
    const tells = (own: readonly Count[]) => own.some(({ name }) => telling.has(name));
    const all = [...this.#blocks.values()];
    const isLate = (own: readonly Count[]) =>
      own.some((one) => one.ofPeople && this.isOpen(one) && this.weightOf(one) > 0);
    const everywhere = new Set(
      all.filter((own) => own[0]!.group === EVERYBODY && tells(own)).map(([one]) => one!.question),
    );
    for (const own of all) {
      const { group, question } = own[0]!;
      if (group === EVERYBODY) continue;
      if (!tells(own) && !(everywhere.has(question) && isLate(own))) continue;
      for (const { name, fixed } of own) if (!fixed) telling.add(name);
    }
  }
}
