/** The cells that `canvass code` adds, as text: what a working thread sends back. */

import { codingCells, evidenceOf } from '../code/cells.ts';
import { createCoder } from '../code/coder.ts';
import type { Coding } from '../code/coding.ts';
import { isRemembered, remember } from '../code/remember.ts';
import type { Learnt } from '../code/trained.ts';
import { CsvWriter } from '../csv.ts';
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

/** Ends the line of an answer; in none of them. */
export const LINE_END = 0x0a;

/**
 * Codes answers; one line an answer, as UTF-16 units, `LINE_END` after each: for CSV the four
 * cells as they stand in the file, else four JSON values with `BETWEEN` between them.
 */
export function cellCoder({
  taxonomy,
  learnt,
  form,
  raw,
}: CodePlan): (answers: readonly string[]) => Uint16Array {
  const coder = createCoder(taxonomy, learnt);
  const writer = new CsvWriter(raw);
  const write = (answer: string) => {
    const coding = coder.code(answer);
    if (form === 'csv') writer.row(codingCells(coding));
    else writer.add(jsonValues(coding).join(BETWEEN));
  };
  const lineOf = remember((answer) => {
    const start = writer.length;
    write(answer);
    const line = writer.text(start);
    writer.shorten(start);
    return line;
  });
  return (answers) => {
    writer.shorten(0);
    for (const answer of answers) {
      if (isRemembered(answer)) writer.add(lineOf(answer));
      else write(answer);
      writer.unit(LINE_END);
    }
    return writer.units();
  };
}

function jsonValues(coding: Coding): readonly string[] {
  return [
    coding.status,
    coding.codes.map((hit) => hit.code),
    coding.codes.map((hit) => Number(hit.confidence.toFixed(2))),
    evidenceOf(coding),
  ].map((value) => JSON.stringify(value));
}
