/** The cells that `canvass code` adds, as text: what a working thread sends back. */

import { codingCells, evidenceOf } from '../code/cells.ts';
import { createCoder } from '../code/coder.ts';
import { remember } from '../code/remember.ts';
import type { Learnt } from '../code/trained.ts';
import { csvLine } from '../csv.ts';
import type { TableForm } from '../read/table.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

/** What a thread needs to code answers; can be sent to it. */
export interface CodePlan {
  readonly taxonomy: Taxonomy;
  readonly learnt: Learnt;
  /** Of the output. */
  readonly form: TableForm;
  readonly raw: boolean;
}

/** Between the cells of a JSON line; in none of them, as JSON escapes it. */
export const BETWEEN = '\t';

/**
 * Codes answers; one line an answer, joined by `\n`: for CSV the four cells as they stand in the
 * file, else four JSON values with `BETWEEN` between them.
 */
export function cellCoder({
  taxonomy,
  learnt,
  form,
  raw,
}: CodePlan): (answers: string[]) => string {
  const coder = createCoder(taxonomy, learnt);
  const line = remember((answer) => {
    const coding = coder.code(answer);
    if (form === 'csv') return csvLine(codingCells(coding), raw);
    return [
      coding.status,
      coding.codes.map((hit) => hit.code),
      coding.codes.map((hit) => Number(hit.confidence.toFixed(2))),
      evidenceOf(coding),
    ]
      .map((value) => JSON.stringify(value))
      .join(BETWEEN);
  });
  return (answers) => answers.map(line).join('\n');
}
