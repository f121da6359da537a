/**
 * What came in of a file and what became of it, counted on either side for itself.
 *
 * On entry a `Ledger` counts the filled cells of every column and the characters of open answers,
 * whatever is made of them. Where something is used or left, its reader enters that in the `Book`
 * of the key it reads for. Neither side is worked out from the other, so that a cell or part that
 * gets lost on the way shows as a difference (`tally/balance.ts` looks for it). A used answer to
 * an open question is entered by nobody here: it is counted where it is coded.
 */
import { FateCount, type FatePlace, type Line } from './fates.ts';
import { isFilled, type RawBatch } from './record.ts';

/** What one key of the survey makes of its columns. */
export interface Book {
  readonly cells: FateCount;
  /** Options chosen in multiple-choice questions. */
  readonly selections: FateCount;
  /** UTF-16 units of open answers. */
  readonly characters: FateCount;
  /** Notes that a cell holds this many chosen options, whatever becomes of them. */
  enterSelections(position: number, amount: number): void;
  /** Notes a cell with words filled in beside an option (`其他〖…〗`), which are not read. */
  noteFillIn(position: number): void;
}

/** What a key of survey.yaml reads, e.g. `groups.unit`, and what became of one of its columns. */
export interface ColumnCounts {
  readonly key: string;
  /** Id of the question, or null for a group and the like. */
  readonly question: string | null;
  /** Header of the column. */
  readonly column: string;
  /** From 1. */
  readonly position: number;
  readonly cells: Line;
  /** Of multiple-choice questions. */
  readonly selections: Line | null;
  /** Of open questions. Used answers are not in yet, nor in `cells`. */
  readonly characters: Line | null;
  /** Used cells with words filled in beside an option, which are left out. */
  readonly fillIns: number;
}

/** A column that no key of the survey names. */
export interface UnreadColumn {
  /** Header; empty where the column has none, or for all cells beyond the header. */
  readonly column: string;
  /** From 1. */
  readonly position: number;
  readonly cells: number;
}

interface KeyOf {
  readonly key: string;
  readonly question: { readonly id: string; readonly type: string } | null;
  readonly positions: readonly number[];
}

interface OpenBook extends Book, KeyOf {
  readonly selectionsIn: number[];
  readonly fillIns: number[];
}

export class Ledger {
  /** Blank lines below the header; they are no rows. */
  blank = 0;
  readonly #header: readonly string[];
  readonly #books: OpenBook[] = [];
  /** Filled cells a column; last, those beyond the header. */
  readonly #filled: Float64Array;
  readonly #lengths: Float64Array;
  #openPositions: readonly number[] = [];

  constructor(header: readonly string[]) {
    this.#header = header;
    this.#filled = new Float64Array(header.length + 1);
    this.#lengths = new Float64Array(header.length + 1);
  }

  /** Opens the book of a key of the survey; all are opened before the first record comes. */
  open(
    key: string,
    positions: readonly number[],
    question: { readonly id: string; readonly type: string } | null = null,
  ): Book {
    const selectionsIn: number[] = [];
    const fillIns: number[] = [];
    const book = {
      key,
      question,
      positions,
      selectionsIn,
      fillIns,
      cells: new FateCount(),
      selections: new FateCount(),
      characters: new FateCount(),
      enterSelections: (position: number, amount: number) => {
        selectionsIn[position] = (selectionsIn[position] ?? 0) + amount;
      },
      noteFillIn: (position: number) => {
        fillIns[position] = (fillIns[position] ?? 0) + 1;
      },
    };
    this.#books.push(book);
    if (question?.type === 'open') {
      this.#openPositions = [...new Set([...this.#openPositions, ...positions])];
    }
    return book;
  }

  /**
   * Counts records as they come in, before anybody has made anything of them. What a tool did to
   * its cells is undone by then, and a blank cell says (跳过) where a twin tells that: both are
   * counted as they now stand, since nobody reads them as they were.
   */
  enter(records: RawBatch): void {
    const [filled, lengths, open] = [this.#filled, this.#lengths, this.#openPositions];
    const width = this.#header.length;
    for (const { cells } of records) {
      let found = 0;
      for (let i = 0; i < cells.length; i += 1) {
        if (!isFilled(cells[i]!)) continue;
        found += 1;
        filled[Math.min(i, width)]! += 1;
      }
      // Blanks in a blank line are nobody's answer.
      if (found > 0) for (const at of open) lengths[at]! += cells[at]?.length ?? 0;
    }
  }

  /**
   * Enters everything that a row which is not used holds.
   *
   * @param other a ledger of the same books that holds what readers made of this row alone: it
   *   tells how many options were chosen in its cells, and is empty afterwards
   */
  leaveRow(cells: readonly string[], place: FatePlace, other: Ledger): void {
    for (const [i, { positions, question, cells: count, characters }] of this.#books.entries()) {
      other.#books[i]!.selectionsIn.forEach((amount, at) => {
        this.#books[i]!.selections.add(at, place, amount);
        this.#books[i]!.enterSelections(at, amount);
      });
      for (const at of positions) {
        const cell = cells[at] ?? '';
        if (isFilled(cell)) count.add(at, place);
        if (question?.type === 'open') characters.add(at, place, cell.length);
      }
    }
    other.#clear();
  }

  #clear(): void {
    for (const { cells, selections, characters, selectionsIn, fillIns } of this.#books) {
      for (const count of [cells, selections, characters]) count.clear();
      selectionsIn.fill(0);
      fillIns.fill(0);
    }
  }

  /**
   * Takes back entries that were made in this ledger and once more, of the same cells alone, in
   * `other`: a ledger of the same books, which is left as it is.
   */
  withdraw(other: Ledger): void {
    for (const [i, book] of this.#books.entries()) {
      const { cells, selections, characters, selectionsIn, fillIns } = other.#books[i]!;
      book.cells.withdraw(cells);
      book.selections.withdraw(selections);
      book.characters.withdraw(characters);
      withdraw(book.selectionsIn, selectionsIn);
      withdraw(book.fillIns, fillIns);
    }
  }

  /** One line a key and column, in the order in which the books were opened. */
  columns(): readonly ColumnCounts[] {
    return this.#books.flatMap((book) =>
      [...new Set(book.positions)].map((at) => this.#column(book, at)),
    );
  }

  #column(book: OpenBook, at: number): ColumnCounts {
    const type = book.question?.type;
    // A key may name a column twice, and then reads it twice.
    const times = book.positions.filter((one) => one === at).length;
    const line = (count: FateCount, entered: number): Line => ({ in: entered, out: count.of(at) });
    return {
      key: book.key,
      question: book.question?.id ?? null,
      column: this.#header[at] ?? '',
      position: at + 1,
      cells: line(book.cells, times * this.#filled[at]!),
      selections: type === 'multiple' ? line(book.selections, book.selectionsIn[at] ?? 0) : null,
      fillIns: book.fillIns[at] ?? 0,
      characters: type === 'open' ? line(book.characters, times * this.#lengths[at]!) : null,
    };
  }

  /** Columns with something in them that no key of the survey names. */
  unread(): readonly UnreadColumn[] {
    const named = new Set(this.#books.flatMap((book) => book.positions));
    return [...this.#filled].flatMap((cells, at) =>
      named.has(at) || cells === 0
        ? []
        : [{ column: this.#header[at] ?? '', position: at + 1, cells }],
    );
  }
}

function withdraw(from: number[], amounts: readonly number[]): void {
  amounts.forEach((amount, position) => {
    from[position] = (from[position] ?? 0) - amount;
  });
}
