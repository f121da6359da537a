/**
 * What was found to hide in a round, for the next run: where all that decides it is the same, it need
 * not be found anew.
 *
 * Kept are numbers of counts, with the hash of the counts themselves, of their rules and of the program
 * that chose: of another round, or of other settings, nothing can be taken for this one's.
 */
import { createHash } from 'node:crypto';
import { sha256 } from '../sha256.ts';
import { encode } from '../tally/saved/codec.ts';
import type { Hiding, RoundToHide } from './hide.ts';

/** Where it is kept. */
export interface HidingKeeper {
  /** Whether nothing can be kept from before. */
  readonly isEmpty: boolean;
  /** Places of the counts to hide, as they were found before; null where they must be found. */
  take(round: RoundToHide): Promise<readonly number[] | null>;
  keep(round: RoundToHide, hiding: Hiding): Promise<void>;
}

/** Keeps nothing. */
export const KEEPS_NO_HIDING: HidingKeeper = {
  isEmpty: true,
  take: async () => null,
  keep: async () => {},
};

/** What is kept of a round; counts by their places in it. */
interface KeptHiding {
  readonly key: string;
  /** What to hide where nothing of it is told. */
  readonly untold: readonly number[];
  /** What to hide where something is, and the hash of all that was told then. */
  readonly beside: { readonly told: string; readonly places: readonly number[] } | null;
}

/** Counts hashed at once. */
const LOT = 1_000;

/** What decides what is hidden in a round, but for what is told, by one name. */
export function hidingKey(round: RoundToHide, program: string): string {
  const { counts, response, rules, codebook } = round;
  const hash = createHash('sha256');
  hash.update(encode([program, response, rules, codebook]));
  // In lots, since all together may be longer than a text can be.
  for (let at = 0; at < counts.length; at += LOT) {
    hash.update(JSON.stringify(counts.slice(at, at + LOT)));
  }
  return hash.digest('hex');
}

/** What was found, as a text. */
export function writeHiding(round: RoundToHide, key: string, { hidden, untold }: Hiding): string {
  const beside = hidden === untold ? null : { told: toldHash(round), places: hidden };
  const kept: KeptHiding = { key, untold, beside };
  return JSON.stringify(kept);
}

/**
 * Places of the counts to hide, by a text that `writeHiding` wrote; null where that is of another key, was
 * found beside other counts that are told, or leaves out what must be hidden for what it is.
 */
export function readHiding(
  round: RoundToHide,
  key: string,
  text: string,
): readonly number[] | null {
  try {
    const kept = JSON.parse(text) as KeptHiding;
    if (kept.key !== key) return null;
    const untold = sound(round, kept.untold);
    if (!untold.some((at) => round.told.has(round.counts[at]!.name))) return untold;
    return kept.beside?.told === toldHash(round) ? sound(round, kept.beside.places) : null;
  } catch {
    return null;
  }
}

/** The same places. @throws RangeError for those of no counts, or without one that must be hidden */
function sound({ counts }: RoundToHide, places: readonly number[]): readonly number[] {
  const hidden = new Set(places);
  if (counts.some(({ primary }, i) => primary && !hidden.has(i))) throw new RangeError('primary');
  const lost = places.find((i) => !Number.isInteger(i) || counts[i] === undefined);
  if (lost !== undefined) throw new RangeError(`no count ${lost}`);
  return places;
}

function toldHash({ told }: RoundToHide): string {
  return sha256([...told].sort().join('\n'));
}
