/** A report of one round and of one group, made from the report of all. */
import type { Tables } from '../aggregate/tables.ts';
import type { ReportModel } from '../chart/model.ts';

export interface View {
  /** The round that is taken for the latest. */
  readonly round: string;
  /** The value of a group that is taken for everybody; null: everybody. */
  readonly place: { readonly group: string; readonly value: string } | null;
}

/** What a report as of `view.round` shows, of the people of `view.place` alone. */
export function modelIn(model: ReportModel, view: View): ReportModel {
  const { rounds } = model.survey;
  const at = rounds.findIndex(({ id }) => id === view.round);
  const shown = at < 0 ? rounds : rounds.slice(0, at + 1);
  const isLast = shown.length === rounds.length;
  const tables = untilRound(model.tables, new Set(shown.map(({ id }) => id)), isLast);
  const survey = { ...model.survey, rounds: shown };
  if (view.place === null) return { ...model, survey, tables };
  return {
    ...model,
    survey: { ...survey, groups: [] },
    tables: ofPlace(tables, view.place),
  };
}

/** Lines of some rounds; those over all rounds only where all are there. */
function untilRound(tables: Tables, rounds: ReadonlySet<string>, areAll: boolean): Tables {
  const isIn = ({ round }: { readonly round: string }) => rounds.has(round);
  const isBetween = ({ from, to }: { readonly from: string; readonly to: string }) =>
    rounds.has(from) && rounds.has(to);
  return {
    ...tables,
    problems: tables.problems.filter(isIn),
    themes: tables.themes.filter(isIn),
    closed: tables.closed.filter(isIn),
    scales: tables.scales.filter(isIn),
    contrasts: tables.contrasts.filter(isIn),
    tests: tables.tests.filter(isIn),
    pairs: tables.pairs.filter(isIn),
    coding: tables.coding.filter(isIn),
    bases: tables.bases.filter(isIn),
    uncoded: tables.uncoded.filter(isIn),
    quotes: tables.quotes.filter(isIn),
    response: tables.response.filter(isIn),
    rows: tables.rows.filter(isIn),
    trends: tables.trends.filter(isBetween),
    scale_trends: tables.scale_trends.filter(isBetween),
    panel: tables.panel.filter(isBetween),
    series: areAll ? tables.series : [],
  };
}

/** Lines of one value of a group as those of everybody, and none that were made over all people. */
function ofPlace(tables: Tables, { group, value }: NonNullable<View['place']>): Tables {
  const own = <Row extends { readonly group: string; readonly value: string }>(
    rows: readonly Row[],
  ) =>
    rows
      .filter((row) => row.group === group && row.value === value)
      .map((row) => ({ ...row, group: 'all', value: '' }));
  return {
    ...tables,
    problems: own(tables.problems),
    themes: own(tables.themes),
    closed: own(tables.closed),
    scales: own(tables.scales),
    trends: own(tables.trends),
    series: own(tables.series),
    scale_trends: own(tables.scale_trends),
    contrasts: [],
    tests: [],
    panel: [],
    pairs: [],
    coding: [],
    bases: [],
    uncoded: [],
    quotes: [],
    response: [],
  };
}
