/** Reads a text as a whole, whatever stands in it. */

import { splitClauses } from './clauses.ts';
import type { Cue, Hit } from './found.ts';
import { isFiller } from './gaps.ts';
import type { Lexicon } from './lexicon.ts';
import { type Denial, denialOf } from './negation.ts';
import { type Normalised, textOf } from './normalise.ts';
import { settleCues, settleHits, withoutMisread } from './overlaps.ts';
import { createPairFinder } from './pairs.ts';
import type { Reading } from './reader.ts';
import { kindOfAnswer } from './status.ts';

/** A reading with the cues that count in it. */
export interface WholeReading extends Reading {
  readonly cues: readonly Cue[];
}

/** @param thorough also seeks near misses */
export type ReadWhole = (normalised: Normalised, thorough?: boolean) => WholeReading;

export function createWholeReader(lexicon: Lexicon): ReadWhole {
  const pairs = createPairFinder(lexicon);
  return (normalised, thorough = false) => {
    const missed: Hit[] = [];
    const found = lexicon.scan(normalised);
    // Contrast words first: they bound the clauses in which pairs are sought.
    const clauses = splitClauses(normalised, settleCues(found.cues, found.literals));
    if (thorough) pairs.findMissed(found.parts, clauses, normalised, missed);
    const pieces = clauses.list.map(({ start, end }) =>
      lexicon.pieces(normalised.units, start, end),
    );
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
    return { normalised, clauses, pieces, kept, denied, contained, missed, kind, cues };
  };
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
