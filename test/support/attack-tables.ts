/** The attacker with nothing but the published tables in hand. */
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import { attackRests, linesWithRest } from '../../pipeline/protect/attack/rests.ts';
import { attack } from '../../pipeline/protect/attack.ts';
import type { CountCell } from '../../pipeline/protect/counts/count-cells.ts';
import { knownCounts } from '../../pipeline/protect/earlier/known-counts.ts';
import { tablesNetwork } from '../../pipeline/protect/hide.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';

export interface Attacked {
  /** How many counts are hidden. */
  readonly hidden: number;
  /** Names of those whose range is too narrow, with it. */
  readonly exposed: readonly string[];
}

/**
 * Reads every count off the lines that are shown, and attacks all others.
 *
 * @param before the same tables before protection: only their keys are used, to know what is tied
 */
export function attackTables(
  before: CountTables,
  published: CountTables,
  survey: Survey,
  codebook: Codebook,
): Attacked {
  const network = tablesNetwork(before, survey, codebook);
  const known = knownCounts(published);
  // The sums of a scale's points follow from its mean and standard deviation, where they are shown: where
  // nobody answered, with a base of 0. That a hidden base is 0 stands nowhere.
  const shown = Float64Array.from(network.cells, ({ name, n }) => {
    const [kind, ...where] = name.split('\u0001');
    if (kind !== 'mean' && kind !== 'square') return known.get(name) ?? Number.NaN;
    const isShown = (known.get(['mean', ...where].join('\u0001')) ?? null) !== null;
    return isShown ? n : Number.NaN;
  });
  // A base of which no line is left to be shown is no secret, unless it is small; nobody is not few.
  const { minimum } = survey.privacy;
  const isSecret = ({ name, n }: CountCell) =>
    !BASES.includes(name.split('\u0001')[0]!) || (n > 0 && n < minimum);
  const cells = [...shown.keys()].filter(
    (cell) =>
      Number.isNaN(shown[cell]!) && network.cells[cell]!.ofPeople && isSecret(network.cells[cell]!),
  );
  const { exposed } = attack(network, shown, cells, minimum, Infinity);
  const lines = linesWithRest(network).filter(
    (cell) => Number.isNaN(shown[cell]!) && Number.isNaN(shown[network.over[cell]!]!),
  );
  const rests = attackRests(network, shown, lines, minimum, Infinity).exposed;
  return {
    hidden: cells.length,
    exposed: [...exposed, ...rests].map(
      ({ cell, low, high }) =>
        `${network.cells[cell]!.name.replaceAll('\u0001', ' ')}: ${low} to ${high}`,
    ),
  };
}

const BASES = ['base', 'theme-base', 'answered', 'asked', 'mentions', 'again-base'];
