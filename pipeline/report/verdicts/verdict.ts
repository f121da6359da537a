/** What the published figures allow to say, as data; `sentences.ts` puts it into words. */
import type { Direction } from '../../aggregate/tables.ts';
import type { Figure, MeanFigure } from '../../chart/figure.ts';
import type { PairTogether } from '../../chart/together.ts';

/** Every kind of verdict, in the order in which they are made. */
export const VERDICT_KINDS = [
  'ranking',
  'rose',
  'fell',
  'no-evidence',
  'trend-over-rounds',
  'too-few',
  'hidden',
  'not-asked',
  'not-comparable',
  'differs-by-group',
  'no-group-difference',
  'too-few-in-values',
  'pair',
  'no-pair',
  'any-problem',
  'uncoded',
  'scale-moved',
] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** Which question a verdict is about; `taxonomy` is empty of a closed question. */
interface About {
  readonly question: string;
  readonly taxonomy: string;
}

export interface CodeFigure {
  readonly code: string;
  readonly figure: Figure;
}

/** The most common problems of a round. */
export interface Ranking extends About {
  readonly kind: 'ranking';
  readonly round: string;
  readonly base: number;
  /** The most common one and all that cannot be told apart from it; more than one is a tie. */
  readonly first: readonly CodeFigure[];
  /** After a single first: the second, and all that cannot be told apart from it. Else empty. */
  readonly next: readonly CodeFigure[];
}

/** A difference after − before with its unadjusted interval, and the adjusted p. */
export interface Shift {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p_adjusted: number | null;
}

/** A problem's share in two rounds. */
export interface Change extends Shift {
  readonly code: string;
  readonly before: Figure;
  readonly after: Figure;
}

interface Between extends About {
  readonly from: string;
  readonly to: string;
}

/** A change that the adjusted test bears out. */
export interface Changed extends Between {
  readonly kind: 'rose' | 'fell';
  readonly change: Change;
}

/** Tested, and no change borne out: at least one. */
export interface NoEvidence extends Between {
  readonly kind: 'no-evidence';
  readonly changes: readonly Change[];
}

/** Trends over three or more rounds of one span; borne out ones come alone. */
export interface TrendOverRounds extends Between {
  readonly kind: 'trend-over-rounds';
  readonly direction: Direction;
  /** Number of rounds with a shown share. */
  readonly rounds: number;
  readonly trends: readonly {
    readonly code: string;
    readonly first: Figure;
    readonly last: Figure;
    readonly p_adjusted: number | null;
  }[];
}

/** Published, but too few answers to say; no codes: too few for the whole question. */
export interface TooFew extends About {
  readonly kind: 'too-few';
  readonly round: string;
  readonly codes: readonly string[];
  readonly base: number;
  readonly n_effective: number;
}

/** Comparisons that would need a hidden figure. */
export interface Hidden extends Between {
  readonly kind: 'hidden';
  readonly codes: readonly string[];
}

export interface NotAsked extends About {
  readonly kind: 'not-asked';
  readonly rounds: readonly string[];
}

/** Asked in both rounds, but not the same: coded with another taxonomy, or another range. */
export interface NotComparable extends Between {
  readonly kind: 'not-comparable';
  readonly reason: 'taxonomy' | 'range';
}

/** One value of a group against all its other values together; never against the total. */
export interface PartAndRest extends Shift {
  readonly value: string;
  readonly part: Figure;
  readonly rest: Figure;
}

/** Groups differ by the adjusted test of a problem. */
export interface DiffersByGroup extends About {
  readonly kind: 'differs-by-group';
  readonly round: string;
  readonly group: string;
  readonly code: string;
  readonly p_adjusted: number;
  /** Values borne out to lie above or below the rest, the largest difference first. */
  readonly above: readonly PartAndRest[];
  readonly below: readonly PartAndRest[];
  /** Whether any was compared: a hidden value forbids it for all, and some are too few to be. */
  readonly compared: 'some' | 'hidden' | 'too-few';
}

export interface NoGroupDifference extends About {
  readonly kind: 'no-group-difference';
  readonly round: string;
  readonly group: string;
  readonly codes: readonly string[];
}

/** Values of a group that have published figures, but too few answers to speak of alone. */
export interface TooFewInValues extends About {
  readonly kind: 'too-few-in-values';
  readonly round: string;
  readonly group: string;
  readonly values: readonly { readonly value: string; readonly base: number }[];
}

/** Two problems borne out to be mentioned together more often than if they were unrelated. */
export interface Pair extends About, PairTogether {
  readonly kind: 'pair';
  readonly round: string;
}

/** Pairs are published, and none is borne out to go together. */
export interface NoPair extends About {
  readonly kind: 'no-pair';
  readonly round: string;
}

export interface AnyProblem extends About {
  readonly kind: 'any-problem';
  readonly round: string;
  readonly figure: Figure;
}

/** Much of a question's answers fits no code: a share of these answers, no estimate. */
export interface Uncoded extends About {
  readonly kind: 'uncoded';
  readonly round: string;
  readonly share: number;
  readonly base: number;
}

/** The mean of a scale in two rounds that asked it alike. */
export interface ScaleMoved extends Between, Shift {
  readonly kind: 'scale-moved';
  readonly direction: Direction;
  /** Lowest and highest point. */
  readonly range: readonly [number, number];
  readonly before: MeanFigure;
  readonly after: MeanFigure;
}

export type Verdict =
  | Ranking
  | Changed
  | NoEvidence
  | TrendOverRounds
  | TooFew
  | Hidden
  | NotAsked
  | NotComparable
  | DiffersByGroup
  | NoGroupDifference
  | TooFewInValues
  | Pair
  | NoPair
  | AnyProblem
  | Uncoded
  | ScaleMoved;
