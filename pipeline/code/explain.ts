/** How an answer came to its codes: clauses, scores, and what was ruled out and why. */

import type { CodeHit, Coding, Decision, Explanation, RuledOut } from './coding.ts';
import { evidenceOf } from './evidence.ts';
import type { Span } from './found.ts';
import type { Judge } from './judge.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reader.ts';
import { kindOfClause } from './status.ts';

/** Near misses are shown while they may interest a reader: not too long, not too many. */
const WORTH_SHOWING = 40;
const MOST_SHOWN = 10;

/** What is explained. */
interface Explained {
  readonly coding: Coding;
  readonly reading: Reading;
  readonly answer: string;
  readonly byHand: boolean;
}

/** @param judge of the same reading; null where scores took no part */
export function explainReading(
  { coding, reading, answer, byHand }: Explained,
  lexicon: Lexicon,
  judge: Judge | null,
): Explanation {
  const words = (span: { start: number; end: number }) =>
    evidenceOf(span, reading.normalised, answer);
  const weighed = judge?.weighed() ?? [];
  const scoreOf = ({ code }: CodeHit) => {
    const own = weighed.find((one) => one.code === code);
    return { score: own?.score ?? null, cutoff: own?.cutoff ?? null };
  };
  const given = new Set(coding.codes.map((hit) => hit.code));
  return {
    status: coding.status,
    decision: byHand ? decided('codes') : decision(),
    byHand,
    codes: coding.codes.map((hit) => ({ ...hit, ...scoreOf(hit) })),
    clauses: reading.clauses.list.map(words),
    ruledOut: [...byRules(reading, lexicon, given, words), ...tooWeak()].sort(
      (a, b) => a.evidence.start - b.evidence.start || (a.code < b.code ? -1 : 1),
    ),
  };

  function decision(): Decision {
    if (coding.codes.length > 0) return decided('codes');
    if (judge === null || reading.kind !== 'real') {
      if (coding.status === 'uncoded') return decided('rest');
      const says = coding.status === 'no-problem' ? clausesWithoutProblem(reading) : [];
      return decided('rules', says.map(words));
    }
    const none = judge.weighedNone(answer);
    if (coding.status === 'uncoded') {
      // The model took it for one without a problem, and was overruled.
      const isOverruled = none !== null && none.score >= none.cutoff;
      return { ...decided(isOverruled ? 'states' : 'rest'), ...none, words: [] };
    }
    return { ...decided('model'), ...none };
  }

  /** Codes that came close; a problem whose sub-problem is given is no news. */
  function tooWeak(): RuledOut[] {
    const shown = [...given];
    return weighed
      .filter(({ code }) => !shown.some((one) => one === code || one.startsWith(`${code}.`)))
      .slice(0, MOST_SHOWN)
      .map(({ code, score, cutoff }) => ({
        code,
        evidence: judge!.wordsFor(code, answer)[0]!,
        // A problem above its cut-off is given, itself or by a sub-problem, in every coded answer.
        reason: score < cutoff || given.size > 0 ? ('weak' as const) : ('outweighed' as const),
        by: null,
        score,
        cutoff,
      }));
  }
}

function decided(by: Decision['by'], words: Decision['words'] = []): Decision {
  return { by, words, score: null, cutoff: null };
}

/** Clauses that say there is no problem, or that only deny one. */
function clausesWithoutProblem({ normalised, clauses, denied }: Reading): readonly Span[] {
  const settled = new Set(denied.map(({ hit }) => clauses.at(hit.start)));
  return clauses.list.filter(
    (clause, index) => settled.has(index) || kindOfClause(normalised, clause) === 'no-problem',
  );
}

function byRules(
  reading: Reading,
  lexicon: Lexicon,
  given: ReadonlySet<string>,
  words: (span: { start: number; end: number }) => RuledOut['evidence'],
): RuledOut[] {
  const codeOf = (hit: { code: number }) => lexicon.codes[hit.code]!;
  const without = { score: null, cutoff: null };
  return [
    ...reading.denied.map(({ hit, denial }) => ({
      code: codeOf(hit),
      evidence: words(hit),
      reason: denial.reason,
      by: words(denial.by),
      ...without,
    })),
    ...reading.contained.map(({ hit, by }) => ({
      code: codeOf(hit),
      evidence: words(hit),
      reason: 'contained' as const,
      by: words(by),
      ...without,
    })),
    ...reading.missed
      .filter((hit) => !given.has(codeOf(hit)) && hit.end - hit.start <= WORTH_SHOWING)
      .slice(0, MOST_SHOWN)
      .map((hit) => ({
        code: codeOf(hit),
        evidence: words(hit),
        reason: 'near-miss' as const,
        by: null,
        ...without,
      })),
  ];
}
