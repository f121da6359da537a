/** What private files were given of each round, as far as the next run may want it. */
import { createHash } from 'node:crypto';
import type { KeptLines } from '../tally/saved/kept-round.ts';

/** Of a round's lines in files that all rounds share, no more than so many UTF-16 units are kept. */
const MOST_KEPT = 1 << 24;

/** Files that all rounds share. */
export type SharedFile = 'setAside' | 'flags';

export class WrittenLines {
  readonly #codes = createHash('sha256');
  readonly #most: number;
  /** Null once they are too many. */
  #shared: Readonly<Record<SharedFile, string>> | null = { setAside: '', flags: '' };

  /** @param heading of the file of codes, whose hash is that of the whole */
  constructor(heading: string, most = MOST_KEPT) {
    this.#codes.update(heading);
    this.#most = most;
  }

  enterCodes(lines: Uint8Array): void {
    this.#codes.update(lines);
  }

  enterShared(file: SharedFile, lines: string): void {
    if (this.#shared === null) return;
    const { setAside, flags } = this.#shared;
    const all = setAside.length + flags.length + lines.length;
    this.#shared =
      all > this.#most ? null : { ...this.#shared, [file]: this.#shared[file] + lines };
  }

  /** All lines so far; null where they are too many to be kept. */
  kept(): KeptLines | null {
    return this.#shared && { codes: this.codes(), ...this.#shared };
  }

  /** Hash of the file of codes so far. */
  codes(): string {
    return this.#codes.copy().digest('hex');
  }
}
