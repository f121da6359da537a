/** Columns of a grid that move together, up or down. */
import type { Grid } from './grids.ts';

export type Together = readonly { readonly column: number; readonly sign: 1 | -1 }[];

/**
 * What may move with a column, itself first, what helps least often before the rest: for a part,
 * those who count all along with it, or another part the other way; for a whole, any others and one
 * part along with it.
 */
export function companionsOf({ lines, wholes }: Grid, from: number): readonly Together[] {
  const up = (column: number) => ({ column, sign: 1 }) as const;
  const down = (column: number) => ({ column, sign: -1 }) as const;
  const rest = Array.from({ length: wholes }, (_, i) => i).filter((i) => i !== from);
  const sets = rest.reduce<readonly Together[]>(
    (known, one) => known.flatMap((set) => [set, [...set, up(one)]]),
    [[up(from)]],
  );
  const parts = lines[0]!.flatMap((_, i) => (i < wholes || i === from ? [] : [i]));
  if (from >= wholes) return [...sets, ...parts.map((part) => [up(from), down(part)])];
  return sets.flatMap((set) => [set, ...parts.map((part) => [...set, up(part)])]);
}
