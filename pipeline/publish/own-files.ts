/** Tells the files of a set from a user's own, which replacing the set would delete. */
import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { MARK } from '../mark.ts';
import { COLUMNS } from './columns.ts';

/** Files with a name of their own. */
const NAMED: ReadonlySet<string> = new Set([
  MARK,
  'report.html',
  'report.pdf',
  'report.xlsx',
  'results.json',
  ...Object.keys(COLUMNS).map((name) => `tables/${name}.csv`),
  'private/README.txt',
  'private/.gitignore',
  'private/earlier.json',
  'private/flags.csv',
  'private/quotes.csv',
  'private/set-aside.csv',
  'private/uncoded-themes.csv',
]);
/** Files whose names come from the survey, or from what was counted. */
const MADE = /^(?:charts\/[^/]+\.vl\.json|private\/cache\/[0-9a-f]+\.(?:tally|hidden))$/;
const CODES = /^private\/codes\/(.+)\.csv$/;
const FOLDERS: ReadonlySet<string> = new Set([
  'tables',
  'charts',
  'private',
  'private/codes',
  'private/cache',
]);

/** What systems and office programs leave in a folder that they show or have open. */
const LITTER = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*|\.~lock\..*#)$/i;

/**
 * Whether a set has files of this name.
 *
 * @param name path inside the set, parts joined by `/`
 * @param rounds ids of its rounds; null where these are not known
 */
export function isOwnFile(name: string, rounds: ReadonlySet<string> | null = null): boolean {
  if (NAMED.has(name) || MADE.test(name)) return true;
  const round = CODES.exec(name)?.[1];
  return round !== undefined && (rounds === null || rounds.has(round));
}

/** Whether a file is nobody's. */
export function isLitter(name: string): boolean {
  return LITTER.test(name.slice(name.lastIndexOf('/') + 1));
}

/**
 * Paths inside the folder of a set that this program did not write, sorted; of a folder of the
 * user's its name alone, with a `/` behind. Litter and folders without files do not count.
 */
export async function foreignIn(folder: string, fx: Effects): Promise<readonly string[]> {
  const rounds = await roundsOf(folder, fx);
  const found = async (within: string): Promise<readonly string[]> => {
    const names = (await fx.list(join(folder, within))).map((name) => pathIn(within, name));
    const lists = await Promise.all(
      names.map(async (name): Promise<readonly string[]> => {
        const { kind } = await fx.stat(join(folder, name));
        if (kind !== 'folder') return isOwnFile(name, rounds) || isLitter(name) ? [] : [name];
        if (FOLDERS.has(name)) return found(name);
        return (await holdsFiles(join(folder, name), fx)) ? [`${name}/`] : [];
      }),
    );
    return lists.flat();
  };
  return found('');
}

function pathIn(within: string, name: string): string {
  return within === '' ? name : `${within}/${name}`;
}

async function holdsFiles(folder: string, fx: Effects): Promise<boolean> {
  for (const name of await fx.list(folder)) {
    const { kind } = await fx.stat(join(folder, name));
    if (kind === 'folder' ? await holdsFiles(join(folder, name), fx) : !isLitter(name)) return true;
  }
  return false;
}

/** Ids of the rounds that manifest.json tells of; null where it tells of none. */
async function roundsOf(folder: string, fx: Effects): Promise<ReadonlySet<string> | null> {
  const text = new TextDecoder().decode(await fx.read(join(folder, MARK)));
  const { inputs, rows } = JSON.parse(text) as Record<string, unknown>;
  const ids = [inputs, rows]
    .flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []))
    .flatMap((one) => {
      const round = (one as { readonly round?: unknown } | null)?.round;
      return typeof round === 'string' ? [round] : [];
    });
  return ids.length === 0 ? null : new Set(ids);
}
