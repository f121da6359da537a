/** private/: what is said of single respondents, written while it is read. */
import { BOM, type Cell, csvText } from '../csv.ts';
import type { Effects, FileWriter } from '../effects.ts';
import { entry } from '../entry.ts';
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
  const open = async (name: string, columns: readonly string[]) => {
    const file = await stage.create(name);
    await file.write(heading(columns));
    return file;
  };
  const aside = await open('private/set-aside.csv', SET_ASIDE_COLUMNS);
  const flags = await open('private/flags.csv', FLAG_COLUMNS);
  // Those of a round may be taken over as they are.
  const codes = new Map<string, Promise<FileWriter>>();
  const codesOf = (round: string) =>
    entry(codes, round, () => open(codesFile(round), CODE_COLUMNS));
  const written = new Map(rounds.map(({ id }) => [id, new WrittenLines(heading(CODE_COLUMNS))]));
  const taken = new Set<string>();
  const shared: Readonly<Record<SharedFile, FileWriter>> = { setAside: aside, flags };
  const add = async (round: string, file: SharedFile, rows: readonly (readonly Cell[])[]) => {
    const lines = csvText(rows);
    written.get(round)!.enterShared(file, lines);
    await shared[file].write(lines);
  };
  return {
    codeLines: async (round, lines) => {
      written.get(round)!.enterCodes(lines);
      await (await codesOf(round)).write(lines);
    },
    setAside: (round, file, entries) =>
      add(
        round,
        'setAside',
        entries.map((one) => [round, file, one.row, one.column, one.reason, one.found]),
      ),
    flags: (round, file, entries) =>
      add(
        round,
        'flags',
        entries.map((one) => [file, one.row, one.id, one.rules.join(';')]),
      ),
    linesOf: (round) => written.get(round)!.kept(),
    again: async (round, lines) => {
      const name = codesFile(round);
      const path = await earlierCodes(stage, name, lines.codes, fx);
      if (path === null) return false;
      if (!(await stage.takeOver(name))) await copyInto(await stage.create(name), path, fx);
      taken.add(round);
      for (const file of ['setAside', 'flags'] as const) {
        if (lines[file] !== '') await shared[file].write(lines[file]);
      }
      return true;
    },
    close: async () => {
      try {
        // Of a round without any there is a file all the same.
        for (const { id } of rounds) if (!taken.has(id)) await codesOf(id);
      } finally {
        for (const file of [aside, flags, ...codes.values()]) await (await file).close();
      }
    },
  };
}

function codesFile(round: string): string {
  return `private/codes/${round}.csv`;
}

function heading(columns: readonly string[]): string {
  return BOM + csvText([columns]);
}

/**
 * Where an earlier set has the codes of a round, if they are those of a hash. A file that cannot be
 * read is none, for whatever reason: it is made again.
 */
async function earlierCodes(
  stage: Stage,
  name: string,
  hash: string,
  fx: Effects,
): Promise<string | null> {
  try {
    const path = await stage.previous(name);
    return path !== null && (await sha256OfAll(fx.stream(path))) === hash ? path : null;
  } catch {
    return null;
  }
}

async function copyInto(file: FileWriter, path: string, fx: Effects): Promise<void> {
  try {
    for await (const chunk of fx.stream(path)) await file.write(chunk);
  } finally {
    await file.close();
  }
}
