/**
 * Gathers from the artefacts what nothing explains and so may come from answers. Which of it really
 * does is told by reading the inputs again (`confirm.ts`), and only where there is any.
 */
import { type Place, type Problem, problem } from '../../errors.ts';
import { addressesIn } from './addresses.ts';
import type { TakeText, Where } from './artefact.ts';
import { type Cover, type Coverage, FREE, SINGLE, UNKNOWN } from './coverage.ts';
import { compact, SEAM } from './normal.ts';

/** Personal data in a text; offsets are units of it. */
export type FindPersonal = (
  text: string,
) => readonly { readonly type: string; readonly start: number; readonly end: number }[];

/** Where each suspect was met first; `text` is in the form in which it is looked for. */
export interface Suspects {
  /** Runs of `GRAM` characters without blanks. */
  readonly grams: ReadonlyMap<string, Place>;
  /** Possible ids of respondents, in small letters. */
  readonly ids: ReadonlyMap<string, Place>;
  /** Personal data without blanks. */
  readonly personal: ReadonlyMap<string, { readonly type: string; readonly place: Place }>;
}

/** Characters of an answer that may not be published in a row. */
export const GRAM = 8;
/** Shorter ids are like any other number. */
export const SHORTEST_ID = 6;
/** One-letter pieces of which a run may consist before it is suspect too. */
const MOST_SINGLE = 3;
/** Of one kind; more would only say the same once more. */
const MOST_SUSPECTS = 20_000;
/** Texts remembered as sound: names come again in every line of a table. */
const MOST_SOUND = 200_000;

/** Of these characters alone nothing can be suspect: no letter, no long number, no address. */
const PLAIN = /^(?:[^\p{L}\p{M}\d/\\@]|\d{1,5}(?!\d))*$/u;
/** A long number written in groups. */
const GROUPED = /\d{3}[\s-]\d{3}/;
const ID = new RegExp(`[a-z0-9](?:[a-z0-9_-]{${SHORTEST_ID - 2},}[a-z0-9])`, 'g');

export class Texts {
  readonly problems: Problem[] = [];
  readonly #cover: Cover;
  readonly #known: (text: string) => boolean;
  readonly #findPersonal: FindPersonal;
  readonly #sound = new Set<string>();
  readonly #grams = new Map<string, Place>();
  readonly #ids = new Map<string, Place>();
  readonly #personal = new Map<string, { type: string; place: Place }>();

  /** @param known whether a text without blanks is part of one that is published by design */
  constructor(cover: Cover, known: (text: string) => boolean, findPersonal: FindPersonal) {
    this.#cover = cover;
    this.#known = known;
    this.#findPersonal = findPersonal;
  }

  get suspects(): Suspects {
    return { grams: this.#grams, ids: this.#ids, personal: this.#personal };
  }

  /** Adds suspects that were found elsewhere. */
  join({ grams, ids, personal }: Suspects): void {
    for (const [text, place] of grams) note(this.#grams, text, () => place);
    for (const [text, place] of ids) note(this.#ids, text, () => place);
    for (const [text, one] of personal) note(this.#personal, text, () => one);
  }

  readonly take: TakeText = (text, where) => {
    if (this.#sound.has(text) || (PLAIN.test(text) && !GROUPED.test(text))) return;
    if (this.#judge(text, where) && this.#sound.size < MOST_SOUND) this.#sound.add(text);
  };

  /** Addresses alone: for what is code and not text. */
  readonly takeCode: TakeText = (text, where) => {
    for (const { kind, found } of addressesIn(text)) {
      this.problems.push(problem(kind, where(), { text: found }));
    }
  };

  /** True where nothing is suspect. */
  #judge(text: string, where: Where): boolean {
    const coverage = this.#cover(text);
    if (isExplained(coverage.marks)) return true;
    const before = this.problems.length;
    for (const { kind, found } of addressesIn(text)) {
      if (!this.#known(compact(found))) {
        this.problems.push(problem(kind, where(), { text: found }));
      }
    }
    const sound = this.problems.length === before;
    const grams = this.#noteGrams(coverage, where);
    const ids = this.#noteIds(coverage, where);
    const personal = this.#notePersonal(text, where);
    return sound && grams && ids && personal;
  }

  #noteGrams({ text, marks }: Coverage, where: Where): boolean {
    if (!hasMany(marks)) return true;
    // Runs of answers are compared without blanks.
    const at = [...marks.keys()].filter((i) => text[i] !== ' ' && text[i] !== SEAM);
    let sound = true;
    let unknown = 0;
    let single = 0;
    const count = (i: number, step: 1 | -1) => {
      if (marks[at[i]!] === UNKNOWN) unknown += step;
      if (marks[at[i]!] === SINGLE) single += step;
    };
    for (let i = 0; i < at.length; i++) {
      count(i, 1);
      if (i >= GRAM) count(i - GRAM, -1);
      if (i < GRAM - 1 || (unknown === 0 && single <= MOST_SINGLE)) continue;
      const gram = at
        .slice(i - GRAM + 1, i + 1)
        .map((one) => text[one])
        .join('');
      if (!this.#known(gram)) sound = !note(this.#grams, gram, where) && sound;
    }
    return sound;
  }

  #noteIds({ text, marks }: Coverage, where: Where): boolean {
    let sound = true;
    for (const { 0: token, index } of text.matchAll(ID)) {
      if (!marks.subarray(index, index + token.length).some((mark) => mark >= FREE)) continue;
      if (this.#known(token)) continue;
      sound = !note(this.#ids, token, where) && sound;
    }
    return sound;
  }

  #notePersonal(seamed: string, where: Where): boolean {
    const text = seamed.replaceAll(SEAM, '');
    let sound = true;
    for (const { type, start, end } of this.#findPersonal(text)) {
      const found = compact(text.slice(start, end));
      if (this.#known(found)) continue;
      sound = false;
      note(this.#personal, found, () => ({ type, place: where() }));
    }
    return sound;
  }
}

/** Whether every unit is part of a piece. */
function isExplained(marks: Uint8Array): boolean {
  for (let i = 0; i < marks.length; i++) if (marks[i]! >= FREE) return false;
  return true;
}

/** Whether any run of a text may be suspect. */
function hasMany(marks: Uint8Array): boolean {
  let single = 0;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] === UNKNOWN) return true;
    if (marks[i] === SINGLE) single += 1;
  }
  return single > MOST_SINGLE;
}

/** Notes what there is to say of a suspect met for the first time; always true. */
function note<Told>(suspects: Map<string, Told>, text: string, told: () => Told): boolean {
  if (suspects.size < MOST_SUSPECTS && !suspects.has(text)) suspects.set(text, told());
  return true;
}
