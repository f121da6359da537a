/**
 * Answers that may be quoted for a problem: a bounded, even sample of those that state it, by
 * question and problem. It adds up like the rest of a tally, and is empty unless the survey asks
 * for quotes. The answers are as respondents wrote them: who may be quoted, and how, is for
 * `protect/quotes.ts` to say.
 */
import type { Coding } from '../code/coding.ts';
import { hashOfParts } from '../hash.ts';
import { ownCopy } from '../own-copy.ts';
import type { Respondent } from '../read/respondent.ts';
import type { Survey } from '../survey/survey.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { addToBottom, type BottomK, bottomOf, emptyBottom, mergeBottom } from './bottom-k.ts';
import { codeItem } from './items.ts';

/** Answers kept of one question and problem: enough to choose a few of. */
export const QUOTABLE_SIZE = 100;
/** UTF-16 units; a longer answer is not kept, as all of it has to be looked at before it is quoted. */
const LONGEST = 200;

/** An answer that states a problem. */
export interface QuotableAnswer {
  readonly hash: number;
  /** Hash of who gave it: the id, the same in all rounds, or else the place in the data. */
  readonly person: number;
  /** The whole answer in the respondent's own words. */
  readonly text: string;
  /** A value for each of the survey's groups. */
  readonly groups: readonly string[];
  /** How surely the answer states the problem, in [0, 1]. */
  readonly confidence: number;
  /** Where the words begin that speak for the problem most surely. */
  readonly at: number;
  /** Whether the answer states this problem alone. */
  readonly alone: boolean;
}

/** Question -> item of a problem -> answers. */
export type Quotable = Map<string, Map<string, BottomK<QuotableAnswer>>>;

/** An answer with what coding made of it, and its hash, which is the answer's own. */
export interface CodedAnswer {
  readonly text: string;
  readonly coding: Coding;
  readonly hash: number;
}

/** Offers a coded answer to the sample of each problem that it states. */
export function enterQuotable(
  quotable: Quotable,
  question: string,
  taxonomy: Taxonomy,
  { text, coding, hash }: CodedAnswer,
  who: { readonly person: number; readonly groups: readonly string[] },
): void {
  if (text.length > LONGEST) return;
  const stated = problemsIn(coding, taxonomy);
  for (const { problem, hit } of stated) {
    const sample = sampleOf(quotable, question, codeItem(taxonomy.id, problem));
    // Most do not stay: they are not worth a copy.
    if (hash > sample.limit) continue;
    addToBottom(sample, {
      hash,
      person: who.person,
      text: ownCopy(text),
      groups: who.groups.map(ownCopy),
      confidence: hit.confidence,
      at: hit.evidence[0]?.start ?? 0,
      alone: stated.length === 1,
    });
  }
}

/** The problems that an answer states, itself or through a leaf, each by its surest code. */
function problemsIn({ codes }: Coding, taxonomy: Taxonomy) {
  return taxonomy.problems.flatMap(({ id, subproblems }) => {
    const own = codes.filter(
      ({ code }) => code === id || subproblems.some((leaf) => leaf.id === code),
    );
    const [first, ...more] = own;
    if (first === undefined) return [];
    const hit = more.reduce((best, one) => (one.confidence > best.confidence ? one : best), first);
    return [{ problem: id, hit }];
  });
}

/** Somebody is known again by the id, where the survey has ids; nobody who left it empty. */
export function personOf(
  { id, row }: Pick<Respondent, 'id' | 'row'>,
  { columns }: Pick<Survey, 'columns'>,
  round: string,
  file: string,
): number {
  const bare = columns.respondent === null ? '' : id.trim();
  return hashOfParts(bare === '' ? ['', round, file, String(row)] : [bare]);
}

/** Adds all of `other` to `target`. */
export function mergeQuotable(target: Quotable, other: Quotable): void {
  for (const [question, items] of other) {
    for (const [item, sample] of items) mergeBottom(sampleOf(target, question, item), sample);
  }
}

/** The sampled answers that state a problem, in an order of their own that no order of reading shows in. */
export function quotableAnswers(
  quotable: Quotable,
  question: string,
  taxonomy: string,
  problem: string,
): readonly QuotableAnswer[] {
  const sample = quotable.get(question)?.get(codeItem(taxonomy, problem));
  return sample === undefined ? [] : bottomOf(sample);
}

function sampleOf(quotable: Quotable, question: string, item: string): BottomK<QuotableAnswer> {
  let items = quotable.get(question);
  if (items === undefined) {
    items = new Map();
    quotable.set(question, items);
  }
  let sample = items.get(item);
  if (sample === undefined) {
    sample = emptyBottom(QUOTABLE_SIZE);
    items.set(item, sample);
  }
  return sample;
}
