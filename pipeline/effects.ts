/** Everything the program does to the outside world, as one argument; tests pass their own. */
import type { Seen } from './seen.ts';

export interface Effects {
  /** What stands at a path. */
  stat(path: string): Promise<FileStat>;
  /** Whether anything stands at a path, at once. */
  exists(path: string): boolean;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  /** A small file, whole. */
  read(path: string): Promise<Uint8Array>;
  /** A file of any size in chunks; of so many bytes, where it matters how much is read. */
  stream(path: string, bytes?: number): AsyncIterable<Uint8Array>;
  /** Standard input in chunks. */
  input(): AsyncIterable<Uint8Array>;
  /** Where results may be kept that can be made again at any time; null: nowhere. */
  readonly cacheFolder: string | null;
  /** Keeps a file for later, whole and for its owner only, if that can be done at all. */
  keep(path: string, content: Uint8Array): Promise<void>;
  /** A new file with its folders. `secret`: nobody but the owner may read it. */
  create(path: string, options?: { readonly secret?: boolean }): Promise<FileWriter>;
  /** Copies a file to where nothing stands, as fast as the file system can. `secret`: as above. */
  copy(from: string, to: string, options?: { readonly secret?: boolean }): Promise<void>;
  /** Makes a small file with this content, whole or not at all; false where it exists already. */
  claim(path: string, content: string): boolean;
  /** The path with symbolic links followed, as far as it exists. */
  realPath(path: string): Promise<string>;
  /** A new folder with its parents; false where it exists already. */
  makeFolder(path: string, options?: { readonly secret?: boolean }): Promise<boolean>;
  /** Renames, one pair after the other, with no chance for an interrupt between them. */
  rename(pairs: readonly (readonly [from: string, to: string])[]): void;
  /** Removes a file or a folder with all in it; nothing where there is none. */
  remove(path: string): void;
  /** Whether a process of this number runs on this machine, and our own number. */
  readonly processes: { readonly own: number; isRunning(id: number): boolean };
  /** What the system says of itself. */
  readonly machine: Machine;
  /** A new folder, empty, that nobody but the owner may look into. */
  temporaryFolder(): Promise<string>;
  /** Starts a program that reads messages from its file descriptor 3 and writes them to 4. */
  start(program: string, args: readonly string[]): RunningProgram;
  /** Calls `cleanUp` should the user interrupt; the result takes it back. */
  onInterrupt(cleanUp: () => void): () => void;
  /** One line for people, on stderr. */
  log(line: string): void;
  /** A line on stderr that on a terminal gives way to the next; null takes it away there. */
  status(line: string | null): void;
  /** Whether stderr is a terminal. */
  readonly isTerminal: boolean;
  /** Bytes of memory that the process holds. */
  memory(): number;
  /** Bytes that objects may take in it: for more, the engine ends it. */
  readonly memoryLimit: number;
  /** Data, on stdout, as it is; resolves when more can be taken. */
  print(text: string | Uint8Array): Promise<void>;
  /** Milliseconds since some fixed moment, for durations only. */
  clock(): number;
  /** Milliseconds since 1970, to compare the times of files with. */
  now(): number;
  /** What was found out of files in earlier runs. */
  readonly seen: Seen;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Whether we may do everything on it. */
  readonly isRoot: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A program that was started; each message ends with a NUL. */
export interface RunningProgram {
  send(message: string): void;
  /** Ends when the program does, or never was. */
  readonly messages: AsyncIterable<string>;
  /** The end of what it said on stderr, or why it did not start. */
  said(): string;
  /** Takes its input away, gives it a moment to end, and ends what is left of it. */
  stop(): Promise<void>;
  /** Ends it, and all that it has started, at once. */
  kill(): void;
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'missing';
  readonly size: number;
  /** When its content was last written, in milliseconds since 1970; 0 where nothing is. */
  readonly modified: number;
  /** When that, or anything that the system notes of it, last changed; nobody can set it back. */
  readonly changed: number;
  /** What the system knows it by: another file of the same name has another. */
  readonly id: string;
}

/** A file being written; `write` resolves when more can be taken. */
export interface FileWriter {
  write(text: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}
