/** private/: what is said of single respondents, written while it is read. */
import { BOM, type Cell, csvText } from '../csv.ts';
import type { Effects, FileWriter } from '../effects.ts';
import { entry } from '../entry.ts';
import type { Flagged, SetAside } from '../read/respondent.ts';
import { sha256OfAll } from '../sha256.ts';
import type { Round } from '../survey/survey.ts';
import { CODE_COLUMNS } from '../tally/count.ts';
import type { PrivateSinks } from '../tally/read-round.ts';
import type { KeptLines } from '../tally/saved/kept-round.ts';
import { PRIVATE_README } from './private-readme.ts';
import type { Stage } from './stage.ts';
import { type SharedFile, WrittenLines } from './written-lines.ts';

const FLAG_COLUMNS = ['file', 'row', 'respondent', 'rules'];
const SET_ASIDE_COLUMNS = ['round', 'file', 'row', 'column', 'reason', 'found'];

/** The private files of a set, and what lines of a round they were given. */
export interface PrivateFiles extends PrivateSinks {
  /** The lines that a round was given; null where they are too many to be kept. */
  linesOf(round: string): KeptLines | null;
  /** Writes the lines of a round again that an earlier set has; false where that has others. */
  again(round: string, lines: KeptLines): Promise<boolean>;
  /** Notes what the files of codes are known by, some time after they were written. */
  remember(): Promise<void>;
  /** Sees to it that every round has a file of codes, once all lines are given. */
  complete(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the private files of a set; lines are taken in the order in which they are given. */
export async function openPrivate(
  stage: Stage,
  rounds: readonly Round[],
  fx: Effects,
): Promise<PrivateFiles> {
  await stage.write('private/README.txt', PRIVATE_README);
  // Git takes nothing of this folder, wherever it lies; not even this file.
  await stage.write('private/.gitignore', '*\n');
  const codes = new CodesFiles(stage, fx);
  const aside = await open(stage, 'private/set-aside.csv', SET_ASIDE_COLUMNS);
  const flags = await open(stage, 'private/flags.csv', FLAG_COLUMNS);
  const shared: Readonly<Record<SharedFile, FileWriter>> = { setAside: aside, flags };
  const written = new Map(rounds.map(({ id }) => [id, new WrittenLines(heading(CODE_COLUMNS))]));
  const add = async (round: string, file: SharedFile, rows: readonly (readonly Cell[])[]) => {
    const lines = csvText(rows);
    written.get(round)!.enterShared(file, lines);
    await shared[file].write(lines);
  };
  return {
    codeLines: async (round, lines) => {
      written.get(round)!.enterCodes(lines);
      await (await codes.of(round)).write(lines);
    },
    setAside: (round, file, entries) => add(round, 'setAside', asideRows(round, file, entries)),
    flags: (round, file, entries) => add(round, 'flags', flagRows(file, entries)),
    linesOf: (round) => written.get(round)!.kept(),
    again: async (round, lines) => {
      if (!(await codes.again(round, lines.codes))) return false;
      for (const file of ['setAside', 'flags'] as const) {
        if (lines[file] !== '') await shared[file].write(lines[file]);
      }
      return true;
    },
    remember: async () => {
      for (const { id } of rounds) await codes.remember(id, written.get(id)!.codes());
    },
    complete: async () => {
      for (const { id } of rounds) await codes.require(id);
    },
    close: () => closeAll([aside, flags, ...codes.opened()]),
  };
}

/** A file of codes a round: written, or taken from an earlier set. */
class CodesFiles {
  readonly #stage: Stage;
  readonly #fx: Effects;
  readonly #written = new Map<string, Promise<FileWriter>>();
  /** Hashes of the files that were taken, by round. */
  readonly #taken = new Map<string, string>();

  constructor(stage: Stage, fx: Effects) {
    this.#stage = stage;
    this.#fx = fx;
  }

  of(round: string): Promise<FileWriter> {
    return entry(this.#written, round, () => open(this.#stage, codesFile(round), CODE_COLUMNS));
  }

  opened(): Iterable<Promise<FileWriter>> {
    return this.#written.values();
  }

  async require(round: string): Promise<void> {
    if (!this.#taken.has(round)) await this.of(round);
  }

  /** Takes the file that an earlier set has; false where it is not the one of this hash. */
  async again(round: string, hash: string): Promise<boolean> {
    if ((await this.#earlierHash(round)) !== hash) return false;
    this.#taken.set(round, hash);
    await this.#stage.takeOver(codesFile(round));
    return true;
  }

  /** @param written hash of the lines that were written, if the file was not taken */
  async remember(round: string, written: string): Promise<void> {
    const name = codesFile(round);
    const hash = this.#taken.get(round) ?? written;
    const [path, stat] = [this.#stage.pathOf(name), await this.#stage.stat(name)];
    await this.#fx.seen.keep(`codes ${path}`, stat, hash, this.#fx.now());
  }

  /** Of a file that cannot be read, for whatever reason, there is none: it is made again. */
  async #earlierHash(round: string): Promise<string | null> {
    try {
      const name = codesFile(round);
      const path = await this.#stage.previous(name);
      if (path === null) return null;
      const known = await this.#fx.seen.take(`codes ${path}`, await this.#fx.stat(path));
      return typeof known === 'string' ? known : await sha256OfAll(this.#fx.stream(path));
    } catch {
      return null;
    }
  }
}

async function open(stage: Stage, name: string, columns: readonly string[]): Promise<FileWriter> {
  const file = await stage.create(name);
  await file.write(heading(columns));
  return file;
}

/** All of them, whatever comes. */
async function closeAll(files: readonly (FileWriter | Promise<FileWriter>)[]): Promise<void> {
  const closed = await Promise.allSettled(files.map(async (file) => (await file).close()));
  const failed = closed.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function asideRows(round: string, file: string, entries: readonly SetAside[]) {
  return entries.map((one) => [round, file, one.row, one.column, one.reason, one.found]);
}

function flagRows(file: string, entries: readonly Flagged[]) {
  return entries.map((one) => [file, one.row, one.id, one.rules.join(';')]);
}

function codesFile(round: string): string {
  return `private/codes/${round}.csv`;
}

function heading(columns: readonly string[]): string {
  return BOM + csvText([columns]);
}
