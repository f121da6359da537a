/** `canvass evaluate`: how well the coder agrees with hand codes. */
import { resolve } from 'node:path';
import { createCoder } from '../code/coder.ts';
import { loadLearnt } from '../code/learn/load-learnt.ts';
import { InputError, nearest, type Problem, problem } from '../errors.ts';
import { openTable } from '../read/table.ts';
import { loadTaxonomy } from '../taxonomy/load.ts';
import { RESERVED } from '../taxonomy/parse.ts';
import { codesOf, type Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Context } from './context.ts';
import { type Evaluated, evaluation } from './evaluation.ts';
import { evaluationText } from './evaluation-text.ts';

export interface EvaluateFlags {
  readonly column: string;
  readonly truth: string;
  readonly taxonomy: string;
  readonly json?: boolean;
}

export async function evaluateCommand(
  file: string,
  flags: EvaluateFlags,
  context: Context,
): Promise<void> {
  const { fx, cwd, lang } = context;
  const taxonomy = await loadTaxonomy(flags.taxonomy, cwd, fx);
  const coder = createCoder(taxonomy, await loadLearnt(taxonomy, [], fx));
  const source = { path: resolve(cwd, file), name: file, form: 'csv', encoding: null } as const;
  const table = await openTable(source, [flags.column, flags.truth], fx);
  const items: Evaluated[] = [];
  const problems: Problem[] = [];
  for await (const rows of table.batches()) {
    for (const { row, picked } of rows) {
      const truth = codesIn(picked[1]!);
      problems.push(...unknownCodes(truth, taxonomy, file, row, flags.truth));
      items.push({ truth, coding: coder.code(picked[0]!) });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  const result = evaluation(items, taxonomy);
  await fx.print(
    flags.json ? `${JSON.stringify(result, null, 2)}\n` : evaluationText(result, lang),
  );
}

/** Codes as hand coders write them: joined by `;`, blanks around them allowed. */
function codesIn(cell: string): readonly string[] {
  return [
    ...new Set(
      cell
        .split(/[;；]/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    ),
  ];
}

function unknownCodes(
  truth: readonly string[],
  taxonomy: Taxonomy,
  file: string,
  row: number,
  column: string,
): Problem[] {
  const known = [...RESERVED, ...codesOf(taxonomy)];
  return truth
    .filter((code) => !known.includes(code))
    .map((code) =>
      problem(
        'unknown-code',
        { file, row, column },
        {
          code,
          taxonomy: taxonomy.id,
          nearest: nearest(code, known) ?? known.slice(0, 10).join(', '),
        },
      ),
    );
}
