/** Examples beside a taxonomy: a CSV with the columns `text` and `codes` (joined by `;`). */

import Papa from 'papaparse';
import { type Problem, problem } from '../errors.ts';
import { isKnownCode, splitCodes } from './parse.ts';
import type { Example } from './taxonomy.ts';
import { hintFor } from './yaml-reader.ts';

/** Reads examples; rows with a problem are reported and left out. Other columns are ignored. */
export function parseExamplesFile(
  source: string,
  file: string,
  ids: ReadonlySet<string>,
): { readonly examples: readonly Example[]; readonly problems: readonly Problem[] } {
  const { data } = Papa.parse<string[]>(source.replace(/^\ufeff/, ''), {
    skipEmptyLines: false,
    delimiter: ',',
  });
  const header = (data[0] ?? []).map((name) => name.trim());
  const textAt = header.indexOf('text');
  const codesAt = header.indexOf('codes');
  if (textAt < 0 || codesAt < 0) {
    const values = { found: header.join(', ') };
    return {
      examples: [],
      problems: [problem('taxonomy-examples-header', { file, row: 1 }, values)],
    };
  }
  const examples: Example[] = [];
  const problems: Problem[] = [];
  for (const [index, cells] of data.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue;
    const place = { file, row: index + 1 };
    const text = cells[textAt] ?? '';
    const codes = splitCodes(cells[codesAt] ?? '');
    const unknown = codes.filter((code) => !isKnownCode(code, ids));
    if (text.trim() === '' || codes.length === 0) {
      problems.push(problem('taxonomy-example-form', place));
    }
    for (const code of unknown) {
      const values = { code, hint: hintFor(code, ids) };
      problems.push(problem('taxonomy-example-code', { ...place, column: 'codes' }, values));
    }
    examples.push({ text, codes });
  }
  return { examples, problems };
}
