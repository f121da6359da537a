/** A taxonomy's coder: what a person coded before, else terms and models, else terms alone. */

import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Coder, Coding, Evidence, Explanation, TwoCodings } from './coding.ts';
import { explainReading } from './explain.ts';
import { createJudge, type Judge, NOT_CODED } from './judge.ts';
import { keyOf } from './normalise.ts';
import { createReader, type Reading } from './reader.ts';
import { remember } from './remember.ts';
import { codesByTerms, decideByTerms } from './terms-only.ts';
import { type Learnt, NOTHING_LEARNT } from './trained.ts';

/**
 * Makes a coder, which has working memory of its own and is not shared between threads.
 *
 * @param learnt models and hand codes of the taxonomy; without, terms alone decide
 * @example
 * createCoder(organ).code('经费倒是有保障，就是没人愿意干').codes.map((hit) => hit.code) // ['A4.3']
 */
export function createCoder(taxonomy: Taxonomy, learnt: Learnt = NOTHING_LEARNT): Coder {
  const reader = createReader(taxonomy);
  const { lexicon } = reader;
  const judge = learnt.codes === null ? null : createJudge(lexicon, learnt.codes, learnt.status);

  function byMachine(reading: Reading, answer: string): Coding {
    if (judge !== null) return judge.judge(reading, answer);
    const codes = decideByTerms(reading.kept, lexicon, reading, answer);
    return codes.length > 0 ? { status: 'coded', codes } : NOT_CODED[reading.kind];
  }

  function handCodesOf(): readonly string[] | undefined {
    if (learnt.handCodes.size === 0) return undefined;
    return learnt.handCodes.get(keyOf(reader.normalised));
  }

  return {
    code(answer) {
      const short = reader.glance(answer);
      const byHand = handCodesOf();
      if (byHand !== undefined)
        return codedByHand(byHand, answer, reader.reading(), byMachine, judge);
      return short === null ? byMachine(reader.reading(), answer) : NOT_CODED[short];
    },

    codeTwice(answer): TwoCodings {
      const short = reader.glance(answer);
      const byHand = handCodesOf();
      const reading = short === null || byHand !== undefined ? reader.reading() : null;
      if (reading === null) return { coding: NOT_CODED[short!], byTerms: NOT_CODED[short!] };
      const codes = codesByTerms(reading.kept, lexicon);
      const byTerms =
        codes.length > 0 ? { status: 'coded' as const, codes } : NOT_CODED[reading.kind];
      const coding =
        byHand === undefined
          ? byMachine(reading, answer)
          : codedByHand(byHand, answer, reading, byMachine, judge);
      return { coding, byTerms };
    },

    explain(answer): Explanation {
      const short = reader.glance(answer);
      const reading = reader.reading(true);
      const byHand = handCodesOf();
      const machine = byMachine(reading, answer);
      const coding =
        byHand !== undefined
          ? codedByHand(byHand, answer, reading, byMachine, judge)
          : short === null
            ? machine
            : NOT_CODED[short];
      return explainReading(
        { coding, reading, answer, byHand: byHand !== undefined },
        lexicon,
        short === null ? judge : null,
      );
    },
  };
}

/** A coder that codes the same words once, of those it met lately. */
export function rememberingCoder(coder: Coder): Coder {
  return { ...coder, code: remember(coder.code), codeTwice: remember(coder.codeTwice) };
}

/** The codes a person gave to the same words, with what speaks for each as evidence. */
function codedByHand(
  codes: readonly string[],
  answer: string,
  reading: Reading,
  byMachine: (reading: Reading, answer: string) => Coding,
  judge: Judge | null,
): Coding {
  const [first] = codes;
  if (first === 'NONE') return NOT_CODED[reading.kind === 'empty' ? 'empty' : 'no-problem'];
  if (first === 'EMPTY') return NOT_CODED.empty;
  if (first === 'OTHER') return NOT_CODED.real;
  const machine = byMachine(reading, answer);
  const wordsFor = (code: string): readonly Evidence[] =>
    machine.codes.find((hit) => hit.code === code)?.evidence ??
    judge?.wordsFor(code, answer) ?? [{ text: answer, start: 0, end: answer.length }];
  return {
    status: 'coded',
    codes: codes.map((code) => ({ code, confidence: 1, evidence: wordsFor(code) })),
  };
}
