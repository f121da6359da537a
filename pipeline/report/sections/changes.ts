/** What changed over the rounds. */
import type { ProblemRow, TrendRow } from '../../aggregate/tables.ts';
import { panelName } from '../../chart/captions.ts';
import { figureOf, isTooFew } from '../../chart/figure.ts';
import { codeName, entriesOf, nameOfCode, roundName, valueName } from '../../chart/names.ts';
import { latestTrends, type Panel } from '../../chart/panels.ts';
import { count, percent, points, pValue } from '../../chart/percent.ts';
import type { Group } from '../../survey/survey.ts';
import { asWritten, type Context, findChart, plainly, say, translated } from '../context.ts';
import { figure, folded, ofQuestion, type Section } from '../figure.ts';
import { type Content, type Html, html } from '../html.ts';
import { notAskedNote } from '../not-asked.ts';
import { sentenceList, verdictsAbout } from '../sentences.ts';
import { type Column, hidden, table } from '../table.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { pairedChanges } from './panel.ts';

/** Lines of a table of changes within groups. */
const MOST_LINES = 40;

export function changes(context: Context): Section {
  const figures = context.panels.flatMap((panel) => {
    const chart = findChart(context, {
      kind: 'trends',
      question: panel.question.id,
      taxonomy: panel.taxonomy.id,
    });
    if (chart === null) return [];
    return [
      sentenceList(context, told(context, panel)),
      figure(context, chart, changesTable(context, panel, chart.titles[context.lang])),
      pairedChanges(context, panel),
      inGroups(context, panel),
    ];
  });
  const notes = context.model.survey.questions.flatMap((question) =>
    question.type === 'open' ? (notAskedNote(context, question) ?? []) : [],
  );
  return {
    id: 'changes',
    title: plainly(context, 'changes'),
    body:
      figures.length === 0
        ? html`${notes.length > 0 ? notes : html`<p>${say(context, 'oneRound')}</p>`}`
        : html`<p>${say(context, 'changesIntro')}</p>${notes}
${figures}`,
  };
}

/** What is said of a panel's changes; rounds that did not ask have a note for the question. */
function told(context: Context, panel: Panel): readonly Verdict[] {
  const changes = ['rose', 'fell', 'no-evidence', 'too-few', 'hidden', 'not-comparable'] as const;
  const about = verdictsAbout(context, panel, ...changes, 'trend-over-rounds');
  // Too few for the question as a whole is a matter of the ranking.
  return about.filter((one) => one.kind !== 'too-few' || one.codes.length > 0);
}

function columns(context: Context, first: readonly Column[]): readonly Column[] {
  return [
    ...first,
    { head: plainly(context, 'colBase'), numeric: true },
    { head: plainly(context, 'colShift'), numeric: true },
    {
      head: html`${plainly(context, 'colDifference')} <small>${say(context, 'colInterval', { confidence: context.confidence })}</small>`,
      numeric: true,
    },
    { head: plainly(context, 'colAdjusted'), numeric: true },
    { head: plainly(context, 'colVerdict') },
  ];
}

/** Bases, shares, difference with interval, adjusted p and verdict: five cells. */
function trendCells(context: Context, panel: Panel, row: TrendRow): readonly Content[] {
  if (row.shown === 'no' || row.share_from === null || row.share_to === null) {
    return Array.from({ length: 5 }, () => hidden(context));
  }
  const none = plainly(context, 'noBase');
  const sides = sidesOf(panel, row);
  const words = { up: 'up', down: 'down', 'no-evidence': 'noEvidence', '': 'noBase' } as const;
  const verdict = sides.some(isSmall) ? 'tooFew' : words[row.change];
  const [before, after] = sides.map((side) => side?.base ?? null);
  return [
    [before, after].map((base) => (base == null ? none : count(base))).join(' → '),
    `${percent(row.share_from, before ?? null)} → ${percent(row.share_to, after ?? null)}`,
    difference(row) ?? none,
    row.p_adjusted === null ? none : pValue(row.p_adjusted),
    html`<span class="nowrap">${plainly(context, verdict)}</span>`,
  ];
}

/** The two lines of problems.csv that a comparison is made from. */
function sidesOf(panel: Panel, row: TrendRow): readonly (ProblemRow | undefined)[] {
  return [row.from, row.to].map((round) =>
    panel.rows.find(
      (one) =>
        one.round === round &&
        one.group === row.group &&
        one.value === row.value &&
        one.code === row.code,
    ),
  );
}

function cellOf({ round, value, code }: Pick<ProblemRow, 'round' | 'value' | 'code'>): string {
  return JSON.stringify([round, value, code]);
}

/** Too few answers to speak of a change, as the sentences do. */
function isSmall(row: ProblemRow | undefined): boolean {
  const figure = figureOf(row);
  return figure !== null && isTooFew(figure);
}

/** In percentage points, with its interval. */
function difference({ difference: found, low, high }: TrendRow): Content {
  if (found === null) return null;
  if (low === null || high === null) return points(found);
  return html`${points(found)} <small>${points(low)} … ${points(high)}</small>`;
}

function changesTable(context: Context, panel: Panel, title: string): Html {
  const entries = entriesOf(panel.taxonomy);
  const lines = panel.order.flatMap((code) =>
    latestTrends(context.model, panel, code).map((row) => {
      return {
        cells: [
          nameOfCode(entries, code, context.lang),
          period(context, row),
          ...trendCells(context, panel, row),
        ],
      };
    }),
  );
  const first = [{ head: plainly(context, 'colProblem') }, { head: plainly(context, 'colRound') }];
  return table(title, columns(context, first), lines, title);
}

function period(context: Context, row: TrendRow): Content {
  const name = (id: string) => {
    const round = context.model.survey.rounds.find((one) => one.id === id);
    return round === undefined ? id : asWritten(context, roundName(round, context.lang));
  };
  return html`<span class="nowrap">${name(row.from)} →</span> <span class="nowrap">${name(row.to)}</span>`;
}

/** Changes within groups that adjusted tests bear out, of the latest round. */
function inGroups(context: Context, panel: Panel): Content {
  const entries = entriesOf(panel.taxonomy);
  const of = (group: Group) =>
    context.model.tables.trends.filter(
      (row) =>
        row.question === panel.question.id &&
        row.group === group.id &&
        row.to === panel.latest.id &&
        entries.has(row.code),
    );
  return context.model.survey.groups.map((group) => {
    const rows = of(group);
    const small = new Set(
      panel.rows.filter((row) => row.group === group.id && isSmall(row)).map(cellOf),
    );
    const changed = rows.filter(
      (row) =>
        (row.change === 'up' || row.change === 'down') &&
        ![row.from, row.to].some((round) => small.has(cellOf({ ...row, round }))),
    );
    if (changed.length === 0) return null;
    const title = say(context, 'groupChanges', { group: translated(context, group.label) });
    const lines = changed.slice(0, MOST_LINES).map((row) => ({
      cells: [
        asWritten(context, valueName(row.value, group, context.lang)),
        codeName(entries.get(row.code)!, context.lang),
        period(context, row),
        ...trendCells(context, panel, row),
      ],
    }));
    const first = [
      { head: translated(context, group.label) },
      { head: plainly(context, 'colProblem') },
      { head: plainly(context, 'colPeriod') },
    ];
    const more =
      changed.length > MOST_LINES
        ? html`<p>${say(context, 'moreChanges', { n: changed.length - MOST_LINES })}</p>`
        : null;
    const told = folded(html`${panelName(context.model, panel, context.lang)} · ${title}`, [
      table(title, columns(context, first), lines, plainly(context, 'changes')),
      more,
    ]);
    return ofQuestion(panel.question, told);
  });
}
