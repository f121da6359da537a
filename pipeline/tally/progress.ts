/** How far reading and counting have come. */
import type { Effects } from '../effects.ts';

export interface Progress {
  /** Rows read. */
  readonly rows: number;
  /** Bytes of the files read, and of all that are to be read; the latter 0 where that is not known. */
  readonly bytes: number;
  readonly total: number;
}

/** Told of every batch of rows. */
export type Watch = (progress: Progress) => void;

/** Follows files as they are read; what is read before `start` is not counted. */
export class Meter {
  readonly fx: Effects;
  readonly #watch: Watch;
  #counts = false;
  #rows = 0;
  #bytes = 0;
  #total = 0;

  constructor(fx: Effects, watch: Watch) {
    this.#watch = watch;
    this.fx = { ...fx, stream: (path, bytes) => this.#follow(fx.stream(path, bytes)) };
  }

  /** @param total bytes of all files */
  start(total: number): void {
    this.#counts = true;
    this.#total = total;
  }

  /** A file of so many bytes need not be read after all. */
  skip(bytes: number): void {
    this.#total -= bytes;
  }

  /** Rows have been read. */
  add(rows: number): void {
    this.#rows += rows;
    this.#watch({ rows: this.#rows, bytes: this.#bytes, total: this.#total });
  }

  async *#follow(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (this.#counts) this.#bytes += chunk.length;
      yield chunk;
    }
  }
}
