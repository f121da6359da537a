/** Published head-counts as cells to protect, and their names. */
import type { Where } from '../../aggregate/tables.ts';

export type Kind =
  | 'base' // respondents of a taxonomy with a substantive answer
  | 'code'
  | 'theme-base'
  | 'theme'
  | 'answered' // respondents who answered a closed question
  | 'option'
  | 'mean' // of a scale: the sum of its points, each less the lowest
  | 'square' // and the sum of their squares, which the standard deviation tells
  | 'pair'
  | 'status'
  | 'used' // respondents of a round
  | 'again' // a code in a variant of the main table
  | 'again-base' // a base in a variant
  | 'asked' // respondents of a taxonomy, whether they answered or not
  | 'mentions' // problems mentioned, each of a respondent's counted
  | 'respondents' // of a round in a group value
  | 'covered'; // of a round in group values with a head-count

const BASES: readonly Kind[] = ['used', 'base', 'theme-base', 'answered', 'again-base', 'asked'];

/** The statuses of answers, which a base tells too. */
export const ANSWERED: readonly string[] = ['coded', 'uncoded', 'no-problem'];

/** Whether others are counted among it: it is no secret of anybody's, the number of rows tells it. */
export function isBase({ kind }: { readonly kind: Kind }): boolean {
  return BASES.includes(kind);
}

/** Whether it counts how many are there, of whom bases tell it too. */
export function isPresence({ kind }: { readonly kind: Kind }): boolean {
  return kind === 'respondents' || kind === 'covered';
}

/** A published head-count. */
export interface CountCell {
  readonly name: string;
  readonly kind: Kind;
  readonly n: number;
  /** The count of which this one is a part, by name; null of the largest there is. */
  readonly over: string | null;
  /** To be hidden for what it is. */
  readonly primary: boolean;
  /** True for a figure that is published in any case; it is never chosen. */
  readonly fixed: boolean;
  /** Whether an earlier release has told it, so that hiding it keeps nothing secret. */
  readonly told: boolean;
  /** Whether it counts people. What does not, such as a sum of points, only ties counts together. */
  readonly ofPeople: boolean;
  /** What is lost with it, in lines of tables: see `linesLost`. */
  readonly lines: number;
  /** Cells that cannot stand without this one, such as the counts over a hidden base. */
  readonly dependents: readonly string[];
}

/** A published head-count and what it counts. */
export interface Count extends CountCell, Where {
  /** Taxonomy, code, theme, option or status, by kind. */
  readonly item: string;
  /** Added to by `addDependent` alone. */
  dependents: readonly string[];
}

/** Of a count with none, as many are: an empty list of its own for each would take more room. */
export const NO_DEPENDENTS: readonly string[] = Object.freeze([]);

/** Notes that a cell cannot stand without another. Most have one at most: no room is kept for more. */
export function addDependent(on: Count, name: string): void {
  if (on.dependents.length === 0) on.dependents = [name];
  else (on.dependents as string[]).push(name);
}

/** The name of a cell: unique, and made from the row alone. */
export function cellName(
  kind: Kind,
  { round, question, group, value }: Where,
  item: string,
): string {
  return `${kind}\u0001${round}\u0001${question}\u0001${group}\u0001${value}\u0001${item}`;
}

/** The place in the name of a cell. */
export function whereOf(name: string): Where {
  const [, round = '', question = '', group = '', value = ''] = name.split('\u0001');
  return { round, question, group, value };
}

/** The group whose one value is everybody in a round. */
export const EVERYBODY = 'all';

/** The place of a figure over everybody in a round. */
export function whole(row: { readonly round: string; readonly question: string }): Where {
  return { round: row.round, question: row.question, group: EVERYBODY, value: '' };
}

/** The place of the respondents of a round. */
export function everybodyIn(round: string): Where {
  return whole({ round, question: '' });
}

/** Adds a count, or gives the one that is there under the same name. */
export type Add = (
  kind: Kind,
  where: Where,
  item: string,
  count: Pick<Count, 'n' | 'primary' | 'over'> & { readonly fixed?: boolean },
) => Count;

/** Published counts by name. */
export type Counts = ReadonlyMap<string, Count>;

export function countsByName(counts: readonly Count[]): Counts {
  return new Map(counts.map((one) => [one.name, one]));
}

export function mapValues(counts: Counts, change: (one: Count) => Count): Counts {
  return new Map([...counts].map(([name, one]) => [name, change(one)]));
}

/** The name of a code's count at a place; of the taxonomy's own id, of any problem. */
export function codeIn(where: Where, taxonomy: string, code: string): string {
  return cellName('code', where, `${taxonomy}\u0002${code}`);
}
