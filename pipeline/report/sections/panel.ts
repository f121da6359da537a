/** What the same respondents said in two rounds. */
import type { PanelRow } from '../../aggregate/tables.ts';
import { entriesOf, nameOfCode, roundName } from '../../chart/names.ts';
import type { Panel } from '../../chart/panels.ts';
import { count, percent, points, pValue } from '../../chart/percent.ts';
import type { Round } from '../../survey/survey.ts';
import { asWritten, type Context, gap, plainly, say, translated } from '../context.ts';
import { elsewhereNote } from '../elsewhere.ts';
import { type Content, type Html, html, join } from '../html.ts';
import { hidden, type Line, table } from '../table.ts';

/**
 * Pairs of the latest round and the one before, and of the first and the latest where there are
 * more, and of which rounds there can be none; nothing where the survey is no panel.
 */
export function pairedChanges(context: Context, panel: Panel): Content {
  const { previous, latest, rounds } = panel;
  const [first] = rounds;
  const starts = [previous, first === previous ? null : first].flatMap((from) =>
    from == null || from === latest ? [] : [from],
  );
  const followed =
    context.model.survey.panel && starts.length > 0 ? [...starts.toReversed(), latest] : [];
  const note = elsewhereNote(context, followed, 'notAvailable');
  return [
    starts.flatMap((from) => pairedTable(context, panel, from) ?? []),
    note && html`<h3>${plainly(context, 'panelTitle')}</h3>${note}`,
  ];
}

function pairedTable(context: Context, panel: Panel, from: Round): Html | null {
  const { latest } = panel;
  const rows = context.model.tables.panel.filter(
    (row) =>
      row.question === panel.question.id &&
      row.taxonomy === panel.taxonomy.id &&
      row.level === 1 &&
      row.from === from.id &&
      row.to === latest.id,
  );
  if (rows.length === 0) return null;
  const rounds = {
    from: asWritten(context, roundName(from, context.lang)),
    to: asWritten(context, roundName(latest, context.lang)),
  };
  if (rows.every(({ n }) => n === 0)) return html`<p>${say(context, 'panelNobody', rounds)}</p>`;
  const entries = entriesOf(panel.taxonomy);
  const lines = panel.order.flatMap((code): Line[] => {
    const row = rows.find((one) => one.code === code);
    if (row === undefined) return [];
    const name = nameOfCode(entries, code, context.lang);
    return [{ cells: [name, ...pairedCells(context, row)] }];
  });
  const title = say(context, 'panelRounds', rounds);
  return html`<p>${say(context, 'panelIntro', rounds)}${recurringNote(context, from, latest)}</p>
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
  plainly(context, 'panelTitle'),
)}`;
}

/** How many ids recur and how many of them stay in their groups, as published; a warning if few do. */
function recurringNote(context: Context, from: Round, to: Round): Content {
  const found = context.model.recurring.find((one) => one.from === from.id && one.to === to.id);
  if (found === undefined) return null;
  const { ids, agreeing, doubtful } = found;
  const values = {
    from: asWritten(context, roundName(from, context.lang)),
    to: asWritten(context, roundName(to, context.lang)),
  };
  const groups = context.model.survey.groups
    .filter(({ within }) => within === null)
    .map(({ label }) => translated(context, label));
  const sentences = [
    ids === null ? null : say(context, 'panelRecurring', { ...values, ids: count(ids) }),
    ids === null || agreeing === null
      ? null
      : say(context, 'panelAgreeing', {
          share: percent(agreeing / ids, ids),
          groups: join(groups, plainly(context, 'listComma')),
        }),
    doubtful ? html`<strong>${say(context, 'panelDoubtful', values)}</strong>` : null,
  ];
  return sentences.map((one) => (one === null ? null : [gap(context), one]));
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
