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

/** One word of a pair. */
export interface PartHit extends Span {
  readonly word: Word;
}

/** A cue word found; `kinds` are bits of CUE_BIT. */
export interface Cue extends Span {
  readonly kinds: number;
}

export interface Found {
  readonly literals: Hit[];
  /** In order of `end`. */
  readonly parts: PartHit[];
  readonly cues: Cue[];
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
