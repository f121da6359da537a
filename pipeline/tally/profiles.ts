/**
 * Counting before it is spread out over groups.
 *
 * Respondents with the same value of every group are counted together, once, and what they come to
 * is added to the rows of everybody and of each of their groups when all are counted. Sums are
 * exact, so that it is the same as counting each of them everywhere.
 */
import { entry } from '../entry.ts';
import type { Survey } from '../survey/survey.ts';
import { addCells, type Increment, itemIndex, STRIDE, type Tally } from './tally.ts';

/** Of which groups an item is counted. */
export type Scope = 'everywhere' | 'outermost' | 'everybody';

/** Respondents counted together, by the number of the question. */
export interface Profile {
  readonly places: readonly Place[];
  readonly design: string;
  readonly rows: (Float64Array | undefined)[];
}

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

interface Items {
  readonly index: Map<string, number>;
  readonly scopes: Scope[];
}

/** Where groups cross in many ways, they are spread out earlier, so that memory stays bounded. */
const MOST_PROFILES = 4096;
/** Numbers in all their rows (64 MB): of many questions, fewer profiles fill as much. */
const MOST_NUMBERS = 1 << 23;

const ALL: readonly Scope[] = ['everywhere', 'outermost', 'everybody'];
const OUTERMOST: readonly Scope[] = ['everywhere', 'outermost'];
const INNER: readonly Scope[] = ['everywhere'];

/** The profiles of a round, with what was counted and is not yet in its tally. */
export class Profiles {
  readonly #groups: Survey['groups'];
  readonly #questions: readonly string[];
  readonly #items: readonly Items[];
  readonly #tally: Tally;
  /** By the values of groups, one after the other, and by design: no key is put together for each. */
  readonly #tree: Branch = new Map();
  readonly #apart: Branch = new Map();
  /** All of them in the order in which they came. */
  readonly #known: Profile[] = [];
  /** Numbers in the rows of known profiles. */
  #numbers = 0;

  /** @param questions ids; they are told by their numbers from here on */
  constructor(groups: Survey['groups'], questions: readonly string[], tally: Tally) {
    this.#groups = groups;
    this.#questions = questions;
    this.#items = questions.map(() => ({ index: new Map(), scopes: [] }));
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
    const rows = new Array(this.#questions.length).fill(undefined);
    const made = { places: places(), design, rows };
    branch.set(design, made);
    this.#known.push(made);
    return made;
  }

  /** The number of an item of a question; its scope is the same each time. */
  item(question: number, name: string, scope: Scope): number {
    const { index, scopes } = this.#items[question]!;
    const known = index.get(name);
    if (known !== undefined) return known;
    index.set(name, scopes.length);
    scopes.push(scope);
    return scopes.length - 1;
  }

  /** Adds an increment to items of a question. */
  add(profile: Profile, question: number, items: readonly number[], amount: Increment): void {
    let row = profile.rows[question];
    const needed = this.#items[question]!.scopes.length * STRIDE;
    if (row === undefined || row.length < needed) {
      const wider = new Float64Array(Math.max(needed, 2 * (row?.length ?? 0)));
      if (row !== undefined) wider.set(row);
      this.#numbers += wider.length - (row?.length ?? 0);
      profile.rows[question] = wider;
      row = wider;
    }
    for (const item of items) {
      const at = item * STRIDE;
      for (let i = 0; i < STRIDE; i++) row[at + i]! += amount[i]!;
    }
  }

  /** Adds all that was counted to the tally, and starts anew. */
  settle(): void {
    for (const { places, design, rows } of this.#known) {
      rows.forEach((row, q) => {
        if (row !== undefined) this.#spread(q, row, places, design);
      });
    }
    this.#known.length = 0;
    this.#tree.clear();
    this.#apart.clear();
    this.#numbers = 0;
  }

  #spread(q: number, row: Float64Array, places: readonly Place[], design: string): void {
    const question = this.#questions[q]!;
    const { index, scopes } = this.#items[q]!;
    const counted = [...index].filter(([, i]) => (row[i * STRIDE] ?? 0) > 0);
    for (const { grouping, value, takes } of places) {
      const own = counted.filter(([, i]) => takes.includes(scopes[i]!));
      if (own.length === 0) continue;
      const pairs = own.map(([name, i]) => [i, itemIndex(this.#tally, question, name)] as const);
      addCells(this.#tally, { question, grouping, value, design }, row, pairs);
    }
  }
}
