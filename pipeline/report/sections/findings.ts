/** The findings in sentences: from verdicts and intervals, never from raw differences. */
import type { ProblemRow } from '../../aggregate/tables.ts';
import { panelName } from '../../chart/captions.ts';
import { codeName, entriesOf, roundName } from '../../chart/names.ts';
import { latestTrends, overall, type Panel } from '../../chart/panels.ts';
import { count, percent, points, pValue, shareTexts } from '../../chart/percent.ts';
import { type Context, gap, plainly, say, translated } from '../context.ts';
import type { Section } from '../figure.ts';
import { type Content, type Html, html, join } from '../html.ts';

const MOST = 6;
/** Above this share of answers without a code, a reader is warned. */
const MANY_UNCODED = 0.15;
/** Names in one sentence. */
const LONGEST_LIST = 5;

export function findings(context: Context): Section {
  const { panels } = context;
  // The most important of every panel first, then the next of every panel.
  const told = [
    ...panels.map((panel) => top(context, panel)),
    ...panels.flatMap((panel) => changes(context, panel)),
    ...panels.flatMap((panel) => groups(context, panel)),
    ...panels.map((panel) => uncoded(context, panel)),
    ...panels.map((panel) => anyProblem(context, panel)),
  ].filter((one) => one !== null);
  const sentences = told.length === 0 ? [say(context, 'findNothing')] : told.slice(0, MOST);
  return {
    id: 'findings',
    title: plainly(context, 'findings'),
    body: html`<ul class="findings">${sentences.map(
      (one) => html`<li>${one}</li>
`,
    )}</ul>
<p class="aside">${say(context, 'findingsNote')}</p>`,
  };
}

function nameOf(context: Context, panel: Panel, code: string): string {
  const entry = entriesOf(panel.taxonomy).get(code);
  return entry === undefined ? code : codeName(entry, context.lang);
}

function listed(context: Context, items: readonly Content[]): Html {
  const shown = items.slice(0, LONGEST_LIST);
  return html`${join(shown, plainly(context, 'listComma'))}${items.length > shown.length ? '…' : null}`;
}

/** The three most common problems, and whether the first is surely the first. */
function top(context: Context, panel: Panel): Html | null {
  const rows = overall(panel, panel.latest.id);
  const shown = panel.order.flatMap((code) => {
    const row = rows.get(code);
    return row?.status === 'shown' && row.share !== null ? [row] : [];
  });
  const [first, second] = shown;
  if (first === undefined || first.base === null) return null;
  const one = (row: ProblemRow) => {
    const texts = shareTexts(row);
    return say(context, 'findTopOne', {
      name: nameOf(context, panel, row.code),
      share: texts?.share ?? '',
      interval: texts?.interval ?? '',
      confidence: context.confidence,
    });
  };
  const others = shown.slice(1, 3).map(one);
  const overlap = second?.high != null && first.low !== null && second.high >= first.low;
  const rest = say(context, 'findTopRest', { others: listed(context, others) });
  return html`${say(context, 'findTop', {
    panel: panelName(context.model, panel, context.lang),
    round: translated(context, panel.latest.label),
    base: count(first.base),
    first: one(first),
    rest: others.length === 0 ? null : rest,
  })}${overlap ? [gap(context), say(context, 'findOverlap')] : null}`;
}

function changes(context: Context, panel: Panel): readonly Html[] {
  const { previous } = panel;
  if (previous === null) return [];
  const rows = panel.order
    .flatMap((code) => latestTrends(context.model, panel, code))
    .filter((row) => row.from === previous.id && row.shown === 'yes');
  if (rows.length === 0) return [];
  const values = {
    panel: panelName(context.model, panel, context.lang),
    from: roundName(previous, context.lang),
  };
  const told = (['up', 'down'] as const).flatMap((change) => {
    const changed = rows.filter((row) => row.change === change);
    if (changed.length === 0) return [];
    const list = changed.map((row) => {
      const bases = [previous.id, panel.latest.id].map(
        (id) => overall(panel, id).get(row.code)?.base ?? null,
      );
      return say(context, 'findChangeOne', {
        name: nameOf(context, panel, row.code),
        before: row.share_from === null ? '' : percent(row.share_from, bases[0] ?? null),
        after: row.share_to === null ? '' : percent(row.share_to, bases[1] ?? null),
        points: row.difference === null ? '' : points(row.difference),
        p: pText(row.p_adjusted),
      });
    });
    return [
      say(context, change === 'up' ? 'findUp' : 'findDown', {
        ...values,
        list: listed(context, list),
      }),
    ];
  });
  return told.length > 0 ? told : [say(context, 'findNoChange', { ...values, n: rows.length })];
}

function groups(context: Context, panel: Panel): readonly Html[] {
  const { model, alpha } = context;
  const known = new Set(panel.order);
  return model.survey.groups
    .filter((group) => group.within === null)
    .flatMap((group) => {
      const tests = model.tables.tests.filter(
        (row) =>
          row.question === panel.question.id &&
          row.group === group.id &&
          row.round === panel.latest.id &&
          known.has(row.code) &&
          row.shown === 'yes' &&
          row.p_adjusted !== null,
      );
      if (tests.length === 0) return [];
      const values = {
        panel: panelName(model, panel, context.lang),
        group: translated(context, group.label),
      };
      const differ = tests.filter((row) => (row.p_adjusted ?? 1) < alpha);
      if (differ.length === 0)
        return [say(context, 'findNoGroups', { ...values, n: tests.length })];
      const list = differ.map((row) =>
        say(context, 'findGroupsOne', {
          name: nameOf(context, panel, row.code),
          extremes: extremes(context, panel, row.code, group.id),
          p: pText(row.p_adjusted),
        }),
      );
      return [say(context, 'findGroups', { ...values, list: listed(context, list) })];
    });
}

/** Where a share is highest and lowest, among the values that are shown. */
function extremes(context: Context, panel: Panel, code: string, group: string): Html {
  const rows = panel.rows
    .filter((row) => row.round === panel.latest.id && row.group === group && row.code === code)
    .flatMap((row) =>
      row.status === 'shown' && row.share !== null ? [{ ...row, share: row.share }] : [],
    )
    .sort((a, b) => b.share - a.share);
  const [high, low] = [rows[0], rows.at(-1)];
  if (high === undefined || low === undefined) return html``;
  return say(context, rows.length === 1 ? 'findOnlyShown' : 'findExtremes', {
    high: high.value,
    highShare: percent(high.share, high.base),
    low: low.value,
    lowShare: percent(low.share, low.base),
  });
}

/** How much of the answers the taxonomy does not reach, where that is much. */
function uncoded(context: Context, panel: Panel): Html | null {
  const rows = context.model.tables.coding.filter(
    (row) => row.question === panel.question.id && row.round === panel.latest.id,
  );
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? null;
  const [coded, without, none] = [of('coded'), of('uncoded'), of('no-problem')];
  if (coded === null || without === null || none === null) return null;
  const base = coded + without + none;
  // Statuses are of the whole question: told once, with its first panel.
  const isFirst = context.panels.find((one) => one.question === panel.question) === panel;
  if (base === 0 || without / base < MANY_UNCODED || !isFirst) return null;
  return say(context, 'findUncoded', {
    panel: translated(context, panel.question.label),
    share: percent(without / base, base),
  });
}

function anyProblem(context: Context, panel: Panel): Html | null {
  const row = panel.rows.find(
    (one) => one.level === 0 && one.group === 'all' && one.round === panel.latest.id,
  );
  const texts = row === undefined ? null : shareTexts(row);
  if (texts === null || texts.interval === null) return null;
  return say(context, 'findAny', {
    panel: panelName(context.model, panel, context.lang),
    share: texts.share,
    interval: texts.interval,
    confidence: context.confidence,
  });
}

/** @example pText(0.0002) // 'p<0.001' */
export function pText(p: number | null): string {
  if (p === null) return '';
  const text = pValue(p);
  return text.startsWith('<') ? `p${text}` : `p=${text}`;
}
