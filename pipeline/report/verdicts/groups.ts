/** Verdicts about the values of a group, from tests.csv and shown rows. */
import { alphaOf } from '../../aggregate/families.ts';
import type { ContrastRow, ProblemRow, TestRow } from '../../aggregate/tables.ts';
import { type Figure, figureOf, isTooFew } from '../../chart/figure.ts';
import type { ReportModel } from '../../chart/model.ts';
import type { Panel } from '../../chart/panels.ts';
import { groupBy } from '../../group-by.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { Group, StatisticsSettings } from '../../survey/survey.ts';
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
      const parts = partsOf(rows, contrastsOf(model, about, code), model.survey.statistics);
      return { kind: 'differs-by-group', ...about, code, p_adjusted, ...parts };
    }),
    ...(alike.length === 0
      ? []
      : [{ kind: 'no-group-difference', ...about, codes: alike } as const]),
    ...(few.length === 0 ? [] : [{ kind: 'too-few-in-values', ...about, values: few } as const]),
  ];
}

function contrastsOf(
  { tables }: ReportModel,
  about: { question: string; taxonomy: string; round: string; group: string },
  code: string,
): readonly ContrastRow[] {
  return tables.contrasts.filter(
    (row) =>
      row.question === about.question &&
      row.taxonomy === about.taxonomy &&
      row.round === about.round &&
      row.group === about.group &&
      row.code === code,
  );
}

function rowsOf(panel: Panel, group: Group, code: string): readonly ProblemRow[] {
  return panel.rows.filter(
    (row) => row.round === panel.latest.id && row.group === group.id && row.code === code,
  );
}

/**
 * Which values lie above or below all others together, as contrasts.csv bears out.
 *
 * Of two values one is the rest of the other: only the first is told of. Values with too few
 * answers, or with too few to be compared with, are not spoken of.
 */
function partsOf(
  rows: readonly ProblemRow[],
  contrasts: readonly ContrastRow[],
  { confidence }: StatisticsSettings,
): Pick<DiffersByGroup, 'above' | 'below' | 'compared'> {
  const told = rows.filter(({ status }) => status !== 'no-base');
  const shown = contrasts.filter((one) => one.shown === 'yes');
  if (shown.length === 0) {
    const hidden = rows.some(({ status }) => status === 'suppressed');
    return { above: [], below: [], compared: hidden ? 'hidden' : 'too-few' };
  }
  const compared = (told.length === 2 ? shown.slice(0, 1) : shown).flatMap((one) => {
    const part = figureOf(rows.find(({ value }) => value === one.value));
    const rest = restOf(one, confidence);
    return part === null || rest === null || isTooFew(part) || isTooFew(rest)
      ? []
      : [{ contrast: one, part, rest }];
  });
  const of = (verdict: ContrastRow['verdict']) =>
    compared
      .filter(({ contrast }) => contrast.verdict === verdict)
      .map(({ contrast, part, rest }): PartAndRest => {
        const { value, difference, low, high, p_adjusted } = contrast;
        const shift = { difference: difference!, low: low!, high: high!, p_adjusted: p_adjusted! };
        return { value, part, rest, ...shift };
      })
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return {
    above: of('above'),
    below: of('below'),
    compared: compared.length === 0 ? 'too-few' : 'some',
  };
}

/** The rest with Wilson's interval. */
function restOf(contrast: ContrastRow, confidence: number): Figure | null {
  const { share_rest: share, base_rest: base, n_effective_rest: n_effective } = contrast;
  if (share === null || base === null || n_effective === null) return null;
  const interval = wilson(share, n_effective, confidence);
  return interval === null ? null : { share, ...interval, base, n_effective };
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
