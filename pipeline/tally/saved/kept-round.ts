/**
 * What counting a round came to, as a file: for the next run, which then need not count it again.
 *
 * A file is taken only where it is whole and was made of the same inputs, settings and program.
 */
import type { Note } from '../../read/notes.ts';
import type { FileCounts } from '../../read/respondents.ts';
import type { Account } from '../account.ts';
import type { HygieneCount } from '../hygiene.ts';
import type { Repeated } from '../read-round.ts';
import type { Tally } from '../tally.ts';
import { decode, encode } from './codec.ts';
import { inOrder } from './in-order.ts';
import { sealed, unsealed } from './seal.ts';

export interface KeptRound {
  /** What it was made of: see `roundKey`. */
  readonly key: string;
  readonly tally: Tally;
  /** In the order of the round's files. */
  readonly files: readonly KeptFile[];
  readonly duplicates: readonly Repeated[];
  readonly hygiene: readonly HygieneCount[];
  readonly lines: KeptLines;
}

/** Where counted rounds are kept. */
export interface Keeper {
  /** Which program counts: see `programHash`. */
  readonly program: string;
  /**
   * What a round of this key came to before, its lines being handed on to the private files, and
   * itself being kept on; null where that is not known, and the lines must be made anew.
   */
  take(round: string, key: string): Promise<KeptRound | null>;
  /** Keeps a round, of which the private files have taken every line, unless it is too large. */
  keep(round: string, counted: Omit<KeptRound, 'lines'>): Promise<void>;
}

/** Keeps nothing; `program` is needed for what was counted elsewhere. */
export function keepNothing(program: string): Keeper {
  return { program, take: async () => null, keep: async () => {} };
}

/** What came of a file, beside what opening it tells. */
export interface KeptFile {
  readonly account: Account;
  readonly notes: readonly Note[];
  readonly counts: FileCounts;
}

/** The lines of private files that are of a round. */
export interface KeptLines {
  /** SHA-256 of the file of its codes. */
  readonly codes: string;
  readonly setAside: string;
  readonly flags: string;
}

const FIRST_LINE =
  '机密：未经隐去的人数和受访者原话，不得外发 / confidential: unsuppressed counts and words of respondents, do not pass on (canvass tally 1)';

/** A round as a file; null where that would be longer than a text can be. */
export function writeKept(round: KeptRound): string | null {
  return sealed(FIRST_LINE, () => encode({ ...round, tally: inOrder(round.tally) }));
}

/** Null for anything that is not a whole file of this key. */
export function readKept(content: Uint8Array, key: string): KeptRound | null {
  const rest = unsealed(FIRST_LINE, content);
  if (rest === null) return null;
  try {
    const kept = decode(new TextDecoder().decode(rest)) as KeptRound;
    return kept.key === key ? kept : null;
  } catch {
    return null;
  }
}
