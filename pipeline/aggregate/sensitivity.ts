/** sensitivity.csv: the main table again, without flagged respondents and coded by terms alone. */
import type { Status } from '../code/coding.ts';
import { BY_TERMS, FLAGGED, SUBSTANTIVE } from '../tally/count-open.ts';
import { statusItem } from '../tally/items.ts';
import { sumsOf } from '../tally/look-up.ts';
import type { Sums } from '../tally/tally.ts';
import { codeKey, overEverybody } from './everybody.ts';
import { type CountedItem, gridLines } from './grid.ts';
import { codesOf, type OpenInput, taxonomiesOf } from './open.ts';
import {
  addSums,
  type Cells,
  cellsOfItems,
  combineCells,
  lessSums,
  respondentsOf,
} from './sums.ts';
import type { ProblemRow, SensitivityRow, Variant } from './tables.ts';

/** How the sums of an item come about in a variant. */
interface Way {
  readonly variant: Variant;
  sums(item: string): Sums;
  cells(items: readonly string[]): Cells;
}

/** A line a code and variant; none of a variant in which nothing can differ. */
export function sensitivityRows(input: OpenInput): readonly SensitivityRow[] {
  return taxonomiesOf(input).flatMap((taxonomy) => {
    const codes = codesOf(taxonomy, true, input);
    const bases = SUBSTANTIVE.map((status: Status) => statusItem(taxonomy.id, status));
    const ways = waysOf(input, taxonomy.id, bases);
    const counts = ways.flatMap((way, value) =>
      codes.map(({ item }, i): CountedItem => ({ value, item: i, sums: way.sums(item) })),
    );
    const baseCells = ways.flatMap((way, value) =>
      bases.map((item) => ({ value, sums: way.sums(item) })),
    );
    return gridLines(counts, baseCells, codes.length).map((line): SensitivityRow => {
      const [way, { item, code, level }] = [ways[line.value]!, codes[line.item]!];
      const figures = input.shareOf(
        { sums: line.yes, cells: () => way.cells([item]) },
        {
          sums: line.base,
          cells: () => way.cells(bases),
          group: respondentsOf(input.tally, EVERYBODY),
        },
      );
      const { round, question } = input;
      const where = { round, question: question.id, taxonomy: taxonomy.id, code, level };
      return { ...where, variant: way.variant, ...figures, difference: null };
    });
  });
}

const EVERYBODY = { group: 'all', value: '' };

function waysOf(input: OpenInput, taxonomy: string, bases: readonly string[]): readonly Way[] {
  const { tally, question } = input;
  const place = (group: string) => ({ question: question.id, group, value: '' });
  const sums = (group: string, item: string) => sumsOf(tally, question.id, group, '', item);
  const cells = (group: string, items: readonly string[]) =>
    cellsOfItems(tally, place(group), items);
  const unflagged: Way = {
    variant: 'unflagged',
    sums: (item) => lessSums(sums('all', item), sums(FLAGGED, item)),
    cells: (items) => combineCells(cells('all', items), cells(FLAGGED, items), lessSums),
  };
  const terms: Way = {
    variant: 'terms',
    sums: (item) => sums(BY_TERMS, item),
    cells: (items) => cells(BY_TERMS, items),
  };
  const flagged = bases.map((item) => sums(FLAGGED, item)).reduce(addSums).n;
  const learnt = isLearnt(input, taxonomy);
  return [...(flagged > 0 ? [unflagged] : []), ...(learnt ? [terms] : [])];
}

/** Whether anything but terms takes part in the coding of a taxonomy. */
function isLearnt({ codebook }: OpenInput, taxonomy: string): boolean {
  return [...codebook.taxonomies].some(([reference, { id }]) => {
    const learnt = codebook.learnt.get(reference);
    return (
      id === taxonomy &&
      learnt !== undefined &&
      (learnt.codes !== null || learnt.handCodes.size > 0)
    );
  });
}

/** The rows with their difference from the main table, where both are shown. */
export function withDifferences(
  rows: readonly SensitivityRow[],
  problems: readonly ProblemRow[],
): readonly SensitivityRow[] {
  const main = overEverybody(problems);
  return rows.map((row) => {
    const share = main.get(codeKey(row))?.share ?? null;
    return { ...row, difference: share === null || row.share === null ? null : row.share - share };
  });
}
