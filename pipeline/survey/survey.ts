/**
 * A survey as the program uses it: complete and trusted.
 *
 * `load.ts` makes it from survey.yaml, which is untrusted; every default is applied there,
 * so nothing here is optional that need not be. Paths are absolute.
 */
import type { Lang, LocalText } from './text.ts';

export interface Survey {
  /** Absolute path of survey.yaml. */
  readonly file: string;
  /** Absolute path of the folder that holds it; inputs may not lie outside. */
  readonly folder: string;
  readonly title: LocalText;
  readonly issuer: LocalText | null;
  /** As written, e.g. `2026-10-01`. */
  readonly date: string | null;
  /** A marking such as 内部资料, printed on every page. */
  readonly marking: LocalText | null;
  readonly note: LocalText | null;
  /** Of the report; the first is shown first. At least one. */
  readonly languages: readonly Lang[];
  /** Oldest first. At least one. */
  readonly rounds: readonly Round[];
  readonly columns: Columns;
  readonly exclude: readonly Exclusion[];
  readonly groups: readonly Group[];
  readonly questions: readonly Question[];
  readonly privacy: {
    readonly minimum: number;
    /** Whether words of respondents are proposed for a person to release; nothing is quoted without a yes. */
    readonly quotes: 'none' | 'redacted';
    /** What becomes of personal data where words of respondents are written. */
    readonly personalData: 'mask' | 'drop';
  };
  readonly statistics: StatisticsSettings;
  readonly weighting: {
    readonly method: 'none' | 'poststratify' | 'rake';
    readonly by: readonly string[];
    readonly trim: number | null;
  };
  /** The file of head-counts. */
  readonly population: NamedFile | null;
  readonly panel: boolean;
  readonly hygiene: Readonly<Record<HygieneRule, 'flag' | 'drop'>>;
  /** `examples`: the file of hand-coded answers. */
  readonly coding: { readonly examples: NamedFile | null };
  /** Share of a file's records that may be set aside before the run stops. */
  readonly maximumSetAside: number;
}

/** What may be wrong with a respondent's answers as a whole, in the order in which it is told. */
export const HYGIENE_RULES = [
  'duplicates',
  'identical',
  'straight_lining',
  'speed',
  'contradictions',
] as const;
export type HygieneRule = (typeof HYGIENE_RULES)[number];

export interface StatisticsSettings {
  /** Confidence level of intervals, in (0, 1). */
  readonly confidence: number;
  readonly interval: 'wilson' | 'logit' | 'beta';
  readonly correction: 'BH' | 'holm' | 'none';
}

export interface Round {
  readonly id: string;
  readonly label: LocalText;
  readonly date: string | null;
  readonly files: readonly RoundFile[];
}

export interface NamedFile {
  /** Absolute path. */
  readonly path: string;
  /** As given in survey.yaml, for messages and tables. */
  readonly name: string;
}

export interface RoundFile extends NamedFile {
  /** Overrules detection; a label TextDecoder knows. */
  readonly encoding: string | null;
  /** Of a workbook; else the first sheet that fits. */
  readonly sheet: string | null;
  /** Number of header records; else found by the format. */
  readonly headerRows: number | null;
  /** The export of the same answers by option number, to compare with and to know options by. */
  readonly twin: NamedFile | null;
}

/** How a file is read about which survey.yaml says nothing. */
export const READ_AS_FOUND = {
  encoding: null,
  sheet: null,
  headerRows: null,
  twin: null,
} as const satisfies Omit<RoundFile, keyof NamedFile>;

/** Headers a column has had over the rounds; the first that a file has is used. */
export type ColumnNames = readonly string[];

export interface Columns {
  readonly respondent: ColumnNames | null;
  readonly weight: ColumnNames | null;
  readonly stratum: ColumnNames | null;
  readonly cluster: ColumnNames | null;
  readonly fpc: ColumnNames | null;
}

/** Rows whose `column` holds one of `values` are no respondents. */
export interface Exclusion {
  readonly column: string;
  readonly values: readonly string[];
}

/** What results are broken down by. */
export interface Group {
  readonly id: string;
  readonly label: LocalText;
  readonly column: ColumnNames;
  /** Id of the group this one is nested in; its values are then written `parent/child`. */
  readonly within: string | null;
  /** Old value -> value to use. */
  readonly aliases: ReadonlyMap<string, string>;
}

export type Question =
  | OpenQuestion
  | SingleQuestion
  | MultipleQuestion
  | ScaleQuestion
  | NumberQuestion;
export type ClosedQuestion = Exclude<Question, OpenQuestion>;

interface QuestionBase {
  readonly id: string;
  readonly label: LocalText;
  /** Cell values that mean "not answered", besides an empty cell. */
  readonly missing: readonly string[];
  /** Cell values that mean "not asked". */
  readonly skipped: readonly string[];
  /** Ids of the rounds that asked it, in their order; at least one. */
  readonly asked: readonly string[];
}

export interface OpenQuestion extends QuestionBase {
  readonly type: 'open';
  readonly column: ColumnNames;
  readonly taxonomy: TaxonomyChoice;
}

/** Which taxonomy codes an answer: one for all, or by a group's value or by round. */
export type TaxonomyChoice =
  | { readonly by: null; readonly taxonomy: string }
  | { readonly by: string; readonly taxonomies: ReadonlyMap<string, string> };

interface OptionQuestion extends QuestionBase {
  /** Options in the order to show them; empty when the data are to tell. */
  readonly options: readonly string[];
  /** Option -> code of a taxonomy (`A6`), where linked. */
  readonly links: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, LocalText>;
  readonly aliases: ReadonlyMap<string, string>;
}

export interface SingleQuestion extends OptionQuestion {
  readonly type: 'single';
  readonly column: ColumnNames;
}

export interface MultipleQuestion extends OptionQuestion {
  readonly type: 'multiple';
  /** One column with all chosen options, or one column an option. */
  readonly layout:
    | { readonly kind: 'joined'; readonly column: ColumnNames; readonly separator: string | null }
    | {
        readonly kind: 'columns';
        readonly columns: readonly ColumnNames[];
        /** Options as they are declared, which is the order of `columns` where headers do not tell. */
        readonly options: readonly string[];
        /** Cell values that mean "not chosen", besides an empty cell and 0. */
        readonly unselected: readonly string[];
      };
  /** Options that go with no other one, besides those that say so themselves (以上都没有). */
  readonly exclusive: readonly string[];
}

/** How the points of a scale are numbered and called. */
export interface ScaleForm {
  /** Lowest and highest point, both whole numbers. */
  readonly range: readonly [number, number];
  /** True: low points are good, so the scale is turned round on reading. */
  readonly reverse: boolean;
  /** By the point as respondents see it, before any turning round. */
  readonly labels: ReadonlyMap<string, LocalText>;
}

export interface ScaleQuestion extends QuestionBase, ScaleForm {
  readonly type: 'scale';
  readonly column: ColumnNames;
  readonly aliases: ReadonlyMap<string, string>;
  /** The form of rounds in which it differed, by their ids. */
  readonly rounds: ReadonlyMap<string, ScaleForm>;
  /** Code of the problem whose severity this scale measures. */
  readonly measures: string | null;
}

export interface NumberQuestion extends QuestionBase {
  readonly type: 'number';
  readonly column: ColumnNames;
}
