/** Groups beside each other: outermost ones as a chart, nested ones as tables. */
import type { ProblemRow } from '../../aggregate/tables.ts';
import { panelName } from '../../chart/captions.ts';
import { codeName, entriesOf, nameOfCode, parentName, valueName } from '../../chart/names.ts';
import { groupValues, type Panel } from '../../chart/panels.ts';
import { pValue, shareTexts } from '../../chart/percent.ts';
import type { Group } from '../../survey/survey.ts';
import { asWritten, type Context, findChart, plainly, say, translated } from '../context.ts';
import { figure, folded, ofQuestion, type Section } from '../figure.ts';
import { type Content, type Html, html } from '../html.ts';
import { sentenceList, verdictsAbout } from '../sentences.ts';
import { countCell, hidden, shareCell, table } from '../table.ts';
import type { Verdict } from '../verdicts/verdict.ts';

/** Values of a nested group that the page lists. */
const MOST_VALUES = 60;

export function groups(context: Context): Section {
  const { groups: all } = context.model.survey;
  return {
    id: 'groups',
    title: plainly(context, 'groups'),
    body:
      all.length === 0
        ? html`<p>${say(context, 'noGroups')}</p>`
        : html`<p>${say(context, 'groupsIntro')}</p>
${context.panels.map((panel) => all.map((group) => byGroup(context, panel, group)))}`,
  };
}

function byGroup(context: Context, panel: Panel, group: Group): Content {
  const chart = findChart(context, {
    kind: 'groups',
    question: panel.question.id,
    taxonomy: panel.taxonomy.id,
    group: group.id,
  });
  if (chart !== null) {
    const byValue = problemsByValue(context, panel, group, chart.titles[context.lang]);
    return [sentenceList(context, told(context, panel, group)), figure(context, chart, byValue)];
  }
  const values = groupValues(panel, group.id);
  if (values.length === 0) return null;
  if (values.length > MOST_VALUES) {
    return html`<p>${say(context, 'tooMany', { group: translated(context, group.label), n: values.length })}</p>`;
  }
  return ofQuestion(panel.question, valuesByProblem(context, panel, group, values));
}

function told(context: Context, panel: Panel, group: Group): readonly Verdict[] {
  const differences = ['differs-by-group', 'no-group-difference', 'too-few-in-values'] as const;
  return verdictsAbout(context, panel, ...differences).filter(
    (one) => 'group' in one && one.group === group.id,
  );
}

export type Cells = ReadonlyMap<string, ReadonlyMap<string, ProblemRow>>;

/** Latest rows of a group: value -> code -> row. */
export function cellsOf(panel: Panel, group: Group): Cells {
  const cells = new Map<string, Map<string, ProblemRow>>();
  for (const row of panel.rows) {
    if (row.group !== group.id || row.round !== panel.latest.id) continue;
    const codes = cells.get(row.value) ?? new Map<string, ProblemRow>();
    codes.set(row.code, row);
    cells.set(row.value, codes);
  }
  return cells;
}

/** Shares with intervals, one column a value, and the test of their difference. */
function problemsByValue(context: Context, panel: Panel, group: Group, title: string): Html {
  const entries = entriesOf(panel.taxonomy);
  const cells = cellsOf(panel, group);
  const values = [...cells.keys()];
  const lines = panel.order.flatMap((code) => {
    const entry = entries.get(code);
    if (entry === undefined) return [];
    const shares = values.map((value) =>
      withInterval(context, cells.get(value)?.get(code) ?? null),
    );
    return [
      { cells: [codeName(entry, context.lang), ...shares, testCell(context, panel, group, code)] },
    ];
  });
  const bases = values.map((value) => baseCell(context, cells.get(value)));
  return table(
    title,
    [
      { head: plainly(context, 'colProblem') },
      ...values.map((value) => ({
        head: asWritten(context, valueName(value, group, context.lang)),
        numeric: true,
        interval: true,
      })),
      { head: plainly(context, 'colTest'), numeric: true },
    ],
    [{ cells: [plainly(context, 'colBase'), ...bases, null] }, ...lines],
    title,
  );
}

function withInterval(context: Context, row: ProblemRow | null): Content {
  const share = shareCell(context, row);
  const interval = row === null ? null : (shareTexts(row)?.interval ?? null);
  return interval === null ? share : html`${share} <small>${interval}</small>`;
}

/** The base is the same for all codes: the first that is published tells it. */
function baseCell(context: Context, codes: ReadonlyMap<string, ProblemRow> | undefined): Content {
  const rows = [...(codes?.values() ?? [])];
  const shown = rows.find((row) => row.base !== null);
  return countCell(context, shown?.base ?? null, rows[0]?.status ?? 'no-base');
}

function testCell(context: Context, panel: Panel, group: Group, code: string): Content {
  const test = context.model.tables.tests.find(
    (row) =>
      row.question === panel.question.id &&
      row.group === group.id &&
      row.round === panel.latest.id &&
      row.code === code,
  );
  if (test === undefined) return plainly(context, 'noBase');
  if (test.shown === 'no' || test.p_adjusted === null) return hidden(context);
  const p = pValue(test.p_adjusted);
  return test.p_adjusted < context.alpha ? html`<b>${say(context, 'significant', { p })}</b>` : p;
}

/** Nested or many values: one line a value. */
function valuesByProblem(
  context: Context,
  panel: Panel,
  group: Group,
  values: readonly string[],
): Html {
  const cells = cellsOf(panel, group);
  const parent = context.model.survey.groups.find((one) => one.id === group.within);
  const title = say(context, 'nested', {
    group: translated(context, group.label),
    round: translated(context, panel.latest.label),
  });
  const lines = values.map((value) => {
    const codes = cells.get(value);
    return {
      cells: [
        asWritten(context, valueName(value, group, context.lang)),
        ...(parent === undefined ? [] : [asWritten(context, parentName(value, context.lang))]),
        baseCell(context, codes),
        ...panel.order.map((code) => shareCell(context, codes?.get(code) ?? null)),
      ],
    };
  });
  const content = table(
    title,
    [
      { head: translated(context, group.label) },
      ...(parent === undefined ? [] : [{ head: translated(context, parent.label) }]),
      { head: plainly(context, 'colBase'), numeric: true },
      ...panel.order.map((code) => ({ head: abbreviated(context, panel, code), numeric: true })),
    ],
    lines,
    translatedName(context, group),
  );
  return folded(html`${panelName(context.model, panel, context.lang)} · ${title}`, content);
}

/** A code alone, with its name for those who point at it. */
function abbreviated(context: Context, panel: Panel, code: string): Html {
  const name = nameOfCode(entriesOf(panel.taxonomy), code, context.lang);
  return html`<abbr title="${name}">${code}</abbr>`;
}

function translatedName(context: Context, group: Group): string {
  return group.label[context.lang];
}
