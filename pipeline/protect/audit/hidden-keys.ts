/** Which keys of the protected tables have no published figures. */
import type { Tables } from '../../aggregate/tables.ts';

/** What a figure is of; empty where it is not split by that. */
export interface Key {
  readonly round: string;
  readonly question: string;
  readonly group: string;
  readonly value: string;
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
  readonly #hidden = new Set<string>();
  /** By key, once with and once without its question: whether all lines that have it are hidden. */
  readonly #all = new Map<string, boolean>();
  readonly #latest = new Map<string, string>();
  readonly #rounds: readonly string[];

  /** @param rounds ids, oldest first */
  constructor(tables: Tables, rounds: readonly string[]) {
    this.#rounds = rounds;
    for (const table of Object.keys(ITEM) as KeyedTable[]) {
      this.#enter(table, tables[table] as unknown as readonly AnyRow[]);
    }
  }

  /** Whether a line exists and is hidden; of closed questions, the line of a mean. */
  has(table: 'problems' | 'closed', key: Key): boolean {
    return this.#hidden.has(textOf(table, key));
  }

  /** Whether all lines with a key are hidden; undefined without any. An empty question is any. */
  hasAll(table: KeyedTable, key: Key): boolean | undefined {
    return this.#all.get(textOf(table, key));
  }

  /** The last round with lines of a question; an empty question is any. */
  latest(table: KeyedTable, question: string): string {
    return this.#latest.get(`${table}\u0001${question}`) ?? '';
  }

  /** The survey's round before another, or '' for the first. */
  before(round: string): string {
    return this.#rounds[this.#rounds.indexOf(round) - 1] ?? '';
  }

  #enter(table: KeyedTable, rows: readonly AnyRow[]): void {
    for (const row of rows) {
      for (const question of [String(row.question), '']) {
        const name = `${table}\u0001${question}`;
        const known = this.#rounds.indexOf(this.#latest.get(name) ?? '');
        const round = String(row.round);
        if (this.#rounds.indexOf(round) > known) this.#latest.set(name, round);
      }
    }
    for (const row of rows) {
      const hidden = table === 'coding' ? row.shown === 'no' : isHiddenRow(row);
      const key = keyOf(table, row);
      if (hidden && isLinked(table, key)) this.#hidden.add(textOf(table, key));
      // Of earlier rounds the report shows the whole sample only.
      if (key.group !== 'all' && key.round !== this.latest(table, key.question)) continue;
      for (const question of [key.question, '']) {
        const text = textOf(table, { ...key, question });
        this.#all.set(text, hidden && (this.#all.get(text) ?? true));
      }
    }
  }
}

/** Whether lines of other tables are made from such a line. */
function isLinked(table: KeyedTable, { item }: Key): boolean {
  return table === 'problems' || (table === 'closed' && item === '');
}

function keyOf(table: KeyedTable, row: AnyRow): Key {
  return {
    round: String(row.round),
    question: String(row.question),
    group: String(row.group ?? 'all'),
    value: String(row.value ?? ''),
    item: ITEM[table](row),
  };
}

function textOf(table: KeyedTable, { round, question, group, value, item }: Key): string {
  return `${table}\u0001${round}\u0001${question}\u0001${group}\u0001${value}\u0001${item}`;
}
