/**
 * The phrases that mark answers no code fits: frequent there, whole, and rarer in coded answers.
 */
import { groupBy } from '../../group-by.ts';
import { logLikelihood } from '../../statistics/log-likelihood.ts';
import { mayBegin, mayEnd, OUTSIDE, saysNothing } from './function-words.ts';
import { frequentRuns, type Run, type RunCounts } from './runs.ts';
import { isHanWord, joined, speller, type Words, wordsOf } from './words.ts';

/** Words in a phrase: a complaint in short is a clause of that many characters. */
const LONGEST = 12;
/** Fewer respondents are no pattern. */
const FEWEST = 3;
/** A phrase that fewer of the uncoded answers have is not worth a code of its own. */
const SMALLEST_SHARE = 1 / 200;
/** χ² with 1 degree of freedom exceeds it once in 1,000 times; many phrases are tried. */
const KEY = 10.83;
/** How much more common in uncoded answers, at least. */
const RATIO = 2;
/** Bits on each side: with less, the words beside a phrase can be foretold, and belong to it. */
const FREEDOM = 1.25;
/** Share of a phrase's answers that may have one and the same longer phrase. */
const NESTED = 0.75;

export interface Phrase {
  /** In the respondents' most common spelling. */
  readonly text: string;
  /** Its folded words. */
  readonly words: readonly string[];
  /** Indices of the uncoded answers that have it, ascending. */
  readonly answers: readonly number[];
  readonly keyness: number;
}

/**
 * Key phrases, strongest first.
 *
 * @param uncoded answers that no code fits
 * @param coded answers to compare them with
 */
export function keyPhrases(
  uncoded: readonly string[],
  coded: readonly string[],
): readonly Phrase[] {
  const words = wordsOf([...uncoded, ...coded]);
  const sizes = { uncoded: uncoded.length, coded: coded.length };
  const spell = speller(words);
  const runs = frequentRuns(words, {
    split: uncoded.length,
    minimum: Math.max(FEWEST, Math.ceil(uncoded.length * SMALLEST_SHARE)),
    longest: LONGEST,
    outside: OUTSIDE,
    wanted: (run) => isKey(run, sizes) && isWorded(formsOf(run, words)),
  });
  return runs
    .filter((run) => isWhole(run, words))
    .map((run) => phraseOf(run, words, spell, sizes))
    .sort(stronger);
}

function stronger(a: Phrase, b: Phrase): number {
  return b.keyness - a.keyness || b.answers.length - a.answers.length || (a.text < b.text ? -1 : 1);
}

function formsOf({ first, length }: RunCounts, { ids, forms }: Words): readonly string[] {
  return Array.from(ids.subarray(first, first + length), (id) => forms[id]!);
}

/** Whether it looks like words with a content: at least two characters, or a longer Latin word. */
function isWorded(forms: readonly string[]): boolean {
  const [first] = forms;
  if (forms.length === 1 && (isHanWord(first!) || first!.length < 3)) return false;
  return mayBegin(first!) && mayEnd(forms.at(-1)!) && !saysNothing(joined(forms));
}

interface Sizes {
  readonly uncoded: number;
  readonly coded: number;
}

/**
 * Whether a run is more common in uncoded answers than chance would have it.
 *
 * Where most answers are uncoded the coded ones are too few to tell; then it is enough that none
 * of them has it.
 */
function isKey({ uncoded, coded }: RunCounts, sizes: Sizes): boolean {
  if (coded === 0 && sizes.coded < sizes.uncoded) return true;
  if (uncoded / sizes.uncoded < (RATIO * coded) / sizes.coded) return false;
  return logLikelihood(uncoded, sizes.uncoded, coded, sizes.coded) >= KEY;
}

/** Whether a run is no mere part of a longer one: what stands beside it varies on both sides. */
function isWhole(run: Run, words: Words): boolean {
  const { left, right } = run.longer;
  if (Math.max(left, right) > NESTED * run.uncoded) return false;
  const beside = (offset: number, outside: ReadonlySet<string>) =>
    entropy(
      run.places.map((place) => words.ids[place + offset]!),
      (id) => outside.has(words.forms[id]!) || id === 0,
    );
  return beside(-1, OUTSIDE.left) >= FREEDOM && beside(run.length, OUTSIDE.right) >= FREEDOM;
}

/** Entropy of values in bits; those that are `free` count as all different. */
function entropy(values: readonly number[], free: (value: number) => boolean): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    if (!free(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const bound = [...counts.values()].reduce((sum, count) => sum + count * Math.log2(count), 0);
  return Math.log2(values.length) - bound / values.length;
}

function phraseOf(
  run: Run,
  words: Words,
  spell: (place: number, length: number) => string,
  sizes: Sizes,
): Phrase {
  const { places, length, uncoded, coded } = run;
  const found = places.map((place) => words.answers[place]!);
  return {
    text: commonest(places.map((place) => spell(place, length))),
    words: formsOf(run, words),
    answers: [...new Set(found.filter((answer) => answer < sizes.uncoded))],
    keyness: logLikelihood(uncoded, sizes.uncoded, coded, sizes.coded),
  };
}

/** The text that stands most often in a list; of equals the first by code unit. */
function commonest(texts: readonly string[]): string {
  const counts = [...groupBy(texts, (one) => one)].map(([text, all]) => ({ text, n: all.length }));
  return counts.reduce((best, one) =>
    one.n > best.n || (one.n === best.n && one.text < best.text) ? one : best,
  ).text;
}
