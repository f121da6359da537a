/** Counts that no sum ties to the tables: flagged respondents, and those who gave personal data. */
import { z } from 'zod';
import type { HygieneRow, PersonalRow, RowsRow } from '../../aggregate/tables.ts';
import { groupBy } from '../../group-by.ts';
import { PERSONAL_TYPES } from '../../redact/personal.ts';
import { HYGIENE_RULES } from '../../survey/survey.ts';
import { usedIn } from '../counts/counts.ts';
import { tellingOf } from './differences.ts';
import type { Release } from './release.ts';

/** A count of respondents of a round. */
export interface LoneCount {
  /** By `loneNames`. */
  readonly name: string;
  readonly round: string;
  /** Null of what is counted of respondents, whatever they answered. */
  readonly question: string | null;
  readonly n: number;
}

/** A question that a round put to what could be the people of an earlier one and a few more or fewer. */
export interface Joined {
  readonly round: string;
  readonly question: string;
}

/** Whether a count would tell of a few people beside an earlier release, or an earlier round. */
export type TellsBeside = (count: LoneCount) => boolean;

/** The names that these counts have in a release. */
export const loneNames = {
  hygiene: ({ round, rule }: Pick<HygieneRow, 'round' | 'rule'>) =>
    JSON.stringify(['hygiene', round, rule]),
  personal: ({ round, question, type }: Pick<PersonalRow, 'round' | 'question' | 'type'>) =>
    JSON.stringify(['personal', round, question, type]),
};

/** Whether it is the name of one of these. */
export function isLone(name: string): boolean {
  return name.startsWith('[');
}

const figure = z.number().nullable();

/** Of their tables in results.json, what is needed to tell them. */
export const loneTables = z.object({
  hygiene: z.array(
    z.object({
      round: z.string(),
      rule: z.enum(HYGIENE_RULES),
      n: figure,
      status: z.enum(['shown', 'suppressed', 'no-base']),
    }),
  ),
  personal: z.array(
    z.object({
      round: z.string(),
      question: z.string(),
      type: z.enum(PERSONAL_TYPES),
      n: figure,
    }),
  ),
});

/** Counts by name; null where hidden, and none where a rule could not be applied. */
export function knownLone({
  hygiene,
  personal,
}: z.infer<typeof loneTables>): readonly (readonly [string, number | null])[] {
  const applied = hygiene.filter(({ status }) => status !== 'no-base');
  return [
    ...applied.map((row) => [loneNames.hygiene(row), row.n] as const),
    ...personal.map((row) => [loneNames.personal(row), row.n] as const),
  ];
}

/** Where nothing was given away before. */
export const NOTHING_BESIDE: TellsBeside = () => false;

export function eitherTells(one: TellsBeside, other: TellsBeside): TellsBeside {
  return (count) => one(count) || other(count);
}

/**
 * The rule that `tellingLate` has for counts of tables: what was hidden stays hidden, few late
 * respondents are told nothing of, and many are a group whose counts obey the rule for all counts.
 * That nobody at all is counted tells no more than it does without the earlier release.
 *
 * @param inputs of this run, as the release has them
 * @param fewestIn the fewest that may be told apart in a round, see `fewestTold`
 */
export function tellsBeside(
  { known, inputs: old, revised }: Pick<Release, 'known' | 'inputs' | 'revised'>,
  inputs: ReadonlyMap<string, string>,
  rows: readonly Pick<RowsRow, 'round' | 'used'>[],
  fewestIn: (round: string) => number,
): TellsBeside {
  const used = new Map(
    [...groupBy(rows, ({ round }) => round)].map(([round, own]) => [
      round,
      own.reduce((sum, one) => sum + one.used, 0),
    ]),
  );
  return ({ name, round, n }) => {
    const before = known.get(name);
    const [was, is] = [known.get(usedIn(round)) ?? 0, used.get(round) ?? 0];
    const late = Math.abs(is - was);
    const same = late === 0 && old.get(round) === inputs.get(round);
    if (before === undefined || !old.has(round)) return false;
    if (before === null) return !same || revised.has(round);
    if (same) return false;
    const apart = Math.abs(n - before);
    return n + apart > 0 && tellingOf(fewestIn(round))(apart, late);
  };
}

/**
 * The rule that `tellingNext` has for counts of tables: of a few who joined or left nothing is told. That
 * nobody at all is counted tells no more than it does without the earlier round.
 */
export function tellsOfJoined(joined: readonly Joined[]): TellsBeside {
  return ({ round, question, n }) =>
    n > 0 &&
    joined.some((one) => one.round === round && (question ?? one.question) === one.question);
}
