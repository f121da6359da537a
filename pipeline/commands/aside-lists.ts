/** What was set aside, as far as `canvass check` lists it: of a file the first, and counts of all. */
import { ownCopy } from '../own-copy.ts';
import type { SetAside, SetAsideReason } from '../read/respondent.ts';

/** Entries kept of a file: a wrong column of a large file has millions, all alike. */
const KEPT = 1000;

/** Of one file. */
export interface AsideList {
  /** The first of them, in file order. */
  readonly entries: readonly SetAside[];
  /** How many there are in all. */
  readonly total: number;
  /** All of them by column, which is empty for rows, and reason. */
  readonly counts: readonly AsideCount[];
}

export interface AsideCount {
  readonly column: string;
  readonly reason: SetAsideReason;
  readonly count: number;
}

/** Gathers entries file by file, in memory that does not grow with them. */
export class AsideLists {
  readonly #files = new Map<string, OpenList>();

  add(round: string, file: string, entries: readonly SetAside[]): void {
    const key = keyOf(round, file);
    const list: OpenList = this.#files.get(key) ?? { entries: [], counts: new Map() };
    this.#files.set(key, list);
    for (const { row, column, reason, found } of entries) {
      const reasons = list.counts.get(column) ?? new Map<SetAsideReason, number>();
      list.counts.set(column, reasons.set(reason, (reasons.get(reason) ?? 0) + 1));
      if (list.entries.length >= KEPT) continue;
      list.entries.push({ row, column, reason, found: ownCopy(found) });
    }
  }

  of(round: string, file: string): AsideList {
    const { entries, counts } = this.#files.get(keyOf(round, file)) ?? NOTHING;
    const lines = [...counts].flatMap(([column, reasons]) =>
      [...reasons].map(([reason, count]) => ({ column, reason, count })),
    );
    return { entries, counts: lines, total: lines.reduce((sum, { count }) => sum + count, 0) };
  }
}

interface OpenList {
  readonly entries: SetAside[];
  readonly counts: Map<string, Map<SetAsideReason, number>>;
}

const NOTHING: OpenList = { entries: [], counts: new Map() };

function keyOf(round: string, file: string): string {
  return `${round}\u0000${file}`;
}
