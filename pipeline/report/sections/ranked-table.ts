/** Figures of problems in the latest round, as a table. */
import type { ProblemRow } from '../../aggregate/tables.ts';
import type { RankedCode } from '../../chart/draw-rankings.ts';
import { codeName, entriesOf } from '../../chart/names.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { type Context, plainly } from '../context.ts';
import { type Html, html } from '../html.ts';
import { qualityView } from '../quality.ts';
import { type Line, latestCells, latestColumns, table } from '../table.ts';

/**
 * Figures of problems and sub-problems, one line each, and how good their coding is.
 *
 * @param any the line of those who mention any problem, if it is to be listed
 */
export function rankedTable(
  context: Context,
  panel: Panel,
  codes: readonly RankedCode[],
  title: string,
  any: ProblemRow | undefined,
): Html {
  const entries = entriesOf(panel.taxonomy);
  const latest = overall(panel, panel.latest.id);
  const before = overall(panel, panel.previous?.id);
  const quality = qualityView(context, panel.taxonomy.id);
  const line = (name: string, row: ProblemRow | undefined, level: 1 | 2, code: string): Line => ({
    level,
    cells: [
      name,
      ...latestCells(context, row ?? null, panel.previous, before.get(code) ?? null),
      ...quality.cells(code),
    ],
  });
  const lines = codes.flatMap(({ code, level }) => {
    const entry = entries.get(code);
    return entry === undefined
      ? []
      : [line(codeName(entry, context.lang), latest.get(code), level, code)];
  });
  const all = any === undefined ? [] : [line(plainly(context, 'anyProblem'), any, 1, any.code)];
  const columns = [
    { head: plainly(context, 'colProblem') },
    ...latestColumns(context, panel.previous),
    ...quality.columns,
  ];
  return html`${table(title, columns, [...lines, ...all], title, 'stacked')}
${quality.note}`;
}
