/** contrasts.csv: each value of an outermost group against all others of its respondents. */

import { rowOf } from '../row.ts';
import type { Survey } from '../survey/survey.ts';
import type { RoundDesign } from '../tally/design.ts';
import type { Tally } from '../tally/tally.ts';
import { comparableBy } from './comparable.ts';
import { compareShares } from './compare.ts';
import { countedOf, isLarge, without, type YesAndBase } from './counted.ts';
import { codeKey, overEverybody } from './everybody.ts';
import { adjustWithin, directionOf } from './families.ts';
import { shareOf } from './figures.ts';
import type { Cells, Counted } from './sums.ts';
import type { ContrastRow, ProblemRow, ShareFigures } from './tables.ts';
import { tellingCodes, type WeightedBy } from './weight-groups.ts';

/**
 * Part against rest, never against a total that holds the part.
 *
 * The rest are the respondents coded by the same taxonomy who are not of the value. A line is shown
 * where the value and everybody are, and the rest is not small itself. Nested groups are left out:
 * their values are too many to be told one by one. p is adjusted within round × question × level ×
 * group; `verdict` follows it.
 * Value and rest are taken as independent, also where they share clusters.
 *
 * @param problems after protection
 */
export function contrastRows(
  problems: readonly ProblemRow[],
  tallies: ReadonlyMap<string, Tally>,
  designs: ReadonlyMap<string, RoundDesign>,
  survey: Survey,
  byGroup: WeightedBy,
): readonly ContrastRow[] {
  const comparable = comparableBy(tallies, designs, survey.statistics.confidence);
  const wholeOf = wholes(tallies);

  const outermost = new Set(survey.groups.flatMap(({ id, within }) => (within === null ? id : [])));
  const everybody = overEverybody(problems);
  const telling = tellingCodes(problems, byGroup);
  const compared = problems.flatMap((row) => {
    const all = everybody.get(codeKey(row));
    if (!outermost.has(row.group) || row.level === 2 || all === undefined) return [];
    const rest =
      row.status === 'shown' && all.status === 'shown' && !telling.has(codeKey(row))
        ? restOf(row, wholeOf(row), tallies.get(row.round)!, designs.get(row.round)!, survey)
        : null;
    const [part, others] = [comparable(row, row), rest && comparable(rest, row)];
    const found = others && compareShares(others, part, survey.statistics);
    // Of the only value there is no rest.
    const isWhole = row.status === 'shown' && row.base === all.base;
    const isHidden = rest === null && ![row, all].some(({ status }) => status === 'no-base');
    return [{ row, rest, found, isHidden: isHidden && !isWhole }];
  });
  const adjusted = adjustWithin(
    compared,
    ({ row }) => JSON.stringify([row.round, row.question, row.level, row.group]),
    ({ found, isHidden }) => (isHidden ? 'hidden' : (found?.p ?? null)),
    survey.statistics.correction,
  );
  return compared.map(({ row, rest, found }, i): ContrastRow => {
    const { round, question, taxonomy, code, group, value } = row;
    const where = { round, question, taxonomy, code, group, value };
    if (rest === null || found === null) return rowOf(where, NOTHING);
    const p = adjusted[i]!;
    const shares = {
      share: row.share,
      base_rest: rest.base,
      share_rest: rest.share,
      n_effective_rest: rest.n_effective,
    };
    const verdict = VERDICTS[directionOf(found.difference, p, survey.statistics)];
    return rowOf(where, shares, found, { p_adjusted: p, verdict, shown: 'yes' });
  });
}

/** What everybody said, looked up once for all values that are set against it. */
function wholes(tallies: ReadonlyMap<string, Tally>): (row: ProblemRow) => YesAndBase {
  const known = new Map<string, YesAndBase>();
  return (row) => {
    const key = codeKey(row);
    const found = known.get(key);
    if (found !== undefined) return found;
    const place = { question: row.question, group: 'all', value: '' };
    const { yes, base } = countedOf(tallies.get(row.round)!, row, place);
    const own = { yes: once(yes), base: { ...once(base), group: once(base.group) } };
    known.set(key, own);
    return own;
  };
}

function once({ sums, cells }: Counted): Counted {
  let known: Cells | null = null;
  return {
    sums,
    cells: () => {
      known ??= cells();
      return known;
    },
  };
}

/** The share among all others, or null where they are few or few hold their weight. */
function restOf(
  row: ProblemRow,
  all: YesAndBase,
  tally: Tally,
  design: RoundDesign,
  survey: Survey,
): ShareFigures | null {
  const part = countedOf(tally, row, row);
  const yes = without(all.yes, part.yes);
  const base = {
    ...without(all.base, part.base),
    group: without(all.base.group, part.base.group),
  };
  const { minimum } = survey.privacy;
  if (!isLarge(yes.sums.n, base.sums.n, minimum)) return null;
  const rest = shareOf(design, survey)(yes, base);
  return rest.status === 'suppressed' ? null : rest;
}

const VERDICTS = { up: 'above', down: 'below', 'no-evidence': 'no-evidence' } as const;

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
