/** All vendors' layouts; the first that recognises a file reads it. */
import type { RawRecord } from '../record.ts';
import { googleForms } from './google-forms.ts';
import { jinshuju } from './jinshuju.ts';
import { kobotoolbox } from './kobotoolbox.ts';
import type { Layout, Recognise } from './layout.ts';
import { limesurvey } from './limesurvey.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { plain } from './plain.ts';
import { qualtrics } from './qualtrics.ts';
import { surveymonkey } from './surveymonkey.ts';
import { tencent } from './tencent.ts';
import { wenjuan } from './wenjuan.ts';
import { wenjuanxing } from './wenjuanxing.ts';

/** In order: what is recognised by more goes before what is recognised by less. */
const LAYOUTS: readonly Recognise[] = [
  qualtrics,
  surveymonkey,
  kobotoolbox,
  limesurvey,
  tencent,
  wenjuanxing,
  wenjuan,
  microsoftForms,
  jinshuju,
  googleForms,
];

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
