/** Files -> rounds: ids and labels from the names of the files, and which file is another's twin. */
import { basename, extname } from 'node:path';
import type { DraftRound } from '../../survey/draft.ts';
import { numberOf } from './blocks.ts';
import type { SeenFile } from './file.ts';

/** A file and, where it was exported twice, the file with the same answers by option number. */
export interface Paired {
  readonly file: SeenFile;
  readonly twin: SeenFile | null;
}

/** 问卷星 exports the same answers by text and by number; the text file speaks for both. */
export function pairTwins(files: readonly SeenFile[]): readonly Paired[] {
  const taken = new Set<SeenFile>();
  const twins = new Map<SeenFile, SeenFile>();
  for (const file of files.filter(({ format }) => format === 'wenjuanxing-text')) {
    const twin = files.find((one) => !taken.has(one) && areTwins(file, one));
    if (twin === undefined) continue;
    taken.add(twin);
    twins.set(file, twin);
  }
  return files
    .filter((file) => !taken.has(file))
    .map((file) => ({ file, twin: twins.get(file) ?? null }));
}

/** The same rows and ids, the same questions by number, and equal headers where both have one column. */
function areTwins(text: SeenFile, number: SeenFile): boolean {
  if (number.format !== 'wenjuanxing-number' || text.rows !== number.rows) return false;
  const numbers = (file: SeenFile) =>
    new Set(file.columns.flatMap((one) => numberOf(one.header) ?? []));
  const asked = numbers(text);
  if (asked.size === 0 || [...numbers(number)].some((one) => !asked.has(one))) return false;
  const own = new Set(text.columns.map(({ header }) => header));
  const question = ({ role }: SeenFile['columns'][number]) => role.kind === 'question';
  if (!number.columns.some((one) => question(one) && own.has(one.header))) return false;
  return idsOf(text) === idsOf(number);
}

function idsOf({ columns }: SeenFile): string {
  const ids = columns.find(({ role }) => role.kind === 'respondent');
  return [...(ids?.profile.values.keys() ?? [])].join('\n');
}

/** @param pathOf a file's path as survey.yaml will name it */
export function roundsOf(
  pairs: readonly Paired[],
  pathOf: (file: SeenFile) => string,
): readonly DraftRound[] {
  const taken = new Set<string>();
  return pairs.map(({ file, twin }) => {
    const label = stemOf(file.name);
    const id = freeId(roundId(label), taken);
    return {
      id,
      label,
      path: pathOf(file),
      headerRows: file.headerRows,
      twin: twin === null ? null : pathOf(twin),
    };
  });
}

/** 问卷星's file names carry numbers: `386540716_按文本_党建问卷_79_78.xlsx` is 党建问卷. */
function stemOf(name: string): string {
  const file = basename(name.replaceAll('\\', '/'));
  const stem = file.slice(0, file.length - extname(file).length).trim();
  const title = /^\d+_按(?:选项)?(?:文本|序号)_(.+?)(?:_\d+)*$/.exec(stem)?.[1];
  return title ?? (stem === '' ? file : stem);
}

const LONGEST_ID = 40;

/** What a file system refuses in a name becomes a hyphen; see the check of round ids. */
function roundId(label: string): string {
  const id = label
    .replace(/[\\/:*?"<>|\s\u0000-\u001f\u007f]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, LONGEST_ID)
    // A cut through a pair of surrogates leaves half a character.
    .replace(/[\ud800-\udbff]$/, '');
  return id === '' ? 'round' : id;
}

/** The id, or with a number behind if it is taken; case does not tell ids apart. */
export function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id.toLowerCase()); n += 1) id = `${wanted}-${n}`;
  taken.add(id.toLowerCase());
  return id;
}

/** What the files' names have in common; null where that says nothing. */
export function titleOf(names: readonly string[]): string | null {
  const stems = names.map(stemOf);
  const [first = ''] = stems;
  let length = first.length;
  for (const stem of stems) {
    while (!stem.startsWith(first.slice(0, length))) length -= 1;
  }
  const common = first.slice(0, length);
  const title =
    stems.length === 1 ? common : common.replace(/[\s\d_\-–—.()（）第年季度月轮Qq]+$/, '');
  return /\p{L}{2}/u.test(title) ? title.trim() : null;
}
