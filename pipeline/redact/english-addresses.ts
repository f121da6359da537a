/** Street addresses in English. */
import { findAll } from './matches.ts';
import type { Finder } from './personal.ts';

const NAME = "[A-Z][A-Za-z’']{1,20}";
const KIND =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Place|Square|Terrace|Highway)';
/** `Flat A, 12/F, Example Building,` as in Hong Kong. */
const WITHIN = `(?:(?:Flat|Room|Unit|Rm|Apt)\\.? [A-Z\\d]{1,5}, ?)?(?:\\d{1,3}\\/F,? ?)?(?:${NAME}(?: ${NAME}){0,3} (?:Building|House|Mansion|Court|Centre|Tower|Estate), ?)?`;
/** `5 New Road projects` counts things, it names no house. */
const NOT_MANY = '(?! (?!is|was|has|as|this)[a-z]+s\\b)';
const ADDRESS = new RegExp(
  `(?<![\\w/-])${WITHIN}\\d{1,5}[A-Z]?,? ${NAME}(?: ${NAME}){0,2}? ${KIND}\\b\\.?(?:, ${NAME}(?: ${NAME})?){0,3}${NOT_MANY}`,
  'g',
);

export const findEnglishAddresses: Finder = ({ plain }) => findAll(plain, ADDRESS, () => 'address');
