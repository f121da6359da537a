/** Which problems are mentioned together. */
import type { PairRow } from '../../aggregate/tables.ts';
import { entriesOf, nameOfCode } from '../../chart/names.ts';
import type { Panel } from '../../chart/panels.ts';
import { count, plain, shareTexts } from '../../chart/percent.ts';
import { type Context, findChart, plainly, say } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { type Content, type Html, html } from '../html.ts';
import { sentenceList, verdictsAbout } from '../sentences.ts';
import { absent, table } from '../table.ts';

const MOST = 10;

/** Null where no pairs are published, or none was mentioned. */
export function pairs(context: Context): Section | null {
  const figures = context.panels.flatMap((panel) => {
    const chart = findChart(context, {
      kind: 'pairs',
      question: panel.question.id,
      taxonomy: panel.taxonomy.id,
    });
    const rows = mentionedTogether(context, panel);
    if (chart === null || rows.length === 0) return [];
    const told = verdictsAbout(context, panel, 'pair', 'no-pair');
    return [sentenceList(context, told), figure(context, chart, pairsTable(context, panel, rows))];
  });
  if (figures.length === 0) return null;
  return {
    id: 'pairs',
    title: plainly(context, 'pairs'),
    body: html`<p>${say(context, 'pairsIntro')}</p>
${figures}`,
  };
}

/** The published pairs of the latest round that anybody mentioned, the most common first. */
function mentionedTogether({ model }: Context, panel: Panel): readonly PairRow[] {
  const entries = entriesOf(panel.taxonomy);
  return model.tables.pairs
    .filter(
      (row) =>
        row.question === panel.question.id &&
        row.round === panel.latest.id &&
        entries.has(row.code_a) &&
        row.status === 'shown' &&
        row.n !== 0,
    )
    .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
}

function pairsTable(context: Context, panel: Panel, mentioned: readonly PairRow[]): Html {
  const entries = entriesOf(panel.taxonomy);
  const name = (code: string) => nameOfCode(entries, code, context.lang);
  const rows = mentioned.slice(0, MOST);
  return table(
    say(context, 'pairsTop', { n: rows.length }),
    [
      { head: plainly(context, 'colPair') },
      { head: plainly(context, 'colBase'), numeric: true },
      { head: plainly(context, 'colN'), numeric: true },
      { head: plainly(context, 'colShare'), numeric: true },
      { head: say(context, 'colInterval', { confidence: context.confidence }), numeric: true },
      { head: plainly(context, 'colLift'), numeric: true },
      {
        head: html`${plainly(context, 'colOdds')} <small>${say(context, 'colInterval', { confidence: context.confidence })}</small>`,
        numeric: true,
      },
    ],
    rows.map((row) => ({
      cells: [html`${name(row.code_a)} + ${name(row.code_b)}`, ...cells(context, row)],
    })),
    plainly(context, 'pairs'),
  );
}

function cells(context: Context, row: PairRow) {
  const texts = shareTexts(row);
  const none = plainly(context, 'noBase');
  if (texts === null) return Array.from({ length: 6 }, () => absent(context, row.status));
  return [
    row.base === null ? none : count(row.base),
    row.n === null ? none : count(row.n),
    texts.share,
    texts.interval ?? none,
    row.lift === null ? none : plain(row.lift, 2),
    oddsCell(context, row),
  ];
}

function oddsCell(context: Context, row: PairRow): Content {
  const { odds_ratio: ratio, odds_low: low, odds_high: high } = row;
  if (ratio === null || low === null || high === null) return plainly(context, 'noBase');
  return html`${plain(ratio, 2)} <small>${plain(low, 2)}–${plain(high, 2)}</small>`;
}
