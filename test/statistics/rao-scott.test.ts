import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fUpperTail } from '../../pipeline/statistics/distributions.ts';
import { raoScott } from '../../pipeline/statistics/rao-scott.ts';
import { baseOf, expectNear, sumsOf, weightsOnly } from './support.ts';

interface Observation {
  readonly yes: boolean;
  readonly group: number;
  readonly weight: number;
}

/** Sums of a table's groups, in the order of `groups`. */
function groupsOf(rows: readonly Observation[], groups: readonly number[]) {
  return groups.map((group) => {
    const base = rows.filter((row) => row.group === group);
    return { yes: sumsOf(base.filter(({ yes }) => yes)), base: sumsOf(base) };
  });
}

const cases = weightsOnly.flatMap(([name, design]) =>
  design.svychisq.map((truth) => ({ name, design, truth, F: truth.F })),
);

test.each(cases)('svychisq(~$truth.row + $truth.col, statistic = "F") of $name', (one) => {
  const { truth, design, F } = one;
  const rows = baseOf(design, {}).map(({ cells, weight }) => ({
    weight,
    yes: cells[truth.row] === truth.rows[1],
    group: truth.cols.indexOf(cells[truth.col]!),
  }));
  const found = raoScott(groupsOf(rows, [...truth.cols.keys()]), design.n)!;
  expectNear(found.statistic, F.statistic);
  expectNear(found.df1, F.parameter[0]);
  expectNear(found.df2, F.parameter[1]);
  expectNear(found.p, F.p);
});

/**
 * The same test the way R computes it, with matrices over all cells and an inverse; independent
 * of the sums over groups in `raoScott`.
 */
function byMatrices(rows: readonly Observation[], k: number, designN: number) {
  const n = rows.length;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const cellOf = ({ yes, group }: Observation) => 2 * group + Number(yes);
  const cells = [...Array(2 * k).keys()];
  const p = cells.map(
    (cell) => rows.filter((row) => cellOf(row) === cell).reduce((s, r) => s + r.weight, 0) / total,
  );
  const scores = rows.map((row) =>
    cells.map((cell) => (row.weight / total) * (Number(cellOf(row) === cell) - p[cell]!)),
  );
  const V = cells.map((a) =>
    cells.map((b) => (designN / (designN - 1)) * scores.reduce((sum, t) => sum + t[a]! * t[b]!, 0)),
  );
  const inverse = p.map((value) => (value === 0 ? 0 : 1 / value));
  // Contrasts of group j with the last, between yes and no; each divided by the cell shares.
  const contrasts = [...Array(k - 1).keys()].map((j) =>
    cells.map((cell) => {
      const group = Math.floor(cell / 2);
      const sign = cell % 2 === 1 ? 1 : -1;
      return group === j ? sign : group === k - 1 ? -sign : 0;
    }),
  );
  const over = contrasts.map((c) => c.map((value, cell) => value * inverse[cell]!));
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const left = contrasts.map((a) => over.map((b) => dot(a, b) / n));
  const right = over.map((a) =>
    over.map((b) =>
      dot(
        a,
        V.map((row) => dot(row, b)),
      ),
    ),
  );
  const delta = solve(left, right);
  const trace = delta.reduce((sum, row, i) => sum + row[i]!, 0);
  const square = delta.reduce(
    (sum, row, i) =>
      sum +
      dot(
        row,
        delta.map((other) => other[i]!),
      ),
    0,
  );
  let chi = 0;
  for (const cell of cells) {
    const group = Math.floor(cell / 2);
    const row = cells.filter((c) => c % 2 === cell % 2).reduce((sum, c) => sum + p[c]!, 0);
    const expected = row * (p[2 * group]! + p[2 * group + 1]!);
    chi += (n * (p[cell]! - expected) ** 2) / expected;
  }
  const df1 = trace ** 2 / square;
  return {
    statistic: chi / trace,
    df1,
    df2: df1 * (n - 1),
    p: fUpperTail(chi / trace, df1, df1 * (n - 1)),
  };
}

/** Gauss–Jordan with pivots: the X of A X = B. */
function solve(A: readonly (readonly number[])[], B: readonly (readonly number[])[]): number[][] {
  const rows = A.map((row, i) => [...row, ...B[i]!]);
  for (let i = 0; i < rows.length; i++) {
    let best = i;
    for (let j = i; j < rows.length; j++) {
      if (Math.abs(rows[j]![i]!) > Math.abs(rows[best]![i]!)) best = j;
    }
    [rows[i], rows[best]] = [rows[best]!, rows[i]!];
    const pivot = rows[i]![i]!;
    rows[i] = rows[i]!.map((value) => value / pivot);
    for (let j = 0; j < rows.length; j++) {
      const factor = rows[j]![i]!;
      if (j !== i) rows[j] = rows[j]!.map((value, c) => value - factor * rows[i]![c]!);
    }
  }
  return rows.map((row) => row.slice(A.length));
}

/** Small tables with many empty cells, each group with somebody and both rows present. */
const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((k) =>
    fc.record({
      k: fc.constant(k),
      rows: fc.array(
        fc.record({
          yes: fc.boolean(),
          group: fc.integer({ min: 0, max: k - 1 }),
          weight: fc.integer({ min: 1, max: 100 }).map((units) => units / 20),
        }),
        { minLength: 3 * k, maxLength: 60 },
      ),
      beyond: fc.integer({ min: 0, max: 30 }),
    }),
  )
  .filter(
    ({ k, rows }) =>
      new Set(rows.map(({ group }) => group)).size === k &&
      new Set(rows.map(({ yes }) => yes)).size === 2,
  );

test('it equals R’s matrix computation on random tables with empty cells', () => {
  fc.assert(
    fc.property(tables, ({ k, rows, beyond }) => {
      const found = raoScott(groupsOf(rows, [...Array(k).keys()]), rows.length + beyond)!;
      const expected = byMatrices(rows, k, rows.length + beyond);
      for (const figure of ['statistic', 'df1', 'df2', 'p'] as const) {
        expectNear(found[figure], expected[figure], 1e-7);
      }
    }),
    { numRuns: 200 },
  );
});

test('the scale of the weights, the order of groups and which answer is yes do not matter', () => {
  fc.assert(
    fc.property(tables, ({ k, rows }) => {
      const order = [...Array(k).keys()];
      const turned = rows.map((row) => ({ ...row, yes: !row.yes, weight: row.weight * 1000 }));
      const found = raoScott(groupsOf(turned, order.toReversed()), rows.length)!;
      const expected = raoScott(groupsOf(rows, order), rows.length)!;
      expectNear(found.statistic, expected.statistic, 1e-7);
      expectNear(found.p, expected.p, 1e-6);
    }),
  );
});

const equal = (n: number) => ({ n, w: n, w2: n });

test('equal weights and large numbers come near Pearson’s chi-square', () => {
  // 300 of 1000 and 350 of 1000: chi-square = 5.698, over one degree of freedom.
  const groups = [300, 350].map((yes) => ({ yes: equal(yes), base: equal(1000) }));
  const found = raoScott(groups, 2000)!;
  expect(found.statistic).toBeCloseTo(5.698, 1);
  expect(found.df1).toBeCloseTo(1, 9);
});

test('groups without weight are left out', () => {
  const groups = [30, 50].map((yes) => ({ yes: equal(yes), base: equal(100) }));
  const nobody = { yes: equal(0), base: equal(0) };
  const weightless = { yes: { n: 1, w: 0, w2: 0 }, base: { n: 2, w: 0, w2: 0 } };
  expect(raoScott([nobody, ...groups, nobody], 200)).toEqual(raoScott(groups, 200));
  expect(raoScott([...groups, weightless], 202)?.statistic).toBeCloseTo(
    raoScott(groups, 202)!.statistic,
    12,
  );
});

test.each([
  { why: 'one group', groups: [{ yes: equal(3), base: equal(9) }], n: 9 },
  { why: 'no groups', groups: [], n: 9 },
  { why: 'nobody with it', groups: [9, 8].map((n) => ({ yes: equal(0), base: equal(n) })), n: 17 },
  { why: 'all with it', groups: [9, 8].map((n) => ({ yes: equal(n), base: equal(n) })), n: 17 },
  {
    why: 'two halves that part fully',
    groups: [9, 0].map((yes) => ({ yes: equal(yes), base: equal(9) })),
    n: 18,
  },
])('there is no test of $why', ({ groups, n }) => {
  expect(raoScott(groups, n)).toBeNull();
});

test('there is no test of all with it, or of one group, whatever the weights', () => {
  fc.assert(
    fc.property(tables, ({ k, rows }) => {
      const all = rows.map((row) => ({ ...row, yes: true }));
      expect(raoScott(groupsOf(all, [...Array(k).keys()]), rows.length)).toBeNull();
      const one = rows.map((row) => ({ ...row, group: 0 }));
      expect(raoScott(groupsOf(one, [0]), rows.length)).toBeNull();
    }),
  );
});

test('two halves that part fully have no test, whatever rounding makes of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }),
      (all) => {
        const weights = all.map((units) => units / 30);
        const rows = [
          ...weights.map((weight) => ({ weight, group: 0, yes: true })),
          ...weights.toReversed().map((weight) => ({ weight, group: 1, yes: false })),
        ];
        expect(raoScott(groupsOf(rows, [0, 1]), rows.length)).toBeNull();
      },
    ),
  );
});

test('a thousand groups are no burden', () => {
  const groups = [...Array(3000).keys()].map((i) => ({ yes: equal(i % 7), base: equal(10) }));
  const found = raoScott(groups, 30000)!;
  expect(found.df1).toBeLessThanOrEqual(2999 + 1e-6);
  expect(found.p).toBeLessThan(1e-10);
});

test('refuses groups beyond the design, and more with the property than people', () => {
  const groups = [3, 5].map((yes) => ({ yes: equal(yes), base: equal(10) }));
  expect(() => raoScott(groups, 19)).toThrow(/at least 20, got 19/);
  expect(() => raoScott([{ yes: equal(11), base: equal(10) }, ...groups], 90)).toThrow(/exceeds/);
});
