/** Problems and sub-problems ranked in the latest round. */
import type { ProblemRow } from '../../aggregate/tables.ts';
import { type RankedCode, subproblemParts } from '../../chart/draw-rankings.ts';
import { codeName, entriesOf } from '../../chart/names.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { type Context, findChart, plainly, say, translated } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { qualityView } from '../quality.ts';
import { figureCells, figureColumns, type Line, shareCell, table } from '../table.ts';
import { quotes } from './quotes.ts';

export function problems(context: Context): Section {
  return ranked(context, 'problems');
}

export function subproblems(context: Context): Section {
  return ranked(context, 'subproblems');
}

function ranked(context: Context, kind: 'problems' | 'subproblems'): Section {
  return {
    id: kind,
    title: plainly(context, kind),
    body: html`<p>${say(context, kind === 'problems' ? 'problemsIntro' : 'subproblemsIntro')}</p>
${context.panels.map((panel) => [
  figures(context, panel, kind),
  kind === 'problems' ? quotes(context, panel) : null,
])}`,
  };
}

function figures(
  context: Context,
  panel: Panel,
  kind: 'problems' | 'subproblems',
): readonly Html[] {
  const subject = { kind, question: panel.question.id, taxonomy: panel.taxonomy.id };
  const parts =
    kind === 'problems'
      ? [panel.order.map((code): RankedCode => ({ code, level: 1 }))]
      : subproblemParts(panel);
  return parts.flatMap((codes, at) => {
    const chart = findChart(context, { ...subject, part: parts.length === 1 ? 0 : at + 1 });
    if (chart === null) return [];
    const title = chart.titles[context.lang];
    return [figure(context, chart, rankedTable(context, panel, codes, kind, title))];
  });
}

function rankedTable(
  context: Context,
  panel: Panel,
  codes: readonly RankedCode[],
  kind: 'problems' | 'subproblems',
  title: string,
): Html {
  const entries = entriesOf(panel.taxonomy);
  const latest = overall(panel, panel.latest.id);
  const before = overall(panel, panel.previous?.id);
  const quality = qualityView(context, panel.taxonomy.id);
  const line = (name: string, row: ProblemRow | undefined, level: 1 | 2, code: string): Line => ({
    level,
    cells: [
      name,
      ...figureCells(context, row ?? null),
      ...(panel.previous === null ? [] : [shareCell(context, before.get(code) ?? null)]),
      ...quality.cells(code),
    ],
  });
  const lines = codes.flatMap(({ code, level }) => {
    const entry = entries.get(code);
    return entry === undefined
      ? []
      : [line(codeName(entry, context.lang), latest.get(code), level, code)];
  });
  const any = panel.rows.find(
    (row) => row.level === 0 && row.group === 'all' && row.round === panel.latest.id,
  );
  const all =
    any === undefined || kind === 'subproblems'
      ? []
      : [line(plainly(context, 'anyProblem'), any, 1, any.code)];
  const columns = [
    { head: plainly(context, 'colProblem') },
    ...figureColumns(
      context,
      'colShare',
      say(context, 'colInterval', { confidence: context.confidence }),
    ),
    ...(panel.previous === null
      ? []
      : [{ head: translated(context, panel.previous.label), numeric: true }]),
    ...quality.columns,
  ];
  return html`${table(title, columns, [...lines, ...all], title, 'stacked')}
${quality.note}`;
}
