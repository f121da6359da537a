/** Personal data as it is found in a text. */

/**
 * Kinds of personal data. Where finds overlap the kind named first counts: checked numbers before
 * unchecked ones, forms that say what they are before those that need a cue.
 */
export const PERSONAL_TYPES = [
  'resident-id',
  'hong-kong-id',
  'macau-id',
  'taiwan-id',
  'bank-card',
  'email',
  'mobile',
  'landline',
  'phone-abroad',
  'plate',
  'travel-permit',
  'passport',
  'account',
  'ip',
  'address',
  'name',
] as const;
export type PersonalType = (typeof PERSONAL_TYPES)[number];

/** One find: UTF-16 offsets into the text searched, `end` behind the last unit. */
export interface PersonalHit {
  readonly type: PersonalType;
  readonly start: number;
  readonly end: number;
}

/** A text to be searched. */
export interface Searched {
  readonly text: string;
  /** The text unit by unit in plain writing (see `plain.ts`): same length, same offsets. */
  readonly plain: string;
}

/** Finds some kinds of personal data. In time that grows with the length of the text only. */
export type Finder = (searched: Searched) => readonly PersonalHit[];
