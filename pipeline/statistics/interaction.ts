/** The design effects of the interaction of a table with two rows, from the units of a design. */
import type { CellShares, Traces } from './rao-scott.ts';
import { unitFactor } from './stratum.ts';
import type { ClusterStratum, ObservationStratum, TableStratum } from './table-stratum.ts';

/** What a unit of weight in the cells of a group adds to r. */
interface Column {
  readonly at: number;
  readonly yes: number;
  readonly no: number;
}

/** A unit's r by column, as far as it is not 0, and its weighted total over all columns. */
interface Score {
  readonly r: ReadonlyMap<number, number>;
  readonly total: number;
}

/**
 * Δ as in `rao-scott.ts`: a contrast (u, −u) with Σu = 0, divided by the cell shares, and in the
 * scale v = u√a, a = 1/p_yes + 1/p_no.
 *
 * A unit's score there is r − T·g: r from its totals in the groups, T its total over all, and
 * g = 0 but for groups with an empty cell. So Σ scores² over units, about the mean of each
 * stratum, is Σ r·rᵀ − h·gᵀ − g·hᵀ + Σ T²·ggᵀ with h = Σ T·r, where r is sparse.
 */
export class Interaction {
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #size: number;
  readonly #all: number;
  /** Σ r·rᵀ, row by row. */
  readonly #rr: Float64Array;
  readonly #h: Float64Array;
  readonly #g: readonly number[];
  /** The direction that Σu = 0 leaves out, of length 1. */
  readonly #q: readonly number[];
  #tt = 0;
  /** Trace before means are taken out: rounding is measured by it. */
  #magnitude = 0;

  /**
   * @param table shares of all weight, by group; no group without any
   * @param all all weight
   */
  constructor(table: ReadonlyMap<string, CellShares>, all: number) {
    const inverse = (p: number) => (p === 0 ? 0 : 1 / p);
    const shares = [...table.values()];
    const roots = shares.map(({ yes, no }) => Math.sqrt(inverse(yes) + inverse(no)));
    const length = Math.sqrt(roots.reduce((sum, root) => sum + 1 / root ** 2, 0));
    this.#size = shares.length;
    this.#all = all;
    this.#rr = new Float64Array(this.#size ** 2);
    this.#h = new Float64Array(this.#size);
    this.#g = shares.map(({ yes, no }, at) => (Math.sign(yes) - Math.sign(no)) / roots[at]!);
    this.#q = roots.map((root) => 1 / root / length);
    this.#columns = new Map(
      [...table].map(([group, { yes, no }], at) => [
        group,
        { at, yes: inverse(yes) / roots[at]!, no: -inverse(no) / roots[at]! },
      ]),
    );
  }

  /** Groups that are not in the table have no weight, and add nothing. */
  add(stratum: TableStratum): void {
    const factor = unitFactor(stratum);
    const sum =
      'clusters' in stratum
        ? this.#addClusters(stratum, factor)
        : this.#addObservations(stratum, factor);
    if (stratum.units > 1) this.#addSquare(sum, -factor / stratum.units);
  }

  /** tr(Δ) and tr(Δ²); null where there is no variation. */
  traces(): Traces | null {
    const k = this.#size;
    const [g, h, q] = [this.#g, this.#h, this.#q];
    const b = this.#rr.map((value, index) => {
      const [i, j] = [Math.floor(index / k), index % k];
      return value - h[i]! * g[j]! - g[i]! * h[j]! + this.#tt * g[i]! * g[j]!;
    });
    const image = q.map((_, i) => q.reduce((sum, value, j) => sum + b[i * k + j]! * value, 0));
    const along = q.reduce((sum, value, i) => sum + value * image[i]!, 0);
    let trace = 0;
    let traceOfSquare = 0;
    b.forEach((value, index) => {
      const [i, j] = [Math.floor(index / k), index % k];
      const inside = value - image[i]! * q[j]! - q[i]! * image[j]! + along * q[i]! * q[j]!;
      if (i === j) trace += inside;
      traceOfSquare += inside ** 2;
    });
    const squared = this.#all ** 2; // scores were added in units of weight, not of shares
    return trace > 1e-12 * this.#magnitude
      ? { trace: trace / squared, traceOfSquare: traceOfSquare / squared ** 2 }
      : null;
  }

  #addClusters({ clusters }: ClusterStratum, factor: number): Score {
    const sum = new ScoreSum();
    for (const cells of clusters) {
      const score = new ScoreSum();
      for (const { group, yes, no } of cells) score.add(this.#columns.get(group), yes, no);
      for (const [at, r] of score.r) sum.r.set(at, (sum.r.get(at) ?? 0) + r);
      sum.total += score.total;
      this.#addSquare(score, factor);
      for (const r of score.r.values()) this.#magnitude += factor * r * r;
    }
    return sum;
  }

  #addObservations({ observations }: ObservationStratum, factor: number): Score {
    const sum = new ScoreSum();
    for (const { group, yes, no } of observations) {
      const column = this.#columns.get(group);
      if (column === undefined) continue;
      const squares = factor * (yes.w2 * column.yes ** 2 + no.w2 * column.no ** 2);
      this.#rr[column.at * (this.#size + 1)]! += squares;
      this.#h[column.at]! += factor * (yes.w2 * column.yes + no.w2 * column.no);
      this.#tt += factor * (yes.w2 + no.w2);
      this.#magnitude += squares;
      sum.add(column, yes.w, no.w);
    }
    return sum;
  }

  #addSquare({ r, total }: Score, factor: number): void {
    const [rr, size] = [this.#rr, this.#size];
    const columns = Int32Array.from(r.keys());
    const values = Float64Array.from(r.values());
    columns.forEach((i, at) => {
      const scaled = factor * values[at]!;
      for (let other = 0; other < columns.length; other++) {
        rr[i * size + columns[other]!]! += scaled * values[other]!;
      }
      this.#h[i]! += scaled * total;
    });
    this.#tt += factor * total * total;
  }
}

class ScoreSum implements Score {
  readonly r = new Map<number, number>();
  total = 0;

  add(column: Column | undefined, yes: number, no: number): void {
    if (column === undefined) return;
    const { at } = column;
    this.r.set(at, (this.r.get(at) ?? 0) + yes * column.yes + no * column.no);
    this.total += yes + no;
  }
}
