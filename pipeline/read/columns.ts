/** Finds the survey's columns in the header of a file. */
import { nearest, type Problem, problem } from '../errors.ts';
import type { ColumnNames } from '../survey/survey.ts';
import { foldText } from './cell.ts';
import type { RawBatch } from './record.ts';

/** Header of a file, as `openExport` gives it. */
export interface HeaderOf {
  readonly name: string;
  readonly header: readonly string[];
  readonly headerAsWritten: readonly string[];
  /** The records that it was made of. */
  readonly headerRecords: RawBatch;
  /** Further names of each column; a list a column, or no list at all. */
  readonly otherNames?: readonly (readonly string[])[];
}

/** Headers that a message lists before it says how many more there are. */
const LISTED = 40;

/** Looks up columns one by one, and gathers what is missing or ambiguous. */
export class ColumnFinder {
  readonly problems: Problem[] = [];
  /** Positions found so far. */
  readonly found = new Set<number>();
  readonly #file: HeaderOf;
  readonly #askers: (names: ColumnNames) => string;
  readonly #levels: readonly ReadonlyMap<string, readonly number[]>[];
  readonly #others: ReadonlyMap<string, readonly number[]>;

  /** @param askers says which keys of survey.yaml name a column */
  constructor(file: HeaderOf, askers: (names: ColumnNames) => string = () => 'column') {
    this.#file = file;
    this.#askers = askers;
    this.#levels = [
      positions(file.headerAsWritten.entries()),
      positions(file.header.entries()),
      positions(file.header.map(foldText).entries()),
    ];
    this.#others = positions(
      (file.otherNames ?? []).flatMap((names, at) =>
        names.map((name) => [at, foldText(name)] as const),
      ),
    );
  }

  /**
   * Position of the first of `names` that the header has: as written, else without outer blanks,
   * else with widths and blanks folded, else as the column's other name. `name#2` is the second of
   * several columns with one name. -1 after noting a problem.
   *
   * @param question id of the question that would be without any column if this one is missing
   */
  find(names: ColumnNames, question = ''): number {
    for (const name of names) {
      const found = this.#places(name);
      if (found.length === 1) {
        this.found.add(found[0]!);
        return found[0]!;
      }
      if (found.length > 1) return this.#ambiguous(name, found);
    }
    return this.#missing(names, question);
  }

  /** Whether the header has one of `names`; notes nothing. */
  has(names: ColumnNames): boolean {
    return this.places(names).length > 0;
  }

  /** Every position that the first of `names` which the header has may mean; notes nothing. */
  places(names: ColumnNames): readonly number[] {
    const first = names.find((name) => this.#places(name).length > 0);
    return first === undefined ? [] : this.#places(first);
  }

  #places(name: string): readonly number[] {
    const forms = [name, name.trim(), foldText(name)];
    for (const [level, form] of forms.entries()) {
      const found = this.#levels[level]!.get(form);
      if (found) return found;
    }
    const other = this.#others.get(foldText(name));
    if (other) return other;
    const [, base, nth] = /^(.+)#([1-9]\d?)$/s.exec(name) ?? [];
    const place = base === undefined ? undefined : this.#places(base)[Number(nth) - 1];
    return place === undefined ? [] : [place];
  }

  #ambiguous(wanted: string, found: readonly number[]): number {
    const { name, header, headerRecords } = this.#file;
    const named = headerRecords.find(({ cells }) =>
      cells.some((cell) => cell.trim() === header[found[0]!]),
    );
    const row = (named ?? headerRecords[0])?.row ?? 1;
    const place = { file: name, row, column: wanted };
    const at = found.map((position) => position + 1).join(', ');
    const values = { wanted, count: found.length, positions: at };
    this.#note(problem('column-ambiguous', place, values));
    return -1;
  }

  #missing(names: ColumnNames, question: string): number {
    const wanted = names.join(' / ');
    const { header, name: file } = this.#file;
    const headers = listed(header.filter((cell) => cell !== ''));
    const near = names
      .map((name) =>
        nearest(
          name,
          header.filter((cell) => cell !== ''),
        ),
      )
      .find((one) => one !== null);
    const values = { wanted, headers, question, asker: this.#askers(names) };
    this.#note(
      near === undefined
        ? problem('column-missing', { file }, values)
        : problem('column-missing-near', { file }, { ...values, nearest: near }),
    );
    return -1;
  }

  /** One column may serve several questions; its problem is told once. */
  #note(found: Problem): void {
    const same = ({ message, values }: Problem) =>
      message === found.message && values.wanted === found.values.wanted;
    if (!this.problems.some(same)) this.problems.push(found);
  }
}

function positions(
  names: Iterable<readonly [number, string]>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [position, name] of names) {
    const known = found.get(name);
    if (known) known.push(position);
    else found.set(name, [position]);
  }
  return found;
}

/**
 * What to call a column in a list of entries; never empty, which there means a whole row.
 *
 * @param position from 0
 * @example columnName('', 1) // '#2'
 */
export function columnName(header: string | undefined, position: number): string {
  return header || `#${position + 1}`;
}

/** Headers or options in a message: the first of them, and how many there are. */
export function listed(headers: readonly string[]): string {
  const shown = headers.slice(0, LISTED).join(' | ');
  return headers.length > LISTED ? `${shown} | … (${headers.length})` : shown;
}
