/** Shares under computed weights, from which hidden counts could be worked out. */
import type { CountTables, ShareFigures, Where } from '../aggregate/tables.ts';
import type { Survey } from '../survey/survey.ts';

/**
 * Where weights are computed, they follow from published head-counts, so that the share of everybody
 * is one more equation over the counts of the groups weighted by. If any of these is hidden, all
 * shares of that code, theme or option in that round are given in whole percent, and n_effective in
 * two digits: many counts then fit.
 */
export function coarsen<T extends CountTables>(tables: T, survey: Survey): T {
  const { method, by } = survey.weighting;
  if (method === 'none') return tables;
  const hidden = new Set<string>();
  const note = (row: Where & ShareFigures, item: string) => {
    if (by.includes(row.group) && row.status === 'suppressed') hidden.add(keyOf(row, item));
  };
  for (const row of tables.problems) note(row, `${row.taxonomy}\u0002${row.code}`);
  for (const row of tables.themes) note(row, row.theme);
  for (const row of tables.closed) note(row, row.option);
  const round = <Row extends ShareFigures & Pick<Where, 'round' | 'question'>>(
    row: Row,
    item: string,
  ): Row => (hidden.has(keyOf(row, item)) ? coarse(row) : row);
  return {
    ...tables,
    problems: tables.problems.map((row) => round(row, `${row.taxonomy}\u0002${row.code}`)),
    themes: tables.themes.map((row) => round(row, row.theme)),
    closed: tables.closed.map((row) => round(row, row.option)),
    sensitivity: tables.sensitivity.map((row) => round(row, `${row.taxonomy}\u0002${row.code}`)),
    bases: tables.bases.map((row) => round(row, `${row.taxonomy}\u0002${row.code}`)),
  };
}

function coarse<Row extends ShareFigures>(row: Row): Row {
  const percent = (share: number | null) => (share === null ? null : Math.round(100 * share) / 100);
  const { share, low, high, n_effective: n } = row;
  return {
    ...row,
    share: percent(share),
    low: percent(low),
    high: percent(high),
    n_effective: n === null ? null : Number(n.toPrecision(2)),
  };
}

function keyOf({ round, question }: Pick<Where, 'round' | 'question'>, item: string): string {
  return [round, question, item].join('\u0001');
}
