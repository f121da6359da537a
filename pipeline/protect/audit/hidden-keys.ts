/** Which keys of the protected tables have no published figures. */
import type { Tables, Where } from '../../aggregate/tables.ts';
import { entry } from '../../entry.ts';

/** What a figure is of; empty where it is not split by that. */
export interface Key extends Where {
  /** Code, theme, option or status; of a pair, both codes. */
  readonly item: string;
}

export type KeyedTable = 'problems' | 'themes' | 'closed' | 'pairs' | 'coding' | 'sensitivity';

type AnyRow = Readonly<Record<string, string | number | null>>;

/** Whether the tables hide a line's figures. */
export function isHiddenRow(row: { readonly status?: unknown; readonly shown?: unknown }): boolean {
  return row.status === 'suppressed' || row.shown === 'no';
}

const ITEM: Readonly<Record<KeyedTable, (row: AnyRow) => string>> = {
  problems: (row) => String(row.code),
  themes: (row) => String(row.theme),
  closed: (row) => String(row.option),
  pairs: (row) => pairItem(String(row.code_a), String(row.code_b)),
  coding: (row) => String(row.status),
  sensitivity: (row) => `${row.variant}\u0002${row.code}`,
};

/** The two codes of a pair as one item, whichever comes first. */
export function pairItem(a: string, b: string): string {
  return [a, b].sort().join('\u0002');
}

export class HiddenKeys {
  /** Items by place: a text for each line, of millions, would not fit into memory. */
  readonly #hidden = new Map<string, Set<string>>();
  /** By place, once with and once without its question, and item: whether all lines of it are hidden. */
  readonly #all = new Map<string, Map<string, boolean>>();
  readonly #latest = new Map<string, string>();
  readonly #rounds: readonly string[];

  /** @param rounds ids, oldest first */
  constructor(tables: Tables, rounds: readonly string[]) {
    this.#rounds = rounds;
    for (const table of Object.keys(ITEM) as KeyedTable[]) {
      const rows = tables[table] as unknown as readonly AnyRow[];
      this.#noteLatest(table, rows);
      this.#enter(table, rows);
    }
  }

  /** Whether a line exists and is hidden; of closed questions, the line of a mean. */
  has(table: 'problems' | 'closed', key: Key): boolean {
    return this.#hidden.get(placeOf(table, key))?.has(key.item) ?? false;
  }

  /** Whether all lines with a key are hidden; undefined without any. An empty question is any. */
  hasAll(table: KeyedTable, key: Key): boolean | undefined {
    return this.#all.get(placeOf(table, key))?.get(key.item);
  }

  /** The last round with lines of a question; an empty question is any. */
  latest(table: KeyedTable, question: string): string {
    return this.#latest.get(`${table}\u0001${question}`) ?? '';
  }

  /** The survey's round before another, or '' for the first. */
  before(round: string): string {
    return this.#rounds[this.#rounds.indexOf(round) - 1] ?? '';
  }

  #noteLatest(table: KeyedTable, rows: readonly AnyRow[]): void {
    const firsts = rows.filter((row, i) => i === 0 || !isSameQuestion(rows[i - 1]!, row));
    for (const { round, question } of firsts) {
      for (const name of [`${table}\u0001${question}`, `${table}\u0001`]) {
        const known = this.#rounds.indexOf(this.#latest.get(name) ?? '');
        if (this.#rounds.indexOf(String(round)) > known) this.#latest.set(name, String(round));
      }
    }
  }

  #enter(table: KeyedTable, rows: readonly AnyRow[]): void {
    const itemOf = ITEM[table];
    let at: AnyRow | null = null;
    let place = '';
    let all: readonly Map<string, boolean>[] = [];
    for (const row of rows) {
      if (at === null || !isSamePlace(at, row)) {
        at = row;
        const key = keyOf(row);
        place = placeOf(table, key);
        // Of earlier rounds the report shows the whole sample only.
        const isTold = key.group === 'all' || key.round === this.latest(table, key.question);
        const questions = isTold ? [key.question, ''] : [];
        all = questions.map((question) =>
          entry(this.#all, placeOf(table, { ...key, question }), () => new Map()),
        );
      }
      const isHidden = table === 'coding' ? row.shown === 'no' : isHiddenRow(row);
      const item = itemOf(row);
      if (isHidden && isLinked(table, item)) {
        entry(this.#hidden, place, () => new Set<string>()).add(item);
      }
      for (const items of all) items.set(item, isHidden && (items.get(item) ?? true));
    }
  }
}

/** Whether lines of other tables are made from such a line. */
function isLinked(table: KeyedTable, item: string): boolean {
  return table === 'problems' || (table === 'closed' && item === '');
}

function keyOf(row: AnyRow): Where {
  return {
    round: String(row.round),
    question: String(row.question),
    group: String(row.group ?? 'all'),
    value: String(row.value ?? ''),
  };
}

function placeOf(table: KeyedTable, { round, question, group, value }: Where): string {
  return `${table}\u0001${round}\u0001${question}\u0001${group}\u0001${value}`;
}

function isSameQuestion(a: AnyRow, b: AnyRow): boolean {
  return a.round === b.round && a.question === b.question;
}

function isSamePlace(a: AnyRow, b: AnyRow): boolean {
  return isSameQuestion(a, b) && a.group === b.group && a.value === b.value;
}
