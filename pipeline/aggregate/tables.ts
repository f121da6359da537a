/**
 * The tables a run publishes, column for column as interface.md fixes them.
 *
 * Row properties are the column names, so that a table is written by listing its columns.
 * Shares, limits and differences are proportions; `null` is an empty cell (not applicable or
 * hidden). `label` is in the report's first language.
 */

import type { Quality } from '../code/trained.ts';
import type { EncodingReason } from '../read/encoding.ts';
import type { PersonalType } from '../redact/personal.ts';
import type { HygieneRule } from '../survey/survey.ts';
import type { RowsLine } from '../tally/account.ts';

export type CellStatus = 'shown' | 'suppressed' | 'no-base';

/** Which way a tested difference is borne out by its adjusted p. */
export type Direction = 'up' | 'down' | 'no-evidence';

/** A share with what is needed to judge it; all `null` unless `status` is `shown`. */
export interface ShareFigures {
  readonly base: number | null;
  readonly n: number | null;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n_effective: number | null;
  readonly status: CellStatus;
}

/** `group` is `all` (then `value` is empty) or a group's id. */
export interface Where {
  readonly round: string;
  readonly question: string;
  readonly group: string;
  readonly value: string;
}

export interface ProblemRow extends Where, ShareFigures {
  readonly taxonomy: string;
  readonly code: string;
  /** 0 any problem (`code` = taxonomy id), 1 problem, 2 sub-problem. */
  readonly level: 0 | 1 | 2;
  readonly label: string;
}

export interface ThemeRow extends Where, ShareFigures {
  readonly theme: string;
}

export interface ClosedRow extends Where, ShareFigures {
  readonly type: 'single' | 'multiple' | 'scale' | 'number';
  /** Empty on the line with the mean. */
  readonly option: string;
  readonly label: string;
  readonly mean: number | null;
  readonly sd: number | null;
}

export interface TrendRow {
  readonly question: string;
  readonly code: string;
  readonly group: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly share_from: number | null;
  readonly share_to: number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly p_adjusted: number | null;
  readonly change: Direction | '';
  readonly shown: 'yes' | 'no';
}

/** A value of a group against all other respondents coded by the same taxonomy. */
export interface ContrastRow extends Where {
  readonly taxonomy: string;
  readonly code: string;
  /** Of the value. */
  readonly share: number | null;
  readonly base_rest: number | null;
  readonly share_rest: number | null;
  readonly n_effective_rest: number | null;
  /** share − share_rest, in [−1, 1], with its unadjusted interval. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly p_adjusted: number | null;
  /** By p_adjusted; empty where not shown. */
  readonly verdict: 'above' | 'below' | 'no-evidence' | '';
  readonly shown: 'yes' | 'no';
}

/** A share over all rounds that asked its question. */
export interface SeriesRow {
  readonly question: string;
  readonly taxonomy: string;
  readonly code: string;
  readonly group: string;
  readonly value: string;
  /** Number of rounds whose share is shown. */
  readonly rounds: number;
  /** Above 0 where shares rise; null where not tested, or where all shares are 0 or all are 1. */
  readonly z: number | null;
  readonly p: number | null;
  readonly p_adjusted: number | null;
  /** By p_adjusted; empty where not tested. */
  readonly direction: Direction | '';
  /** Whether it was tested. */
  readonly shown: 'yes' | 'no';
}

/** The two highest and the two lowest points of a scale, as shares of those who answered. */
export interface ScaleRow extends Where {
  readonly base: number | null;
  readonly top: number | null;
  readonly top_low: number | null;
  readonly top_high: number | null;
  readonly bottom: number | null;
  readonly bottom_low: number | null;
  readonly bottom_high: number | null;
  /** top − bottom, in [−1, 1]. */
  readonly net: number | null;
  readonly net_low: number | null;
  readonly net_high: number | null;
  readonly n_effective: number | null;
  readonly status: CellStatus;
}

/** A scale in two rounds. */
export interface ScaleTrendRow {
  readonly question: string;
  readonly group: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly mean_from: number | null;
  readonly mean_to: number | null;
  /** mean_to − mean_from with its unadjusted interval. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Chance that an answer of the later round stands above one of the earlier, ties half; [0, 1]. */
  readonly superiority: number | null;
  readonly superiority_low: number | null;
  readonly superiority_high: number | null;
  /** Of the rank test; null under strata and clusters. */
  readonly p_rank: number | null;
  /** Of the difference of means. */
  readonly p: number | null;
  readonly p_adjusted: number | null;
  readonly change: Direction | '';
  readonly shown: 'yes' | 'no';
}

/** The same respondents in two rounds. */
export interface PanelRow extends Omit<TrendRow, 'group' | 'value'> {
  readonly taxonomy: string;
  readonly level: 0 | 1;
  /** Respondents with a substantive answer in both; 0, though nothing is shown, where there are none. */
  readonly n: number | null;
}

export interface TestRow {
  readonly round: string;
  readonly question: string;
  readonly code: string;
  readonly group: string;
  readonly statistic: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  readonly p: number | null;
  readonly p_adjusted: number | null;
  readonly shown: 'yes' | 'no';
}

export interface PairRow {
  readonly round: string;
  readonly question: string;
  readonly code_a: string;
  readonly code_b: string;
  readonly base: number | null;
  readonly n: number | null;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly lift: number | null;
  readonly status: CellStatus;
  /** Odds of the one among those with the other, over its odds among those without. */
  readonly odds_ratio: number | null;
  readonly odds_low: number | null;
  readonly odds_high: number | null;
}

export interface CodingRow {
  readonly round: string;
  readonly question: string;
  readonly status: 'coded' | 'uncoded' | 'no-problem' | 'empty' | 'skipped';
  readonly n: number | null;
  readonly shown: 'yes' | 'no';
}

/**
 * - `unflagged`: without the respondents that a rule of hygiene flags
 * - `terms`: coded by the taxonomy's terms alone, without models and hand codes
 */
export type Variant = 'unflagged' | 'terms';

/** The main table made again in another way; over everybody. */
export interface SensitivityRow extends ShareFigures {
  readonly round: string;
  readonly question: string;
  readonly taxonomy: string;
  readonly code: string;
  /** As in problems.csv. */
  readonly level: 0 | 1 | 2;
  readonly variant: Variant;
  /** This share − that of the main table, in [−1, 1]; null where either is hidden. */
  readonly difference: number | null;
}

/** Problems as shares of another base; over everybody, level 1. */
export interface BasesRow extends ShareFigures {
  readonly round: string;
  readonly question: string;
  readonly taxonomy: string;
  readonly code: string;
  /**
   * - `asked`: all who were asked, whether they answered or not
   * - `mentions`: all problems mentioned, in which a respondent counts once for each; no interval,
   *   since mentions are not drawn one by one. Never a measure of how common a problem is.
   */
  readonly of: 'asked' | 'mentions';
}

/** How many of the population answered. */
export interface ResponseRow {
  readonly round: string;
  readonly group: string;
  readonly value: string;
  /** Head-count that the survey's population file gives. */
  readonly population: number | null;
  /** Respondents used; of everybody, where there is a rate, those in values with a head-count. */
  readonly respondents: number | null;
  readonly rate: number | null;
  readonly status: CellStatus;
}

/** A phrase of answers that no code fits; nobody's figures. */
export interface UncodedRow {
  readonly round: string;
  readonly question: string;
  readonly taxonomy: string;
  /** Running number within round, question and taxonomy, as in private/uncoded-themes.csv. */
  readonly theme: number;
  readonly phrase: string;
}

/** Words of a respondent that a person released. */
export interface QuoteRow {
  readonly round: string;
  readonly question: string;
  readonly taxonomy: string;
  /** Of a problem. */
  readonly code: string;
  /** Redacted; a clause, or the whole of a short answer. */
  readonly quote: string;
}

export interface RowsRow extends RowsLine {
  readonly round: string;
  readonly file: string;
  readonly encoding: string;
  readonly format: string;
  /** Why the file was read in that encoding: a fixed word. */
  readonly encoding_reason: EncodingReason | 'workbook';
  /** The next best guess where the encoding was guessed, else empty. */
  readonly runner_up: string;
}

/** Respondents of a round flagged by a rule of hygiene; `no-base` where it could not be applied. */
export interface HygieneRow {
  readonly round: string;
  readonly rule: HygieneRule;
  readonly n: number | null;
  /** Of the round's respondents, dropped ones included. */
  readonly share: number | null;
  readonly policy: 'flag' | 'drop';
  readonly status: CellStatus;
}

/** Respondents of a round whose answer to an open question holds personal data of a kind. */
export interface PersonalRow {
  readonly round: string;
  readonly question: string;
  readonly type: PersonalType;
  readonly n: number | null;
  readonly status: 'shown' | 'suppressed';
}

/** How well the program finds a code; not measured where every figure is `null`. */
export interface QualityRow {
  readonly taxonomy: string;
  readonly code: string;
  /** 1 problem (also through a sub-problem), 2 sub-problem. */
  readonly level: 1 | 2;
  readonly label: string;
  /** What it was measured on; empty where a taxonomy is coded by terms alone. */
  readonly source: Quality['source'] | '';
  /** How many answers it was measured on; 0 where there were too few. */
  readonly answers: number | null;
  /** Answers that deserve the code, and answers that were given it; `null` of hand-coded answers. */
  readonly support: number | null;
  readonly predicted: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** A figure of problems.csv or closed.csv that was another one in the release before. */
export interface RestatedRow extends Where {
  readonly of: 'problems' | 'closed';
  /** Empty of a closed question. */
  readonly taxonomy: string;
  /** Of a closed question the option. */
  readonly code: string;
  readonly base_before: number;
  readonly base: number;
  readonly share_before: number;
  readonly share: number;
}

export interface Tables {
  readonly problems: readonly ProblemRow[];
  readonly themes: readonly ThemeRow[];
  readonly closed: readonly ClosedRow[];
  readonly trends: readonly TrendRow[];
  readonly series: readonly SeriesRow[];
  readonly contrasts: readonly ContrastRow[];
  readonly scales: readonly ScaleRow[];
  readonly scale_trends: readonly ScaleTrendRow[];
  readonly panel: readonly PanelRow[];
  readonly tests: readonly TestRow[];
  readonly pairs: readonly PairRow[];
  readonly coding: readonly CodingRow[];
  readonly sensitivity: readonly SensitivityRow[];
  readonly bases: readonly BasesRow[];
  readonly response: readonly ResponseRow[];
  readonly quality: readonly QualityRow[];
  readonly uncoded: readonly UncodedRow[];
  readonly quotes: readonly QuoteRow[];
  readonly hygiene: readonly HygieneRow[];
  readonly personal: readonly PersonalRow[];
  readonly rows: readonly RowsRow[];
  readonly restated: readonly RestatedRow[];
}

/** The tables that hold figures. */
export type FigureTables = Omit<Tables, 'uncoded' | 'quotes' | 'hygiene' | 'personal' | 'restated'>;

/**
 * The tables of counts, which are protected cell by cell; tests and trends are made after them,
 * and quality comes from training.
 */
export type CountTables = Omit<
  FigureTables,
  'trends' | 'series' | 'contrasts' | 'scales' | 'scale_trends' | 'panel' | 'tests' | 'quality'
>;
