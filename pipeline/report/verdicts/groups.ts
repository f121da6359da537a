/** Verdicts about the values of a group, from tests.csv and shown rows. */
import { compareShares } from '../../aggregate/compare.ts';
import { alphaOf } from '../../aggregate/families.ts';
import type { ProblemRow, ShareFigures, TestRow } from '../../aggregate/tables.ts';
import type { ReportModel } from '../../chart/model.ts';
import type { Panel } from '../../chart/panels.ts';
import { groupBy } from '../../group-by.ts';
import { adjust } from '../../statistics/adjust.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { Group, StatisticsSettings } from '../../survey/survey.ts';
import { type Figure, figureOf, isTooFew } from './figure.ts';
import type { DiffersByGroup, NoGroupDifference, PartAndRest, TooFewInValues } from './verdict.ts';

type GroupVerdict = DiffersByGroup | NoGroupDifference | TooFewInValues;

/** Of an outermost group in the latest round; nested ones have values too many to tell of. */
export function groupVerdicts(
  model: ReportModel,
  panel: Panel,
  group: Group,
): readonly GroupVerdict[] {
  const round = panel.latest.id;
  const about = {
    question: panel.question.id,
    taxonomy: panel.taxonomy.id,
    round,
    group: group.id,
  };
  const known = new Set(panel.order);
  const tests = model.tables.tests.flatMap((row): (TestRow & { p_adjusted: number })[] => {
    const own = row.question === about.question && row.group === group.id && row.round === round;
    if (!own || !known.has(row.code) || row.shown === 'no' || row.p_adjusted === null) return [];
    return [{ ...row, p_adjusted: row.p_adjusted }];
  });
  const differ = tests.filter((row) => row.p_adjusted < alphaOf(model.survey.statistics));
  const alike = tests.filter((row) => !differ.includes(row)).map(({ code }) => code);
  const few = fewIn(panel, group);
  return [
    ...differ.map(({ code, p_adjusted }): DiffersByGroup => {
      const rows = rowsOf(panel, group, code);
      const parts = partsOf(rows, model.survey.statistics);
      return { kind: 'differs-by-group', ...about, code, p_adjusted, ...parts };
    }),
    ...(alike.length === 0
      ? []
      : [{ kind: 'no-group-difference', ...about, codes: alike } as const]),
    ...(few.length === 0 ? [] : [{ kind: 'too-few-in-values', ...about, values: few } as const]),
  ];
}

function rowsOf(panel: Panel, group: Group, code: string): readonly ProblemRow[] {
  return panel.rows.filter(
    (row) => row.round === panel.latest.id && row.group === group.id && row.code === code,
  );
}

/**
 * Which values lie above or below all others together, p adjusted over the values.
 *
 * Any hidden value would be missing from the rest of every other: then nothing is said. Values
 * with too few answers count in the rest of others and are not spoken of themselves.
 */
function partsOf(
  rows: readonly ProblemRow[],
  settings: StatisticsSettings,
): Pick<DiffersByGroup, 'above' | 'below' | 'compared'> {
  if (rows.some(({ status }) => status === 'suppressed')) {
    return { above: [], below: [], compared: 'hidden' };
  }
  const shown = rows.filter(({ status }) => status === 'shown');
  // Of two values one is the rest of the other: to tell of both would say the same twice.
  const compared = (shown.length === 2 ? shown.slice(0, 1) : shown).flatMap((row) => {
    const part = figureOf(row);
    const rest = pooled(
      shown.filter((other) => other !== row),
      settings.confidence,
    );
    if (part === null || rest === null || isTooFew(part) || isTooFew(rest)) return [];
    const found = compareShares(asRow(rest), row, settings);
    return found === null ? [] : [{ value: row.value, part, rest, ...found }];
  });
  const adjusted = adjust(
    compared.map(({ p }) => p),
    settings.correction,
  );
  const borneOut = compared.flatMap(({ p: _, ...one }, at): PartAndRest[] => {
    const p_adjusted = adjusted[at] ?? null;
    const sure = p_adjusted !== null && p_adjusted < alphaOf(settings);
    return sure ? [{ ...one, p_adjusted }] : [];
  });
  const largest = borneOut.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return {
    above: largest.filter(({ difference }) => difference > 0),
    below: largest.filter(({ difference }) => difference < 0),
    compared: compared.length === 0 ? 'too-few' : 'some',
  };
}

/**
 * Shown values taken together: their shares and effective numbers, each weighed by its heads, with
 * Wilson's interval. Null where one lacks its figures, or there is none.
 *
 * Without weights this is the share of all their respondents; with weights that differ on average
 * between values it is that of a rest in which every value counts by its number of respondents.
 */
function pooled(rows: readonly ProblemRow[], confidence: number): Figure | null {
  const figures = rows.flatMap((row) => figureOf(row) ?? []);
  const base = figures.reduce((sum, one) => sum + one.base, 0);
  if (figures.length < rows.length || base === 0) return null;
  // Sums of fractions may pass 1 by a rounding error.
  const share = Math.min(
    1,
    figures.reduce((sum, one) => sum + (one.base / base) * one.share, 0),
  );
  const n_effective =
    1 / figures.reduce((sum, one) => sum + (one.base / base) ** 2 / one.n_effective, 0);
  const interval = wilson(share, n_effective, confidence);
  return interval === null ? null : { share, ...interval, base, n_effective };
}

function asRow(figure: Figure): ShareFigures {
  return { ...figure, n: null, status: 'shown' };
}

/** Values whose every published share is too few to speak of, the smallest first. */
function fewIn(panel: Panel, group: Group): TooFewInValues['values'] {
  const rows = panel.rows.filter(
    (row) => row.round === panel.latest.id && row.group === group.id && row.level === 1,
  );
  return [...groupBy(rows, ({ value }) => value)]
    .flatMap(([value, own]) => {
      const figures = own.flatMap((row) => figureOf(row) ?? []);
      const [first] = figures;
      return first !== undefined && figures.every(isTooFew) ? [{ value, base: first.base }] : [];
    })
    .toSorted((a, b) => a.base - b.base);
}
