/** Ways round a grid along which counts can change by one, up and down by turns. */
import type { Grid } from './grids.ts';

/** A count that changes, and whether up or down. */
export interface Step {
  readonly cell: number;
  readonly by: 1 | -1;
}

/** Whether a count may change so. */
type CanMove = (cell: number, by: 1 | -1) => boolean;

/** A line that a way comes to: by which column, and from which line. */
interface Reached {
  readonly column: number;
  readonly from: number;
}

/**
 * The shortest way round through a count: of every line and column that it comes through it changes
 * two counts against each other, so that both add up as before.
 *
 * @param grid of which the parts of each line add up to its whole
 * @param line place of the count in the grid
 * @param column the same
 * @param by how the count is to change
 * @returns all that changes, the count itself last; null where there is no way
 */
export function cycleThrough(
  { lines, wholes }: Grid,
  line: number,
  column: number,
  by: 1 | -1,
  canMove: CanMove,
): readonly Step[] | null {
  // A way comes into a line by a change like that of the count, and leaves it by one against it: a
  // whole that falls is like a part that rises.
  const sameKind = (other: number) => other < wholes === column < wholes;
  const into = (other: number) => (sameKind(other) ? by : -by) as 1 | -1;
  const outOf = (other: number) => -into(other) as 1 | -1;
  const stepAt = (at: number, next: number, change: 1 | -1): Step => {
    return { cell: lines[at]![next]!, by: change };
  };
  if (!canMove(lines[line]![column]!, by)) return null;
  const reached = new Map<number, Reached>([[line, { column, from: line }]]);
  const crossed = new Set([column]);
  for (const [at] of reached) {
    const own = lines[at]!;
    if (at !== line && canMove(own[column]!, outOf(column))) {
      const steps = [stepAt(at, column, outOf(column))];
      for (let to = at; to !== line; to = reached.get(to)!.from) {
        const { column: next, from } = reached.get(to)!;
        steps.push(stepAt(to, next, into(next)), stepAt(from, next, outOf(next)));
      }
      return [...steps, stepAt(line, column, by)];
    }
    own.forEach((cell, next) => {
      if (crossed.has(next) || !canMove(cell, outOf(next))) return;
      crossed.add(next);
      lines.forEach((other, to) => {
        if (!reached.has(to) && canMove(other[next]!, into(next))) {
          reached.set(to, { column: next, from: at });
        }
      });
    });
  }
  return null;
}
