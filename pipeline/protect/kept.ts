/** How much of the tables protection left to be seen. */
import type { CountTables } from '../aggregate/tables.ts';
import type { Behind, Protected } from './counts/behind.ts';
import type { Count } from './counts/count-cells.ts';

/** Lines of a table in which somebody is counted. */
export interface Kept {
  readonly table: Protected;
  /** Hidden for what they, or their bases, are. */
  readonly primary: number;
  /** All others; of these, those hidden to protect the former. */
  readonly others: number;
  readonly complementary: number;
}

/** Those of several rounds, table by table. */
export function keptTogether(kept: readonly Kept[]): readonly Kept[] {
  return TABLES.flatMap((table): readonly Kept[] => {
    const own = kept.filter((one) => one.table === table);
    if (own.length === 0) return [];
    const sumOf = (figure: 'primary' | 'others' | 'complementary') =>
      own.reduce((sum, one) => sum + one[figure], 0);
    return [
      {
        table,
        primary: sumOf('primary'),
        others: sumOf('others'),
        complementary: sumOf('complementary'),
      },
    ];
  });
}

export function keptOf(
  tables: CountTables,
  behind: Behind,
  hidden: ReadonlySet<Count>,
): readonly Kept[] {
  const isHidden = (count: Count) => hidden.has(count);
  return TABLES.flatMap((table): readonly Kept[] => {
    if (tables[table].length === 0) return [];
    const counted = behind[table].filter((_, i) => someIn(tables, table, i));
    const others = counted.filter((counts) => !counts.some(({ primary }) => primary));
    const complementary = others.filter((counts) => counts.some(isHidden)).length;
    const primary = counted.length - others.length;
    return [{ table, primary, others: others.length, complementary }];
  });
}

const TABLES: readonly Protected[] = [
  'problems',
  'themes',
  'closed',
  'pairs',
  'coding',
  'sensitivity',
  'bases',
  'response',
];

/** Whether a line counts anybody; a mean is over its base. */
function someIn(tables: CountTables, table: Protected, i: number): boolean {
  if (table === 'response') return (tables.response[i]!.respondents ?? 0) > 0;
  const row = tables[table][i]!;
  return (('option' in row && row.option === '' ? row.base : row.n) ?? 0) > 0;
}
