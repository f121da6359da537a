/** Weights computed from the population's head-counts, and the tallies weighted by them. */
import { type Problem, problem } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { type HeadCount, headCounts, type Population } from '../read/population.ts';
import { isUnplaced } from '../read/respondent.ts';
import { kishDesignEffect } from '../statistics/kish.ts';
import { type PopulationCell, postStratify } from '../statistics/post-stratify.ts';
import { type Margin, rake } from '../statistics/rake.ts';
import { trim } from '../statistics/trim.ts';
import type { WeightingCell } from '../statistics/weighting-cell.ts';
import type { Survey } from '../survey/survey.ts';
import { RESPONDENTS } from '../tally/count-plan.ts';
import { parseDesignCell } from '../tally/design-cell.ts';
import { USED } from '../tally/items.ts';
import { sumsByDesign, sumsOf } from '../tally/look-up.ts';
import { reweighted } from '../tally/reweight.ts';
import type { Sums, Tally } from '../tally/tally.ts';
import { addSums } from './sums.ts';
import { type UnknownCell, unknownProblems } from './unknown-cells.ts';
import { deviationOf } from './weighting-deviation.ts';

/** How the weights of a round came about, for the report and the manifest. */
export interface Weighting {
  readonly round: string;
  readonly method: 'poststratify' | 'rake';
  readonly by: readonly string[];
  /** Rounds over all margins; 1 of post-stratification. */
  readonly iterations: number;
  /** Largest relative distance of a margin from its head-count, after trimming. */
  readonly deviation: number;
  /** Respondents whose weight was cut. */
  readonly trimmed: number;
  /** Respondents with a group left empty, who got the mean factor; null if that many is not told. */
  readonly unplaced: number | null;
  /** Share of the population in groups without a respondent, for whom nobody stands. */
  readonly unreached: number;
  /** n Σw² / (Σw)² of the round's respondents: what unequal weights cost. */
  readonly design_effect: number;
}

export interface Weighted {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly weighting: readonly Weighting[];
  /** Why no weights could be made. */
  readonly problems: readonly Problem[];
}

const RAKING = { iterations: 1000, tolerance: 1e-9 };

/**
 * Tallies in which weights are multiplied by factors that bring their sums to the head-counts.
 *
 * A factor holds for all respondents of a weighting cell: the values of the groups that the survey
 * weights by. Those who left one of these empty get the mean factor of all others, so that they
 * count as they would unweighted, and the others' sums still stand to one another as the
 * head-counts do; R's `survey` would have them imputed or dropped before. Variances take the weights as given, as with any other weights: what is gained by
 * knowing the population is not counted, so intervals are, if anything, too
 * wide for what chance does; what trimming and unreached groups miss is bias, which they do not show.
 */
export function weightRounds(
  survey: Survey,
  tallies: ReadonlyMap<string, Tally>,
  population: Population | null,
): Weighted {
  if (survey.weighting.method === 'none' || population === null) {
    return { tallies, weighting: [], problems: [] };
  }
  const { by } = survey.weighting;
  const absent = by.filter((id) => !population.groups.includes(id));
  if (absent.length > 0) {
    const ids = population.groups.join(', ');
    const problems = absent.map((id) =>
      problem('weighting-by', { file: population.file }, { by: id, ids }),
    );
    return { tallies, weighting: [], problems };
  }
  const rounds = [...tallies].map(([round, tally]) =>
    weightRound(round, tally, survey, population),
  );
  const unknown = rounds.flatMap((one) => one.unknown);
  return {
    tallies: new Map(rounds.map(({ round, tally }) => [round, tally])),
    weighting: rounds.flatMap((one) => one.weighting ?? []),
    problems: [
      ...unknownProblems(unknown, survey, population),
      ...rounds.flatMap((one) => one.problems),
    ],
  };
}

interface WeightedRound {
  readonly round: string;
  readonly tally: Tally;
  readonly weighting: Weighting | null;
  /** Cells with respondents that have no head-count. */
  readonly unknown: readonly UnknownCell[];
  readonly problems: readonly Problem[];
}

function weightRound(
  round: string,
  tally: Tally,
  survey: Survey,
  population: Population,
): WeightedRound {
  const { method, by, trim: limit } = survey.weighting;
  const refuse = (refusal: Refusal) => ({ round, tally, weighting: null, ...refusal });
  const { file } = population;
  const people = peopleOf(headCounts(population, round), by, population);
  if (people.length === 0) {
    return refuse({ unknown: [], problems: [problem('weighting-no-round', { file }, { round })] });
  }
  const all = weightingCells(tally, survey);
  const placed = all.filter(({ key }) => !key.some(isUnplaced));
  const unplaced = all.filter(({ key }) => key.some(isUnplaced));
  const fit = method === 'rake' ? raked(placed, people) : stratified(placed, people);
  const refusal = refusalOf(fit, placed, round, file);
  if (refusal !== null) return refuse(refusal);
  const mean = meanFactor(placed, fit.factors);
  const cells = [...placed, ...unplaced];
  const fitted = { ...fit, factors: [...fit.factors, ...unplaced.map(() => mean)] };
  const scaled = cells.map((cell, i) => ({ ...cell, w: cell.w * (fitted.factors[i] ?? 0) }));
  const cut = limit === null ? null : trim(scaled, limit);
  const factors = fitted.factors.map((factor, i) => (factor ?? 0) * (cut?.factors[i] ?? 1));
  const own = reweighted(tally, factorBy(cells, factors, survey));
  const sums = sumsOf(own, RESPONDENTS, 'all', '', USED);
  return {
    round,
    tally: own,
    weighting: {
      round,
      method: method === 'rake' ? 'rake' : 'poststratify',
      by,
      iterations: fitted.iterations,
      deviation: deviationOf(placed, factors, people, method === 'rake'),
      trimmed: cut?.trimmed.n ?? 0,
      unplaced: unplaced.reduce((sum, { n }) => sum + n, 0),
      unreached: fitted.unreached,
      design_effect: effectOf(sums, placed, survey.privacy.minimum),
    },
    unknown: [],
    problems: [],
  };
}

/** In two digits where a cell is small: in four its respondents could be counted from it. */
function effectOf(sums: Sums, cells: readonly WeightingCell[], minimum: number): number {
  const effect = kishDesignEffect(sums) ?? 1;
  return cells.some(({ n }) => n < minimum) ? Number(effect.toPrecision(2)) : effect;
}

type Refusal = Pick<WeightedRound, 'unknown' | 'problems'>;

/** Why factors cannot be used, or null. */
function refusalOf(
  { factors, converged, deviation }: Fitted,
  cells: readonly WeightingCell[],
  round: string,
  file: string,
): Refusal | null {
  const unknown = cells.filter(({ w }, i) => w > 0 && factors[i] === null);
  if (unknown.length > 0) {
    return { unknown: unknown.map((cell) => ({ round, cell })), problems: [] };
  }
  if (converged) return null;
  const off = `${(100 * deviation).toPrecision(2)} %`;
  return {
    unknown: [],
    problems: [problem('weighting-not-converged', { file }, { round, deviation: off })],
  };
}

/** By which the weights of those with a factor are multiplied on average. */
function meanFactor(cells: readonly WeightingCell[], factors: readonly (number | null)[]): number {
  const before = cells.reduce((sum, { w }) => sum + w, 0);
  const after = cells.reduce((sum, { w }, i) => sum + w * (factors[i] ?? 0), 0);
  return before === 0 ? 1 : after / before;
}

/** Respondents by the values of the groups that are weighted by. */
function weightingCells(tally: Tally, survey: Survey): readonly WeightingCell[] {
  const found = [...sumsByDesign(tally, RESPONDENTS, 'all', '', USED)];
  const cells = groupBy(found, ([cell]) => JSON.stringify(parseDesignCell(cell, survey).by));
  return [...cells].map(([key, own]) => {
    const { n, w } = own.map(([, sums]): Sums => sums).reduce(addSums);
    return { key: JSON.parse(key) as string[], n, w };
  });
}

function factorBy(cells: readonly WeightingCell[], factors: readonly number[], survey: Survey) {
  const known = new Map(cells.map(({ key }, i) => [JSON.stringify(key), factors[i]!]));
  return (cell: string) => known.get(JSON.stringify(parseDesignCell(cell, survey).by)) ?? 0;
}

/** Head-counts by the values of the groups that are weighted by. */
function peopleOf(
  lines: readonly HeadCount[],
  by: readonly string[],
  population: Population,
): People {
  const places = by.map((id) => population.groups.indexOf(id));
  return lines.map(({ values, count }) => ({ key: places.map((at) => values[at]!), count }));
}

type People = readonly PopulationCell[];

interface Fitted {
  readonly factors: readonly (number | null)[];
  readonly iterations: number;
  readonly converged: boolean;
  readonly deviation: number;
  readonly unreached: number;
}

function stratified(cells: readonly WeightingCell[], people: People): Fitted {
  const { factors, unreached } = postStratify(cells, people);
  const lost = unreached.reduce((sum, { count }) => sum + count, 0) / totalOf(people);
  return { factors, iterations: 1, converged: true, deviation: 0, unreached: lost };
}

function raked(cells: readonly WeightingCell[], people: People): Fitted {
  const margins = (people[0]?.key ?? []).map((_, i) => marginOf(people, i));
  const fitted = rake(cells, margins, RAKING);
  // Of each margin all that is out of reach; nobody knows how far two margins' parts are the same.
  const lost = margins.map((margin, i) =>
    fitted.unreached
      .filter((one) => one.margin === i)
      .reduce((sum, { category }) => sum + (margin.get(category) ?? 0) / totalOf(people), 0),
  );
  return { ...fitted, unreached: Math.max(0, ...lost) };
}

function marginOf(people: People, i: number): Margin {
  const margin = new Map<string, number>();
  for (const { key, count } of people) margin.set(key[i]!, (margin.get(key[i]!) ?? 0) + count);
  return margin;
}

function totalOf(people: People): number {
  return people.reduce((sum, { count }) => sum + count, 0);
}
