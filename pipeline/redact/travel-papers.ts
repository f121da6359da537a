/** Passports, and permits for travel between the mainland, Hong Kong, Macau and Taiwan. */
import { findAll } from './matches.ts';
import { unlessOther } from './other-numbers.ts';
import type { Finder } from './personal.ts';

/** Forms that are hardly anything else; a date behind the letter makes it a number of a thing. */
const MAINLAND_PASSPORT =
  /(?<![A-Za-z\d-])(?:[EG](?!20[0-3]\d[01]\d)\d{8}|E[A-HJ-NP-Z]\d{7})(?![A-Za-z\d-])/g;
const EXIT_PERMIT = /(?<![A-Za-z\d-])(?:C(?!20[0-3]\d)\d{8}|C[A-HJ-NP-Z]\d{7})(?![A-Za-z\d-])/g;

const AFTER = '(?:证件)? ?(?:号码?|no\\.?|number)?(?:是|为|系|is|[ :]){0,3}';
const CUED_PASSPORT = new RegExp(
  `(?:护照|passport)${AFTER}(?<value>[A-Z]{0,2}\\d{7,9})(?![A-Za-z\\d])`,
  'gi',
);
const CUED_PERMIT = new RegExp(
  `(?:通行证|回乡证|台胞证|permit)${AFTER}(?<value>[A-Z]{0,2}\\d{7,10})(?![A-Za-z\\d])`,
  'gi',
);

export const findTravelPapers: Finder = ({ plain }) => [
  ...findAll(plain, CUED_PASSPORT, () => 'passport'),
  ...findAll(plain, CUED_PERMIT, () => 'travel-permit'),
  ...findAll(plain, MAINLAND_PASSPORT, unlessOther(plain, 'passport')),
  ...findAll(plain, EXIT_PERMIT, unlessOther(plain, 'travel-permit')),
];
