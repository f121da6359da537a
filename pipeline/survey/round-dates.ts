/** Dates of rounds, which go from the oldest to the latest. */
import { problem } from '../errors.ts';
import type { Context } from './complete.ts';
import { isBefore, readDate } from './dates.ts';
import type { Round } from './survey.ts';
import { at } from './yaml.ts';

/** @param i place of the round */
export function roundDate(date: string | undefined, i: number, context: Context): string | null {
  if (date === undefined) return null;
  const read = readDate(date);
  if (read === null) {
    context.report(problem('bad-date', at(context.yaml, ['rounds', i, 'date']), { date }));
  }
  return read;
}

/** Told of the first round that is out of order alone: the others follow from it. */
export function checkOrder(rounds: readonly Round[], context: Context): void {
  const dated = rounds.flatMap(({ id, date }, i) => (date === null ? [] : [{ id, date, i }]));
  const first = dated.findIndex(({ date }, j) => j > 0 && isBefore(date, dated[j - 1]!.date));
  if (first < 0) return;
  const [before, { id, date, i }] = [dated[first - 1]!, dated[first]!];
  const values = { round: id, date, before: before.id, earlier: before.date };
  context.report(problem('rounds-descend', at(context.yaml, ['rounds', i, 'date']), values));
}
