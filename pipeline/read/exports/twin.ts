/**
 * The same answers exported twice, by option text and by option number: which column of the one
 * is which of the other, and where they disagree. The text is always what counts.
 */
import { splitChoices } from '../answers/split-choices.ts';
import { foldText, parseNumber, withoutFillIn } from '../cell.ts';
import type { Note } from '../notes.ts';
import { Notes } from '../notes.ts';
import type { RawRecord } from '../record.ts';
import type { Layout } from './layout.ts';
import type { TwinColumns } from './twin-columns.ts';

/** Of a single choice only the number is known at first; the commonest text of each is its name. */
type Seen = Map<string, { count: number; row: number }>;

/** Numbers as a file of option numbers holds them, several where several options were chosen. */
const NUMBERS = /^\d+(?:\s*[┋→,;|]\s*\d+)*$/;

export interface Compared {
  readonly rows: number;
  /** Of the text file, blank ones included. */
  readonly cells: number;
}

/** Compares two files row by row with flat memory. */
export class Comparison {
  readonly #columns: TwinColumns;
  readonly #header: readonly string[];
  readonly #text: Layout;
  readonly #number: Layout;
  readonly #notes = new Notes();
  readonly #seen = new Map<number, Map<string, Seen>>();
  #rows = 0;

  constructor(columns: TwinColumns, header: readonly string[], text: Layout, number: Layout) {
    this.#columns = columns;
    this.#header = header;
    this.#text = text;
    this.#number = number;
    for (const name of columns.apart) this.#notes.add('twin-apart', 1, name);
  }

  /** The text record, in which an empty cell says (跳过) where the numbers tell that. */
  take(text: RawRecord, number: RawRecord): RawRecord {
    this.#rows += 1;
    const told: number[] = [];
    const cellsOf = (places: readonly number[]) =>
      places.map((place) => (number.cells[place] ?? '').trim());
    for (const pair of this.#columns.same) {
      const [cell] = cellsOf([pair.number]);
      if (!this.#agree(text, pair.text, cell!)) this.#differs(text.row, pair.text);
      if (this.#tellsSkipped(text, pair.text, [cell!])) told.push(pair.text);
    }
    for (const { text: place, options } of this.#columns.joined) {
      const cells = cellsOf(options.map(({ position }) => position));
      const chosen = options
        .filter((_, i) => this.#isChosen(cells[i]!))
        .map(({ option }) => option);
      if (!this.#sameChoice(text, place, chosen)) this.#differs(text.row, place);
      if (this.#tellsSkipped(text, place, cells)) told.push(place);
    }
    if (told.length === 0) return text;
    return { ...text, cells: text.cells.map((cell, i) => (told.includes(i) ? '(跳过)' : cell)) };
  }

  /** What has been compared so far. */
  compared(): Compared {
    const { same, joined } = this.#columns;
    return { rows: this.#rows, cells: this.#rows * (same.length + joined.length) };
  }

  /** What disagreed; complete once all records are taken. */
  notes(): readonly Note[] {
    const found = [...this.#notes.list()];
    for (const [position, codes] of this.#seen) {
      const odd = [...codes.values()].flatMap((seen) => {
        const [, ...others] = [...seen.values()].sort((a, b) => b.count - a.count || a.row - b.row);
        return others;
      });
      if (odd.length === 0) continue;
      const column = this.#header[position] ?? '';
      const known = found.findIndex((one) => one.kind === 'twin-differs' && one.column === column);
      const before = known < 0 ? [] : found.splice(known, 1);
      const all = [...before, ...odd];
      found.push({
        kind: 'twin-differs',
        column,
        row: Math.min(...all.map(({ row }) => row)),
        count: all.reduce((sum, { count }) => sum + count, 0),
      });
    }
    return found;
  }

  #differs(row: number, position: number): void {
    this.#notes.add('twin-differs', row, this.#header[position] ?? '');
  }

  /** Whether a cell of text may say what a cell of numbers says; single choices are judged later. */
  #agree({ row, cells }: RawRecord, position: number, number: string): boolean {
    const text = (cells[position] ?? '').trim();
    const isOption = this.#text.roles[position]?.kind === 'option';
    const nothing = isNothing(text, this.#text);
    const without = isNothing(number, this.#number) || (isOption && parseNumber(number) === 0);
    if (nothing || without) return nothing && without;
    const bare = withoutFillIn(text).trim();
    const code = withoutFillIn(number).trim();
    if (text === number || bare === code) return true;
    const [a, b] = [parseNumber(bare), parseNumber(code)];
    if (a !== null && a === b) return true;
    if (!NUMBERS.test(code)) return false;
    this.#see(position, code, bare, row);
    return true;
  }

  #see(position: number, code: string, text: string, row: number): void {
    const codes = this.#seen.get(position) ?? new Map<string, Seen>();
    const seen = codes.get(code) ?? new Map();
    const known = seen.get(text);
    seen.set(text, known ? { ...known, count: known.count + 1 } : { count: 1, row });
    codes.set(code, seen);
    this.#seen.set(position, codes);
  }

  #isChosen(cell: string): boolean {
    return !isNothing(cell, this.#number) && parseNumber(cell) !== 0;
  }

  #sameChoice({ cells }: RawRecord, position: number, chosen: readonly string[]): boolean {
    const text = (cells[position] ?? '').trim();
    if (isNothing(text, this.#text)) return chosen.length === 0;
    const options = this.#columns.options.get(position) ?? [];
    const bare = withoutFillIn(text);
    const { known, unknown } = splitChoices(bare, null, options, this.#text.separators);
    const told = new Set(known);
    return (
      unknown.length === 0 && told.size === chosen.length && chosen.every((one) => told.has(one))
    );
  }

  /** A blank cell of text does not tell "not shown" from "not answered"; the numbers do. */
  #tellsSkipped({ cells }: RawRecord, position: number, numbers: readonly string[]): boolean {
    const blank = (cells[position] ?? '').trim() === '';
    return blank && numbers.every((cell) => this.#number.cellIsSkipped(cell));
  }
}

function isNothing(cell: string, layout: Layout): boolean {
  return cell === '' || layout.cellIsMissing(cell) || layout.cellIsSkipped(cell);
}

/** Whether two ids of an answer sheet are one: as written, or as numbers (`1` and `1.0`). */
export function sameId(a: string, b: string): boolean {
  const [x, y] = [foldText(a), foldText(b)];
  return x === y || (parseNumber(x) !== null && parseNumber(x) === parseNumber(y));
}
