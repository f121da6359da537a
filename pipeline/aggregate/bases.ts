/** bases.csv: problems as shares of all asked, and of all mentions. */

import { SUBSTANTIVE } from '../tally/count-open.ts';
import { statusItem } from '../tally/items.ts';
import { sumsOf } from '../tally/look-up.ts';
import { type CountedItem, gridLines } from './grid.ts';
import { codesOf, type OpenInput, taxonomiesOf } from './open.ts';
import { cellsOfItems, respondentsOf } from './sums.ts';
import type { BasesRow } from './tables.ts';

const EVERYBODY = { group: 'all', value: '' };

/** A line a problem of level 1 and kind of base, over everybody. */
export function basesRows(input: OpenInput): readonly BasesRow[] {
  const { round, question, tally } = input;
  const place = { question: question.id, ...EVERYBODY };
  const sums = (item: string) => sumsOf(tally, question.id, 'all', '', item);
  return taxonomiesOf(input).flatMap((taxonomy) => {
    const codes = codesOf(taxonomy, false, input).filter((one) => one.level === 1);
    const asked = [...SUBSTANTIVE, 'empty' as const].map((one) => statusItem(taxonomy.id, one));
    const counts = [0, 1].flatMap((value) =>
      codes.map(({ item }, i): CountedItem => ({ value, item: i, sums: sums(item) })),
    );
    const bases = [
      ...asked.map((item) => ({ value: 0, sums: sums(item) })),
      ...codes.map(({ item }) => ({ value: 1, sums: sums(item) })),
    ];
    return gridLines(counts, bases, codes.length).map(({ value, item, yes, base }): BasesRow => {
      const code = codes[item]!;
      const where = { round, question: question.id, taxonomy: taxonomy.id, code: code.code };
      if (value === 0) {
        const ofAsked = input.shareOf(
          { sums: yes, cells: () => cellsOfItems(tally, place, [code.item]) },
          {
            sums: base,
            cells: () => cellsOfItems(tally, place, asked),
            group: respondentsOf(tally, EVERYBODY),
          },
        );
        return { ...where, of: 'asked', ...ofAsked };
      }
      const none = base.w === 0;
      const figures = { share: none ? null : yes.w / base.w, low: null, high: null };
      const status = none ? 'no-base' : 'shown';
      return {
        ...where,
        of: 'mentions',
        base: base.n,
        n: yes.n,
        ...figures,
        n_effective: null,
        status,
      };
    });
  });
}
