/** The counts that published tables tell, and those that they hide. */
import { z } from 'zod';
import { rowCells, usedIn } from '../counts/counts.ts';
import { furtherCells } from '../counts/further-counts.ts';

const text = z.string();
const figure = z.number().nullable();
const place = { round: text, question: text };
const where = { ...place, group: text, value: text };
const share = { n: figure, base: figure };

/** Of each table of results.json, what is needed to tell its counts. */
export const publishedTables = z.object({
  problems: z.array(z.object({ ...where, ...share, share: figure, taxonomy: text, code: text })),
  themes: z.array(z.object({ ...where, ...share, theme: text })),
  closed: z.array(z.object({ ...where, ...share, share: figure, option: text })),
  pairs: z.array(z.object({ ...place, code_a: text, code_b: text, n: figure })),
  coding: z.array(
    z.object({
      ...place,
      status: z.enum(['coded', 'uncoded', 'no-problem', 'empty', 'skipped']),
      n: figure,
    }),
  ),
  sensitivity: z.array(
    z.object({
      ...{ ...place, ...share, taxonomy: text, code: text },
      variant: z.enum(['unflagged', 'terms']),
    }),
  ),
  bases: z.array(
    z.object({
      ...{ ...place, ...share, taxonomy: text, code: text },
      of: z.enum(['asked', 'mentions']),
    }),
  ),
  response: z.array(z.object({ round: text, group: text, value: text, respondents: figure })),
  rows: z.array(z.object({ round: text, used: z.number() })),
});

type Tables = z.infer<typeof publishedTables>;
export type PublishedTables = { readonly [Name in keyof Tables]: readonly Tables[Name][number][] };

/**
 * Counts by name, as `publishedCounts` names them; null where every line of it is hidden. Of a
 * scale, that its mean is shown is told as the number of answers.
 */
export function knownCounts(tables: PublishedTables): ReadonlyMap<string, number | null> {
  const known = new Map<string, number | null>();
  const note = (name: string, n: number | null) => known.set(name, known.get(name) ?? n);
  const noteShare = (
    names: { n: string; base: string },
    row: z.infer<z.ZodObject<typeof share>>,
  ) => {
    note(names.n, row.n);
    note(names.base, row.base);
  };
  for (const row of tables.problems) noteShare(rowCells.problem(row), row);
  for (const row of tables.themes) noteShare(rowCells.theme(row), row);
  for (const row of tables.closed) {
    const n = row.option === '' ? row.base : row.n;
    noteShare(rowCells.closed(row), { n, base: row.base });
  }
  for (const row of tables.pairs) note(rowCells.pair(row), row.n);
  for (const row of tables.coding) note(rowCells.coding(row), row.n);
  for (const row of tables.sensitivity) noteShare(furtherCells.sensitivity(row), row);
  for (const row of tables.bases) noteShare(furtherCells.bases(row), row);
  for (const row of tables.response) note(furtherCells.response(row), row.respondents);
  for (const { round, used } of tables.rows) {
    known.set(usedIn(round), used + (known.get(usedIn(round)) ?? 0));
  }
  return known;
}
