/** What the rules of respondent hygiene flagged, round by round, and what became of it. */
import type { HygieneRow } from '../../aggregate/tables.ts';
import { roundName } from '../../chart/names.ts';
import { roundsIn } from '../../chart/panels.ts';
import { count, percent } from '../../chart/percent.ts';
import { HYGIENE_RULES } from '../../survey/survey.ts';
import { asWritten, type Context, gap, plainly, say } from '../context.ts';
import { elsewhereNote } from '../elsewhere.ts';
import type { Section } from '../figure.ts';
import { type Content, html } from '../html.ts';
import { hidden, table } from '../table.ts';
import { personal } from './personal.ts';

/** Null where there are no counts. */
export function hygiene(context: Context): Section | null {
  const rows = context.model.tables.hygiene;
  if (rows.length === 0) return null;
  const rounds = roundsIn(context.model, rows);
  const lines = HYGIENE_RULES.map((rule) => {
    const own = rows.filter((row) => row.rule === rule);
    const dropped = own.some((row) => row.policy === 'drop');
    return {
      cells: [
        plainly(context, `rule-${rule}`),
        plainly(context, dropped ? 'policyDrop' : 'policyFlag'),
        ...rounds.map((round) =>
          cell(
            context,
            own.find((row) => row.round === round.id),
          ),
        ),
      ],
    };
  });
  const columns = [
    { head: plainly(context, 'colRule') },
    { head: plainly(context, 'colPolicy') },
    ...rounds.map((round) => ({
      head: asWritten(context, roundName(round, context.lang)),
      numeric: true,
    })),
  ];
  const title = plainly(context, 'hygiene');
  const dropped = rows.some(({ policy }) => policy === 'drop')
    ? [gap(context), say(context, 'hygieneDropped')]
    : null;
  return {
    id: 'hygiene',
    title,
    body: html`<p>${say(context, 'hygieneIntro')}</p>
${table(title, columns, lines, title, rounds.length <= 3 ? 'stacked' : 'scrolls')}
<p class="aside">${say(context, 'hygieneRules')}${gap(context)}${say(context, 'hygieneCounts')}${dropped}</p>
${elsewhereNote(context, rounds, 'hygieneElsewhere')}${personal(context)}`,
  };
}

/** The number and its share of the round; why there is none. */
function cell(context: Context, row: HygieneRow | undefined): Content {
  if (row === undefined || row.status === 'no-base') return plainly(context, 'notChecked');
  if (row.n === null || row.share === null) return hidden(context);
  const used = context.model.tables.rows
    .filter((one) => one.round === row.round)
    .reduce((sum, one) => sum + one.used, 0);
  return html`${count(row.n)} <small>${percent(row.share, used)}</small>`;
}
