/**
 * A bounded sample of answers that adds up: a commutative monoid {emptySample, offer, mergeSample}.
 *
 * It keeps the `size` answers with the smallest hashes (bottom-k sampling; Cohen & Kaplan 2007).
 * A hash depends on where an answer stands and on its words, so the sample is an even one and the
 * same for any split, order and number of workers. Plain data: it can be sent between threads.
 */

import { ownCopy } from '../own-copy.ts';

/** Answers kept of one question, taxonomy and status. */
export const SAMPLE_SIZE = 2000;
/** UTF-16 units kept of an answer; what is longer ends in `…`. */
const LONGEST = 200;

export interface SampledAnswer {
  readonly hash: number;
  /** The respondent's own words, cut at LONGEST. */
  readonly text: string;
  /** A value for each of the survey's groups. */
  readonly groups: readonly string[];
}

export interface AnswerSample {
  readonly size: number;
  /** Answers with a larger hash are not in the sample. */
  limit: number;
  /** Up to twice `size`, unordered; `answersOf` settles them. */
  entries: SampledAnswer[];
}

export function emptySample(size = SAMPLE_SIZE): AnswerSample {
  return { size, limit: Number.POSITIVE_INFINITY, entries: [] };
}

/** Adds an answer, which stays as long as there are fewer than `size` with a smaller hash. */
export function offer(
  sample: AnswerSample,
  hash: number,
  text: string,
  groups: readonly string[],
): void {
  if (hash > sample.limit) return;
  sample.entries.push({ hash, text: ownCopy(cut(text)), groups: groups.map(ownCopy) });
  shrink(sample);
}

/** Adds all of `other`, which must be of the same size, to `target`. */
export function mergeSample(target: AnswerSample, other: AnswerSample): void {
  for (const entry of other.entries) if (entry.hash <= target.limit) target.entries.push(entry);
  shrink(target);
}

/** The sampled answers, smallest hash first. */
export function answersOf(sample: AnswerSample): readonly SampledAnswer[] {
  return [...sample.entries].sort(inOrder).slice(0, sample.size);
}

/** Sorting only when twice as many have come keeps the price of an answer low. */
function shrink(sample: AnswerSample): void {
  if (sample.entries.length < 2 * sample.size) return;
  sample.entries = [...answersOf(sample)];
  sample.limit = sample.entries.at(-1)?.hash ?? sample.limit;
}

/** Ties are broken by all that is kept, so that equals are interchangeable. */
function inOrder(a: SampledAnswer, b: SampledAnswer): number {
  if (a.hash !== b.hash) return a.hash - b.hash;
  const [first, second] = [a, b].map(({ text, groups }) => [text, ...groups].join('\u0000'));
  return first! < second! ? -1 : first === second ? 0 : 1;
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const last = text.charCodeAt(LONGEST - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? LONGEST - 1 : LONGEST)}…`;
}
