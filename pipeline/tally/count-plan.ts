/** What counting needs to know. */
import type { Coder } from '../code/coding.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from './codebook.ts';
import type { Profile } from './profiles.ts';
import type { Increment } from './tally.ts';

/** What counting needs to know; the same for every respondent of a round. */
export interface CountPlan {
  readonly survey: Survey;
  readonly round: string;
  readonly codebook: Codebook;
  /** By the reference that survey.yaml uses. */
  readonly coders: ReadonlyMap<string, Coder>;
}

/** What a respondent adds to a cell, and with whom they are counted. */
export interface Amount {
  readonly own: Increment;
  readonly profile: Profile;
}

/** The id under which respondents are counted, whatever they were asked; no question has it. */
export const RESPONDENTS = '';
