/** Whether groups from elsewhere add up: to everybody, or to the group that they lie in. */
import type { Group } from '../../survey/survey.ts';
import { type QuestionTally, STRIDE } from '../tally.ts';
import type { Plan } from './possible-row.ts';
import { Unsound } from './unsound.ts';

type Values = ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;

/** @throws Unsound where the values of a group do not add up */
export function requireGroup(
  id: string,
  { groupings }: QuestionTally,
  { rules }: Plan,
  group: Group,
  groups: readonly Group[],
): void {
  const depth = depthOf(group, groups);
  const wholes: Values = groupings.get(group.within ?? 'all') ?? new Map();
  const left = new Map<string, Float64Array>();
  for (const [value, rows] of groupings.get(group.id) ?? []) {
    const parts = value.split('/');
    if (parts.length <= depth) throw new Unsound(id, group.id, value);
    for (const [design, row] of rows) {
      const key = keyOf(parts.slice(0, depth).join('/'), design);
      const sum = left.get(key);
      if (sum === undefined) left.set(key, row.slice());
      else addRow(sum, row);
    }
  }
  const counts = rules.map(
    ({ scope }) => scope === 'everywhere' || (scope === 'outermost' && depth === 0),
  );
  for (const [value, rows] of wholes) {
    for (const [design, row] of rows) {
      const sum = left.get(keyOf(value, design)) ?? new Float64Array(row.length);
      left.delete(keyOf(value, design));
      if (!isSumOf(sum, row, counts)) throw new Unsound(id, group.id, value);
    }
  }
  if (left.size > 0) throw new Unsound(id, group.id);
}

/** Adds the cells of a row in which anybody was counted; no other holds anything. */
function addRow(sum: Float64Array, row: Float64Array): void {
  for (let at = 0; at < row.length; at += STRIDE) {
    if (row[at] === 0) continue;
    for (let i = at; i < at + STRIDE; i++) sum[i]! += row[i]!;
  }
}

/** Whether the items that are counted add up to a whole, and others are not counted at all. */
function isSumOf(sum: Float64Array, whole: Float64Array, counts: readonly boolean[]): boolean {
  for (let item = 0; item < counts.length; item++) {
    const [isCounted, at] = [counts[item]!, item * STRIDE];
    // Where nobody was counted nothing is held.
    if (sum[at] === 0 && (!isCounted || whole[at] === 0)) continue;
    for (let i = at; i < at + STRIDE; i++) {
      if (sum[i] !== (isCounted ? whole[i] : 0)) return false;
    }
  }
  return true;
}

function keyOf(value: string, design: string): string {
  return `${value}\u0000${design}`;
}

function depthOf({ within }: Group, groups: readonly Group[]): number {
  const parent = groups.find((one) => one.id === within);
  return parent === undefined ? 0 : 1 + depthOf(parent, groups);
}
