/** The lines of the main table that are about everybody, found by what they are about. */
import type { ProblemRow } from './tables.ts';

type CodeInRound = Pick<ProblemRow, 'round' | 'question' | 'taxonomy' | 'code'>;

/** A name for a code of a question in a round. */
export function codeKey({ round, question, taxonomy, code }: CodeInRound): string {
  return JSON.stringify([round, question, taxonomy, code]);
}

/** What everybody said, by `codeKey`. */
export function overEverybody(problems: readonly ProblemRow[]): ReadonlyMap<string, ProblemRow> {
  return new Map(
    problems.flatMap((row) => (row.group === 'all' ? [[codeKey(row), row] as const] : [])),
  );
}
