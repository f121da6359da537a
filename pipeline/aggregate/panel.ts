/** panel.csv: what the same respondents said in two rounds. */
import { groupBy } from '../group-by.ts';
import { mcnemar } from '../statistics/mcnemar.ts';
import { newcombePaired, type Pairs } from '../statistics/newcombe-paired.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import type { Said } from '../tally/panel.ts';
import type { Tally } from '../tally/tally.ts';
import { countedOf, isLarge } from './counted.ts';
import { codeKey, overEverybody } from './everybody.ts';
import { adjustWithin, directionOf } from './families.ts';
import { taxonomiesOf } from './open.ts';
import type { PanelRow, ProblemRow } from './tables.ts';
import { NO_CHANGE, pairsAtHand } from './trends.ts';

/**
 * Respondents whose id recurs, with a substantive answer coded by one taxonomy in both rounds.
 *
 * Head-counts, not weighted: the test and interval are those of McNemar and Newcombe (his method
 * 10). A line is shown only where no number behind it is small, nor follows as a small difference
 * from the main table of either round; with nobody in both rounds its n is 0. `change` follows p
 * adjusted within question × pair of rounds × level. Of a round of which some was counted elsewhere
 * there are no pairs.
 *
 * @param problems after protection
 */
export function panelRows(
  problems: readonly ProblemRow[],
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
  codebook: Codebook,
): readonly PanelRow[] {
  if (!survey.panel) return [];
  const main = overEverybody(problems);
  const tells = tellsOfValues(problems, tallies);
  const found = survey.questions.flatMap((question) => {
    if (question.type !== 'open') return [];
    return pairsAtHand(survey).flatMap(([from, to]) =>
      taxonomiesOf({ question, codebook }).flatMap((taxonomy) => {
        const both = recurring(tallies, question.id, from, to, taxonomy.id);
        const codes = [
          { code: taxonomy.id, level: 0 as const },
          ...taxonomy.problems.map(({ id }) => ({ code: id, level: 1 as const })),
        ];
        return codes.map(({ code, level }) => {
          const where = { question: question.id, taxonomy: taxonomy.id, code, level, from, to };
          if (both.length === 0) return { where, pairs: 'nobody' as const };
          const pairs = pairsFor(both, level === 0 ? null : code);
          const rows = [from, to].map((round) => main.get(codeKey({ round, ...where })));
          const { minimum } = survey.privacy;
          const isSafe =
            mayShow(pairs, rows, minimum) &&
            !tells(rows, both.length, minimum) &&
            !tells(rows.toReversed(), both.length, minimum);
          return { where, pairs: isSafe ? pairs : null };
        });
      }),
    );
  });
  return tested(found, survey);
}

/** Whether an id came twice in a round, perhaps once without an answer: it is nobody's. */
function isTwice(tally: Tally | undefined, hash: number): boolean {
  return tally?.people.get(hash) === null;
}

type Two = readonly (readonly [before: Said & object, after: Said & object])[];

function recurring(
  tallies: ReadonlyMap<string, Tally>,
  question: string,
  from: string,
  to: string,
  taxonomy: string,
): Two {
  const rounds = [from, to].map((round) => tallies.get(round));
  const [before, after] = rounds.map((one) => one?.panel.get(question));
  return [...(before ?? [])].flatMap(([hash, first]) => {
    const second = after?.get(hash) ?? null;
    if (first === null || second === null || rounds.some((one) => isTwice(one, hash))) return [];
    const alike = first.taxonomy === taxonomy && second.taxonomy === taxonomy;
    return alike ? [[first, second] as const] : [];
  });
}

/** @param code null for any problem */
function pairsFor(both: Two, code: string | null): Pairs {
  const has = ({ problems }: Said & object) =>
    code === null ? problems.length > 0 : problems.includes(code);
  const count = (before: boolean, after: boolean) =>
    both.filter(([first, second]) => has(first) === before && has(second) === after).length;
  return {
    both: count(true, true),
    gained: count(false, true),
    lost: count(true, false),
    neither: count(false, false),
  };
}

function mayShow(
  { both, gained, lost, neither }: Pairs,
  rows: readonly (ProblemRow | undefined)[],
  minimum: number,
): boolean {
  const n = both + gained + lost + neither;
  const sums = [both + lost, both + gained];
  // Those who are in no pair follow from the main table of either round.
  const rest = rows.map((row, i) => {
    if (row === undefined || row.n === null || row.base === null) return null;
    return { n: row.n - sums[i]!, base: row.base - n };
  });
  const fine = (count: number) => count === 0 || count >= minimum;
  return (
    [both, gained, lost, neither].every(fine) &&
    sums.every((yes) => isLarge(yes, n, minimum)) &&
    rest.every((one) => one !== null && (one.base === 0 || isLarge(one.n, one.base, minimum)))
  );
}

/**
 * Whether those of a round who are in no pair are, but for a few, the people of values that the other
 * round does not have, so that how many of them have the code tells a count that is hidden there.
 *
 * @param problems after protection
 */
function tellsOfValues(
  problems: readonly ProblemRow[],
  tallies: ReadonlyMap<string, Tally>,
): (rounds: readonly (ProblemRow | undefined)[], paired: number, minimum: number) => boolean {
  const lines = groupBy(
    problems.filter(({ level, group }) => level < 2 && group !== 'all'),
    codeKey,
  );
  return ([row, other], paired, minimum) => {
    if (row === undefined || other === undefined || row.base === null) return false;
    const rest = row.base - paired;
    const known = new Set((lines.get(codeKey(other)) ?? []).map(placeOf));
    const own = (lines.get(codeKey(row)) ?? []).filter((line) => !known.has(placeOf(line)));
    return [...groupBy(own, ({ group }) => group).values()].some((values) => {
      const tally = tallies.get(row.round)!;
      const bases = values.map((line) => countedOf(tally, line, line).base.sums.n);
      const isHidden = values.some(({ status }) => status === 'suppressed');
      return isHidden && rest - bases.reduce((sum, base) => sum + base, 0) < minimum;
    });
  };
}

function placeOf({ group, value }: ProblemRow): string {
  return `${group}\u0001${value}`;
}

interface Found {
  readonly where: Pick<PanelRow, 'question' | 'taxonomy' | 'code' | 'level' | 'from' | 'to'>;
  /** Null where hidden; that nobody is in both rounds is no secret. */
  readonly pairs: Pairs | 'nobody' | null;
}

function tested(found: readonly Found[], survey: Survey): readonly PanelRow[] {
  const { confidence, correction } = survey.statistics;
  const ps = found.map(({ pairs }) =>
    pairs === null || pairs === 'nobody'
      ? null
      : (mcnemar(pairs.gained, pairs.lost)?.exact ?? null),
  );
  const adjusted = adjustWithin(
    [...found.keys()],
    (i) => {
      const { question, from, to, level } = found[i]!.where;
      return JSON.stringify([question, from, to, level]);
    },
    (i) => (found[i]!.pairs === null ? 'hidden' : ps[i]!),
    correction,
  );
  return found.map(({ where, pairs }, i): PanelRow => {
    if (pairs === 'nobody') return { ...where, ...NO_CHANGE, n: 0 };
    const interval = pairs === null ? null : newcombePaired(pairs, confidence);
    if (pairs === null || interval === null) return { ...where, ...NO_CHANGE, n: null };
    const n = pairs.both + pairs.gained + pairs.lost + pairs.neither;
    const p = adjusted[i]!;
    return {
      ...where,
      n,
      share_from: (pairs.both + pairs.lost) / n,
      share_to: (pairs.both + pairs.gained) / n,
      ...interval,
      p: ps[i]!,
      p_adjusted: p,
      change: directionOf(interval.difference, p, survey.statistics),
      shown: 'yes',
    };
  });
}
