/** How the files were read, in words, where they are anything but plain UTF-8. */
import type { RowsRow } from '../aggregate/tables.ts';
import { type Context, gap, plainly, say } from './context.ts';
import { type Content, type Html, html } from './html.ts';
import type { WordKey } from './words.ts';

const WAYS: Readonly<Record<RowsRow['encoding_reason'], WordKey | null>> = {
  given: 'readGiven',
  'byte-order-mark': 'readMarked',
  'zero-bytes': 'readByZeros',
  'plausible-text': 'readGuessed',
  workbook: 'readWorkbook',
  ascii: null,
  'valid-utf8': null,
  'damaged-utf8': null,
};

/** A sentence for each way; null where every file is UTF-8 by its own bytes. */
export function howRead(context: Context): Html | null {
  const ways = new Map<string, { row: RowsRow; files: Set<string> }>();
  for (const row of context.model.tables.rows) {
    if (wayOf(row) === null) continue;
    const key = [row.encoding, row.encoding_reason, row.runner_up].join('\t');
    const way = ways.get(key) ?? { row, files: new Set() };
    ways.set(key, way);
    way.files.add(row.file);
  }
  if (ways.size === 0) return null;
  const sentences = [...ways.values()].map(({ row, files }) =>
    say(context, wayOf(row)!, {
      files: listed(context, [...files]),
      encoding: row.encoding,
      runnerUp: row.runner_up,
    }),
  );
  return html`<p>${sentences.map((one, i) => (i === 0 ? one : html`${gap(context)}${one}`))}</p>`;
}

function wayOf({ encoding, encoding_reason: reason }: RowsRow): WordKey | null {
  return encoding === 'utf-8' && reason === 'byte-order-mark' ? null : WAYS[reason];
}

function listed(context: Context, files: readonly string[]): Content {
  const comma = plainly(context, 'listComma');
  return files.map((file, i) => html`${i === 0 ? '' : comma}<span class="file">${file}</span>`);
}
