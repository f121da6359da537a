/** Finds what stands between the options of a multiple-choice cell, and the options. */
import { withoutFillIn } from '../cell.ts';
import { isPersonal } from './shapes.ts';

export interface Joined {
  readonly separator: string;
  /** In the order in which cells name them, which is that of the questionnaire. */
  readonly options: readonly string[];
  /** Different texts that come too seldom to be an option: words typed in. */
  readonly rare: number;
  /** True where the separator stands in no prose, so that the guess is as good as certain. */
  readonly certain: boolean;
}

/** Marks that no prose holds. */
const OWN = ['┋', '→'] as const;
/** SurveyCake writes each option into a line of its own; no option is of two lines. */
const LINE = '\n';
/** Marks that prose and options hold too; the longer form of one first. */
const SHARED = [LINE, '; ', ';', '；', '|', ', ', ',', '，', '、', ' / ', '/'] as const;

/** More different parts than this are words, not options. */
const MOST_OPTIONS = 40;
/** An option's length at most, in characters. */
const LONGEST_OPTION = 80;
/** Mean number of times that each part must come up. */
const REPEATS = 4;
/** The same where the header says that it is multiple choice. */
const REPEATS_SAID = 2;

/**
 * The separator whose parts are few and come often, or null where cells are not lists.
 *
 * @param values trimmed cells and how often each occurs
 * @param said whether the header says that several may be chosen, so that less evidence will do
 * @example findSeparator(new Map([['a;b;', 9], ['b;', 5]]), false) // options a, b
 */
export function findSeparator(values: ReadonlyMap<string, number>, said: boolean): Joined | null {
  const cells = new Map<string, number>();
  for (const [cell, count] of values) {
    const own = withoutFillIn(cell).trim();
    cells.set(own, (cells.get(own) ?? 0) + count);
  }
  for (const mark of OWN) {
    if ([...cells.keys()].some((cell) => cell.includes(mark))) {
      const parts = partsOf(cells, mark);
      if (parts.counts.size <= 3 * MOST_OPTIONS) return { ...named(parts, mark), certain: true };
    }
  }
  const found = SHARED.map((mark) => ({ mark, parts: partsOf(cells, mark) })).filter((one) =>
    areLists(cells, one.mark, one.parts, said),
  );
  if (found.length === 0) return null;
  // The fewest parts; of forms of one mark the one with its blank, as the longer stands first.
  const best = found.reduce((a, b) => (b.parts.counts.size < a.parts.counts.size ? b : a));
  return { ...named(best.parts, best.mark), certain: false };
}

interface Parts {
  readonly cells: readonly (readonly [readonly string[], number])[];
  readonly counts: ReadonlyMap<string, number>;
}

function partsOf(cells: ReadonlyMap<string, number>, separator: string): Parts {
  const split = [...cells].map(([cell, count]) => {
    const parts = cell.split(separator).map((part) => part.trim());
    return [parts.filter((part) => part !== ''), count] as const;
  });
  const parts = { cells: split, counts: countParts(split) };
  return separator === LINE ? parts : joinBroken(parts, separator);
}

function countParts(cells: Parts['cells']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [parts, count] of cells) {
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + count);
  }
  return counts;
}

/**
 * Puts options together again that hold the separator themselves: parts that only ever stand side
 * by side, and parts with an open bracket and the one that closes it.
 */
function joinBroken(parts: Parts, separator: string): Parts {
  let { cells, counts } = parts;
  // An option may be in more than two pieces; each turn joins pairs.
  for (let turn = 0; turn < 4; turn += 1) {
    const pairs = brokenPairs(cells, counts);
    if (pairs.size === 0) break;
    cells = cells.map(([list, count]) => [joinPairs(list, pairs, separator), count] as const);
    counts = countParts(cells);
  }
  return { cells, counts };
}

/** Fewer common occurrences than this are chance. */
const TOGETHER = 5;

/** Part -> the part that belongs behind it. */
function brokenPairs(cells: Parts['cells'], counts: Parts['counts']): ReadonlyMap<string, string> {
  const followed = new Map<string, Map<string, number>>();
  for (const [parts, count] of cells) {
    for (let i = 0; i + 1 < parts.length; i += 1) {
      const next = followed.get(parts[i]!) ?? new Map<string, number>();
      next.set(parts[i + 1]!, (next.get(parts[i + 1]!) ?? 0) + count);
      followed.set(parts[i]!, next);
    }
  }
  const pairs = new Map<string, string>();
  for (const [part, next] of followed) {
    const [behind, count] = [...next][0]!;
    const always = next.size === 1 && counts.get(part) === count && counts.get(behind) === count;
    const bracket = next.size === 1 && opens(part) && closes(behind);
    if (bracket || (always && count >= TOGETHER && part !== behind)) pairs.set(part, behind);
  }
  return pairs;
}

function opens(part: string): boolean {
  return depth(part) > 0;
}

function closes(part: string): boolean {
  return depth(part) < 0;
}

function depth(part: string): number {
  return [...part].reduce(
    (sum, one) => sum + (/[(（[【「“]/.test(one) ? 1 : /[)）\]】」”]/.test(one) ? -1 : 0),
    0,
  );
}

function joinPairs(
  parts: readonly string[],
  pairs: ReadonlyMap<string, string>,
  separator: string,
): readonly string[] {
  const joined: string[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i]!;
    if (i + 1 < parts.length && pairs.get(part) === parts[i + 1]) {
      joined.push(`${part}${separator}${parts[i + 1]}`);
      i += 1;
    } else joined.push(part);
  }
  return joined;
}

/** A mark without its blanks, where it is more than these. */
function bare(mark: string): string {
  return mark.trim() || mark;
}

/** A separator as a note shows it, where a line break would not be seen. */
export function shownSeparator(separator: string): string {
  return separator === LINE ? '\\n' : separator;
}

/** Whether splitting here turns many different cells into few parts that come again and again. */
function areLists(
  cells: ReadonlyMap<string, number>,
  mark: string,
  parts: Parts,
  said: boolean,
): boolean {
  let [filled, holding, ending, total] = [0, 0, 0, 0];
  for (const [cell, count] of cells) {
    filled += count;
    if (cell.includes(mark)) holding += count;
    if (cell.endsWith(bare(mark))) ending += count;
  }
  for (const count of parts.counts.values()) total += count;
  const { size } = parts.counts;
  if (size < 2 || size > MOST_OPTIONS || holding < 0.05 * filled) return false;
  if ([...parts.counts.keys()].some((part) => part.length > LONGEST_OPTION)) return false;
  // Microsoft Forms ends each cell with the mark.
  if (ending >= 0.8 * filled) return true;
  if (said) return total >= REPEATS_SAID * size && holding > 0;
  return size < cells.size && total >= REPEATS * size && holding > 1;
}

/** Parts up to this share of the cells are typed in rather than chosen, where there are many. */
const RARE = 0.001;
/** So many seldom parts may still be options that few people choose. */
const FEW_RARE = 3;
/** Below so many cells an option may well come up once. */
const SMALL = 50;

function named({ cells, counts }: Parts, separator: string): Omit<Joined, 'certain'> {
  const filled = cells.reduce((sum, [, count]) => sum + count, 0);
  const all = [...counts].filter(([part]) => part.length <= LONGEST_OPTION && !isPersonal(part));
  const least = filled < SMALL ? 1 : Math.max(2, RARE * filled);
  const often = all.filter(([, count]) => count >= least);
  const listed = all.length - often.length <= FEW_RARE ? all : often;
  const names = listed.slice(0, MOST_OPTIONS).map(([part]) => part);
  const ranking = separator === '→';
  return {
    separator: bare(separator),
    options: ranking ? names : inOrder(names, cells),
    rare: counts.size - names.length,
  };
}

/** Options by how often they stand before each other within a cell. */
function inOrder(names: readonly string[], cells: Parts['cells']): readonly string[] {
  const at = new Map(names.map((name, i) => [name, i]));
  const before = names.map(() => names.map(() => 0));
  for (const [parts, count] of cells) {
    const known = parts.flatMap((part) => at.get(part) ?? []);
    known.forEach((first, i) => {
      for (const second of known.slice(i + 1)) before[first]![second]! += count;
    });
  }
  const wins = names.map((_, i) => names.filter((_, j) => before[i]![j]! > before[j]![i]!).length);
  const losses = names.map(
    (_, i) => names.filter((_, j) => before[i]![j]! < before[j]![i]!).length,
  );
  const rank = (name: string) => wins[at.get(name)!]! - losses[at.get(name)!]!;
  return [...names].sort((a, b) => rank(b) - rank(a));
}
