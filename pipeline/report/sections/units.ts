/** Units beside the whole: funnel plots in place of a league table. */
import { entriesOf, nameOfCode, parentName, valueName } from '../../chart/names.ts';
import type { Panel } from '../../chart/panels.ts';
import { count, effectiveSize, percent, shareTexts } from '../../chart/percent.ts';
import {
  innermostGroups,
  isFar,
  problemFunnels,
  type UnitFunnel,
  type UnitPoint,
  unitFunnel,
} from '../../chart/units.ts';
import type { Group } from '../../survey/survey.ts';
import { asWritten, type Context, findChart, plainly, say, translated } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { type Content, type Html, html, join } from '../html.ts';
import { type Column, countCell, type Line, shareCell, table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { type Cells, cellsOf } from './groups.ts';

/** Units that a table lists; of more, those far out. */
const MOST_LISTED = 60;

/** Null where no group has enough units with published figures. */
export function units(context: Context): Section | null {
  const groups = innermostGroups(context.model);
  const figures = context.panels.flatMap((panel) =>
    groups.flatMap((group) => [
      ...anyProblem(context, panel, group),
      ...commonProblems(context, panel, group),
    ]),
  );
  if (figures.length === 0) return null;
  return {
    id: 'units',
    title: plainly(context, 'units'),
    body: html`<p>${say(context, 'unitsIntro')}</p>
${groups.map((group) => readingOf(context, group))}${figures}`,
  };
}

function chartOf(context: Context, panel: Panel, group: Group, kind: 'units' | 'unit-problems') {
  const { question, taxonomy } = panel;
  return findChart(context, {
    kind,
    question: question.id,
    taxonomy: taxonomy.id,
    group: group.id,
  });
}

/** How to read the plots of a group, once: it is the same for all of them. */
function readingOf(context: Context, group: Group): Html | null {
  const chart = context.charts.find(
    (one) => (one.kind === 'units' || one.kind === 'unit-problems') && one.group === group.id,
  );
  return chart === undefined
    ? null
    : html`<p>${unbroken([chart.readings[context.lang]])}</p>
`;
}

function anyProblem(context: Context, panel: Panel, group: Group): readonly Html[] {
  const chart = chartOf(context, panel, group, 'units');
  const funnel = unitFunnel(panel, group, panel.taxonomy.id);
  if (chart === null || funnel === null) return [];
  const title = chart.titles[context.lang];
  // On a phone the place of a unit and where it stands come below its figures.
  const [name, ...parent] = nameColumns(context, group);
  const columns: readonly Column[] = [
    ...(name === undefined ? [] : [name]),
    { head: plainly(context, 'colBase'), numeric: true },
    { head: plainly(context, 'colEffective'), numeric: true },
    { head: plainly(context, 'colShare'), numeric: true },
    { head: say(context, 'colInterval', { confidence: context.confidence }), numeric: true },
    ...parent,
    { head: plainly(context, 'colStanding') },
  ];
  const lines = listed(funnel.units).map((one): Line => {
    const [own, ...place] = nameCells(context, group, one.value);
    return {
      cells: [
        own ?? null,
        countCell(context, one.row.base, one.row.status),
        effectiveSize(one.n),
        shareCell(context, one.row),
        shareTexts(one.row)?.interval ?? plainly(context, 'noBase'),
        ...place,
        plainly(context, `standing-${one.standing}`),
      ],
    };
  });
  const share = percent(funnel.target, funnel.targetBase);
  const caption = html`${title} · ${plainly(context, 'whole')} ${share}`;
  return [
    figure(
      context,
      chart,
      lines.length === 0
        ? html`<p class="aside">${say(context, 'unitsNoneFar')}</p>`
        : [table(caption, columns, lines, title, 'stacked'), fewNote(context, funnel.units)],
      unshown(context, group, [funnel]),
    ),
  ];
}

/** Only those of a long list that are far out. */
function listed(all: readonly UnitPoint[]): readonly UnitPoint[] {
  return all.length > MOST_LISTED ? all.filter(isFar) : all;
}

function fewNote(context: Context, all: readonly unknown[]): Html | null {
  return all.length > MOST_LISTED ? html`<p class="aside">${say(context, 'unitsFew')}</p>` : null;
}

function commonProblems(context: Context, panel: Panel, group: Group): readonly Html[] {
  const chart = chartOf(context, panel, group, 'unit-problems');
  const funnels = problemFunnels(panel, group);
  if (chart === null || funnels.length === 0) return [];
  const title = chart.titles[context.lang];
  const entries = entriesOf(panel.taxonomy);
  const columns: readonly Column[] = [
    ...nameColumns(context, group),
    { head: plainly(context, 'colBase'), numeric: true },
    ...funnels.map(({ code }) => ({
      head: nameOfCode(entries, code, context.lang),
      numeric: true,
    })),
  ];
  const whole: Line = {
    cells: [
      plainly(context, 'whole'),
      ...Array.from({ length: nameColumns(context, group).length }, () => null),
      ...funnels.map(({ target, targetBase }) => percent(target, targetBase)),
    ],
  };
  const cells = cellsOf(panel, group);
  const values = valuesOf(funnels);
  const lines = values.map(
    (value): Line => ({
      cells: [
        ...nameCells(context, group, value),
        count(baseOf(funnels, value)),
        ...funnels.map((funnel) => unitCell(context, cells, funnel, value)),
      ],
    }),
  );
  const caption = html`${title} · ${plainly(context, 'wholeMarks')}`;
  return [
    figure(
      context,
      chart,
      [table(caption, columns, [whole, ...lines], title), fewNote(context, allValues(funnels))],
      unshown(context, group, funnels),
    ),
  ];
}

/** How many units a plot leaves out; of several plots, how many each. */
function unshown(context: Context, group: Group, funnels: readonly UnitFunnel[]): Html | null {
  const told = funnels.filter(({ hidden }) => hidden > 0);
  if (told.length === 0) return null;
  const list =
    funnels.length === 1
      ? told.map(({ hidden: n }) =>
          say(context, 'unitsCount', { n, group: translated(context, group.label) }),
        )
      : told.map(({ code, hidden: n }) => say(context, 'unitsOf', { name: code, n }));
  return say(context, 'unitsUnshown', { list: join(list, plainly(context, 'listComma')) });
}

function allValues(funnels: readonly UnitFunnel[]): readonly string[] {
  return [...new Set(funnels.flatMap((one) => one.units.map(({ value }) => value)))];
}

/** Units drawn in any of the panels; of many, those far out in one. */
function valuesOf(funnels: readonly UnitFunnel[]): readonly string[] {
  const all = allValues(funnels);
  if (all.length <= MOST_LISTED) return all;
  return allValues(funnels.map((one) => ({ ...one, units: one.units.filter(isFar) })));
}

/** The base of a unit that is drawn in one of the panels at least; all have the same. */
function baseOf(funnels: readonly UnitFunnel[], value: string): number {
  const points = funnels.flatMap(({ units: drawn }) => drawn.filter((one) => one.value === value));
  return points[0]?.row.base ?? 0;
}

/** Share and interval, marked where it is far out. */
function unitCell(
  context: Context,
  cells: Cells,
  { code, units: drawn }: UnitFunnel,
  value: string,
): Content {
  const row = cells.get(value)?.get(code) ?? null;
  const interval = row === null ? null : (shareTexts(row)?.interval ?? null);
  const share = shareCell(context, row);
  const point = drawn.find((one) => one.value === value);
  const marked =
    point !== undefined && isFar(point)
      ? html`<b>${point.standing === 'far-above' ? '▲' : '▼'} ${share}</b>`
      : share;
  return interval === null ? marked : html`${marked} <small>${interval}</small>`;
}

function parentOf(context: Context, group: Group): Group | undefined {
  return context.model.survey.groups.find((one) => one.id === group.within);
}

function nameColumns(context: Context, group: Group): readonly Column[] {
  const parent = parentOf(context, group);
  return [group, ...(parent === undefined ? [] : [parent])].map((one) => ({
    head: translated(context, one.label),
  }));
}

function nameCells(context: Context, group: Group, value: string): readonly Content[] {
  const own = asWritten(context, valueName(value, group, context.lang));
  if (parentOf(context, group) === undefined) return [own];
  return [own, asWritten(context, parentName(value, context.lang))];
}
