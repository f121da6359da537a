/** A bounded, even sample of answers by status, for what uncoded answers speak of. */

import { ownCopy } from '../own-copy.ts';
import { addToBottom, type BottomK, bottomOf, emptyBottom, mergeBottom } from './bottom-k.ts';

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

export type AnswerSample = BottomK<SampledAnswer>;

export function emptySample(size = SAMPLE_SIZE): AnswerSample {
  return emptyBottom(size);
}

/** Adds an answer, which stays as long as there are fewer than `size` with a smaller hash. */
export function offer(
  sample: AnswerSample,
  hash: number,
  text: string,
  groups: readonly string[],
): void {
  // Most do not stay: they are not worth a copy.
  if (hash > sample.limit) return;
  addToBottom(sample, { hash, text: ownCopy(cut(text)), groups: groups.map(ownCopy) });
}

/** Adds all of `other`, which must be of the same size, to `target`. */
export function mergeSample(target: AnswerSample, other: AnswerSample): void {
  mergeBottom(target, other);
}

/** The sampled answers, smallest hash first. */
export function answersOf(sample: AnswerSample): readonly SampledAnswer[] {
  return bottomOf(sample);
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const last = text.charCodeAt(LONGEST - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? LONGEST - 1 : LONGEST)}…`;
}
