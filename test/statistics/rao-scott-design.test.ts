import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { raoScott } from '../../pipeline/statistics/rao-scott.ts';
import { raoScottDesign } from '../../pipeline/statistics/rao-scott-design.ts';
import { addSums } from '../../pipeline/statistics/sums.ts';
import type {
  CellSums,
  ClusterStratum,
  TableStratum,
} from '../../pipeline/statistics/table-stratum.ts';
import { type DesignTruth, designs, expectNear, type Row, sumsOf, unitsOf } from './support.ts';

interface Cell {
  readonly group: string;
  readonly yes: boolean;
}

type CellOf = (row: Row) => Cell;

const cellOf =
  (truth: DesignTruth['svychisq'][number]): CellOf =>
  ({ cells }) => ({ group: cells[truth.col]!, yes: cells[truth.row] === truth.rows[1] });

const groupsIn = (rows: readonly Row[], of: CellOf) => [
  ...new Set(rows.map((row) => of(row).group)),
];

function sumsIn(rows: readonly Row[], of: CellOf) {
  return groupsIn(rows, of).map((group) => {
    const inGroup = rows.filter((row) => of(row).group === group);
    return {
      group,
      yes: sumsOf(inGroup.filter((row) => of(row).yes)),
      no: sumsOf(inGroup.filter((row) => !of(row).yes)),
    };
  });
}

/** Every unit as a cluster, also units of one observation. */
function clustersOf(design: DesignTruth, of: CellOf): readonly ClusterStratum[] {
  return unitsOf(design).map(({ units, fraction, rows }) => ({
    units,
    fraction,
    clusters: rows.map((unit) =>
      sumsIn(unit, of).map(({ group, yes, no }) => ({ group, yes: yes.w, no: no.w })),
    ),
  }));
}

/** Strata of single observations by their sums. */
function observationsOf(design: DesignTruth, of: CellOf): readonly TableStratum[] {
  return unitsOf(design).map(({ units, fraction, rows }) => ({
    units,
    fraction,
    observations: sumsIn(rows.flat(), of),
  }));
}

const cases = designs.flatMap(([name, design]) =>
  design.svychisq.map((truth) => ({ name, design, truth, F: truth.F })),
);

test('R gave figures of six designs', () => {
  expect(designs).toHaveLength(6);
  expect(cases).toHaveLength(24);
});

test.each(cases)('svychisq(~$truth.row + $truth.col, statistic = "F") of $name', (one) => {
  const { truth, design, F } = one;
  const strata = clustersOf(design, cellOf(truth));
  const forms = design.design.ids ? [strata] : [strata, observationsOf(design, cellOf(truth))];
  for (const form of forms) {
    const found = raoScottDesign(form)!;
    expectNear(found.statistic, F.statistic);
    expectNear(found.df1, F.parameter[0]);
    expectNear(found.df2, F.parameter[1]);
    expectNear(found.p, F.p);
  }
});

/** Random strata of clusters whose weights are twentieths; every group has somebody. */
const total = fc.integer({ min: 0, max: 60 }).map((units) => units / 20);
const clusterStrata = fc
  .array(
    fc.record({
      extra: fc.integer({ min: 0, max: 3 }),
      fraction: fc.constantFrom(0, 0.1, 0.5),
      clusters: fc.array(
        fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c', 'd'), yes: total, no: total }), {
          minLength: 1,
          maxLength: 5,
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((strata) =>
    strata.map(({ extra, fraction, clusters }) => ({
      units: clusters.length + extra,
      fraction,
      clusters,
    })),
  );

function expectSame(a: readonly TableStratum[], b: readonly TableStratum[]): void {
  const [found, expected] = [raoScottDesign(a)!, raoScottDesign(b)!];
  for (const figure of ['statistic', 'df1', 'df2', 'p'] as const) {
    expectNear(found[figure], expected[figure], 1e-6);
  }
}

const changeTotals = (
  strata: readonly ClusterStratum[],
  change: (cell: ClusterStratum['clusters'][number][number]) => typeof cell,
) => strata.map((one) => ({ ...one, clusters: one.clusters.map((cells) => cells.map(change)) }));

/** Designs with variation enough that rounding decides nothing. */
const tested = clusterStrata.filter((strata) => {
  const found = raoScottDesign(strata);
  return found !== null && found.statistic < 1e6;
});

test('weights times a constant change nothing', () => {
  fc.assert(
    fc.property(tested, fc.constantFrom(1e-4, 3, 1e6), (strata, factor) => {
      const scaled = changeTotals(strata, (cell) => ({
        ...cell,
        yes: cell.yes * factor,
        no: cell.no * factor,
      }));
      expectSame(scaled, strata);
    }),
  );
});

test('the order of strata, clusters and groups does not matter, nor which answer is yes', () => {
  fc.assert(
    fc.property(tested, (strata) => {
      const turned = strata.toReversed().map((one) => ({
        ...one,
        clusters: one.clusters.toReversed().map((cells) => cells.toReversed()),
      }));
      expectSame(turned, strata);
      expectSame(
        changeTotals(strata, ({ group, yes, no }) => ({ group, yes: no, no: yes })),
        strata,
      );
    }),
  );
});

test('a cluster told in pieces is the same cluster', () => {
  fc.assert(
    fc.property(tested, (strata) => {
      const pieces = strata.map((one) => ({
        ...one,
        clusters: one.clusters.map((cells) =>
          cells.flatMap(({ group, yes, no }) => [
            { group, yes, no: 0 },
            { group, yes: 0, no },
          ]),
        ),
      }));
      expectSame(pieces, strata);
    }),
  );
});

test('groups without weight are left out', () => {
  fc.assert(
    fc.property(tested, (strata) => {
      const nobody = { group: 'nobody', yes: 0, no: 0 };
      const withNobody = strata.map((one) => ({
        ...one,
        clusters: one.clusters.map((cells) => [...cells, nobody]),
      }));
      expectSame(withNobody, strata);
    }),
  );
});

const table = fc
  .array(
    fc.record({
      group: fc.constantFrom('a', 'b', 'c'),
      yes: fc.boolean(),
      weight: fc.integer({ min: 1, max: 100 }).map((units) => units / 20),
    }),
    { minLength: 9, maxLength: 60 },
  )
  .filter((rows) => new Set(rows.map(({ yes }) => yes)).size === 2);

test('one stratum of single observations is the design with weights only', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 0, max: 30 }), (rows, beyond) => {
      const cells = ['a', 'b', 'c'].map((group) => ({
        group,
        yes: sumsOf(rows.filter((row) => row.group === group && row.yes)),
        no: sumsOf(rows.filter((row) => row.group === group && !row.yes)),
      }));
      const units = rows.length + beyond;
      const found = raoScottDesign([{ units, fraction: 0, observations: cells }]);
      const groups = ['a', 'b', 'c'].map((group) => ({
        yes: sumsOf(rows.filter((row) => row.group === group && row.yes)),
        base: sumsOf(rows.filter((row) => row.group === group)),
      }));
      const expected = raoScott(groups, units);
      if (expected === null) return expect(found).toBeNull();
      for (const figure of ['statistic', 'df1', 'df2', 'p'] as const) {
        expectNear(found![figure], expected[figure], 1e-6);
      }
    }),
  );
});

test('sums of a stratum told in pieces are the same stratum', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 0, max: 30 }), (rows, beyond) => {
      const stratum = (observations: readonly CellSums[]) => ({
        units: rows.length + beyond,
        fraction: 0.2,
        observations,
      });
      const none = sumsOf([]);
      const each = rows.map((row) => ({
        group: row.group,
        yes: row.yes ? sumsOf([row]) : none,
        no: row.yes ? none : sumsOf([row]),
      }));
      const merged = ['a', 'b', 'c'].map((group) => {
        const inside = each.filter((cell) => cell.group === group);
        return {
          group,
          yes: addSums(inside.map(({ yes }) => yes)),
          no: addSums(inside.map(({ no }) => no)),
        };
      });
      fc.pre((raoScottDesign([stratum(merged)])?.statistic ?? Infinity) < 1e6);
      expectSame([stratum(each)], [stratum(merged)]);
    }),
  );
});

const one = (group: string, yes: number, no: number) => [{ group, yes, no }];

// By hand. Groups a (2 yes, 2 no) and b (1 yes, 3 no) of 8: the contrast (1, −1) over the cell
// shares is 1/p for yes of a and no of b, −1/p for no of a and yes of b.
test('two clusters a group, by hand', () => {
  const clusters = [one('a', 2, 0), one('a', 0, 2), one('b', 1, 1), one('b', 0, 2)];
  // Scores t = Σ ± total / p / 8 with p = ¼, ¼, ⅛, ⅜: 1, −1, −1 + ⅓ = −⅔, ⅔; mean 0.
  // x'Vx = 4/3 · (1 + 1 + 4/9 + 4/9) = 104/27; Σ 1/p = 4 + 4 + 8 + 8/3 = 56/3; Δ = 13/63.
  // Pearson per observation: shares ½ and ¼ of 3/8: 2 · ½ (⅛)² / (15/64) = 1/15.
  const found = raoScottDesign([{ units: 4, fraction: 0, clusters }])!;
  expectNear(found.statistic, 1 / 15 / (13 / 63), 1e-12);
  expectNear(found.df1, 1, 1e-12);
  expectNear(found.df2, 3, 1e-12);
  // A tenth of the population drawn: the variance is nine tenths of that.
  const finite = raoScottDesign([{ units: 4, fraction: 0.1, clusters }])!;
  expectNear(finite.statistic, found.statistic / 0.9, 1e-12);
});

test('a stratum of one unit varies about the mean over all strata', () => {
  const rest = [one('a', 2, 0), one('b', 1, 1), one('b', 0, 2)];
  const alone = { units: 1, fraction: 0, clusters: [one('a', 0, 2)] };
  // Scores as above: the lone one −1 about 0; the rest 1, −⅔, ⅔ about ⅓, times 3/2.
  const rests = 1.5 * (1 + 8 / 9 - 3 / 9);
  const found = raoScottDesign([{ units: 3, fraction: 0, clusters: rest }, alone])!;
  expectNear(found.statistic, 1 / 15 / ((1 + rests) / (56 / 3)), 1e-12);
  expectNear(found.df2, 2, 1e-12);
});

const some = { units: 4, fraction: 0, clusters: [one('a', 2, 1), one('b', 1, 3), one('b', 2, 2)] };

test.each<{ why: string; strata: readonly TableStratum[] }>([
  { why: 'no strata', strata: [] },
  { why: 'nobody', strata: [{ ...some, clusters: [] }] },
  { why: 'one group', strata: [{ ...some, clusters: [one('a', 2, 1), one('a', 1, 1)] }] },
  { why: 'nobody with it', strata: [{ ...some, clusters: [one('a', 0, 2), one('b', 0, 1)] }] },
  { why: 'all with it', strata: [{ ...some, clusters: [one('a', 2, 0), one('b', 1, 0)] }] },
  { why: 'a population taken whole', strata: [{ ...some, fraction: 1 }] },
  {
    why: 'one unit',
    strata: [{ units: 1, fraction: 0, clusters: [[...one('a', 1, 2), ...one('b', 2, 2)]] }],
  },
  {
    why: 'strata of one unit each, which have no degrees of freedom',
    strata: ['a', 'b'].map((group) => ({ units: 1, fraction: 0, clusters: [one(group, 1, 2)] })),
  },
  {
    why: 'two halves that part fully',
    strata: [{ ...some, clusters: [one('a', 0.8, 0), one('b', 0, 0.1), one('b', 0, 0.7)] }],
  },
])('there is no test of $why', ({ strata }) => {
  expect(raoScottDesign(strata)).toBeNull();
});

test('a cluster without an observation takes part, but gives no degree of freedom', () => {
  const [left, listed] = [some, { ...some, clusters: [...some.clusters, []] }].map(
    (stratum) => raoScottDesign([stratum])!,
  );
  expect(listed).toEqual(left);
  expectNear(listed!.df2, 2, 1e-12);
});

test('hundreds of groups, of clusters within groups and across them', () => {
  const clusters = Array.from({ length: 1500 }, (_, i) =>
    [i, i + 1].map((j) => ({ group: String(j % 300), yes: (i * 7) % 5, no: 3 + (i % 2) })),
  );
  const found = raoScottDesign([{ units: 1500, fraction: 0, clusters }])!;
  expect(found.df1).toBeGreaterThan(1);
  expect(found.df1).toBeLessThanOrEqual(299);
  expectNear(found.df2, found.df1 * 1499, 1e-12);
});

test('refuses more clusters than units, and totals below 0', () => {
  expect(() => raoScottDesign([{ ...some, units: 2 }])).toThrow(/of 2 units holds 3/);
  expect(() => raoScottDesign([{ ...some, units: 0 }])).toThrow(/needs units/);
  expect(() => raoScottDesign([{ ...some, clusters: [one('a', -1, 2)] }])).toThrow(
    /from 0, got -1/,
  );
});
