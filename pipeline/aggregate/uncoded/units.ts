/** From how many different units respondents come, so that nothing speaks of one unit alone. */
import { NO_VALUE } from '../../read/respondent.ts';
import type { Survey } from '../../survey/survey.ts';

/** Places of the groups that tell units apart: the innermost nested ones, else all there are. */
export function unitGroups({ groups }: Survey): readonly number[] {
  const parents = new Set(groups.map((one) => one.within));
  const places = [...groups.keys()];
  const innermost = places.filter((i) => groups[i]!.within !== null && !parents.has(groups[i]!.id));
  return innermost.length > 0 ? innermost : places;
}

/**
 * How many different units respondents belong to; by several groupings, the fewest.
 *
 * @param respondents their values of the survey's groups; one who gave none may be of any unit
 * and adds none
 * @returns null where the survey has no groups
 */
export function countUnits(
  respondents: readonly { readonly groups: readonly string[] }[],
  survey: Survey,
): number | null {
  const counts = unitGroups(survey).map((place) => {
    const values = respondents.map(({ groups }) => groups[place] ?? NO_VALUE);
    return new Set(values.filter((value) => !value.endsWith(NO_VALUE))).size;
  });
  return counts.length === 0 ? null : Math.min(...counts);
}
