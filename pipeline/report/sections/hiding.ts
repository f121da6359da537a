/** What is hidden, how much of it, and what is not promised: two sentences, the rest folded. */
import type { Tables } from '../../aggregate/tables.ts';
import { isWeighted } from '../../aggregate/weight-groups.ts';
import { count, percent } from '../../chart/percent.ts';
import { type Context, plainly, say } from '../context.ts';
import { folded } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { table } from '../table.ts';
import type { WordKey } from '../words.ts';

/** Tables whose lines say whether they are hidden. */
const TABLES = [
  'problems',
  'themes',
  'closed',
  'scales',
  'pairs',
  'coding',
  'sensitivity',
  'bases',
  'response',
  'hygiene',
  'personal',
] as const satisfies readonly (keyof Tables)[];

export interface HiddenLines {
  readonly table: (typeof TABLES)[number];
  readonly lines: number;
  readonly hidden: number;
}

/**
 * How many lines of each table are hidden; tables without lines are left out.
 *
 * Counted from the published tables, where anybody can count them, so that nobody learns anything
 * by it. How many are hidden for themselves, and how many to protect those, is not told, not even
 * of a whole table: which hidden counts cannot be small can often be worked out, and were there as
 * many of these as are hidden for others, all the rest would be known to be small, a range narrower
 * than the one promised. (How many hidden lines are 0 would tell as much.)
 */
export function hiddenLines(tables: Tables): readonly HiddenLines[] {
  return TABLES.map((name) => {
    const rows: readonly { readonly status: string; readonly shown?: string }[] = tables[name];
    const hidden = rows.filter((row) => row.status === 'suppressed' || row.shown === 'no').length;
    return { table: name, lines: rows.length, hidden };
  }).filter(({ lines }) => lines > 0);
}

export function howHidden(context: Context): Html {
  const { minimum, personalData } = context.model.survey.privacy;
  const isSearched = context.model.tables.personal.length > 0;
  const treatment = plainly(context, personalData === 'mask' ? 'personalMask' : 'personalDrop');
  const keys: readonly WordKey[] = [
    'hidingSmall',
    'hidingFurther',
    'hidingEarlier',
    'hidingLooks',
    'hidingZeros',
    'hidingUse',
    ...(isWeighted(context.model.survey) ? (['hidingWeights', 'hidingCoarse'] as const) : []),
    ...(isSearched ? (['hidingPersonal'] as const) : []),
    'hidingAudit',
    'hidingLimits',
  ];
  return html`${say(context, 'methodHidingText', { minimum })}
${folded(plainly(context, 'hidingMore'), [
  html`<ul>${keys.map(
    (key) => html`<li>${say(context, key, { minimum, treatment })}</li>
`,
  )}</ul>
`,
  linesTable(context),
])}`;
}

function linesTable(context: Context): Html {
  const tables = hiddenLines(context.model.tables);
  const sum = (of: 'lines' | 'hidden') => tables.reduce((total, one) => total + one[of], 0);
  const [lines, hidden] = [sum('lines'), sum('hidden')];
  const title = plainly(context, 'hidingTable');
  const columns = [
    { head: plainly(context, 'colTable') },
    ...(['colLines', 'colHiddenLines', 'colHiddenShare'] as const).map((key) => ({
      head: plainly(context, key),
      numeric: true,
    })),
  ];
  const cells = tables.map((one) => ({
    cells: [
      html`<code>${one.table}</code>`,
      count(one.lines),
      count(one.hidden),
      percent(one.hidden / one.lines, one.lines),
    ],
  }));
  const told = {
    lines: count(lines),
    hidden: count(hidden),
    share: percent(lines === 0 ? 0 : hidden / lines, lines),
  };
  return html`<p>${say(context, 'hidingCounts', told)}</p>
${table(title, columns, cells, title)}`;
}
