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
  return rows.length === 0 ? endsAlone(lower, upper) : openSolver(lower, upper, rows);
}

/** Where nothing ties variables together, each goes to its own end. */
function endsAlone(lower: Float64Array, upper: Float64Array): LinearModel {
  const isSolvable = lower.every((low, i) => low <= upper[i]!);
  return {
    drive: (weights) => {
      if (!isSolvable) return null;
      const [values, prices] = [lower.slice(), new Float64Array(lower.length)];
      for (const [variable, weight] of weights) {
        if (weight > 0) values[variable] = upper[variable]!;
        prices[variable] = -weight;
      }
      return { values, prices, rowPrices: new Float64Array() };
    },
    dispose: () => {},
  };
}

function openSolver(lower: Float64Array, upper: Float64Array, rows: readonly Row[]): LinearModel {
  const model = highs.createModel({
    ...{ numCols: lower.length, numRows: rows.length },
    ...{ colCost: new Float64Array(lower.length), colLower: lower, colUpper: upper },
    rowLower: rows.map(({ low }) => Math.max(low, -highs.infinity)),
    rowUpper: rows.map(({ high }) => Math.min(high, highs.infinity)),
    matrix: {
      ...{ format: 'csr', numCols: lower.length, numRows: rows.length },
      starts: startsOf(rows),
      indices: rows.flatMap(({ at }) => at),
      values: rows.flatMap(({ by }) => by),
    },
  });
  // Options are asked for by name: to set them for each aim takes as long as a small program.
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', ...WAYS[0] });
  let aims: ReadonlyMap<number, number> = new Map();
  return {
    drive: (weights) => {
      const indices = [...new Set([...aims.keys(), ...weights.keys()])].sort((a, b) => a - b);
      const cost = Float64Array.from(indices, (variable) => -(weights.get(variable) ?? 0));
      model.changeColsCost({ kind: 'set', indices }, cost);
      aims = weights;
      if (!isSolved(model)) return null;
      const { colValue, colDual, rowDual } = model.getSolution();
      return { values: colValue, prices: colDual, rowPrices: rowDual };
    },
    dispose: () => model.dispose(),
  };
}

/** Solves in the first way that comes to an end, starting afresh in all but the first. */
function isSolved(model: ReturnType<typeof highs.createModel>): boolean {
  const ends = WAYS.findIndex((way, i) => {
    if (i > 0) {
      model.options.set(way);
      model.clearSolver();
    }
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal;
  });
  if (ends !== 0) model.options.set(WAYS[0]);
  return ends >= 0;
}

function startsOf(rows: readonly Row[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ at }, i) => {
    starts[i + 1] = starts[i]! + at.length;
  });
  return starts;
}
