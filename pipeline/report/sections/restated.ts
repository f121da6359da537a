/** Figures that the results given away before had otherwise. */
import type { RestatedRow } from '../../aggregate/tables.ts';
import { codeName, entriesOf, roundName } from '../../chart/names.ts';
import { count, percent } from '../../chart/percent.ts';
import { asWritten, type Context, gap, plainly, say } from '../context.ts';
import type { Section } from '../figure.ts';
import { type Content, html } from '../html.ts';
import { table } from '../table.ts';

/** Null where nothing differs. Everybody's figures are listed, those of groups are counted. */
export function restated(context: Context): Section | null {
  const rows = context.model.tables.restated;
  if (rows.length === 0) return null;
  const levels = new Map(
    context.model.tables.problems.map((row) => [`${row.taxonomy} ${row.code}`, row.level]),
  );
  const isListed = ({ group, of, taxonomy, code }: RestatedRow) =>
    group === 'all' && (of === 'closed' || (levels.get(`${taxonomy} ${code}`) ?? 2) < 2);
  const listed = rows.filter(isListed);
  const left = rows.length - listed.length;
  const title = plainly(context, 'restated');
  const columns = [
    { head: plainly(context, 'colRestated') },
    { head: plainly(context, 'colRound') },
    { head: plainly(context, 'colBefore'), numeric: true },
    { head: plainly(context, 'colNow'), numeric: true },
  ];
  const more = left === 0 ? null : [gap(context), say(context, 'restatedMore', { n: count(left) })];
  return {
    id: 'restated',
    title,
    body: html`<p>${say(context, 'restatedIntro')}${more}</p>
${
  listed.length === 0
    ? null
    : table(
        title,
        columns,
        listed.map((row) => line(context, row)),
        title,
      )
}`,
  };
}

function line(context: Context, row: RestatedRow): { readonly cells: readonly Content[] } {
  const round = context.model.survey.rounds.find((one) => one.id === row.round);
  return {
    cells: [
      nameOf(context, row),
      round === undefined ? row.round : asWritten(context, roundName(round, context.lang)),
      html`${percent(row.share_before, row.base_before)} <small>${count(row.base_before)}</small>`,
      html`${percent(row.share, row.base)} <small>${count(row.base)}</small>`,
    ],
  };
}

function nameOf(context: Context, row: RestatedRow): Content {
  const { lang, model } = context;
  if (row.of === 'problems') {
    const taxonomy = model.taxonomies.find((one) => one.id === row.taxonomy);
    const entry = taxonomy === undefined ? undefined : entriesOf(taxonomy).get(row.code);
    return entry === undefined ? (taxonomy?.labels[lang] ?? row.code) : codeName(entry, lang);
  }
  const question = model.survey.questions.find((one) => one.id === row.question);
  const label = model.tables.closed.find(
    (one) => one.question === row.question && one.option === row.code,
  )?.label;
  return html`${asWritten(context, question?.label[lang] ?? row.question)} · ${asWritten(context, label ?? row.code)}`;
}
