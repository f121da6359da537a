/** The attacker with nothing but the published tables in hand. */
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import { attack } from '../../pipeline/protect/attack.ts';
import { type CountCell, cellName } from '../../pipeline/protect/counts/count-cells.ts';
import { rowCells, usedIn } from '../../pipeline/protect/counts/counts.ts';
import { furtherCells } from '../../pipeline/protect/counts/further-counts.ts';
import { tablesNetwork } from '../../pipeline/protect/protect.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';

export interface Attacked {
  /** How many counts are hidden. */
  readonly hidden: number;
  /** Names of those whose range is too narrow, with it. */
  readonly exposed: readonly string[];
}

/**
 * Reads every count off the lines that are shown, and attacks all others.
 *
 * @param before the same tables before protection: only their keys are used, to know what is tied
 */
export function attackTables(
  before: CountTables,
  published: CountTables,
  survey: Survey,
  codebook: Codebook,
): Attacked {
  const network = tablesNetwork(before, survey, codebook);
  const known = knownCounts(published);
  // The sums of a scale's points follow from its mean and standard deviation, where they are shown.
  network.cells.forEach(({ name, n }) => {
    const [kind, ...where] = name.split('\u0001');
    if (kind !== 'mean' && kind !== 'square') return;
    if (known.has(['mean', ...where].join('\u0001'))) known.set(name, n);
  });
  const shown = Float64Array.from(network.cells, ({ name }) => known.get(name) ?? Number.NaN);
  // A base of which no line is left to be shown is no secret, unless it is small.
  const { minimum } = survey.privacy;
  const isSecret = ({ name, n }: CountCell) =>
    !BASES.includes(name.split('\u0001')[0]!) || n < minimum;
  const cells = [...shown.keys()].filter(
    (cell) => Number.isNaN(shown[cell]!) && isSecret(network.cells[cell]!),
  );
  const { exposed } = attack(network, shown, cells, survey.privacy.minimum, Infinity);
  return {
    hidden: cells.length,
    exposed: exposed.map(
      ({ cell, low, high }) =>
        `${network.cells[cell]!.name.replaceAll('\u0001', ' ')}: ${low} to ${high}`,
    ),
  };
}

const BASES = ['base', 'theme-base', 'answered', 'asked', 'mentions', 'again-base'];

function knownCounts(tables: CountTables): Map<string, number> {
  const known = new Map<string, number>();
  const note = (name: string, n: number | null) => {
    if (n !== null) known.set(name, n);
  };
  const noteShare = (
    { n, base }: { n: string; base: string },
    row: { n: number | null; base: number | null },
  ) => {
    note(n, row.n);
    note(base, row.base);
  };
  for (const row of tables.problems) noteShare(rowCells.problem(row), row);
  for (const row of tables.themes) noteShare(rowCells.theme(row), row);
  for (const row of tables.closed) {
    noteShare(rowCells.closed(row), row.option === '' ? { ...row, n: row.base } : row);
  }
  for (const row of tables.pairs) note(rowCells.pair(row), row.n);
  for (const row of tables.coding) note(rowCells.coding(row), row.n);
  for (const row of tables.sensitivity) noteShare(furtherCells.sensitivity(row), row);
  for (const row of tables.bases) noteShare(furtherCells.bases(row), row);
  for (const row of tables.response) note(furtherCells.response(row), row.respondents);
  for (const { round, used } of tables.rows) {
    note(usedIn(round), used + (known.get(usedIn(round)) ?? 0));
  }
  // Of nobody there is nothing to hide.
  for (const row of tables.closed) {
    if (row.status === 'no-base' && row.option === '') known.set(cellName('mean', row, ''), 0);
  }
  return known;
}
