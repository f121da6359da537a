/**
 * Runs of words that enough answers have, counted once an answer.
 *
 * Found length by length: a run can be frequent only if both runs that are one word shorter are
 * (Agrawal & Srikant 1994), so that few of all possible runs are ever counted.
 */
import type { Words } from './words.ts';

/** How many answers have a run, and a place where its words can be read. */
export interface RunCounts {
  /** Position of its first word in `Words`. */
  readonly first: number;
  /** Number of words. */
  readonly length: number;
  /** Answers of the first set that have it. */
  readonly uncoded: number;
  /** Answers of the second set that have it. */
  readonly coded: number;
}

export interface Run extends RunCounts {
  /** Positions of its first word in both sets, ascending. */
  readonly places: readonly number[];
  /** Answers of the first set that have the commonest run with one more word on that side. */
  readonly longer: { readonly left: number; readonly right: number };
}

export interface RunOptions {
  /** Answers that belong to the first set, which comes first. */
  readonly split: number;
  /** Answers of the first set that must have a run. */
  readonly minimum: number;
  /** Words in a run, at most. */
  readonly longest: number;
  /** Words that end a run beside them, as a comma would: 食堂太远 + 了. */
  readonly outside: { readonly left: ReadonlySet<string>; readonly right: ReadonlySet<string> };
  /** Whether a run is of interest; of others no places are kept. */
  readonly wanted: (run: RunCounts) => boolean;
}

/** All runs that are frequent and wanted, shorter ones first. */
export function frequentRuns(words: Words, options: RunOptions): readonly Run[] {
  const { ids, forms } = words;
  const runs: Run[] = [];
  let level = levelOf(words, options, (at) => ids[at]!);
  for (let length = 1; length <= options.longest && level.some; length++) {
    const shorter = level.at;
    const next = levelOf(words, options, (at) =>
      shorter[at]! > 0 && shorter[at + 1]! > 0
        ? shorter[at]! * forms.length + ids[at + length]!
        : 0,
    );
    runs.push(...runsOf(level, next, words, length, options));
    level = next;
  }
  return runs;
}

/** The runs of one length, by number from 1 on; infrequent ones have no place. */
interface Level {
  /** Number of the run that begins at a position, 0 for none. */
  readonly at: Int32Array;
  readonly first: readonly number[];
  readonly uncoded: readonly number[];
  readonly coded: readonly number[];
  readonly some: boolean;
}

/** @param keyAt tells runs apart by where they begin; 0 where none does */
function levelOf(
  { ids, answers }: Words,
  { split, minimum }: RunOptions,
  keyAt: (at: number) => number,
): Level {
  const numbers = new Map<number, number>();
  const at = new Int32Array(ids.length);
  const [first, uncoded, coded, last] = [[0], [0], [0], [-1]];
  for (let place = 0; place < ids.length; place++) {
    const key = keyAt(place);
    if (key === 0) continue;
    const answer = answers[place]!;
    let number = numbers.get(key);
    if (number === undefined) {
      if (answer >= split) continue; // no answer of the first set has it
      number = first.length;
      numbers.set(key, number);
      first.push(place);
      uncoded.push(0);
      coded.push(0);
      last.push(-1);
    }
    at[place] = number;
    if (last[number] === answer) continue;
    last[number] = answer;
    if (answer < split) uncoded[number]!++;
    else coded[number]!++;
  }
  for (let place = 0; place < at.length; place++) {
    if (uncoded[at[place]!]! < minimum) at[place] = 0;
  }
  return { at, first, uncoded, coded, some: uncoded.some((count) => count >= minimum) };
}

function runsOf(
  level: Level,
  next: Level,
  words: Words,
  length: number,
  { minimum, outside, wanted }: RunOptions,
): readonly Run[] {
  const runs = level.first.map((first, number) => {
    const [uncoded, coded] = [level.uncoded[number]!, level.coded[number]!];
    const run = { first, length, uncoded, coded };
    return uncoded >= minimum && wanted(run)
      ? { ...run, places: [] as number[], longer: { left: 0, right: 0 } }
      : null;
  });
  level.at.forEach((number, place) => {
    runs[number]?.places.push(place);
  });
  const form = (place: number) => words.forms[words.ids[place]!]!;
  next.first.forEach((place, number) => {
    const count = next.uncoded[number]!;
    if (count < minimum) return;
    const [head, tail] = [runs[level.at[place]!], runs[level.at[place + 1]!]];
    if (head && !outside.right.has(form(place + length)))
      head.longer.right = Math.max(head.longer.right, count);
    if (tail && !outside.left.has(form(place)))
      tail.longer.left = Math.max(tail.longer.left, count);
  });
  return runs.filter((one) => one !== null);
}
