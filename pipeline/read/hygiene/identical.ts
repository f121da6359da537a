/**
 * Rows that are equal in every answer: sent twice, or copied.
 *
 * Respondent id, times, names and what the tool tells of the device are left out, and so are
 * weights. Copies among real people's rows are what studies of fabricated interviews look for
 * (Kuriakose & Robbins 2016); in a short survey two people may also agree in everything.
 */
import { hashCells } from '../../hash.ts';
import type { ColumnRole } from '../exports/column-role.ts';
import { isMissingWord } from '../exports/layout.ts';
import type { Answer } from '../respondent.ts';

const NO_ANSWER: readonly ColumnRole['kind'][] = ['respondent', 'duration', 'personal', 'metadata'];

/**
 * Positions of the columns that make two rows equal.
 *
 * @param used columns of groups and questions, which count whatever their header looks like
 * @param design columns of the respondent's id and of the sampling design
 */
export function answerColumns(
  roles: readonly ColumnRole[],
  used: ReadonlySet<number>,
  design: ReadonlySet<number>,
): readonly number[] {
  return [...roles.keys()].filter(
    (at) => !design.has(at) && (used.has(at) || !NO_ANSWER.includes(roles[at]!.kind)),
  );
}

/** The row in which the same answers came first, or 0 where this is the first such row. */
export function firstAlike(
  cells: readonly string[],
  columns: readonly number[],
  row: number,
  seen: FirstRows,
): number {
  return seen.firstOf(hashCells(cells, columns), row);
}

/** Whether anything was answered: rows without any answer are alike, but say nothing. */
export function saysAnything(answers: readonly Answer[]): boolean {
  return answers.some((answer) => {
    if (answer.kind === 'text') {
      const text = answer.text.trim();
      return text !== '' && !isMissingWord(text);
    }
    return answer.kind === 'number' || (answer.kind === 'options' && answer.options.length > 0);
  });
}

/**
 * Rows by the hash of what they hold, in 12 bytes and some room each.
 *
 * Hashes have 53 bits: among a million different rows the odds of any two being taken for equal
 * are below 1 in 10,000.
 */
export class FirstRows {
  #hashes = new Float64Array(1 << 10);
  #rows = new Uint32Array(1 << 10);
  #size = 0;

  /** The row that came first with this hash; 0 after noting that it is `row` (at least 1). */
  firstOf(hash: number, row: number): number {
    const at = this.#placeOf(hash);
    if (this.#rows[at] !== 0) return this.#rows[at]!;
    this.#hashes[at] = hash;
    this.#rows[at] = row;
    this.#size += 1;
    if (this.#size > this.#rows.length / 2) this.#grow();
    return 0;
  }

  /** Where a hash stands, or the free place where it would. */
  #placeOf(hash: number): number {
    const mask = this.#rows.length - 1;
    let at = hash % this.#rows.length;
    while (this.#rows[at] !== 0 && this.#hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Float64Array(2 * rows.length);
    this.#rows = new Uint32Array(2 * rows.length);
    for (let i = 0; i < rows.length; i++) {
      if (rows[i] === 0) continue;
      const at = this.#placeOf(hashes[i]!);
      this.#hashes[at] = hashes[i]!;
      this.#rows[at] = rows[i]!;
    }
  }
}
