/** Columns of numbers: a scale, an amount, or numbers that stand for options. */
import { type DraftNote, draftNote } from '../../survey/draft.ts';
import { parseNumber } from '../cell.ts';
import type { AnswerGuess, ColumnSeen } from './column.ts';
import { rangeIn, saysNumber, saysRank, saysScale, saysSingle } from './hints.ts';
import { type ColumnProfile, distinctShare } from './profile.ts';
import { saysNoAnswer } from './scale-words.ts';

/** Whether enough cells are numbers; a header that speaks of a scale lowers the bar. */
export function looksNumeric(name: string, { numbers, filled }: ColumnProfile): boolean {
  return numbers >= (saysScale(name) || rangeIn(name) !== null ? 0.5 : 0.8) * filled;
}

interface Found {
  readonly answer: AnswerGuess;
  readonly notes: readonly DraftNote[];
}

/** Numbers beyond this a run sets aside. */
const LARGEST = 1e9;

/** Words among the numbers that mean "no answer": 说不清. */
function noAnswers({ values }: ColumnProfile): readonly string[] {
  return [...values.keys()].filter(saysNoAnswer);
}

/** What stands among the numbers and is neither one nor "no answer". */
function strayNotes({ values, filled }: ColumnProfile): readonly DraftNote[] {
  const count = [...values].reduce(
    (sum, [cell, times]) => (parseNumber(cell) === null && !saysNoAnswer(cell) ? sum + times : sum),
    0,
  );
  return stopsARun(count, filled) ? [draftNote('note-stray-words', { count })] : [];
}

/** A note where the column is no question: numbers that only tell rows apart. */
export function guessNumeric(
  { role, profile, format }: ColumnSeen,
  name: string,
): Found | DraftNote {
  const numbers = countsOf(profile);
  const scale = (
    range: readonly [number, number],
    ...keys: readonly DraftNote['key'][]
  ): Found => ({
    answer: { type: 'scale', range, labels: [], missing: noAnswers(profile), rounds: [] },
    notes: [
      ...keys.map((key) => draftNote(key)),
      ...beyondNotes(numbers, range),
      ...strayNotes(profile),
    ],
  });
  const own = rangeIn(name);
  const beyond = own === null ? 0 : beyondShare(numbers, own);
  // What the header says holds against slips; against most of the cells it means something else.
  if (own !== null && beyond <= MOST_BEYOND) return scale(own);
  const whole = profile.wholes >= 0.99 * profile.numbers;
  const points = saysScale(name) ? onAnyScale(numbers) : numbers;
  const few = profile.complete && points.size <= MOST_POINTS;
  const range = whole && few ? coveringRange(points) : null;
  // The number file of 问卷星 has an age group as 1, 2, 3: more than a few values are an amount.
  const byNumber = format === 'wenjuanxing-number';
  if (range === null || (saysNumber(name) && !byNumber)) return amount(profile, numbers);
  if (saysRank(name)) return scale([1, range[1]], 'note-rank');
  // 0 and 1 say no and yes.
  if (isZeroOne(points)) return codes(profile);
  const [low, high] = range;
  if (saysSingle(name) && !saysScale(name)) return codes(profile);
  if (saysScale(name)) return scale([low, Math.max(5, high)], 'note-range');
  // There only the header or a grid tells points from numbers of options.
  if (high >= 5 && (!byNumber || role.kind === 'item')) return scale(range, 'note-range');
  return codes(profile);
}

function isZeroOne(points: ReadonlyMap<number, number>): boolean {
  return points.has(0) && [...points.keys()].every((one) => one === 0 || one === 1);
}

/** Options written as numbers, as the cells write them. */
function codes(profile: ColumnProfile): Found {
  const numbers = [...profile.values.keys()].filter((one) => parseNumber(one) !== null);
  const options = numbers.sort((a, b) => parseNumber(a)! - parseNumber(b)!);
  options.push(...noAnswers(profile));
  return { answer: { type: 'single', options }, notes: [draftNote('note-codes')] };
}

function amount(profile: ColumnProfile, numbers: ReadonlyMap<number, number>): Found | DraftNote {
  const large = [...numbers.keys()].some((one) => Math.abs(one) > LARGEST);
  const apart = profile.filled > 20 && distinctShare(profile) > 0.98;
  const long = [...numbers.keys()].every((one) => one >= 1e5 && Number.isInteger(one));
  if (large || (apart && long)) return draftNote('unused-id');
  const answer = { type: 'number', missing: noAnswers(profile) } as const;
  return { answer, notes: strayNotes(profile) };
}

const MOST_POINTS = 14;
/** Share of cells that may lie beyond a scale: slips, which a run sets aside. */
const SLIPS = 0.01;

const RANGES: readonly (readonly [number, number])[] = [
  [1, 3],
  [1, 4],
  [1, 5],
  [0, 5],
  [1, 6],
  [1, 7],
  [1, 10],
  [0, 10],
];

/** The smallest usual range that holds the numbers but for slips. */
function coveringRange(numbers: ReadonlyMap<number, number>): readonly [number, number] | null {
  return RANGES.find((range) => fits(numbers, range)) ?? null;
}

function fits(numbers: ReadonlyMap<number, number>, range: readonly [number, number]): boolean {
  return beyondShare(numbers, range) <= SLIPS;
}

/** Share of cells, in [0, 1], that are no point of the range. */
export function beyondShare(
  numbers: ReadonlyMap<number, number>,
  range: readonly [number, number],
) {
  const all = [...numbers.values()].reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : beyondCount(numbers, range) / all;
}

function beyondCount(
  numbers: ReadonlyMap<number, number>,
  [low, high]: readonly [number, number],
): number {
  return [...numbers].reduce(
    (sum, [one, count]) => (one < low || one > high || !Number.isInteger(one) ? sum + count : sum),
    0,
  );
}

/** Share of cells beyond the range in a header up to which the header is believed. */
const MOST_BEYOND = 0.5;
/** A run stops where more of a column than this cannot be used, and it is not just a few cells. */
export const MOST_UNUSABLE = 0.05;

function stopsARun(count: number, filled: number): boolean {
  return count >= 5 && filled >= 20 && count > MOST_UNUSABLE * filled;
}

function beyondNotes(
  numbers: ReadonlyMap<number, number>,
  range: readonly [number, number],
): readonly DraftNote[] {
  const count = beyondCount(numbers, range);
  if (count === 0) return [];
  const all = [...numbers.values()].reduce((sum, one) => sum + one, 0);
  const key = stopsARun(count, all) ? 'note-beyond-many' : 'note-beyond';
  return [draftNote(key, { count, low: range[0], high: range[1] })];
}

/** Whether the numbers are more than a scale has. */
export function isAboveScales(profile: ColumnProfile): boolean {
  return beyondShare(countsOf(profile), WIDEST) > MOST_UNUSABLE;
}

/** No usual scale has points beyond these. */
const WIDEST = [0, 10] as const;

/** Without numbers that no scale has, such as 99 for "no answer", where these are few. */
function onAnyScale(numbers: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  if (beyondShare(numbers, WIDEST) > MOST_UNUSABLE) return numbers;
  return new Map([...numbers].filter(([one]) => one >= WIDEST[0] && one <= WIDEST[1]));
}

/** The numbers in a column's cells and how often each occurs. */
export function countsOf({ values }: Pick<ColumnProfile, 'values'>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [value, count] of values) {
    const number = parseNumber(value);
    if (number !== null) counts.set(number, (counts.get(number) ?? 0) + count);
  }
  return counts;
}
