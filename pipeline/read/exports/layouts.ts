/** All vendors' layouts; the first that recognises a file reads it. */
import type { RawRecord } from '../record.ts';
import type { Layout, Recognise } from './layout.ts';
import { plain } from './plain.ts';
import { surveymonkey } from './surveymonkey.ts';
import { wenjuanxing } from './wenjuanxing.ts';

/** In order: what is recognised by more goes before what is recognised by less. */
const LAYOUTS: readonly Recognise[] = [surveymonkey, wenjuanxing];

/**
 * The layout of a file.
 *
 * @param first its first non-blank records
 * @param headerRows what the survey says, which overrules a vendor's layout with another number
 */
export function recogniseLayout(first: readonly RawRecord[], headerRows: number | null): Layout {
  for (const recognise of LAYOUTS) {
    const layout = recognise(first);
    if (layout && (headerRows === null || headerRows === layout.headerRows)) return layout;
  }
  return plain(first, headerRows);
}
