/** Plants the honest defects of real exports, at most one record in a hundred. */
import { seededRandom } from './random.mjs';

/** @typedef {import('./respondents.mjs').Person} Person */

/** A weight that is none, in each round another. */
const BAD_WEIGHTS = ['缺', '-0.85', 'N/A'];
const OFF_THE_SCALE = ['6', '0', '6'];

/**
 * Respondents with defects: a weight that is none (the row cannot be used), two scale values off
 * the scale and a number in words (the cells cannot), two records that came twice, and `null`
 * for a blank line.
 * @param {number} round 0, 1 or 2
 * @param {readonly Person[]} people is not changed
 * @returns {(Person | null)[]} two records and a blank line more than `people`
 */
export function plantDefects(round, people) {
  const random = seededRandom(77 + round);
  const records = people.map((person) => ({ ...person, bad: /** @type {Person['bad']} */ ({}) }));
  // Only in large unit types, so that no small unit changes its size by it.
  const sound = random.shuffled(records.filter(({ type }) => type === '直属机关'));
  sound[0].bad.weight = BAD_WEIGHTS[round];
  sound[1].bad.scale2 = OFF_THE_SCALE[round];
  sound[2].bad.scale4 = OFF_THE_SCALE[round];
  sound[3].bad.tenure = '二十年';
  /** @type {(Person | null)[]} */
  const lines = [...records];
  for (const twice of sound.slice(4, 6)) lines.splice(lines.indexOf(twice) + 30, 0, { ...twice });
  lines.splice(Math.floor(lines.length / 2), 0, null);
  return lines;
}
