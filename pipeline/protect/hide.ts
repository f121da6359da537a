/** Tells what to hide in a round, of which each can be settled by itself. */
import type { CountTables, ResponseRow } from '../aggregate/tables.ts';
import type { Survey } from '../survey/survey.ts';
import type { CodeList } from '../tally/codebook.ts';
import { type Network, networkOf } from './attack/network.ts';
import { codesByBase } from './counts/codes-by-base.ts';
import { type Count, type Counts, countsByName, mapValues } from './counts/count-cells.ts';
import { publishedCounts } from './counts/counts.ts';
import { impliedLimits } from './counts/implied.ts';
import { limitsOf } from './counts/limits.ts';
import { type Present, presentIn } from './counts/present.ts';
import type { Relation } from './counts/relation.ts';
import { responseSums } from './counts/response-sums.ts';
import type { Rules } from './counts/rules.ts';
import { sumsAmong } from './counts/sums.ts';
import { gridsOf } from './suppress/grids.ts';
import { suppress } from './suppress.ts';

/** All that decides what is hidden in a round; plain data, which can be sent between threads. */
export interface RoundToHide {
  readonly counts: readonly Count[];
  readonly response: readonly ResponseRow[];
  readonly rules: Rules;
  readonly codebook: CodeList;
  /** Names of counts that an earlier release shows. */
  readonly told: ReadonlySet<string>;
}

/** What to hide in a round: the places of counts among its own. */
export interface Hiding {
  readonly hidden: readonly number[];
  /** The same without what is told; the very same list where that changes nothing. */
  readonly untold: readonly number[];
}

/**
 * Reckons anew, with what is known, where an earlier release shows what would be hidden now.
 *
 * @example hideInRound(round).hidden.map((at) => round.counts[at]!.name)
 */
export function hideInRound({ counts, response, rules, codebook, told }: RoundToHide): Hiding {
  const { minimum } = rules.privacy;
  const own = countsByName(counts);
  const placesWith = (some: Counts) => {
    const present = presentIn(some, rules);
    const network = networkOver(some, present, response, rules, codebook);
    const grids = gridsOf([...some.values(), ...present.counts], network.index, rules);
    // Whoever is present is numbered behind the counts that are published.
    return [...suppress(network, minimum, grids)].filter((cell) => cell < counts.length);
  };
  const untold = placesWith(own);
  if (!untold.some((at) => told.has(counts[at]!.name))) return { hidden: untold, untold };
  const besideTold = mapValues(own, (one) => ({ ...one, told: told.has(one.name) }));
  return { hidden: placesWith(besideTold), untold };
}

/** Every published count of the tables, and all that ties them together. */
export function tablesNetwork(tables: CountTables, survey: Survey, codebook: CodeList): Network {
  const counts = publishedCounts(tables, survey);
  return networkOver(counts, presentIn(counts, survey), tables.response, survey, codebook);
}

function networkOver(
  counts: Counts,
  present: Present,
  response: readonly ResponseRow[],
  rules: Rules,
  codebook: CodeList,
): Network {
  const codesOver = codesByBase([...counts.values()]);
  // Behind the published ones, which relations number by their own order.
  const named = present.counts.map((one) => [one.name, one] as const);
  return networkOf(
    new Map([...counts, ...named]),
    inTurn(
      present.relations,
      sumsAmong(counts, rules, codebook),
      responseSums(response, counts),
      limitsOf(counts, codesOver, rules, codebook),
    ),
    impliedLimits(counts, codesOver, rules, codebook),
    present.together,
  );
}

/** One after the other, since there may be hundreds of thousands. */
function* inTurn(...relations: readonly Iterable<Relation>[]): Iterable<Relation> {
  for (const some of relations) yield* some;
}
