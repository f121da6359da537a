/** The latest round's problems again: without flagged respondents, and coded by terms alone. */
import type { SensitivityRow, Variant } from '../../aggregate/tables.ts';
import { panelName } from '../../chart/captions.ts';
import { entriesOf, nameOfCode } from '../../chart/names.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { percent, points } from '../../chart/percent.ts';
import { type Context, plainly, say } from '../context.ts';
import { ofQuestion, type Section } from '../figure.ts';
import { type Content, html } from '../html.ts';
import { absent, type Line, shareCell, table } from '../table.ts';

const VARIANTS = [
  ['unflagged', 'variantUnflagged'],
  ['terms', 'variantTerms'],
] as const;

/** Null where no open question has results. */
export function sensitivity(context: Context): Section | null {
  if (context.panels.length === 0) return null;
  const tables = context.panels.flatMap((panel) => variants(context, panel) ?? []);
  return {
    id: 'sensitivity',
    title: plainly(context, 'sensitivity'),
    body:
      tables.length === 0
        ? html`<p>${say(context, 'sensitivityNone')}</p>`
        : html`<p>${say(context, 'sensitivityIntro')}</p>
${tables}`,
  };
}

function variants(context: Context, panel: Panel): Content {
  const rows = context.model.tables.sensitivity.filter(
    (row) =>
      row.question === panel.question.id &&
      row.taxonomy === panel.taxonomy.id &&
      row.round === panel.latest.id &&
      row.level === 1,
  );
  const told = VARIANTS.filter(([variant]) =>
    rows.some((row) => row.variant === variant && row.status === 'shown'),
  );
  if (told.length === 0) return null;
  const main = overall(panel, panel.latest.id);
  const entries = entriesOf(panel.taxonomy);
  const lines = panel.order.map((code): Line => {
    const name = nameOfCode(entries, code, context.lang);
    const of = (variant: Variant) =>
      rows.find((row) => row.code === code && row.variant === variant);
    return {
      cells: [
        name,
        shareCell(context, main.get(code) ?? null),
        ...told.map(([variant]) => variantCell(context, of(variant))),
      ],
    };
  });
  const title = panelName(context.model, panel, context.lang);
  const content = table(
    title,
    [
      { head: plainly(context, 'colProblem') },
      { head: plainly(context, 'variantMain'), numeric: true },
      ...told.map(([, key]) => ({ head: plainly(context, key), numeric: true })),
    ],
    lines,
    `${plainly(context, 'sensitivity')} – ${title}`,
    'stacked',
  );
  return ofQuestion(panel.question, content);
}

function variantCell(context: Context, row: SensitivityRow | undefined): Content {
  if (row === undefined || row.share === null) return absent(context, row?.status ?? 'no-base');
  const share = percent(row.share, row.base);
  return row.difference === null
    ? share
    : html`${share} <small>(${points(row.difference)})</small>`;
}
