/** What is remembered of earlier releases, and what cannot be compared any more. */
import { InputError, problem } from '../../errors.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Count, type Counts, EVERYBODY, isBase, isPresence } from '../counts/count-cells.ts';
import type { Release } from './release.ts';

/** Whether a round has become larger or smaller from release to release, or both: here larger, there smaller. */
export const CHANGES = ['more', 'fewer', 'both'] as const;
export type Change = (typeof CHANGES)[number];

/** How rounds have changed, and groups of them that have changed otherwise than their round; by `changeKey`. */
export type Changes = ReadonlyMap<string, Change>;

export function changeKey(round: string, group = EVERYBODY): string {
  return group === EVERYBODY ? round : `${round}\u0001${group}`;
}

/** A round, or a group of it, as manifest.json has it. */
export interface RoundChange {
  readonly round: string;
  /** None of the round as a whole. */
  readonly group?: string | undefined;
  readonly respondents: Change;
}

export function changeRows(changes: Changes): readonly RoundChange[] {
  return [...changes].map(([key, respondents]) => {
    const [round, group] = key.split('\u0001') as [string, string?];
    return group === undefined ? { round, respondents } : { round, group, respondents };
  });
}

export function changesIn(rows: readonly RoundChange[]): Changes {
  return new Map(
    rows.map(({ round, group, respondents }) => [changeKey(round, group), respondents]),
  );
}

/** How a group of a round has changed; as the round has, where it is not named. */
export function changeIn(changes: Changes, round: string, group = EVERYBODY): Change | null {
  return changes.get(changeKey(round, group)) ?? changes.get(round) ?? null;
}

/** How counts are compared with those of a release. */
export interface Compared {
  /** As `changedSince` tells it. */
  readonly isChanged: (count: Count) => boolean;
  /** Fewest respondents that may be told apart. */
  readonly minimum: number;
  /** Whether answers are coded by the same taxonomies, hand codes and program. */
  readonly isCodedAlike: boolean;
}

/**
 * How a round and its groups have changed from release to release, up to now; nothing where nobody came or went, as
 * far as is known.
 *
 * Where people are counted in other units than before, and the round has as many, only what is counted by unit has
 * changed. Where an answer or a few were corrected, what that changes is hidden from then on: nothing comes back
 * near to it.
 *
 * @param counts of the round
 */
export function changesOf(
  round: string,
  counts: Counts,
  release: Pick<Release, 'known' | 'changes'>,
  about: Compared,
): Changes {
  const before = release.changes;
  const now = changesSince(counts, release, about);
  // A group that is left out now has changed as its round has, should it come back.
  const named = changeRows(before).filter((one) => one.round === round);
  const groups = new Set([...counts.values(), ...named].map(({ group = EVERYBODY }) => group));
  const changes = new Map<string, Change>();
  for (const group of [EVERYBODY, ...groups]) {
    const change = changeBoth(
      changeIn(before, round, group),
      now.get(group) ?? now.get(EVERYBODY) ?? null,
    );
    if (change !== null && change !== changeIn(changes, round)) {
      changes.set(changeKey(round, group), change);
    }
  }
  return changes;
}

/** How each group has changed since the release. */
function changesSince(
  counts: Counts,
  { known }: Pick<Release, 'known'>,
  { isChanged, minimum, isCodedAlike }: Compared,
): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  const note = (group: string, change: Change) =>
    changes.set(group, changeBoth(changes.get(group) ?? null, change)!);
  for (const count of counts.values()) {
    const before = known.get(count.name);
    if (typeof before !== 'number' || !isChanged(count)) continue;
    const least = leastChange(count, minimum, isCodedAlike);
    if (count.n - before >= least) note(count.group, 'more');
    if (before - count.n >= least) note(count.group, 'fewer');
  }
  const all = changes.get(EVERYBODY);
  // Who left a unit may have left the round, and be made up for by those who came to it.
  const isMixed = all !== undefined && [...changes.values()].some((one) => one !== all);
  return isMixed ? new Map([[EVERYBODY, 'both']]) : changes;
}

/** By how much a count must differ to tell who came and went. */
function leastChange(count: Count, minimum: number, isCodedAlike: boolean): number {
  // Flags come and go without anybody's coming or going.
  if (count.kind === 'again-base') return Infinity;
  if (isBase(count) || isPresence(count)) return 1;
  // With another taxonomy answers are coded anew, which tells of nobody.
  return count.kind === 'option' || (count.kind === 'code' && isCodedAlike) ? minimum : Infinity;
}

/** One change after another, or beside it. */
function changeBoth(one: Change | null, other: Change | null): Change | null {
  if (one === null || other === null) return one ?? other;
  return one === other ? one : 'both';
}

/**
 * The fewest that may be told apart in what has changed of a group of a round.
 *
 * While a round only grows, whoever is not among those of the last release is not among those of an older
 * one: what tells of nobody beside the last tells of nobody beside these. Where it has shrunk too it may be
 * nearly what an older one was, of which nothing is known any more: no difference is large.
 *
 * @param before how it had changed up to the last release
 * @param now and up to this one
 * @param group none: what is counted of all
 */
export function fewestTold(
  before: Changes,
  now: Changes,
  minimum: number,
  round: string,
  group?: string,
): number {
  const isNear = changeIn(before, round, group) !== null && changeIn(now, round, group) === 'both';
  return isNear ? Infinity : minimum;
}

/** How rounds have changed: those of this run, and of all others what the last release named. */
export function changesTogether(
  release: Release | null,
  changes: readonly (readonly [string, Change])[],
): Changes {
  const now = changeRows(new Map(changes));
  const rounds = new Set(now.map(({ round }) => round));
  const others = changeRows(release?.changes ?? new Map()).filter((one) => !rounds.has(one.round));
  return changesIn([...others, ...now]);
}

/** Rounds that some release had otherwise: those of this run, and all that the last release named. */
export function revisedTogether(
  release: Release | null,
  revised: readonly string[],
): readonly string[] {
  return [...new Set([...(release?.revised ?? []), ...revised])];
}

/**
 * Refuses rounds that some release had otherwise, and that the last one left out: what was hidden in them
 * to protect those who came late is not known, so that nothing can keep it hidden.
 *
 * @throws InputError naming each of them
 */
export function refuseForgotten({ file, rounds }: Survey, release: Release | null): void {
  if (release === null) return;
  const { revised, inputs } = release;
  const forgotten = rounds.filter(({ id }) => revised.has(id) && !inputs.has(id));
  if (forgotten.length === 0) return;
  throw new InputError(
    forgotten.map(({ id }) => problem('round-forgotten', { file }, { round: id })),
  );
}
