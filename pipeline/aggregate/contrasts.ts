/** contrasts.csv: each value of an outermost group against all others of its respondents. */
import type { Survey } from '../survey/survey.ts';
import type { RoundDesign } from '../tally/design.ts';
import type { Tally } from '../tally/tally.ts';
import { compareShares } from './compare.ts';
import { countedOf, isLarge, without } from './counted.ts';
import { adjustWithin, alphaOf } from './families.ts';
import { shareOf } from './figures.ts';
import type { ContrastRow, ProblemRow, ShareFigures } from './tables.ts';

/**
 * Part against rest, never against a total that holds the part.
 *
 * The rest are the respondents coded by the same taxonomy who are not of the value. A line is shown
 * where the value and everybody are, and the rest is not small itself. Nested groups are left out:
 * their values are too many to be told one by one. p is adjusted within round × question × level ×
 * group; `verdict` follows it.
 *
 * @param problems after protection
 */
export function contrastRows(
  problems: readonly ProblemRow[],
  tallies: ReadonlyMap<string, Tally>,
  designs: ReadonlyMap<string, RoundDesign>,
  survey: Survey,
): readonly ContrastRow[] {
  const outermost = new Set(survey.groups.flatMap(({ id, within }) => (within === null ? id : [])));
  const everybody = new Map(
    problems.filter((row) => row.group === 'all').map((row) => [keyOf(row), row] as const),
  );
  const compared = problems.flatMap((row) => {
    const all = everybody.get(keyOf(row));
    if (!outermost.has(row.group) || row.level === 2 || all === undefined) return [];
    const rest =
      row.status === 'shown' && all.status === 'shown'
        ? restOf(row, tallies.get(row.round)!, designs.get(row.round)!, survey)
        : null;
    return [{ row, rest, found: rest && compareShares(rest, row, survey.statistics) }];
  });
  const adjusted = adjustWithin(
    compared,
    ({ row }) => JSON.stringify([row.round, row.question, row.level, row.group]),
    ({ found }) => found?.p ?? null,
    survey.statistics.correction,
  );
  return compared.map(({ row, rest, found }, i): ContrastRow => {
    const { round, question, taxonomy, code, group, value } = row;
    const where = { round, question, taxonomy, code, group, value };
    if (rest === null || found === null) return { ...where, ...NOTHING };
    const p = adjusted[i]!;
    const sure = p !== null && p < alphaOf(survey.statistics);
    return {
      ...where,
      share: row.share,
      base_rest: rest.base,
      share_rest: rest.share,
      n_effective_rest: rest.n_effective,
      ...found,
      p_adjusted: p,
      verdict: sure ? (found.difference > 0 ? 'above' : 'below') : 'no-evidence',
      shown: 'yes',
    };
  });
}

/** The share among all others, or null where they are few. */
function restOf(
  row: ProblemRow,
  tally: Tally,
  design: RoundDesign,
  survey: Survey,
): ShareFigures | null {
  const all = countedOf(tally, row, { question: row.question, group: 'all', value: '' });
  const part = countedOf(tally, row, row);
  const yes = without(all.yes, part.yes);
  const base = {
    ...without(all.base, part.base),
    group: without(all.base.group, part.base.group),
  };
  const { minimum } = survey.privacy;
  if (!isLarge(yes.sums.n, base.sums.n, minimum)) return null;
  return shareOf(design, survey.statistics)(yes, base);
}

const NOTHING = {
  share: null,
  base_rest: null,
  share_rest: null,
  n_effective_rest: null,
  difference: null,
  low: null,
  high: null,
  p: null,
  p_adjusted: null,
  verdict: '',
  shown: 'no',
} as const;

function keyOf(row: Pick<ProblemRow, 'round' | 'question' | 'taxonomy' | 'code'>): string {
  return JSON.stringify([row.round, row.question, row.taxonomy, row.code]);
}
