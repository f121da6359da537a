/** How good the coding is, beside the shares that rest on it: two columns and what they mean. */
import { fewest } from '../aggregate/quality.ts';
import type { QualityRow } from '../aggregate/tables.ts';
import { count, wholePercent } from '../chart/percent.ts';
import { ENOUGH_TO_JUDGE } from '../code/trained.ts';
import { type Context, gap, plainly, say } from './context.ts';
import { type Content, type Html, html } from './html.ts';
import { type Column, hidden } from './table.ts';

/** How survey.yaml names a file of hand codes. */
export const HAND_CODES_KEY = 'coding: {examples: …}';

/** The figures of one taxonomy, as a table of its codes shows them. */
export interface QualityView {
  /** None where nothing was measured. */
  readonly columns: readonly Column[];
  /** Cells under these columns; empty ones for what is no code. */
  cells(code: string): readonly Content[];
  /** Stands under the table. */
  readonly note: Html;
}

export function qualityView(context: Context, taxonomy: string): QualityView {
  const rows = qualityOf(context, taxonomy);
  const [first] = rows;
  const note = html`<p class="aside">${noteText(context, first)}</p>`;
  if (first === undefined || !first.answers) return { columns: [], cells: () => [], note };
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return {
    columns: [
      { head: plainly(context, 'colPrecision'), numeric: true },
      { head: plainly(context, 'colRecall'), numeric: true },
    ],
    cells: (code) => {
      const row = byCode.get(code);
      return row === undefined
        ? [null, null]
        : [cell(context, row, row.precision), cell(context, row, row.recall)];
    },
    note,
  };
}

/** Lines of quality.csv of one taxonomy. */
export function qualityOf(context: Context, taxonomy: string): readonly QualityRow[] {
  return context.model.tables.quality.filter((row) => row.taxonomy === taxonomy);
}

/** Without a ratio no answer deserves or was given the code, or too few answers of people were. */
function cell(context: Context, { source }: QualityRow, ratio: number | null): Content {
  if (ratio !== null) return wholePercent(ratio);
  return source === 'hand-codes' ? hidden(context) : plainly(context, 'noBase');
}

function noteText(context: Context, row: QualityRow | undefined): Html {
  if (row === undefined || !row.answers) {
    const values = {
      n: ENOUGH_TO_JUDGE,
      setting: html`<code>${HAND_CODES_KEY}</code>`,
    };
    const why = row === undefined || row.source === '' ? 'qualityTermsOnly' : 'qualityTooFew';
    return html`${say(context, why, values)}${gap(context)}${say(context, 'qualityHow', values)}`;
  }
  const from = row.source === 'examples' ? 'qualityFromExamples' : 'qualityFromHand';
  const values = { n: count(row.answers), few: fewest(context.model.survey.privacy) };
  return html`${say(context, 'qualityMeaning')}${gap(context)}${say(context, from, values)}${gap(context)}${say(context, 'qualityNotCovered')}`;
}
