/** Columns of numbers: a scale, an amount, or numbers that stand for options. */
import { type DraftNote, draftNote } from '../../survey/draft.ts';
import { parseNumber } from '../cell.ts';
import type { AnswerGuess, ColumnSeen } from './column.ts';
import { rangeIn, saysNumber, saysRank, saysScale, saysSingle } from './hints.ts';
import { type ColumnProfile, distinctShare } from './profile.ts';

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

/** A note where the column is no question: numbers that only tell rows apart. */
export function guessNumeric(
  { role, profile, format }: ColumnSeen,
  name: string,
): Found | DraftNote {
  const numbers = countsOf(profile);
  const own = rangeIn(name);
  if (own !== null && fits(numbers, own)) return scale(own);
  const whole = profile.wholes >= 0.99 * profile.numbers;
  const few = profile.complete && numbers.size <= MOST_POINTS;
  const range = whole && few ? coveringRange(numbers) : null;
  // The number file of 问卷星 has an age group as 1, 2, 3: more than a few values are an amount.
  const byNumber = format === 'wenjuanxing-number';
  if (range === null || (saysNumber(name) && !byNumber)) return amount(profile, numbers);
  if (saysRank(name)) return scale([1, range[1]], draftNote('note-rank'));
  const [low, high] = range;
  if (saysSingle(name) && !saysScale(name)) return codes(profile);
  if (saysScale(name)) return scale([low, Math.max(5, high)], draftNote('note-range'));
  // There only the header or a grid tells points from numbers of options.
  if (high >= 5 && (!byNumber || role.kind === 'item'))
    return scale(range, draftNote('note-range'));
  return codes(profile);
}

function scale(range: readonly [number, number], ...notes: readonly DraftNote[]): Found {
  return { answer: { type: 'scale', range, labels: [], missing: [] }, notes };
}

/** Options written as numbers, as the cells write them. */
function codes({ values }: ColumnProfile): Found {
  const numbers = [...values.keys()].filter((one) => parseNumber(one) !== null);
  const options = numbers.sort((a, b) => parseNumber(a)! - parseNumber(b)!);
  return { answer: { type: 'single', options }, notes: [draftNote('note-codes')] };
}

function amount(profile: ColumnProfile, numbers: ReadonlyMap<number, number>): Found | DraftNote {
  const large = [...numbers.keys()].some((one) => Math.abs(one) > LARGEST);
  const apart = profile.filled > 20 && distinctShare(profile) > 0.98;
  const long = [...numbers.keys()].every((one) => one >= 1e5 && Number.isInteger(one));
  if (large || (apart && long)) return draftNote('unused-id');
  return { answer: { type: 'number' }, notes: [] };
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

function fits(numbers: ReadonlyMap<number, number>, [low, high]: readonly [number, number]) {
  let [all, out] = [0, 0];
  for (const [number, count] of numbers) {
    all += count;
    if (number < low || number > high || !Number.isInteger(number)) out += count;
  }
  return out <= SLIPS * all;
}

function countsOf({ values }: ColumnProfile): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [value, count] of values) {
    const number = parseNumber(value);
    if (number !== null) counts.set(number, (counts.get(number) ?? 0) + count);
  }
  return counts;
}
