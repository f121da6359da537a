/** Clauses in English that state no problem or answer nothing. */

import { fold } from '../taxonomy/fold.ts';

const NONE = setOf(
  'no problem | no complaint | no comment | no issue | no difficulty | no concern | no suggestion | none | nothing',
  'nothing to say | nothing to add | nothing to report | nothing to complain about | nothing in particular | not really',
  'all good | all fine | all is well | everything is fine | everything is good | everything is ok | everything works',
  'fine | good | great | very good | excellent | perfect | satisfied | very satisfied | happy | very happy | well done',
  'i am happy | i am satisfied | it is fine | it is good | it is ok | looks good | good job | keep it up',
  'keep up the good work | there are no problems | there is no problem | there are none | we have no problems',
  'we have none | i have none | i have no complaints | no complaints from me',
);
const EMPTY = setOf(
  "i do not know | i don't know | don't know | do not know | no idea | not sure | i am not sure | can't say | cannot say",
  'no opinion | no answer | prefer not to say | i prefer not to say | not applicable | nothing comes to mind | skip',
  'to be filled in | see above | as above | same as above | thanks | thank you',
);
/** May stand before or after without saying more. */
const FILLERS = [
  ...setOf(
    'well | so far | currently | at present | for now | honestly | to be honest | i think | overall',
  ),
  ...setOf(
    'at all | at the moment | right now | yet | thanks | thank you | really | to me | in general',
  ),
];
const LATIN = /^[a-z' ]+$/;
const LONGEST = 60;

/** What a folded clause is, if it is one of these; null for all others. */
export function kindOfEnglish(text: string): 'no-problem' | 'empty' | null {
  if (text.length > LONGEST || !LATIN.test(text)) return null;
  return kindOfBare(text.replaceAll("'", '').trim());
}

function kindOfBare(text: string): 'no-problem' | 'empty' | null {
  if (NONE.has(text)) return 'no-problem';
  if (EMPTY.has(text)) return 'empty';
  for (const filler of FILLERS) {
    if (text.startsWith(`${filler} `)) return kindOfBare(text.slice(filler.length + 1));
    if (text.endsWith(` ${filler}`)) return kindOfBare(text.slice(0, -filler.length - 1));
  }
  return null;
}

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  const phrases = lists.flatMap((list) => list.split('|'));
  return new Set(phrases.map((one) => fold(one).replaceAll("'", '')));
}
