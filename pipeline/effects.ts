/** Everything the program does to the outside world, as one argument; tests pass their own. */
export interface Effects {
  /** What stands at a path. */
  stat(
    path: string,
  ): Promise<{ readonly kind: 'file' | 'folder' | 'missing'; readonly size: number }>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  /** A small file, whole. */
  read(path: string): Promise<Uint8Array>;
  /** A file of any size in chunks. */
  stream(path: string): AsyncIterable<Uint8Array>;
  /** Standard input in chunks. */
  input(): AsyncIterable<Uint8Array>;
  /** One line for people, on stderr. */
  log(line: string): void;
  /** Data, on stdout, as it is; resolves when more can be taken. */
  print(text: string): Promise<void>;
  /** Milliseconds since some fixed moment, for durations only. */
  clock(): number;
}
