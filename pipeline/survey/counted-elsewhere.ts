/** Inputs that were counted elsewhere: tallies in the place of export files. */
import type { NamedFile, Round, Survey } from './survey.ts';

/** How the name of a file ends that `canvass tally` wrote. */
export const TALLY_ENDING = '.tally';

export function isTally({ name }: Pick<NamedFile, 'name'>): boolean {
  return name.endsWith(TALLY_ENDING);
}

/** Whether some of a round was counted elsewhere, so that single respondents are not known. */
export function isCountedElsewhere({ files }: Pick<Round, 'files'>): boolean {
  return files.some(isTally);
}

/** Rounds all of which was read here, oldest first: only of those single respondents are known. */
export function roundsAtHand({ rounds }: Pick<Survey, 'rounds'>): readonly string[] {
  return rounds.flatMap((round) => (isCountedElsewhere(round) ? [] : [round.id]));
}
