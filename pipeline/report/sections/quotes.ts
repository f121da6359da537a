/** Words of respondents that a person released, beside the problem that they state. */
import type { QuoteRow } from '../../aggregate/tables.ts';
import { panelName } from '../../chart/captions.ts';
import { codeName, entriesOf, roundName } from '../../chart/names.ts';
import type { Panel } from '../../chart/panels.ts';
import { FEWEST_IN_GROUP } from '../../protect/fewest-in-group.ts';
import { asWritten, type Context, gap, say } from '../context.ts';
import { elsewhereNote } from '../elsewhere.ts';
import { type Html, html } from '../html.ts';
import { writtenLanguage } from '../written-language.ts';

/**
 * Problems in the order of their ranking, each with its quotes, the latest round first, and of which
 * rounds there can be none; null without any of both.
 */
export function quotes(context: Context, panel: Panel): Html | null {
  const own = context.model.tables.quotes.filter(
    ({ question, taxonomy }) => question === panel.question.id && taxonomy === panel.taxonomy.id,
  );
  const { personalData, quotes: asked } = context.model.survey.privacy;
  const note = asked === 'none' ? null : elsewhereNote(context, panel.rounds, 'notAvailable');
  const heading = html`<h3>${say(context, 'quotes', { panel: panelName(context.model, panel, context.lang) })}</h3>`;
  if (own.length === 0) {
    return note === null
      ? null
      : html`<div class="quotes">${heading}
${note}</div>
`;
  }
  const entries = entriesOf(panel.taxonomy);
  const blocks = panel.order.flatMap((code) => {
    const entry = entries.get(code);
    const said = panel.rounds.toReversed().flatMap(({ id }) => own.filter(of(code, id)));
    if (entry === undefined || said.length === 0) return [];
    return [
      html`<h4>${codeName(entry, context.lang)}</h4>
${said.map((row) => quoted(context, panel, row))}`,
    ];
  });
  return html`<div class="quotes">${heading}
<p class="aside">${say(context, 'quotesChosen', { fewest: FEWEST_IN_GROUP })}${gap(context)}${say(context, personalData === 'mask' ? 'quotesMask' : 'quotesDrop')}${gap(context)}${say(context, 'quotesReleased')}</p>
${note}${blocks}</div>
`;
}

function of(code: string, round: string): (row: QuoteRow) => boolean {
  return (row) => row.code === code && row.round === round;
}

/** Quotation marks are the report's, the words the respondent's; with the round, where there are several. */
function quoted(context: Context, panel: Panel, { quote, round }: QuoteRow): Html {
  const { survey } = context.model;
  const words = html`<span lang="${writtenLanguage(quote, survey.languages)}">${quote}</span>`;
  const found = panel.rounds.find(({ id }) => id === round);
  const when =
    found === undefined || survey.rounds.length === 1
      ? null
      : html` <small>${asWritten(context, roundName(found, context.lang))}</small>`;
  return html`<blockquote><p>${say(context, 'quoted', { quote: words })}${when}</p></blockquote>
`;
}
