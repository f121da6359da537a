/** Names that every table would publish, and that tell of a person. */
import { basename } from 'node:path';
import { type Problem, problem } from '../errors.ts';
import { findPersonal } from '../redact/find.ts';
import type { PersonalType } from '../redact/personal.ts';
import type { Group, Survey } from '../survey/survey.ts';
import { RESPONDENTS } from '../tally/count-plan.ts';
import { valuesOf } from '../tally/look-up.ts';
import type { Tally } from '../tally/tally.ts';

/** What no unit and no file is called by; of names, places and accounts one cannot be sure. */
const NUMBERS: ReadonlySet<PersonalType> = new Set<PersonalType>([
  'resident-id',
  'hong-kong-id',
  'taiwan-id',
  'bank-card',
  'email',
  'mobile',
  'travel-permit',
]);

/** Values of groups, but for those that survey.yaml names itself, and names of files. */
export function personalNames(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
): readonly Problem[] {
  const place = { file: basename(survey.file) };
  const groups = survey.groups.flatMap((group, i) => {
    const { id } = group;
    const own = namedIn(group, survey);
    const values = [...tallies.values()].flatMap((tally) => valuesOf(tally, RESPONDENTS, id));
    const found = [...new Set(values)].filter((value) => !own.has(value) && isPersonal(value, own));
    const key = `groups[${i + 1}]`;
    return found.length === 0
      ? []
      : [problem('personal-in-group', { ...place, key }, { group: id, count: found.length })];
  });
  const files = survey.rounds
    .flatMap((round) => round.files)
    .filter(({ name }) => isPersonal(name))
    .map(({ name }) => problem('personal-in-file-name', { file: name }));
  return [...groups, ...files];
}

/** Values that survey.yaml names itself: of a group, and of those that it lies in. */
function namedIn({ within, aliases }: Group, survey: Survey): ReadonlySet<string> {
  const outer = survey.groups.find(({ id }) => id === within);
  const others = outer === undefined ? [] : namedIn(outer, survey);
  return new Set([...aliases.values(), ...others]);
}

/** @param own names that were given on purpose */
function isPersonal(name: string, own: ReadonlySet<string> = new Set()): boolean {
  // A value is named behind the one that it lies in.
  return name
    .split('/')
    .some((part) => !own.has(part) && findPersonal(part).some(({ type }) => NUMBERS.has(type)));
}
