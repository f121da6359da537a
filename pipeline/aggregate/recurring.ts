/** Which ids come again in another round of a panel, and whether they look like the same people. */
import type { Survey } from '../survey/survey.ts';
import type { Tally } from '../tally/tally.ts';
import { pairsAtHand } from './trends.ts';

/** Ids of two rounds; those that come twice in a round are nobody's and not counted. */
export interface RecurringIds {
  readonly from: string;
  readonly to: string;
  /** Ids in both rounds; null where that number may not be published. */
  readonly ids: number | null;
  /** Of these, those in the same outermost groups; null without groups, or where hidden. */
  readonly agreeing: number | null;
  /** Whether so few agree that an id seems not to mean one person. */
  readonly doubtful: boolean;
}

/** Share of recurring ids in the same groups, below which ids are doubted. */
export const LEAST_AGREEING = 0.8;

/**
 * Counted for all respondents used, whatever they answered; none unless the survey is a panel, nor
 * of a round of which some was counted elsewhere, which tells no ids.
 *
 * People change groups, but few do between two rounds; running numbers that a platform gives anew
 * in every round agree about as often as two people taken at random.
 */
export function recurringIds(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
): readonly RecurringIds[] {
  if (!survey.panel) return [];
  const hasGroups = survey.groups.length > 0;
  return pairsAtHand(survey).map(([from, to]) => {
    const [before, after] = [from, to].map((round) => tallies.get(round)?.people);
    const both = [...(before ?? [])].flatMap(([id, first]) => {
      const second = after?.get(id) ?? null;
      return first === null || second === null ? [] : [first === second];
    });
    const agreeing = both.filter((same) => same).length;
    const doubtful = hasGroups && both.length > 0 && agreeing / both.length < LEAST_AGREEING;
    return { from, to, ids: both.length, agreeing: hasGroups ? agreeing : null, doubtful };
  });
}

/** Who the respondents of each round of a panel are; of no round of which some was counted elsewhere. */
export function panelIds(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
): ReadonlyMap<string, Tally['people']> {
  const rounds = new Set(pairsAtHand(survey).flat());
  return new Map(
    [...tallies].flatMap(([round, { people }]) =>
      survey.panel && rounds.has(round) ? [[round, people]] : [],
    ),
  );
}

/**
 * As may be published: a number stands only where it and what is left of its whole reach the
 * minimum. That nobody recurs points at nobody.
 */
export function protectRecurring(
  all: readonly RecurringIds[],
  tallies: ReadonlyMap<string, Tally>,
  minimum: number,
): readonly RecurringIds[] {
  return all.map((one) => {
    const { from, to, ids, agreeing } = one;
    if (ids === null || ids === 0) return { ...one, agreeing: null };
    const left = [from, to].map((round) => (tallies.get(round)?.people.size ?? 0) - ids);
    const isSafe = ids >= minimum && left.every((rest) => rest === 0 || rest >= minimum);
    if (!isSafe) return { ...one, ids: null, agreeing: null };
    const isSplit = agreeing !== null && agreeing >= minimum && ids - agreeing >= minimum;
    return { ...one, agreeing: isSplit ? agreeing : null };
  });
}
