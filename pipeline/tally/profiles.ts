/**
 * Counting before it is spread out over groups.
 *
 * Respondents with the same value of every group are counted together, once, and what they come to
 * is added to the rows of everybody and of each of their groups when all are counted. Sums are
 * exact, so that it is the same as counting each of them everywhere.
 */
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
  readonly #known = new Map<string, Profile>();
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
    if (this.#known.size >= MOST_PROFILES || this.#numbers >= MOST_NUMBERS) this.settle();
    return this.#profile(`${values.join('\u0001')}\u0002${design}`, design, () => [
      { grouping: 'all', value: '', takes: ALL },
      ...this.#groups.map(({ id, within }, g) => ({
        ...{ grouping: id, value: values[g]! },
        takes: within === null ? OUTERMOST : INNER,
      })),
    ]);
  }

  /** Everybody of a design cell, counted apart under the name of a grouping. */
  apart(grouping: string, design: string): Profile {
    return this.#profile(`\u0003${grouping}\u0002${design}`, design, () => [
      { grouping, value: '', takes: ALL },
    ]);
  }

  #profile(key: string, design: string, places: () => readonly Place[]): Profile {
    let known = this.#known.get(key);
    if (known === undefined) {
      known = { places: places(), design, rows: new Array(this.#questions.length).fill(undefined) };
      this.#known.set(key, known);
    }
    return known;
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
    for (const { places, design, rows } of this.#known.values()) {
      rows.forEach((row, q) => {
        if (row !== undefined) this.#spread(q, row, places, design);
      });
    }
    this.#known.clear();
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
