/** Linear programs, solved by HiGHS; the only import of it. */
import highsModule from 'highs';

// Its types are those of a CommonJS module, which has its default one level deeper.
const loadHighs = highsModule as unknown as typeof highsModule.default;

// Loaded with this room, so that everything which asks it stays a plain function.
const highs = await loadHighs();

/** Σ coefficient × variable, at least `low` and at most `high`. */
export interface Row {
  readonly at: readonly number[];
  readonly by: readonly number[];
  readonly low: number;
  readonly high: number;
}

export interface Solution {
  /** Of each variable. */
  readonly values: Float64Array;
  /** How much less of the sum there would be for each unit that a row's end rose. */
  readonly rowPrices: Float64Array;
  /** The same of the end of a variable at which it stands. */
  readonly prices: Float64Array;
}

/** A set of solutions, in which variables can be driven to their ends. */
export interface LinearModel {
  /**
   * The solution in which a sum of variables is most.
   *
   * @param weights how often each is taken in the sum, negative ones included
   * @returns null where none solves all rows
   */
  drive(weights: ReadonlyMap<number, number>): Solution | null;
  dispose(): void;
}

/**
 * Ways to solve, each tried where the one before came to no end.
 *
 * From one end to the next only the aim changes: the primal simplex method goes on from there. Whole
 * numbers seldom need to be shaken apart, and without it a third of the time is saved; but where many
 * limits meet in one point, the solver then gives up now and again.
 */
const WAYS = [
  { simplex_strategy: 4, primal_simplex_bound_perturbation_multiplier: 0 },
  { simplex_strategy: 4, primal_simplex_bound_perturbation_multiplier: 1 },
  { simplex_strategy: 1, primal_simplex_bound_perturbation_multiplier: 1 },
] as const;

/** @param upper the most that each variable can be; the least is `lower` */
export function openModel(
  lower: Float64Array,
  upper: Float64Array,
  rows: readonly Row[],
): LinearModel {
  const cost = new Float64Array(lower.length);
  const model = highs.createModel({
    ...{ numCols: lower.length, numRows: rows.length },
    ...{ colCost: cost, colLower: lower, colUpper: upper },
    rowLower: rows.map(({ low }) => Math.max(low, -highs.infinity)),
    rowUpper: rows.map(({ high }) => Math.min(high, highs.infinity)),
    matrix: {
      ...{ format: 'csr', numCols: lower.length, numRows: rows.length },
      starts: startsOf(rows),
      indices: rows.flatMap(({ at }) => at),
      values: rows.flatMap(({ by }) => by),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
  return {
    drive: (weights) => {
      cost.fill(0);
      for (const [variable, weight] of weights) cost[variable] = -weight;
      model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost);
      if (!isSolved(model)) return null;
      const { colValue, colDual, rowDual } = model.getSolution();
      return { values: colValue, prices: colDual, rowPrices: rowDual };
    },
    dispose: () => model.dispose(),
  };
}

/** Solves in the first way that comes to an end, starting afresh in all but the first. */
function isSolved(model: ReturnType<typeof highs.createModel>): boolean {
  return WAYS.some((way, i) => {
    model.options.set(way);
    if (i > 0) model.clearSolver();
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal;
  });
}

function startsOf(rows: readonly Row[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ at }, i) => {
    starts[i + 1] = starts[i]! + at.length;
  });
  return starts;
}
