/** What one pass over a normalised answer finds; offsets are units of the normalised text. */

/** A stretch of a normalised text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A term found. `code` indexes `Lexicon.codes`. */
export interface Hit extends Span {
  readonly code: number;
  readonly kind: 'literal' | 'pair';
  /** Of a pair: its words in order of position; of a literal: the literal itself. */
  readonly parts: readonly Span[];
}

/** Words of pairs found, in order of `end`; entries from `length` on are left over from others. */
export interface PartHits {
  length: number;
  /** Index of `Lexicon`'s words. */
  readonly word: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** The same hit in a text that begins `by` units earlier. */
export function movedHit(hit: Hit, by: number): Hit {
  if (by === 0) return hit;
  const { code, kind, start, end, parts } = hit;
  return {
    code,
    kind,
    start: start + by,
    end: end + by,
    parts: parts.map((part) => movedSpan(part, by)),
  };
}

export function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** A cue word found; `kinds` are bits of CUE_BIT. */
export interface Cue extends Span {
  readonly kinds: number;
}

/** `parts` are overwritten by the next answer. */
export interface Found {
  readonly literals: readonly Hit[];
  readonly parts: PartHits;
  readonly cues: readonly Cue[];
}

/** All that one pattern of the automaton stands for. */
export interface Word {
  readonly text: string;
  /** Codes of which it is a literal. */
  readonly codes: number[];
  /** Pairs it is part of: index of the pair and of the part. */
  readonly slots: { readonly pair: number; readonly part: number }[];
  readonly kinds: number;
  /** Needs a word boundary before, after. */
  readonly latinStart: boolean;
  readonly latinEnd: boolean;
}
