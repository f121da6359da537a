/** A survey as guessed from its files: what survey.yaml will say, and what is doubtful about it. */
import type { DraftNoteKey } from '../messages/draft.ts';
import type { ColumnNames } from './survey.ts';

export interface Draft {
  /** Null where the files' names give none. */
  readonly title: string | null;
  readonly rounds: readonly DraftRound[];
  readonly respondent: ColumnNames | null;
  readonly weight: ColumnNames | null;
  /** Rows that may be no respondents, for the user to decide. */
  readonly exclude: readonly DraftExclusion[];
  /** Outer groups before those within them. */
  readonly groups: readonly DraftGroup[];
  readonly questions: readonly DraftQuestion[];
  /** Columns that are not used, in the order of the files. */
  readonly unused: readonly Unused[];
  /** Share of rows that would be set aside, where the default stops a run. */
  readonly maximumSetAside: {
    readonly share: number;
    /** False where the share is so high that it is proposed in a comment only. */
    readonly raised: boolean;
    readonly note: DraftNote;
  } | null;
}

export interface DraftRound {
  readonly id: string;
  readonly label: string;
  /** Relative to survey.yaml. */
  readonly path: string;
  /** Null where it is found by itself. */
  readonly headerRows: number | null;
  /** The same answers by option number. */
  readonly twin: string | null;
}

export interface DraftExclusion {
  /** Header of the column that tells. */
  readonly column: string;
  /** Its cells that say preview, test or unfinished; empty for a blank one. */
  readonly values: readonly string[];
  /** How many rows have them. */
  readonly notes: readonly DraftNote[];
}

export interface DraftGroup {
  readonly id: string;
  readonly label: string;
  readonly column: ColumnNames;
  readonly within: string | null;
  readonly notes: readonly DraftNote[];
  /** Files without this column. */
  readonly absent: readonly string[];
}

export interface DraftQuestion {
  readonly id: string;
  readonly label: string;
  readonly answer: DraftAnswer;
  readonly notes: readonly DraftNote[];
  /** Files without this column. */
  readonly absent: readonly string[];
}

/**
 * Whether a run can take a question as it was drafted: all rounds have its column or, of an open
 * one, some, which `asked` then says; and its answers can be coded.
 */
function isReady({ absent, answer }: DraftQuestion): boolean {
  return answer.type === 'open' ? answer.taxonomy !== null : absent.length === 0;
}

/** An open question whose taxonomy its user has to write. */
export function wantsTaxonomy({ answer }: DraftQuestion): boolean {
  return answer.type === 'open' && answer.taxonomy === null;
}

/**
 * The questions that survey.yaml asks, not in a comment only. Where no other can be asked these are
 * the ones that want a taxonomy, since a survey without questions is none.
 */
export function takenQuestions({ questions }: Draft): readonly DraftQuestion[] {
  const ready = questions.filter(isReady);
  return ready.length > 0 ? ready : questions.filter(wantsTaxonomy);
}

/** Groups and questions in a comment only, as not all files have their column. */
export function partsApart(draft: Draft): Pick<Draft, 'groups' | 'questions'> {
  const taken = takenQuestions(draft);
  return {
    groups: draft.groups.filter(({ absent }) => absent.length > 0),
    questions: draft.questions.filter((one) => !taken.includes(one) && !wantsTaxonomy(one)),
  };
}

export type DraftAnswer =
  | {
      readonly type: 'open';
      readonly column: ColumnNames;
      /** Null where no built-in one is in the language of the answers. */
      readonly taxonomy: OpenTaxonomy | null;
    }
  | {
      readonly type: 'number';
      readonly column: ColumnNames;
      /** Words that mean "no answer". */
      readonly missing: readonly string[];
    }
  | { readonly type: 'single'; readonly column: ColumnNames; readonly options: readonly string[] }
  | {
      readonly type: 'scale';
      readonly column: ColumnNames;
      readonly range: readonly [number, number];
      /** Point -> its words, lowest first; empty where cells hold numbers. */
      readonly labels: readonly (readonly [number, string])[];
      /** Words that mean "no answer". */
      readonly missing: readonly string[];
      /** Rounds in which the scale had another form. */
      readonly rounds: readonly DraftForm[];
    }
  | {
      readonly type: 'multiple';
      readonly column: ColumnNames;
      /** Null where no cell holds more than one option. */
      readonly separator: string | null;
      readonly options: readonly string[];
    }
  | {
      readonly type: 'multiple';
      readonly columns: readonly ColumnNames[];
      /** Name of each column's option; empty where they do not differ. */
      readonly options: readonly string[];
      readonly unselected: readonly string[];
    };

/** A built-in taxonomy that a draft may propose. */
export type OpenTaxonomy = 'organ' | 'grassroots';

/** How the points of a scale were numbered and named in one round. */
export interface DraftForm {
  /** Id of the round. */
  readonly round: string;
  readonly range: readonly [number, number];
  readonly labels: readonly (readonly [number, string])[];
}

export interface Unused {
  readonly header: string;
  readonly note: DraftNote;
}

/** Something to look at, as data; `messages/draft.ts` has the words. */
export interface DraftNote {
  readonly key: DraftNoteKey;
  readonly values: Readonly<Record<string, string | number>>;
}

export function draftNote(key: DraftNoteKey, values: DraftNote['values'] = {}): DraftNote {
  return { key, values };
}
