/** A taxonomy's coder: joins normalising, matching, clauses, negation and the decision. */

import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { type Clauses, splitClauses } from './clauses.ts';
import type { Coder, Coding, Explanation } from './coding.ts';
import { decide, evidenceOf } from './decide.ts';
import type { Hit } from './found.ts';
import { isFiller } from './gaps.ts';
import { compileLexicon } from './lexicon.ts';
import { type Denial, denialOf } from './negation.ts';
import { emptyNormalised, type Normalised, normalise, textOf } from './normalise.ts';
import { settleCues, settleHits, withoutMisread } from './overlaps.ts';
import { createPairFinder } from './pairs.ts';
import { type AnswerKind, kindOfAnswer, kindOfShortAnswer } from './status.ts';

/** All that was found in one answer; positions are of `normalised`, which the next answer overwrites. */
interface Reading {
  readonly normalised: Normalised;
  readonly clauses: Clauses;
  readonly kept: readonly Hit[];
  readonly denied: readonly { readonly hit: Hit; readonly denial: Denial }[];
  readonly contained: readonly { readonly hit: Hit; readonly by: Hit }[];
}

/** Near misses are shown while they may interest a reader: not too long, not too many. */
const WORTH_SHOWING = 40;
const MOST_MISSED = 10;

const NOT_CODED: Readonly<Record<AnswerKind, Coding>> = {
  real: { status: 'uncoded', codes: [] },
  'no-problem': { status: 'no-problem', codes: [] },
  empty: { status: 'empty', codes: [] },
  skipped: { status: 'skipped', codes: [] },
};

/**
 * Compiles a taxonomy into a coder. Compiling takes milliseconds, coding microseconds; a coder
 * has working memory of its own and is not shared between threads.
 *
 * @example
 * createCoder(organ).code('经费倒是有保障，就是没人愿意干').codes.map((hit) => hit.code) // ['A4.3']
 */
export function createCoder(taxonomy: Taxonomy): Coder {
  const lexicon = compileLexicon(taxonomy);
  const pairs = createPairFinder(lexicon.pairs);
  const scratch = emptyNormalised();

  function read(normalised: Normalised, missed?: Hit[]): Reading {
    const found = lexicon.scan(normalised);
    // Contrast words first: they bound the clauses in which pairs are sought.
    const clauses = splitClauses(normalised, settleCues(found.cues, found.literals));
    const paired =
      found.parts.length > 1 ? pairs.find(found.parts, clauses, normalised, missed) : [];
    const sound = withoutMisread([...found.literals, ...paired], found.cues, (start, end) =>
      isFiller(textOf(normalised, start, end)),
    );
    const cues = settleCues(
      found.cues,
      sound.filter((hit) => hit.kind === 'literal'),
    );
    const { kept: hits, contained } = settleHits(sound);
    const setting = { normalised, clauses, cues };
    const kept: Hit[] = [];
    const denied: { hit: Hit; denial: Denial }[] = [];
    const deniedHits: Hit[] = [];
    for (const hit of hits) {
      const denial = denialOf(hit, setting, deniedHits);
      if (denial === null) kept.push(hit);
      else {
        denied.push({ hit, denial });
        deniedHits.push(hit);
      }
    }
    // A word that denies one hit is no part of another: 经费没有不足 does not say 没有 + 经费.
    const denying = new Map(denied.map(({ denial: { by } }) => [by.start, by.end]));
    const sure =
      denying.size === 0
        ? kept
        : kept.filter(({ parts }) => !parts.some((one) => denying.get(one.start) === one.end));
    return { normalised, clauses, kept: sure, denied, contained };
  }

  function kindOf({ normalised, clauses, denied }: Reading): AnswerKind {
    const settled = new Set(denied.map(({ hit }) => clauses.at(hit.start)));
    return kindOfAnswer(normalised, clauses, settled);
  }

  return {
    code(answer) {
      const normalised = normalise(answer, scratch);
      const short = kindOfShortAnswer(normalised);
      if (short !== null) return NOT_CODED[short];
      const reading = read(normalised);
      const codes = decide(reading.kept, lexicon, normalised, answer);
      return codes.length > 0 ? { status: 'coded', codes } : NOT_CODED[kindOf(reading)];
    },

    explain(answer): Explanation {
      const normalised = normalise(answer, scratch);
      const missed: Hit[] = [];
      const reading = read(normalised, missed);
      const short = kindOfShortAnswer(normalised);
      const codes = short === null ? decide(reading.kept, lexicon, normalised, answer) : [];
      const coding: Coding =
        codes.length > 0 ? { status: 'coded', codes } : NOT_CODED[short ?? kindOf(reading)];
      const words = (span: { start: number; end: number }) => evidenceOf(span, normalised, answer);
      const given = new Set(codes.map((hit) => hit.code));
      return {
        ...coding,
        clauses: reading.clauses.list.map(words),
        ruledOut: [
          ...reading.denied.map(({ hit, denial }) => ({
            code: lexicon.codes[hit.code]!,
            evidence: words(hit),
            reason: denial.reason,
            by: words(denial.by),
          })),
          ...reading.contained.map(({ hit, by }) => ({
            code: lexicon.codes[hit.code]!,
            evidence: words(hit),
            reason: 'contained' as const,
            by: words(by),
          })),
          ...missed
            .filter(
              (hit) => !given.has(lexicon.codes[hit.code]!) && hit.end - hit.start <= WORTH_SHOWING,
            )
            .slice(0, MOST_MISSED)
            .map((hit) => ({
              code: lexicon.codes[hit.code]!,
              evidence: words(hit),
              reason: 'near-miss' as const,
              by: null,
            })),
        ].sort((a, b) => a.evidence.start - b.evidence.start || (a.code < b.code ? -1 : 1)),
      };
    },
  };
}
