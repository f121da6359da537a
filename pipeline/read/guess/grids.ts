/** Columns under one stem: rows of a grid, or different questions below a title in the header. */
import type { ColumnRole } from '../exports/column-role.ts';
import { type ColumnProfile, mergeProfiles } from './profile.ts';
import { wordScale } from './verbal.ts';

export interface GridColumn {
  readonly role: ColumnRole;
  readonly profile: ColumnProfile;
}

/** Share of the smaller set of values that two rows of a grid have in common. */
const SHARED = 0.5;
/** Above this share of numbers a column is one of points. */
const MOSTLY = 0.5;

/**
 * The role of each column: items under one stem become questions of their own unless the values of
 * all are of one kind, as those of a grid are.
 */
export function withoutMixedGrids(columns: readonly GridColumn[]): readonly ColumnRole[] {
  const grids = new Map<string, ColumnProfile[]>();
  for (const { role, profile } of columns) {
    if (role.kind !== 'item') continue;
    grids.set(role.question, [...(grids.get(role.question) ?? []), profile]);
  }
  const items = columns.flatMap(({ role }) => (role.kind === 'item' ? [role.item] : []));
  return columns.map(({ role }) => {
    if (role.kind !== 'item' || areOneKind(grids.get(role.question)!)) return role;
    const isUnique = items.filter((item) => item === role.item).length === 1;
    const question = isUnique ? role.item : `${role.question} — ${role.item}`;
    return { kind: 'question', question };
  });
}

/** Whether each column is like the one with most values; empty ones tell nothing. */
function areOneKind(profiles: readonly ColumnProfile[]): boolean {
  const filled = profiles.filter(({ values }) => values.size > 0);
  const [first, ...others] = filled.toSorted((a, b) => b.values.size - a.values.size);
  return first === undefined || others.every((one) => areAlike(first, one));
}

function areAlike(a: ColumnProfile, b: ColumnProfile): boolean {
  const [points, others] = [a, b].map(({ numbers, filled }) => numbers > MOSTLY * filled);
  // A point that few people choose may be missing in one row of the grid.
  if (points && others) return true;
  const both = [...b.values.keys()].filter((value) => a.values.has(value)).length;
  if (points !== others) return false;
  return both >= SHARED * b.values.size || wordScale(mergeProfiles([a, b])) !== null;
}
