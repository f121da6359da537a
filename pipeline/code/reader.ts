/** What the rules find in one answer: clauses, terms that count, terms ruled out, and its kind. */

import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { type Clauses, splitClauses } from './clauses.ts';
import type { Hit } from './found.ts';
import { isFiller } from './gaps.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import type { PlacedPiece } from './matcher.ts';
import { type Denial, denialOf } from './negation.ts';
import { emptyNormalised, type Normalised, normalise, textOf } from './normalise.ts';
import { settleCues, settleHits, withoutMisread } from './overlaps.ts';
import { createPairFinder } from './pairs.ts';
import type { Piece, Pieces } from './pieces.ts';
import { type AnswerKind, kindOfAnswer, kindOfShortAnswer } from './status.ts';

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
  const pairs = createPairFinder(lexicon);
  const normalised = emptyNormalised();
  return {
    lexicon,
    normalised,
    glance: (answer) => kindOfShortAnswer(normalise(answer, normalised)),
    reading(thorough = false) {
      const missed: Hit[] = [];
      const found = lexicon.scan(normalised);
      // Contrast words first: they bound the clauses in which pairs are sought.
      const clauses = splitClauses(normalised, settleCues(found.cues, found.literals));
      if (thorough) pairs.findMissed(found.parts, clauses, normalised, missed);
      const pieces = asPieces(clauses, found.pieces, normalised, lexicon.pieces);
      const paired = pairs.find(found.parts, clauses, pieces);
      const sound = withoutMisread([...found.literals, ...paired], found.cues, (start, end) =>
        isFiller(textOf(normalised, start, end)),
      );
      const cues = settleCues(
        found.cues,
        sound.filter((hit) => hit.kind === 'literal'),
      );
      const { kept: hits, contained } = settleHits(sound);
      const { kept, denied } = withoutDenied(hits, (hit, before) =>
        denialOf(hit, { normalised, clauses, cues }, before),
      );
      const settled = new Set(denied.map(({ hit }) => clauses.at(hit.start)));
      const kind = kept.length > 0 ? 'real' : kindOfAnswer(normalised, clauses, settled);
      return { normalised, clauses, pieces, kept, denied, contained, missed, kind };
    },
  };
}

/** Clauses as pieces; most are what stands between two marks and are known already. */
function asPieces(
  { list }: Clauses,
  between: readonly PlacedPiece[],
  normalised: Normalised,
  pieces: Pieces,
): readonly Piece[] {
  let next = 0;
  return list.map(({ start, end }) => {
    while (next < between.length && between[next]!.end <= start) next += 1;
    const placed = between[next];
    return placed !== undefined && placed.start === start && placed.end === end
      ? placed.piece
      : pieces(textOf(normalised, start, end));
  });
}

/** Parts hits from denied ones; a word that denies one hit is no part of another (经费没有不足). */
function withoutDenied(
  hits: readonly Hit[],
  denialBy: (hit: Hit, before: readonly Hit[]) => Denial | null,
): Pick<Reading, 'kept' | 'denied'> {
  const kept: Hit[] = [];
  const denied: { hit: Hit; denial: Denial }[] = [];
  const before: Hit[] = [];
  for (const hit of hits) {
    const denial = denialBy(hit, before);
    if (denial === null) kept.push(hit);
    else {
      denied.push({ hit, denial });
      before.push(hit);
    }
  }
  if (denied.length === 0) return { kept, denied };
  const denying = new Map(denied.map(({ denial: { by } }) => [by.start, by.end]));
  return {
    kept: kept.filter(({ parts }) => !parts.some((one) => denying.get(one.start) === one.end)),
    denied,
  };
}
