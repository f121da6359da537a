/** Personal data in text: numbers of papers, phones, cards, accounts, names, addresses. */
import { findAccounts } from './accounts.ts';
import { findAddresses } from './addresses.ts';
import { findBankCards } from './bank-cards.ts';
import {
  AT_SIGN,
  cluesIn,
  DIGITS,
  HOUSE_NUMBER,
  LETTERS,
  LETTERS_AND_DIGITS,
  NAME_CUE,
  NET_MARKS,
} from './clues.ts';
import { findEmails } from './emails.ts';
import { findEnglishAddresses } from './english-addresses.ts';
import { findEnglishNames } from './english-names.ts';
import { findIdentityCards } from './identity-cards.ts';
import { findIpAddresses } from './ip-addresses.ts';
import { findMainlandPhones } from './mainland-phones.ts';
import { findNames } from './names.ts';
import { findOtherPhones } from './other-phones.ts';
import { type Finder, PERSONAL_TYPES, type PersonalHit } from './personal.ts';
import { plainText } from './plain.ts';
import { findPlates } from './plates.ts';
import { findTravelPapers } from './travel-papers.ts';

/** Each finder with the clues of which one must be there. */
const FINDERS: readonly (readonly [number, Finder])[] = [
  [DIGITS, findIdentityCards],
  [DIGITS, findBankCards],
  [DIGITS, findMainlandPhones],
  [DIGITS, findOtherPhones],
  [DIGITS, findTravelPapers],
  [AT_SIGN, findEmails],
  [LETTERS_AND_DIGITS, findPlates],
  [LETTERS_AND_DIGITS | LETTERS | DIGITS, findAccounts],
  [NET_MARKS, findIpAddresses],
  [HOUSE_NUMBER, findAddresses],
  [LETTERS_AND_DIGITS, findEnglishAddresses],
  [NAME_CUE, findNames],
  [LETTERS, findEnglishNames],
];
const NOTHING: readonly PersonalHit[] = [];

/**
 * The personal data in a text, in order, not overlapping.
 *
 * Finds numbers by their form and check digits, and names and accounts behind words that announce
 * them, in simplified and traditional Chinese and English, half or full width. A name without a
 * cue (张书记) is not found. Takes time in proportion to the length of the text.
 *
 * @returns UTF-16 offsets into the text as it is
 * @example findPersonal('电话：13800001234') // [{ type: 'mobile', start: 3, end: 14 }]
 */
export function findPersonal(text: string): readonly PersonalHit[] {
  const clues = cluesIn(text);
  if (clues === 0) return NOTHING;
  const searched = { text, plain: plainText(text) };
  const found = FINDERS.flatMap(([needed, find]) => ((clues & needed) === 0 ? [] : find(searched)));
  return found.length === 0 ? NOTHING : withoutOverlaps(found);
}

/**
 * Finds that overlap become one, so that no part of either stays when it is masked. It is of the
 * kind named first in `PERSONAL_TYPES`.
 */
function withoutOverlaps(found: readonly PersonalHit[]): readonly PersonalHit[] {
  const kept: PersonalHit[] = [];
  for (const hit of [...found].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= hit.start) kept.push(hit);
    else {
      const { type } = rank(hit) < rank(last) ? hit : last;
      kept[kept.length - 1] = { type, start: last.start, end: Math.max(last.end, hit.end) };
    }
  }
  return kept;
}

function rank({ type }: PersonalHit): number {
  return PERSONAL_TYPES.indexOf(type);
}
