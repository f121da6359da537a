/** How many of the population answered. */
import type { ResponseRow } from '../../aggregate/tables.ts';
import { roundName, valueName } from '../../chart/names.ts';
import { roundsIn } from '../../chart/panels.ts';
import { count, percent } from '../../chart/percent.ts';
import type { Round } from '../../survey/survey.ts';
import {
  asWritten,
  type Context,
  plainly,
  type ReportContext,
  say,
  translated,
} from '../context.ts';
import type { Section } from '../figure.ts';
import { type Content, type Html, html, join } from '../html.ts';
import { absent, type Line, table } from '../table.ts';
import { usedIn } from './header.ts';

/** Values of a group that the page lists. */
const MOST_VALUES = 60;

/** Null for a survey without head-counts. */
export function response(context: ReportContext): Section | null {
  const rows = context.model.tables.response;
  const { population } = context.manifest;
  if (rows.length === 0 || population === null) return null;
  const groups = context.model.survey.groups.filter(({ id }) =>
    rows.some((row) => row.group === id),
  );
  const title = plainly(context, 'response');
  const isAbove = rows.some((row) => row.rate !== null && row.rate > 1);
  return {
    id: 'response',
    title,
    body: html`<p>${say(context, 'responseIntro', { file: population.file })}</p>
${isAbove ? html`<p>${say(context, 'responseAbove')}</p>` : null}
${uncovered(context)}
${rates(context, 'all', plainly(context, 'everybody'), () => plainly(context, 'everybody'))}
${groups.map((group) =>
  rates(context, group.id, translated(context, group.label), (value) =>
    asWritten(context, valueName(value, group, context.lang)),
  ),
)}`,
  };
}

/** Rounds without head-counts, and how many respondents the rate of all leaves out. */
function uncovered(context: Context): readonly Html[] {
  const { tables } = context.model;
  const everybody = tables.response.filter(({ group }) => group === 'all');
  const none = everybody.filter(({ population }) => population === null);
  const nameOf = (round: Round) => asWritten(context, roundName(round, context.lang));
  const left = roundsIn(context.model, everybody).flatMap((round) => {
    const all = everybody.find((row) => row.round === round.id)!;
    if (all.population === null || all.respondents === null) return [];
    const n = usedIn(context, round.id) - all.respondents;
    if (all.rate === null) return [say(context, 'responseUnknown', { round: nameOf(round) })];
    return n > 0 ? [say(context, 'responseLeftOut', { round: nameOf(round), n: count(n) })] : [];
  });
  const rounds = join(roundsIn(context.model, none).map(nameOf), plainly(context, 'listComma'));
  const said = none.length === 0 ? left : [say(context, 'responseNone', { rounds }), ...left];
  return said.map((one) => html`<p>${one}</p>`);
}

/** A line a value, with each round's rate and what it is a rate of. */
function rates(
  context: Context,
  group: string,
  head: Content,
  nameOf: (value: string) => Content,
): Content {
  const rows = context.model.tables.response.filter((row) => row.group === group);
  const values = [...new Set(rows.map((row) => row.value))];
  if (values.length > MOST_VALUES) {
    return html`<p>${say(context, 'tooMany', { group: head, n: values.length })}</p>`;
  }
  const rounds = roundsIn(context.model, rows);
  const lines = values.map((value): Line => {
    const own = rounds.map((round) =>
      rows.find((row) => row.round === round.id && row.value === value),
    );
    return { cells: [nameOf(value), ...own.map((row) => rateCell(context, row))] };
  });
  const title = plainly(context, 'response');
  return table(
    head,
    [
      { head },
      ...rounds.map((round) => ({
        head: asWritten(context, roundName(round, context.lang)),
        numeric: true,
      })),
    ],
    lines,
    title,
  );
}

function rateCell(context: Context, row: ResponseRow | undefined): Content {
  if (row === undefined) return plainly(context, 'noBase');
  if (row.respondents === null) return absent(context, row.status);
  if (row.rate === null || row.population === null) return count(row.respondents);
  return html`${percent(row.rate, row.population)} <small>${count(row.respondents)} / ${count(row.population)}</small>`;
}
