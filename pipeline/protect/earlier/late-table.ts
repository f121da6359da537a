/**
 * Those who came since a release, or left, as a table of their own: what the sums and limits of any table tell
 * of hidden counts, they tell of these. Where a problem and its theme have six more, and all of the late ones
 * but nine are counted elsewhere, what these nine said lies within a few though all of it is hidden.
 */
import type { CodeList } from '../../tally/codebook.ts';
import { type Network, networkOf, withZeros } from '../attack/network.ts';
import { componentsOf } from '../attack/program.ts';
import { NothingAgrees } from '../attack/ranges.ts';
import { attackComponent, type Exposed } from '../attack.ts';
import { codesByBase } from '../counts/codes-by-base.ts';
import { type Count, isBase, isPresence } from '../counts/count-cells.ts';
import { impliedLimits } from '../counts/implied.ts';
import { limitsOf } from '../counts/limits.ts';
import type { Rules } from '../counts/rules.ts';
import { exposedClose } from '../suppress/nearby.ts';
import { canHide, type LateCounts, type Places } from './late-counts.ts';
import { moreUsed } from './new-values.ts';

/** More counts than so many are looked at in their neighbourhoods alone: between units late ones are seldom few. */
const MANY = 1500;

/** Where not even so many may be told apart, nothing is told that has changed. */
const VERY_MANY = 1e9;

export class LateTable {
  readonly #late: LateCounts;
  readonly #cells: readonly Count[];
  readonly #network: Network;
  /** 1 where the round grew, -1 where it shrank. */
  readonly #way: number;
  /** Groups of which the late ones are no people, since some came to a value and some left another, or did before. */
  readonly #mixed: ReadonlySet<string>;
  /** Counts that were found safe: hiding more only widens what is known of them. */
  readonly #safe = new Set<number>();

  /** Null where nobody came or left: people only changed places, or answers were corrected. */
  static of(late: LateCounts, codebook: CodeList): LateTable | null {
    const way = Math.sign(moreUsed(late, late.counts));
    return way === 0 ? null : new LateTable(late, way, codebook);
  }

  private constructor(late: LateCounts, way: number, codebook: CodeList) {
    this.#late = late;
    this.#cells = [...late.counts.values()];
    this.#network = networkOver(late, codebook);
    this.#way = way;
    this.#mixed = new Set(
      this.#cells.flatMap((one) => {
        const isOtherWay = isBase(one) && way * moreOf(one, late) < 0;
        return isOtherWay || late.ruleIn(one.group)(VERY_MANY, null) ? [one.group] : [];
      }),
    );
  }

  /**
   * Hides more where hidden counts of the late ones lie within a few by what is shown of them.
   *
   * What nothing can cover is left as it is.
   *
   * @returns whether anything was hidden
   */
  cover(places: Places): boolean {
    const { telling } = this.#late;
    const before = telling.size;
    const open = new Map(this.#exposed(places).map((one) => [one, this.#coversOf(one, places)]));
    while (open.size > 0) {
      const next = cheapestOf([...open.values()]);
      if (next === null) break;
      for (const { name } of [next, ...places.hiddenWith(next)]) telling.add(name);
      for (const [one, covers] of open) if (covers.includes(next)) open.delete(one);
    }
    return telling.size > before;
  }

  /**
   * Shown counts of which the hiding would widen what is known of one. Where all that hold it are hidden
   * already, but known to be nothing by a whole that is, these wholes.
   */
  #coversOf({ holders }: Exposed, places: Places): readonly Count[] {
    const { sums, sumsOf } = this.#network;
    const coverIn = (cells: Iterable<number>) =>
      [...new Set(cells)]
        .map((cell) => this.#cells[cell]!)
        .filter((one) => canHide(one) && places.isOpen(one) && places.weightOf(one) > 0);
    const covers = coverIn(holders);
    if (covers.length > 0) return covers;
    const wholeOf = (i: number) => sums.items[sums.starts[i]!]!;
    return coverIn([...holders].flatMap((cell) => [...sumsOf.of(cell)].map(wholeOf)));
  }

  /** Hidden counts of the late ones that are known to lie within a few. */
  #exposed(places: Places): readonly Exposed[] {
    const [network, cells] = [this.#network, this.#cells];
    const shown = Float64Array.from(cells, (one) => this.#shown(one, places));
    const known = withZeros(network, shown);
    const sought = new Set(
      cells.flatMap((_, i) => (Number.isNaN(known[i]!) && this.#isSought(i, known) ? [i] : [])),
    );
    return componentsOf(network, known, [...sought]).flatMap((component) => {
      const narrow = narrowIn(network, known, component, sought, this.#late.rules);
      // Answers of others were coded anew: what differs tells nothing of the late ones, as long as it is shown.
      if (narrow === null) return [];
      const exposed = narrow.filter((one) => this.#tellsWithin(one, known));
      const cells = new Set(exposed.map(({ cell }) => cell));
      for (const cell of component) if (sought.has(cell) && !cells.has(cell)) this.#safe.add(cell);
      return exposed;
    });
  }

  #tellsWithin({ cell, low, high }: Exposed, known: Float64Array): boolean {
    for (let n = low; n <= high; n++) if (this.#tells(n, cell, known)) return true;
    return false;
  }

  /** How many of the late ones are counted; NaN where that is not told. */
  #shown(one: Count, places: Places): number {
    const { left, known } = this.#late;
    if (this.#mixed.has(one.group) || left.has(one.name)) return Number.NaN;
    const isTold = isBase(one) ? typeof known.get(one.name) === 'number' : places.isOpen(one);
    const n = isTold ? this.#way * moreOf(one, this.#late) : Number.NaN;
    // What was coded anew is no late one's.
    return n >= 0 ? n : Number.NaN;
  }

  /** Whether a hidden count could tell of a few; what could be shown as it is may be known to lie near that. */
  #isSought(cell: number, known: Float64Array): boolean {
    if (this.#safe.has(cell)) return false;
    const one = this.#cells[cell]!;
    if (!isOfSome(one) || this.#mixed.has(one.group)) return false;
    const before = this.#late.known.get(one.name);
    return before === null || (before !== undefined && this.#tells(one.n - before, cell, known));
  }

  #tells(n: number, cell: number, known: Float64Array): boolean {
    const base = known[this.#network.over[cell]!] ?? Number.NaN;
    const isTelling = this.#late.ruleIn(this.#cells[cell]!.group);
    return isTelling(Math.abs(n), Number.isNaN(base) ? null : base);
  }
}

/** Those sought in a component that are known to lie within a few; null where they are not of the same people. */
function narrowIn(
  network: Network,
  known: Float64Array,
  component: readonly number[],
  wanted: ReadonlySet<number>,
  { privacy: { minimum } }: Rules,
): readonly Exposed[] | null {
  const some = component.filter((cell) => wanted.has(cell));
  const aim = { wanted, minimum, enough: Infinity, among: null };
  try {
    return some.length > MANY
      ? exposedClose(network, known, some, minimum)
      : attackComponent(network, known, component, aim).exposed;
  } catch (error) {
    if (error instanceof NothingAgrees) return null;
    throw error;
  }
}

function networkOver({ counts, relations, rules }: LateCounts, codebook: CodeList): Network {
  const codesOver = codesByBase([...counts.values()]);
  return networkOf(
    counts,
    [...relations, ...limitsOf(counts, codesOver, rules, codebook)],
    impliedLimits(counts, codesOver, rules, codebook),
  );
}

function moreOf({ name, n }: Count, { known }: LateCounts): number {
  return n - (known.get(name) ?? n);
}

/** Whether it counts some people, each of them once. */
function isOfSome(one: Count): boolean {
  return one.ofPeople && one.kind !== 'mentions' && !isBase(one) && !isPresence(one);
}

/** The count that costs the fewest lines for each that it covers. */
function cheapestOf(covers: readonly (readonly Count[])[]): Count | null {
  const covering = new Map<Count, number>();
  for (const one of covers.flat()) covering.set(one, (covering.get(one) ?? 0) + 1);
  const byPrice = [...covering].map(([one, times]) => [one, one.lines / times] as const);
  return byPrice.sort(([, a], [, b]) => a - b)[0]?.[0] ?? null;
}
