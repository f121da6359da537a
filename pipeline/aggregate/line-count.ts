import type { CountTables } from './tables.ts';

/** How many lines tables have together, whichever there are. */
export function lineCount(tables: CountTables): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
}
