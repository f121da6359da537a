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

/** So many values are named, to be found in the file. */
const NAMED = 5;
/** Characters of a value that are shown at its begin and end. */
const SHOWN = 3;

/** Enough of a value to find its cell by, and no more. @example masked('13812345678') // '138…678' */
function masked(value: string): string {
  const last = value.slice(value.lastIndexOf('/') + 1);
  return last.length > 2 * SHOWN ? `${last.slice(0, SHOWN)}…${last.slice(-SHOWN)}` : '…';
}

/** Values of groups, but for those that survey.yaml names itself, and names of files. */
export function personalNames(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
): readonly Problem[] {
  const place = { file: basename(survey.file) };
  const groups = survey.groups.flatMap((group, i) => {
    const { id } = group;
    const own = namedIn(group, survey);
    const found = [...tallies].flatMap(([round, tally]) =>
      valuesOf(tally, RESPONDENTS, id)
        .filter((value) => !own.has(value) && isPersonal(value, own))
        .map((value) => ({ round, value })),
    );
    if (found.length === 0) return [];
    const count = new Set(found.map(({ value }) => value)).size;
    const named = found.slice(0, NAMED).map(({ round, value }) => `${round}: ${masked(value)}`);
    const values = `${named.join('; ')}${found.length > NAMED ? '; …' : ''}`;
    return [
      problem(
        'personal-in-group',
        { ...place, key: `groups[${i + 1}]` },
        { group: id, count, values },
      ),
    ];
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
