/** What the same respondents said in two rounds. */
import type { PanelRow } from '../../aggregate/tables.ts';
import { codeName, entriesOf } from '../../chart/names.ts';
import type { Panel } from '../../chart/panels.ts';
import { count, percent, points, pValue } from '../../chart/percent.ts';
import { type Context, plainly, say } from '../context.ts';
import { type Content, html } from '../html.ts';
import { hidden, type Line, table } from '../table.ts';

/** Pairs of the latest round and the one before; null where the survey is no panel. */
export function pairedChanges(context: Context, panel: Panel): Content {
  const { previous, latest } = panel;
  const rows = context.model.tables.panel.filter(
    (row) =>
      row.question === panel.question.id &&
      row.taxonomy === panel.taxonomy.id &&
      row.level === 1 &&
      row.from === previous?.id &&
      row.to === latest.id,
  );
  if (rows.length === 0) return null;
  const entries = entriesOf(panel.taxonomy);
  const lines = panel.order.flatMap((code): Line[] => {
    const row = rows.find((one) => one.code === code);
    const entry = entries.get(code);
    if (row === undefined) return [];
    const name = entry === undefined ? code : codeName(entry, context.lang);
    return [{ cells: [name, ...pairedCells(context, row)] }];
  });
  const title = plainly(context, 'panelTitle');
  return html`<p>${say(context, 'panelIntro')}</p>
${table(
  title,
  [
    { head: plainly(context, 'colProblem') },
    { head: plainly(context, 'colPairs'), numeric: true },
    { head: plainly(context, 'colShift'), numeric: true },
    {
      head: html`${plainly(context, 'colDifference')} <small>${say(context, 'colInterval', { confidence: context.confidence })}</small>`,
      numeric: true,
    },
    { head: plainly(context, 'colAdjusted'), numeric: true },
    { head: plainly(context, 'colVerdict') },
  ],
  lines,
  title,
)}`;
}

function pairedCells(context: Context, row: PanelRow): readonly Content[] {
  const { n, share_from: from, share_to: to, difference, low, high, p_adjusted: p } = row;
  if (n === null || from === null || to === null || difference === null) {
    return Array.from({ length: 5 }, () => hidden(context));
  }
  const words = { up: 'up', down: 'down', 'no-evidence': 'noEvidence', '': 'noBase' } as const;
  return [
    count(n),
    `${percent(from, n)} → ${percent(to, n)}`,
    low === null || high === null
      ? points(difference)
      : html`${points(difference)} <small>${points(low)} … ${points(high)}</small>`,
    p === null ? plainly(context, 'noBase') : pValue(p),
    plainly(context, words[row.change]),
  ];
}
