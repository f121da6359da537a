/** Fixtures made with R and scikit-learn, and the sums of their observations. */
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import type { Moments } from '../../pipeline/statistics/mean.ts';
import type { UnitSums } from '../../pipeline/statistics/ratio-variance.ts';
import type { Sums } from '../../pipeline/statistics/sums.ts';

const folder = new URL('./fixtures/', import.meta.url);

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}

/** Passes if the two differ by at most `tolerance`, relative to the expected; 0 must be exact. */
export function expectNear(actual: number | undefined, expected: number, tolerance = 1e-9): void {
  const error = expected === 0 ? Math.abs(actual ?? NaN) : Math.abs((actual ?? NaN) / expected - 1);
  if (!(error <= tolerance)) expect({ actual, error }).toEqual({ actual: expected, error: 0 });
}

/** One observation: its columns as written, and its weight. */
export interface Row {
  readonly cells: Readonly<Record<string, string>>;
  readonly weight: number;
}

const rowsByFile = new Map<string, readonly Row[]>();

/** Observations of R's `apistrat` or `apiclus1`. */
export function rowsOf(file: string): readonly Row[] {
  const known = rowsByFile.get(file);
  if (known !== undefined) return known;
  const [head, ...lines] = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  const names = head!.split(',');
  const rows = lines.map((line) => {
    const values = line.split(',');
    const cells = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
    return { cells, weight: Number(cells.pw) };
  });
  rowsByFile.set(file, rows);
  return rows;
}

export function sumsOf(rows: readonly { readonly weight: number }[]): Sums {
  return {
    n: rows.length,
    w: rows.reduce((sum, { weight }) => sum + weight, 0),
    w2: rows.reduce((sum, { weight }) => sum + weight ** 2, 0),
  };
}

export function momentsOf(rows: readonly { weight: number; x: number }[]): Moments {
  const sum = (of: (row: { weight: number; x: number }) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    ...sumsOf(rows),
    wx: sum(({ weight, x }) => weight * x),
    wx2: sum(({ weight, x }) => weight * x ** 2),
    w2x: sum(({ weight, x }) => weight ** 2 * x),
    w2x2: sum(({ weight, x }) => weight ** 2 * x ** 2),
  };
}

/** The observations that have a value of `variable`, with that value. */
export function numbersOf(rows: readonly Row[], variable: string) {
  return rows
    .filter(({ cells }) => cells[variable] !== '')
    .map((row) => ({ ...row, x: Number(row.cells[variable]) }));
}

export interface ProportionTruth {
  readonly var: string;
  readonly level: string;
  readonly by?: string;
  readonly group?: string;
  readonly n: number;
  readonly p: number;
  readonly se: number;
  readonly variance: number;
  readonly df: number;
  readonly svyciprop: Readonly<
    Partial<
      Record<
        'logit' | 'xlogit' | 'beta' | 'mean' | 'wilson_neff_z' | 'wilson_neff_dfadj_z',
        readonly [number, number]
      >
    >
  > & { readonly n_eff: number | null; readonly n_eff_dfadj: number | null };
}

export interface MeanTruth {
  readonly var: string;
  readonly by?: string;
  readonly group?: string;
  readonly mean: number;
  readonly se: number;
  readonly df: number;
  readonly ci_z: readonly [number, number];
  readonly ci_t?: readonly [number, number];
  readonly svyvar?: number;
}

export interface DesignTruth {
  readonly data: string;
  readonly design: { readonly strata?: string; readonly ids?: string; readonly fpc?: string };
  readonly degf: number;
  readonly n: number;
  readonly kish: KishTruth;
  readonly kish_by: Readonly<Record<string, KishTruth>>;
  readonly proportions: readonly ProportionTruth[];
  readonly proportions_by: readonly ProportionTruth[];
  readonly means: readonly MeanTruth[];
  readonly means_by: readonly MeanTruth[];
  readonly domain_difference: readonly {
    readonly var: string;
    readonly by: string;
    readonly g1: string;
    readonly g2: string;
    readonly diff: number;
    readonly se: number;
    readonly ci_z: readonly [number, number];
  }[];
  readonly svychisq: readonly {
    readonly row: string;
    readonly col: string;
    readonly rows: readonly string[];
    readonly cols: readonly string[];
    readonly F: {
      readonly statistic: number;
      readonly parameter: readonly [number, number];
      readonly p: number;
    };
  }[];
}

export interface KishTruth {
  readonly n: number;
  readonly sum_w: number;
  readonly sum_w2: number;
  readonly n_eff: number;
  readonly deff: number;
}

/** Figures of R's survey package by name of design. */
export const designs: readonly (readonly [string, DesignTruth])[] = Object.entries(
  fixture<{ designs: Record<string, DesignTruth> }>('survey.json').designs,
);

export const weightsOnly = designs.filter(
  ([, { design }]) => !design.strata && !design.ids && !design.fpc,
);

/** The rows of a truth's base: all, or those of its group. */
export function baseOf(
  design: DesignTruth,
  { by, group }: { readonly by?: string; readonly group?: string },
): readonly Row[] {
  const rows = rowsOf(design.data);
  return by === undefined ? rows : rows.filter(({ cells }) => cells[by] === group);
}

/** A stratum of a design with its units, each with its observations. */
export interface UnitStratum {
  readonly units: number;
  readonly fraction: number;
  readonly rows: readonly (readonly Row[])[];
}

/** The strata of a design; without strata one, without clusters units of one observation. */
export function unitsOf({ data, design }: DesignTruth): readonly UnitStratum[] {
  const byStratum = new Map<string, Map<string, Row[]>>();
  rowsOf(data).forEach((row, i) => {
    const stratum = design.strata ? row.cells[design.strata]! : '';
    const unit = design.ids ? row.cells[design.ids]! : String(i);
    const units = byStratum.get(stratum) ?? new Map<string, Row[]>();
    byStratum.set(stratum, units.set(unit, [...(units.get(unit) ?? []), row]));
  });
  return [...byStratum.values()].map((units) => {
    const rows = [...units.values()];
    const size = design.fpc ? Number(rows[0]![0]!.cells[design.fpc]) : Number.POSITIVE_INFINITY;
    return { units: rows.length, fraction: rows.length / size, rows };
  });
}

/** Sums over units of A = Σ w y and B = Σ w; y null: not in the base. */
export function unitSumsOf(
  units: readonly (readonly Row[])[],
  y: (row: Row) => number | null,
): UnitSums {
  const totals = units.map((rows) => totalsOf(rows, y));
  const sum = (of: (unit: { a: number; b: number }) => number) =>
    totals.reduce((total, unit) => total + of(unit), 0);
  return {
    a: sum(({ a }) => a),
    b: sum(({ b }) => b),
    aa: sum(({ a }) => a * a),
    ab: sum(({ a, b }) => a * b),
    bb: sum(({ b }) => b * b),
  };
}

/** A = Σ w y and B = Σ w of one unit; y null: not in the base. */
export function totalsOf(rows: readonly Row[], y: (row: Row) => number | null) {
  const known = rows.flatMap((row) => {
    const value = y(row);
    return value === null ? [] : [{ weight: row.weight, value }];
  });
  return {
    a: known.reduce((sum, { weight, value }) => sum + weight * value, 0),
    b: known.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** Random observations: a yes or no each, with weights from 0.05 to 20. */
export const observations = fc.array(
  fc.record({
    yes: fc.boolean(),
    weight: fc.integer({ min: 1, max: 400 }).map((units) => units / 20),
    x: fc.integer({ min: 1, max: 7 }),
  }),
  { minLength: 2, maxLength: 40 },
);
