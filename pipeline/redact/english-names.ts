/** Names in Latin letters behind a cue: My name is …, Name: …, Contact person: …. */
import { findAll } from './matches.ts';
import type { Finder } from './personal.ts';

const WORD = "[A-Z][a-z'’]{1,20}(?:-[A-Z][a-z]{1,20})?";
const TOLD = new RegExp(
  `(?:[Mm]y (?:full )?name(?: is|'s|’s)|(?<![A-Za-z] ?)[Nn]ame ?:|姓名[: ]{1,3}|我叫) ?(?<value>${WORD}(?: ${WORD}){0,2})(?![\\w@])`,
  'g',
);
/** One word behind "contact" is more often an office. */
const CONTACT = new RegExp(
  `[Cc]ontact(?: [Pp]erson)? ?: ?(?<value>${WORD}(?: ${WORD}){1,2})(?![\\w@])`,
  'g',
);
const NO_NAME =
  /^(?:None|Not|No|Unknown|Anonymous|Confidential|Private|Withheld|Nobody|The|Party|Your)\b|\b(?:Office|Committee|Department|Branch|Resources|Team|Centre|Center|Service|Services|Desk|Bureau|Division|Unit)\b/;

export const findEnglishNames: Finder = ({ plain }) =>
  [TOLD, CONTACT].flatMap((form) =>
    findAll(plain, form, ({ value }) => (NO_NAME.test(value) ? null : 'name')),
  );
