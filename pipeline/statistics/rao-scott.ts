/** The test that a weighted share is the same in all groups, as R's `svychisq`. */
import { fUpperTail } from './distributions.ts';
import { checkDesign, checkPart } from './proportion.ts';
import type { Sums } from './sums.ts';

/** One group: those with the property, and all. Groups share no observation. */
export interface GroupSums {
  readonly yes: Sums;
  readonly base: Sums;
}

export interface FTest {
  readonly statistic: number;
  /** As a rule not whole. */
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * Rao–Scott test, second order, of yes/no by groups, for a design with weights only.
 *
 * Pearson's chi-square of the weighted 2 × k table (scaled to n observations) is divided by the
 * trace of Δ, the matrix of design effects of the table's interaction; df1 = tr(Δ)² / tr(Δ²),
 * df2 = df1 · (n − 1). R's `svychisq(~y + group, design, statistic = "F")`, its choices included:
 * Δ is taken at the observed cell shares, and 1 / 0 counts as 0 for an empty cell.
 *
 * R inverts a matrix with k − 1 rows. Of weights only, with two rows in the table, that matrix is
 * diagonal but for a projection and, where cells are empty, a part of rank two; so the two traces
 * follow from sums over groups, and a thousand groups are no burden.
 *
 * @param groups groups without weight are left out
 * @param designN observations of the whole design; R's domain variance, as in `proportion.ts`
 * @returns null where it does not exist: fewer than two groups, a share of 0 or 1 over all groups,
 *   or no variation (Δ is 0, as where two halves part fully)
 * @throws RangeError for sums that contradict each other or the design
 * @see Rao & Scott (1984), Annals of Statistics 12:46; Lumley (2010), section 6.3
 */
export function raoScott(groups: readonly GroupSums[], designN: number): FTest | null {
  for (const { yes, base } of groups) checkPart(yes, base);
  const n = groups.reduce((sum, { base }) => sum + base.n, 0);
  checkDesign({ n }, designN);
  const columns = columnsOf(groups);
  // By cells: summed shares may miss 0 and 1 by rounding.
  const empty = (row: 'yes' | 'no') => columns.every((column) => column[row].p === 0);
  if (columns.length < 2 || empty('yes') || empty('no')) return null;

  const delta = deltaTraces(columns, designN / (designN - 1));
  // As R scales Δ its trace is about the number of groups; far below, it is rounding noise.
  if (!(n * delta.trace > 1e-9)) return null;
  const shares = columns.map(({ yes, no }) => ({ yes: yes.p, no: no.p }));
  return secondOrder(pearsonOf(shares), delta, n - 1);
}

/** tr(Δ) and tr(Δ²), per observation. */
export interface Traces {
  readonly trace: number;
  readonly traceOfSquare: number;
}

/** Shares of the cells of one group in the whole table. */
export interface CellShares {
  readonly yes: number;
  readonly no: number;
}

/** Pearson's chi-square of a table of shares, per observation. */
export function pearsonOf(columns: readonly CellShares[]): number {
  const share = columns.reduce((sum, { yes }) => sum + yes, 0);
  let pearson = 0;
  for (const { yes, no } of columns) {
    const p = yes + no;
    pearson += (yes - share * p) ** 2 / (p * share * (1 - share));
  }
  return pearson;
}

/**
 * The F test from Pearson's chi-square and Δ; n cancels between the two, both per observation.
 *
 * @param df degrees of freedom of the design
 * @returns null without degrees of freedom, or where Δ² leaves the range of numbers
 */
export function secondOrder(pearson: number, delta: Traces, df: number): FTest | null {
  const statistic = pearson / delta.trace;
  const df1 = delta.trace ** 2 / delta.traceOfSquare;
  if (!(Number.isFinite(df1) && df > 0)) return null;
  const df2 = df1 * df;
  return { statistic, df1, df2, p: fUpperTail(statistic, df1, df2) };
}

/** A cell of the table: its share of all weight, and Σw² on the same scale. */
interface Cell {
  readonly p: number;
  readonly w2: number;
}

interface Column {
  readonly yes: Cell;
  readonly no: Cell;
}

const EMPTY: Cell = { p: 0, w2: 0 };

function columnsOf(groups: readonly GroupSums[]): readonly Column[] {
  const total = groups.reduce((sum, { base }) => sum + base.w, 0);
  return groups
    .filter(({ base }) => base.w > 0)
    .map(({ yes, base }) => {
      const no = { n: base.n - yes.n, w: base.w - yes.w, w2: base.w2 - yes.w2 };
      const cell = ({ n, w, w2 }: Sums) =>
        n > 0 && w > 0 ? { p: w / total, w2: Math.max(0, w2) / total ** 2 } : EMPTY;
      return { yes: cell(yes), no: cell(no) };
    });
}

/**
 * tr(Δ) and tr(Δ²), per observation.
 *
 * An interaction contrast of a table with two rows is (u, −u) with Σu = 0. Divided by the cell
 * shares it becomes x; Δ compares, over all such u, x'Vx (V: covariance of cell shares) with
 * Σ u²a, a = 1/p_yes + 1/p_no. Linearisation gives x'Vx = κ Σ over cells of w2·(x − m)², where
 * m = Σ p·x is 0 but for columns with an empty cell: m = Σ g·u, g = ±1 there. In the scale
 * v = u√a that is B = diag(d) − gh' − hg' + s·gg', and Δ is B between projections that take out
 * q ∝ 1/√a.
 */
function deltaTraces(columns: readonly Column[], kappa: number): Traces {
  const d: number[] = [];
  const g: number[] = [];
  const h: number[] = [];
  const q: number[] = [];
  let s = 0;
  let inverses = 0;
  for (const { yes, no } of columns) {
    const [overYes, overNo] = [inverse(yes.p), inverse(no.p)];
    const a = overYes + overNo;
    d.push((kappa * (yes.w2 * overYes ** 2 + no.w2 * overNo ** 2)) / a);
    g.push((Math.sign(yes.p) - Math.sign(no.p)) / Math.sqrt(a));
    h.push((kappa * (yes.w2 * overYes - no.w2 * overNo)) / Math.sqrt(a));
    q.push(1 / Math.sqrt(a));
    s += kappa * (yes.w2 + no.w2);
    inverses += 1 / a;
  }
  const unit = q.map((value) => value / Math.sqrt(inverses));
  // B·unit, tr(B) and tr(B²) = tr(D²) + 2 tr(DG) + tr(G²), G the part of rank two.
  const [gUnit, hUnit] = [dot(g, unit), dot(h, unit)];
  const [gg, gh, hh] = [dot(g, g), dot(g, h), dot(h, h)];
  let trace = 0;
  let square = 2 * (gg * hh + gh * gh) - 4 * s * gg * gh + s * s * gg * gg;
  const image = unit.map((value, j) => {
    const [dj, gj, hj] = [d[j]!, g[j]!, h[j]!];
    const lowRank = s * gj * gj - 2 * gj * hj;
    trace += dj + lowRank;
    square += dj * dj + 2 * dj * lowRank;
    return dj * value - gj * hUnit - hj * gUnit + s * gj * gUnit;
  });
  const along = dot(unit, image);
  return {
    trace: trace - along,
    traceOfSquare: square - 2 * dot(image, image) + along * along,
  };
}

function inverse(p: number): number {
  return p === 0 ? 0 : 1 / p;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
