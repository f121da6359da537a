/** What counting needs to know, and where it counts. */
import type { Coder } from '../code/coding.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from './codebook.ts';
import type { Increment, Place } from './tally.ts';

/** What counting needs to know; the same for every respondent of a round. */
export interface CountPlan {
  readonly survey: Survey;
  readonly round: string;
  readonly codebook: Codebook;
  /** By the reference that survey.yaml uses. */
  readonly coders: ReadonlyMap<string, Coder>;
}
/** What a respondent adds to a cell, and the design cell they are counted in. */
export interface Amount {
  readonly own: Increment;
  readonly design: string;
}

/** The id under which respondents are counted, whatever they were asked; no question has it. */
export const RESPONDENTS = '';
export function everybody(question: string, { design }: Amount): Place {
  return { question, grouping: 'all', value: '', design };
}

export function inGroup(question: string, group: string, value: string, { design }: Amount): Place {
  return { question, grouping: group, value, design };
}
