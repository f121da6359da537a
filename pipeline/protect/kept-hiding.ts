/**
 * What was found to hide in a round, for the next run: where all that decides it is the same, it need
 * not be found anew.
 *
 * Kept are numbers of counts under the hash of the counts themselves and of the program that chose: of
 * another round, or of other settings, nothing can be taken for this one's. What an earlier release
 * tells changes from run to run and seldom matters: only choices that it did not change are kept, and
 * taken where it would not change them.
 */
import { sha256 } from '../sha256.ts';
import { encode } from '../tally/saved/codec.ts';
import type { RoundToHide } from './hide.ts';

/** Where it is kept. */
export interface HidingKeeper {
  /** Which program chooses: see `hidingProgramHash`. */
  readonly program: string;
  /** Whether nothing can be kept from before. */
  readonly isEmpty: boolean;
  /** What was kept under a key; null where nothing was, or no longer as it was written. */
  take(key: string): Promise<string | null>;
  keep(key: string, kept: string): Promise<void>;
}

/** Keeps nothing. */
export const KEEPS_NO_HIDING: HidingKeeper = {
  ...{ program: '', isEmpty: true },
  take: async () => null,
  keep: async () => {},
};

/** What decides what is hidden in a round, but for what is told, by one name. */
export function hidingKey(round: RoundToHide, program: string): string {
  const { counts, response, rules, codebook } = round;
  // By itself, since there may be many and none holds a map.
  const cells = JSON.stringify(counts);
  return sha256(`${encode([program, response, rules, codebook])}\n${cells}`);
}

/** The names of hidden counts as what is kept: their places in the round. */
export function placesOf({ counts }: RoundToHide, names: readonly string[]): string {
  const hidden = new Set(names);
  return JSON.stringify(counts.flatMap(({ name }, i) => (hidden.has(name) ? [i] : [])));
}

/**
 * The names of hidden counts by what was kept; null where that does not do: each is a count of the round,
 * none is missing that must be hidden for what it is, and none is told.
 */
export function namesKept({ counts, told }: RoundToHide, kept: string): readonly string[] | null {
  const places = numbersIn(kept);
  const hidden = new Set(places);
  const isWhole = counts.every(({ primary }, i) => !primary || hidden.has(i));
  const names = places.flatMap((i) => counts[i]?.name ?? []);
  const isSecret = names.length === places.length && !names.some((name) => told.has(name));
  return isWhole && isSecret ? names : null;
}

function numbersIn(text: string): readonly number[] {
  try {
    const found = JSON.parse(text);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}
