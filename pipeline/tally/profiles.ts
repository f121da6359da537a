/**
 * Counting before it is spread out over groups.
 *
 * Respondents with the same value of every group are counted together, once, and what they come to
 * is added to the rows of everybody and of each of their groups when all are counted. Sums are
 * exact, so that it is the same as counting each of them everywhere.
 */
import { entry } from '../entry.ts';
import type { Survey } from '../survey/survey.ts';
import { LIMBS } from './exact.ts';
import { addCells, type Increment, itemIndex, STRIDE, type Tally } from './tally.ts';

/** Of which groups an item is counted. */
export type Scope = 'everywhere' | 'outermost' | 'everybody';

/** Respondents counted together, and what they come to by the number of the item. */
export interface Profile {
  readonly places: readonly Place[];
  readonly design: string;
  /** `LOW_STRIDE` numbers an item: n, the low parts of Σw, those of Σw². */
  low: Float64Array;
  /** `HIGH_STRIDE` numbers an item: the high parts of Σw, those of Σw²; empty while all are 0. */
  high: Float64Array;
}

/**
 * Parts of a sum that weights below 2048, and their squares, may fill: nearly always the only ones.
 * Apart from the others all that is added to lies in half as much memory, which is a matter of time.
 */
const LOW = 3;
const HIGH = LIMBS - LOW;
const LOW_STRIDE = 1 + 2 * LOW;
const HIGH_STRIDE = 2 * HIGH;
/** Where the parts begin in an increment. */
const [W_HIGH, W_LOW, W2_HIGH, W2_LOW] = [1, 1 + HIGH, 1 + LIMBS, 1 + LIMBS + HIGH];
const NO_NUMBERS = new Float64Array(0);

interface Place {
  readonly grouping: string;
  readonly value: string;
  readonly takes: readonly Scope[];
}

/** Further branches, and at the end profiles; all ends are as far from the root. */
type Branch = Map<string, Branch | Profile>;

function branchAt(branch: Branch, key: string): Branch {
  return entry(branch, key, newBranch) as Branch;
}

function newBranch(): Branch {
  return new Map();
}

/** Where groups cross in many ways, they are spread out earlier, so that memory stays bounded. */
const MOST_PROFILES = 4096;
/** Numbers of all of them (64 MB): of many questions, fewer profiles fill as much. */
const MOST_NUMBERS = 1 << 23;

const ALL: readonly Scope[] = ['everywhere', 'outermost', 'everybody'];
const OUTERMOST: readonly Scope[] = ['everywhere', 'outermost'];
const INNER: readonly Scope[] = ['everywhere'];

/** The profiles of a round, with what was counted and is not yet in its tally. */
export class Profiles {
  readonly #groups: Survey['groups'];
  readonly #questions: readonly string[];
  /** By question: the numbers of its items. */
  readonly #items: readonly Map<string, number>[];
  /** Of every item, whatever its question. */
  readonly #scopes: Scope[] = [];
  readonly #tally: Tally;
  /** By the values of groups, one after the other, and by design: no key is put together for each. */
  readonly #tree: Branch = new Map();
  readonly #apart: Branch = new Map();
  /** All of them in the order in which they came. */
  readonly #known: Profile[] = [];
  /** Numbers that known profiles hold. */
  #numbers = 0;

  /** @param questions ids; they are told by their numbers from here on */
  constructor(groups: Survey['groups'], questions: readonly string[], tally: Tally) {
    this.#groups = groups;
    this.#questions = questions;
    this.#items = questions.map(() => new Map());
    this.#tally = tally;
  }

  /** The profile of respondents. @param values of the survey's groups, in their order */
  of(values: readonly string[], design: string): Profile {
    // Not while a respondent is being counted, who has got a profile then.
    if (this.#known.length >= MOST_PROFILES || this.#numbers >= MOST_NUMBERS) this.settle();
    let branch = this.#tree;
    for (let g = 0; g < values.length; g++) branch = branchAt(branch, values[g]!);
    return this.#profile(branch, design, () => [
      { grouping: 'all', value: '', takes: ALL },
      ...this.#groups.map(({ id, within }, g) => ({
        ...{ grouping: id, value: values[g]! },
        takes: within === null ? OUTERMOST : INNER,
      })),
    ]);
  }

  /** Everybody of a design cell, counted apart under the name of a grouping. */
  apart(grouping: string, design: string): Profile {
    return this.#profile(branchAt(this.#apart, grouping), design, () => [
      { grouping, value: '', takes: ALL },
    ]);
  }

  #profile(branch: Branch, design: string, places: () => readonly Place[]): Profile {
    const known = branch.get(design) as Profile | undefined;
    if (known !== undefined) return known;
    const made = { places: places(), design, low: NO_NUMBERS, high: NO_NUMBERS };
    branch.set(design, made);
    this.#known.push(made);
    return made;
  }

  /** The number of an item of a question; its scope is the same each time. */
  item(question: number, name: string, scope: Scope): number {
    const index = this.#items[question]!;
    const known = index.get(name);
    if (known !== undefined) return known;
    const made = this.#scopes.push(scope) - 1;
    index.set(name, made);
    return made;
  }

  /** Adds an increment to items of any questions. */
  add(profile: Profile, items: readonly number[], amount: Increment): void {
    if (profile.low.length < this.#scopes.length * LOW_STRIDE) {
      profile.low = this.#widened(profile.low, LOW_STRIDE);
    }
    addLow(profile.low, items, amount);
    if (!isLow(amount)) {
      if (profile.high.length < this.#scopes.length * HIGH_STRIDE) {
        profile.high = this.#widened(profile.high, HIGH_STRIDE);
      }
      addHigh(profile.high, items, amount);
    }
  }

  /** The same numbers with room for all items there are. */
  #widened(row: Float64Array, stride: number): Float64Array {
    const wider = new Float64Array(Math.max(this.#scopes.length * stride, 2 * row.length));
    wider.set(row);
    this.#numbers += wider.length - row.length;
    return wider;
  }

  /** Adds all that was counted to the tally, and starts anew. */
  settle(): void {
    for (const profile of this.#known) {
      const row = wholeRow(profile);
      for (const q of this.#questions.keys()) this.#spread(q, row, profile);
    }
    this.#known.length = 0;
    this.#tree.clear();
    this.#apart.clear();
    this.#numbers = 0;
  }

  #spread(q: number, row: Float64Array, { places, design }: Profile): void {
    const question = this.#questions[q]!;
    const scopes = this.#scopes;
    const counted = [...this.#items[q]!].filter(([, i]) => (row[i * STRIDE] ?? 0) > 0);
    for (const { grouping, value, takes } of places) {
      const own = counted.filter(([, i]) => takes.includes(scopes[i]!));
      if (own.length === 0) continue;
      const pairs = own.map(([name, i]) => [i, itemIndex(this.#tally, question, name)] as const);
      addCells(this.#tally, { question, grouping, value, design }, row, pairs);
    }
  }
}

// The loops are functions of their own, without a closure's variables: the engine makes them faster.

function isLow(amount: Increment): boolean {
  for (let i = 0; i < HIGH; i++) {
    if (amount[W_HIGH + i] !== 0 || amount[W2_HIGH + i] !== 0) return false;
  }
  return true;
}

function addLow(low: Float64Array, items: readonly number[], amount: Increment): void {
  for (let k = 0; k < items.length; k++) {
    const at = items[k]! * LOW_STRIDE;
    low[at]! += amount[0]!;
    for (let i = 0; i < LOW; i++) {
      low[at + 1 + i]! += amount[W_LOW + i]!;
      low[at + 1 + LOW + i]! += amount[W2_LOW + i]!;
    }
  }
}

function addHigh(high: Float64Array, items: readonly number[], amount: Increment): void {
  for (const item of items) {
    const at = item * HIGH_STRIDE;
    for (let i = 0; i < HIGH; i++) {
      high[at + i]! += amount[W_HIGH + i]!;
      high[at + HIGH + i]! += amount[W2_HIGH + i]!;
    }
  }
}

/** Cells as a tally holds them: n, all parts of Σw, all of Σw², item by item. */
function wholeRow({ low, high }: Profile): Float64Array {
  const items = Math.floor(low.length / LOW_STRIDE);
  const row = new Float64Array(items * STRIDE);
  for (let item = 0; item < items; item++) {
    const [from, above, to] = [item * LOW_STRIDE, item * HIGH_STRIDE, item * STRIDE];
    row[to] = low[from]!;
    for (let i = 0; i < LOW; i++) {
      row[to + W_LOW + i] = low[from + 1 + i]!;
      row[to + W2_LOW + i] = low[from + 1 + LOW + i]!;
    }
    for (let i = 0; i < HIGH && above < high.length; i++) {
      row[to + W_HIGH + i] = high[above + i]!;
      row[to + W2_HIGH + i] = high[above + HIGH + i]!;
    }
  }
  return row;
}
