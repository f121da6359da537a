/** Themes that the taxonomies share. */
import { type ThemeView, themeRow, themeViews } from '../../chart/draw-others.ts';
import { valueName } from '../../chart/names.ts';
import type { Group } from '../../survey/survey.ts';
import { asWritten, type Context, findChart, plainly, say } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { latestCells, latestColumns, shareCell, table } from '../table.ts';

/** Null where no theme has results. */
export function themes(context: Context): Section | null {
  const views = themeViews(context.model, context.panels);
  if (views.length === 0) return null;
  return {
    id: 'themes',
    title: plainly(context, 'themes'),
    body: html`<p>${say(context, 'themesIntro')}</p>
${views.map((view) => [overview(context, view), ...context.model.survey.groups.map((group) => byGroup(context, view, group))])}`,
  };
}

function overview(context: Context, view: ThemeView): Html | null {
  const chart = findChart(context, { kind: 'themes', question: view.question.id });
  if (chart === null) return null;
  const title = chart.titles[context.lang];
  const { latest, previous } = view;
  const lines = view.themes.map((theme) => ({
    cells: [
      theme.labels[context.lang],
      ...latestCells(
        context,
        themeRow(view, theme.id, latest.id),
        previous,
        previous && themeRow(view, theme.id, previous.id),
      ),
    ],
  }));
  const columns = [{ head: plainly(context, 'colTheme') }, ...latestColumns(context, previous)];
  return figure(context, chart, table(title, columns, lines, title));
}

function byGroup(context: Context, view: ThemeView, group: Group): Html | null {
  const chart = findChart(context, {
    kind: 'theme-groups',
    question: view.question.id,
    group: group.id,
  });
  if (chart === null) return null;
  const rows = view.rows.filter((row) => row.group === group.id && row.round === view.latest.id);
  const values = [...new Set(rows.map((row) => row.value))];
  const title = chart.titles[context.lang];
  const lines = view.themes.map((theme) => ({
    cells: [
      theme.labels[context.lang],
      ...values.map((value) =>
        shareCell(
          context,
          rows.find((row) => row.theme === theme.id && row.value === value) ?? null,
        ),
      ),
    ],
  }));
  const columns = [
    { head: plainly(context, 'colTheme') },
    ...values.map((value) => ({
      head: asWritten(context, valueName(value, group, context.lang)),
      numeric: true,
    })),
  ];
  return figure(context, chart, table(title, columns, lines, title));
}
