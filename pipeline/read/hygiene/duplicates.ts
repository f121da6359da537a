/** Respondent ids that come again within a round. */
import { hashOf } from '../../hash.ts';
import { FirstRows } from './first-rows.ts';

/** Ids written like this are told apart by their value: exactly, and at little cost. */
const LONGEST_NUMBER = 15;

/**
 * Ids seen so far, in 12 bytes and some room each instead of a text; those that count on from one
 * another, as most do, take no room at all.
 *
 * Numbers are known exactly; of other ids a hash of 53 bits is kept: among a million different ones
 * the odds of any two being taken for one are below 1 in 10,000.
 */
export class SeenIds {
  /** First and last of the numbers that came one after another. */
  #first = -1;
  #last = -1;
  readonly #numbers = new FirstRows();
  readonly #hashes = new FirstRows();

  /**
   * True for an id seen before, with other blanks around it or none; blank ones are nobody's.
   *
   * @example isRepeated('7') // false, but true the next time, also of ' 7'
   */
  isRepeated(written: string): boolean {
    const id = written.trim();
    const number = numberOf(id);
    if (number >= 0) return this.#isRepeatedNumber(number);
    return id !== '' && this.#hashes.firstOf(hashOf(id), 1) > 0;
  }

  /** Takes back the id that was asked for last and had not been seen before. */
  forgetLast(written: string): void {
    const id = written.trim();
    const number = numberOf(id);
    if (number < 0) {
      if (id !== '') this.#hashes.forgetLast(hashOf(id));
    } else if (number !== this.#last) this.#numbers.forgetLast(number);
    else this.#last = number === this.#first ? -1 : number - 1;
  }

  #isRepeatedNumber(number: number): boolean {
    if (this.#last < 0) this.#first = number;
    else if (number >= this.#first && number <= this.#last) return true;
    else if (number !== this.#last + 1) return this.#numbers.firstOf(number, 1) > 0;
    this.#last = number;
    return this.#numbers.has(number);
  }
}

/** The number that is written like this id and no other, or -1: `7`, but not `07`. */
function numberOf(id: string): number {
  if (id.length === 0 || id.length > LONGEST_NUMBER) return -1;
  if (id.charCodeAt(0) === 0x30 && id.length > 1) return -1;
  let number = 0;
  for (let i = 0; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}
