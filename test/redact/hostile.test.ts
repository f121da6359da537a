/** Cells made to be slow: where search time grew faster than the text, these would take hours. */
import { expect, test } from '@jest/globals';
import { findPersonal } from '../../pipeline/redact/find.ts';

const UNITS = 2_000_000;

test.each([
  ['digits', '1'],
  ['beginnings of mobile numbers', '138'],
  ['digits with blanks', '1 '],
  ['digits with dashes', '1-'],
  ['digits with dots', '1.'],
  ['country codes without numbers', '+1('],
  ['letters', 'a'],
  ['capitals', 'A'],
  ['capitalised words', 'Aa '],
  ['beginnings of English addresses', 'Flat A, 1 Aa '],
  ['at signs', '@'],
  ['e-mail addresses without an end', 'a@b.'],
  ['groups of an IP address', 'a:1.'],
  ['streets', '路'],
  ['beginnings of addresses', '路1'],
  ['numerals', '一'],
  ['cues for names', '姓   名：'],
  ['cues for accounts', '微信a1'],
  ['beginnings of plates', '京A'],
])('%s without end hold no personal data', (_, piece) => {
  expect(findPersonal(`${piece.repeat(UNITS / piece.length)}号1@`)).toEqual([]);
});
