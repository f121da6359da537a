/** Scales in words, and scales some cells of which are words and others numbers. */
import { type DraftNote, draftNote } from '../../survey/draft.ts';
import { parseNumber } from '../cell.ts';
import type { AnswerGuess, ScaleGuess } from './column.ts';
import { rangeIn } from './hints.ts';
import { beyondShare, countsOf } from './numeric.ts';
import type { ColumnProfile } from './profile.ts';
import { orderWords } from './scale-words.ts';

/** Share of cells that must be words of the scale. */
const ON_SCALE = 0.97;
const MOST_POINTS = 13;

interface Found<A> {
  readonly answer: A;
  readonly notes: readonly DraftNote[];
}

type Cells = Pick<ColumnProfile, 'values' | 'complete' | 'filled'>;

/** A scale whose points are words, numbered from 1; null where the words come in no order. */
export function wordScale({ values, complete, filled }: Cells): Found<ScaleGuess> | null {
  const often = [...values].filter(([, count]) => count >= (1 - ON_SCALE) * 0.1 * filled);
  if (!complete || often.length > MOST_POINTS) return null;
  const scale = orderWords(often.map(([value]) => value));
  if (scale === null) return null;
  const { points, outside } = scale;
  const seen = [...points, ...outside].reduce((sum, word) => sum + (values.get(word) ?? 0), 0);
  if (seen < ON_SCALE * filled) return null;
  const labels = points.map((word, i) => [i + 1, word] as const);
  return {
    answer: { type: 'scale', range: [1, points.length], labels, missing: outside, rounds: [] },
    notes: [draftNote('note-words')],
  };
}

/** Fewer cells than this share are slips among the others. */
const SLIPS = 0.02;

/**
 * A column with the words of a scale in some cells and numbers in others, as two exports of one
 * question are: a scale whose labels read both, or options where words and points do not match.
 */
export function mixedScale(name: string, profile: ColumnProfile): Found<AnswerGuess> | null {
  const isNumber = (cell: string) => parseNumber(cell) !== null;
  const words = part(profile, (cell) => !isNumber(cell));
  const numbers = part(profile, isNumber);
  if (Math.min(words.filled, numbers.filled) <= SLIPS * profile.filled) return null;
  const verbal = wordScale(words);
  if (verbal === null) return null;
  const { labels, missing } = verbal.answer;
  const range = rangeFor(name, labels.length, numbers);
  if (range === null) {
    const points = [...numbers.values.keys()].sort((a, b) => parseNumber(a)! - parseNumber(b)!);
    const options = [...labels.map(([, word]) => word), ...missing, ...points];
    return { answer: { type: 'single', options }, notes: [draftNote('note-words-apart')] };
  }
  const own = labels.map(([, word], i) => [range[0] + i, word] as const);
  return {
    answer: { type: 'scale', range, labels: own, missing, rounds: [] },
    notes: [...verbal.notes, draftNote('note-words-numbers', { low: range[0] })],
  };
}

/** The numbers of so many words; null where the cells hold others. */
function rangeFor(name: string, count: number, numbers: Cells): readonly [number, number] | null {
  const own = rangeIn(name);
  const ranges =
    own === null
      ? ([
          [1, count],
          [0, count - 1],
        ] as const)
      : [own];
  const fitting = ranges.find(
    ([low, high]) =>
      high - low + 1 === count && beyondShare(countsOf(numbers), [low, high]) <= SLIPS,
  );
  return fitting ?? null;
}

function part({ values, complete }: ColumnProfile, belongs: (cell: string) => boolean): Cells {
  const own = new Map([...values].filter(([cell]) => belongs(cell)));
  const filled = [...own.values()].reduce((sum, count) => sum + count, 0);
  return { values: own, complete, filled };
}
