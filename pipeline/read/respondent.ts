/** The normal form that every export is read into, and what could not be. */
import type { HygieneRule } from '../survey/survey.ts';

/** One respondent; arrays run parallel to the survey's groups and questions. */
export interface Respondent {
  /** Row that a spreadsheet shows (the header row is 1). */
  readonly row: number;
  /** As written; the row number where the survey names no respondent column. */
  readonly id: string;
  /** Finite, >= 0; 1 where the survey has no weights. */
  readonly weight: number;
  /** Place in the sampling design, as `design.ts` writes it; '' where the survey has none. */
  readonly design: string;
  /** One value a group; an empty one is `(未填)`, a nested one `parent/child`. */
  readonly groups: readonly string[];
  /** One answer a question. */
  readonly answers: readonly Answer[];
  /** Rules of hygiene that this respondent is flagged by; nearly always none. */
  readonly flags: readonly HygieneRule[];
}

export type Answer =
  /** Not asked. */
  | { readonly kind: 'skipped' }
  /** Asked, not answered (closed questions only: an empty open cell is `text` with ''). */
  | { readonly kind: 'missing' }
  /** The cell of an open question, exactly as it came. */
  | { readonly kind: 'text'; readonly text: string }
  /** Chosen options of a single (exactly one) or multiple (any number) question. */
  | { readonly kind: 'options'; readonly options: readonly string[] }
  /** A point of a scale (after `reverse`) or a number. */
  | { readonly kind: 'number'; readonly value: number };

export const NO_VALUE = '(未填)';

/** Whether a value of a group, or one that it lies in, was left empty. */
export function isUnplaced(value: string): boolean {
  return value.split('/').includes(NO_VALUE);
}

/** A row or cell that was not used. `column` is empty when the whole row was left out. */
export interface SetAside {
  readonly row: number;
  readonly column: string;
  /** Header of the one cell for which a whole row was left out, where it was one. */
  readonly blamed?: string;
  /** A fixed word, never cell content. */
  readonly reason: SetAsideReason;
  /** What was found, for private/set-aside.csv only. */
  readonly found: string;
}

export type SetAsideReason =
  | 'too-few-cells'
  | 'too-many-cells'
  | 'repeated-header'
  /** A row of sums below the data, e.g. 合计. */
  | 'totals-row'
  /** A line below the data such as 填表人：… or 注：…. */
  | 'footer-row'
  | 'bad-weight'
  /** No stratum or cluster, or no number of what there was to draw from. */
  | 'bad-design'
  | 'not-a-number'
  /** A number between the points of a scale, e.g. 4.5. */
  | 'not-a-point'
  | 'out-of-range'
  | 'unknown-option'
  // Sound rows that the survey drops by a rule of hygiene:
  | 'duplicate'
  | 'identical-row'
  | 'straight-lining'
  | 'too-fast'
  | 'contradiction';

/** A respondent flagged by rules of hygiene, whether dropped for it or not. */
export interface Flagged {
  readonly row: number;
  readonly id: string;
  readonly rules: readonly HygieneRule[];
}

/** Some respondents of one file, in file order, with what was set aside between them. */
export interface Batch {
  readonly respondents: readonly Respondent[];
  readonly setAside: readonly SetAside[];
  readonly flagged: readonly Flagged[];
  /** Rows left out because the survey excludes them. */
  readonly excluded: number;
  /** Records read, whatever became of them: used + rows set aside + excluded. */
  readonly rows: number;
}
