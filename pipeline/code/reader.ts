/** What the rules find in one answer: clauses, terms that count, terms ruled out, and its kind. */

import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Clauses } from './clauses.ts';
import type { Hit } from './found.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import type { Denial } from './negation.ts';
import { emptyNormalised, type Normalised, normalise } from './normalise.ts';
import type { Piece } from './pieces.ts';
import { type AnswerKind, kindOfShortAnswer } from './status.ts';
import { createTogether } from './together.ts';
import { createWholeReader } from './whole.ts';

/** All that was found; positions are of `normalised`, which the next answer overwrites. */
export interface Reading {
  readonly normalised: Normalised;
  readonly clauses: Clauses;
  /** The clauses' texts. */
  readonly pieces: readonly Piece[];
  /** Terms that count, in order of `start`. */
  readonly kept: readonly Hit[];
  readonly denied: readonly { readonly hit: Hit; readonly denial: Denial }[];
  readonly contained: readonly { readonly hit: Hit; readonly by: Hit }[];
  /** Pairs whose words are all there but too far apart; sought for explanations only. */
  readonly missed: readonly Hit[];
  /** `real` wherever a term counts. */
  readonly kind: AnswerKind;
}

/** Reads answers with a taxonomy's terms; it has working memory of its own. */
export interface Reader {
  readonly lexicon: Lexicon;
  /** The answer last glanced at. */
  readonly normalised: Normalised;
  /** The kind of an answer that can hold no code, else null; `reading` is then worth its time. */
  glance(answer: string): AnswerKind | null;
  /** Reads the answer last glanced at. `thorough` also seeks near misses. */
  reading(thorough?: boolean): Reading;
}

/** Compiles a taxonomy's terms. */
export function createReader(taxonomy: Taxonomy): Reader {
  const lexicon = compileLexicon(taxonomy);
  const whole = createWholeReader(lexicon);
  const together = createTogether(lexicon, whole);
  const normalised = emptyNormalised();
  return {
    lexicon,
    normalised,
    glance: (answer) => kindOfShortAnswer(normalise(answer, normalised)),
    reading: (thorough = false) =>
      (thorough ? null : together(normalised)) ?? whole(normalised, thorough),
  };
}
