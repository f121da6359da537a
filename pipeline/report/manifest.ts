/** Where a report comes from: enough to make it again and to check that nothing was changed. */
import type { HygieneRow, RowsRow } from '../aggregate/tables.ts';
import type { RoundChange } from '../protect/earlier/remembered.ts';
import type { ToldWeighting } from '../protect/weighting.ts';

export interface Manifest {
  readonly schema: 1;
  readonly program: { readonly name: 'canvass'; readonly version: string };
  readonly survey: { readonly file: string; readonly sha256: string };
  readonly inputs: readonly {
    readonly round: string;
    readonly file: string;
    readonly sha256: string;
    readonly encoding: string;
    readonly format: string;
    /** Fixed words, as in tables/rows.csv. */
    readonly encoding_reason: string;
    readonly runner_up: string | null;
    /** The export of the same answers by option number that this file was compared with. */
    readonly twin?: { readonly file: string; readonly sha256: string };
  }[];
  /** Hand-coded answers that taught the coder and overruled it; `answers` counts different ones. */
  readonly hand_codes: {
    readonly file: string;
    readonly sha256: string;
    readonly answers: number;
  } | null;
  readonly taxonomies: readonly { readonly id: string; readonly sha256: string }[];
  /** Minimum, confidence, interval, correction, languages. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Questions that a round did not ask, as survey.yaml declares them. */
  readonly not_asked: readonly { readonly round: string; readonly question: string }[];
  /** Rounds of which an earlier release told otherwise: what is hidden in them stays hidden. */
  readonly revised: readonly string[];
  /**
   * Rounds that had more respondents in a release than in the one before it, or fewer, or both by turns; and
   * groups of theirs of which that is otherwise.
   */
  readonly changes: readonly RoundChange[];
  /** As tables/hygiene.csv. */
  readonly hygiene: readonly HygieneRow[];
  readonly rows: readonly RowsRow[];
  /** The file of head-counts, if the survey has one. */
  readonly population: { readonly file: string; readonly sha256: string } | null;
  /** How weights were computed, by round; empty where they are not. */
  readonly weighting: readonly ToldWeighting[];
}
