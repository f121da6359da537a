/** The file of hand-coded answers that survey.yaml names: columns `text` and `codes`. */

import { unguarded } from '../../csv.ts';
import type { Effects } from '../../effects.ts';
import { InputError, nearest, type Place, type Problem, problem } from '../../errors.ts';
import { openTable, type TableRow } from '../../read/table.ts';
import { sha256OfAll } from '../../sha256.ts';
import type { NamedFile } from '../../survey/survey.ts';
import { RESERVED, splitCodes } from '../../taxonomy/parse.ts';
import { codesOf, type Example, type Taxonomy } from '../../taxonomy/taxonomy.ts';
import { answerKey } from '../normalise.ts';
import { type Agreed, agree, type HandCoded } from './agree.ts';

/** What became of a file of hand-coded answers. */
export interface HandCodes extends Omit<Agreed, 'examples'> {
  /** As survey.yaml names it. */
  readonly file: string;
  readonly sha256: string;
}

const COLUMNS = ['text', 'codes'] as const;
/** Valid codes that a message lists where none is near. */
const LISTED = 10;

/**
 * Loads hand-coded answers for the taxonomies of a survey.
 *
 * @param taxonomies by reference; they share no code
 * @returns the file's account, and by the same references what teaches each coder
 * @throws InputError with every problem found, if the file or any row of it is not sound
 */
export async function loadHandCodes(
  { path, name }: NamedFile,
  taxonomies: ReadonlyMap<string, Taxonomy>,
  fx: Effects,
): Promise<{
  readonly handCodes: HandCodes;
  readonly examples: ReadonlyMap<string, readonly Example[]>;
}> {
  const known = [...[...taxonomies.values()].flatMap(codesOf), ...RESERVED];
  const rows: HandCoded[] = [];
  const problems: Problem[] = [];
  try {
    const table = await openTable({ path, name, form: 'csv', encoding: null }, COLUMNS, fx);
    for await (const batch of table.batches()) {
      for (const one of batch) {
        const coded = handCoded(one);
        problems.push(...problemsOf(coded, known, name));
        rows.push(coded);
      }
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems.map(inWordsOfThisFile));
  }
  if (problems.length > 0) throw new InputError(problems);
  const { examples, ...account } = agree(rows, taxonomies);
  return {
    handCodes: { file: name, sha256: await sha256OfAll(fx.stream(path)), ...account },
    examples,
  };
}

function handCoded({ row, picked: [text = '', codes = ''] }: TableRow): HandCoded {
  return { row, text: unguarded(text), codes: [...new Set(splitCodes(codes))] };
}

function problemsOf(
  { row, text, codes }: HandCoded,
  known: readonly string[],
  file: string,
): Problem[] {
  const inText: Place = { file, row, column: 'text' };
  const inCodes: Place = { file, row, column: 'codes' };
  const problems: Problem[] = [];
  if (answerKey(text) === '') problems.push(problem('hand-text-blank', inText));
  if (codes.length === 0) problems.push(problem('hand-codes-blank', inCodes));
  for (const code of codes) {
    if (known.includes(code)) continue;
    // Width and case are what a hand most easily gets wrong.
    const near = nearest(code.normalize('NFKC').toUpperCase(), known);
    const values = { code, nearest: near ?? known.slice(0, LISTED).join(', ') };
    problems.push(problem('hand-code-unknown', inCodes, values));
  }
  const reserved = RESERVED.find((word) => codes.includes(word));
  if (reserved !== undefined && codes.length > 1) {
    problems.push(problem('hand-codes-mixed', inCodes, { codes: codes.join(';'), reserved }));
  }
  return problems;
}

/** The columns of this file are fixed, while those of other tables are named by a flag. */
function inWordsOfThisFile(one: Problem): Problem {
  if (!one.message.startsWith('table-column-missing')) return one;
  const { wanted = '', headers = '' } = one.values;
  return problem('hand-column-missing', { file: one.file ?? '' }, { wanted, headers });
}
