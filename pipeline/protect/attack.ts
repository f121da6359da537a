/**
 * What can be worked out of a publication by whoever knows every sum and bound in it.
 *
 * Hidden counts that stand in a sum or bound together are solved for together, by linear
 * programming: the least and the most of each, over everything that would look the same. Solutions
 * in fractions are allowed, which can only make a range wider than that of whole numbers, and
 * ranges are then cut to whole numbers. Nothing hidden is an input. What shown zeros say of their
 * parts is no secret, and not counted as found out.
 */
import { holdersIn } from './attack/holders.ts';
import { openModel } from './attack/linear.ts';
import { type Network, type Tie, withZeros } from './attack/network.ts';
import { componentsOf, NO_END, programOf } from './attack/program.ts';
import { isSafe, type Range } from './attack/safe.ts';

/** A hidden count that its bounds give away. */
export interface Exposed extends Range {
  /** Its number in the network. */
  readonly cell: number;
  /** Shown counts that would widen the range if they were hidden too, by number. */
  readonly holders: ReadonlySet<number>;
}

/** What an attack found; neither of zeros that are told, nor of what was left after finding enough. */
export interface Found {
  readonly exposed: readonly Exposed[];
  readonly safe: readonly number[];
}

/**
 * The hidden counts that are not safe, with what can be told of them.
 *
 * @param shown every published count, NaN where it is hidden
 * @param cells hidden counts to attack, by number; others are known to be safe
 * @param enough how many exposed counts that hang together are enough
 * @throws Error if no counts at all agree with what is shown (our bug)
 */
export function attack(
  network: Network,
  shown: Float64Array,
  cells: readonly number[],
  minimum: number,
  enough: number,
): Found {
  const known = withZeros(network, shown);
  const wanted = new Set(cells.filter((cell) => Number.isNaN(known[cell]!)));
  const found = componentsOf(network, known, [...wanted]).map((component) =>
    attackComponent(network, known, component, wanted, minimum, enough),
  );
  return {
    exposed: found.flatMap((one) => one.exposed),
    safe: found.flatMap((one) => one.safe),
  };
}

/**
 * The exposed ones of some hidden counts, seen by whoever knows nothing that ties them to others.
 *
 * What all ties imply of these alone is known. Who knows more finds these too; what is not found here
 * may be exposed all the same.
 *
 * @param shown every published count, NaN where it is hidden
 * @param some hidden counts, by number
 */
export function attackAmong(
  network: Network,
  shown: Float64Array,
  some: readonly number[],
  minimum: number,
): readonly Exposed[] {
  const implied = new Set(some.flatMap((cell) => network.impliedOf.get(cell) ?? []));
  return attackComponent(network, shown, some, new Set(some), minimum, Infinity, [...implied])
    .exposed;
}

/** How far from a whole number solutions may be by the way they are computed. */
const ROUNDING = 1e-6;
/** Counts are driven together as long as more than a few are narrow and get fewer by that. */
const FEW = 10;
const IDLE = 2;

/** 1 or -1, as good as by chance, but always the same. */
function coin(variable: number, round: number): number {
  return ((Math.imul(variable + 1, 0x9e3779b1) >>> ((round + 3) & 31)) & 1) === 1 ? 1 : -1;
}

/** Every solution found says something of all counts, so that most need none of their own. */
function attackComponent(
  network: Network,
  shown: Float64Array,
  component: readonly number[],
  wanted: ReadonlySet<number>,
  minimum: number,
  enough: number,
  /** Further limits, where the component is not all that hangs together; else null. */
  among: readonly Tie[] | null = null,
): Found {
  const program = programOf(network, shown, component, among ?? []);
  const model = openModel(program.lower, program.upper, program.rows);
  const least = new Float64Array(component.length).fill(Infinity);
  const most = new Float64Array(component.length).fill(-Infinity);
  const drive = (weights: ReadonlyMap<number, number>) => {
    const solution = model.drive(weights);
    if (solution === null) throw new Error('no counts agree with what is shown');
    const { values } = solution;
    for (let i = 0; i < values.length; i++) {
      if (values[i]! < least[i]!) least[i] = values[i]!;
      if (values[i]! > most[i]!) most[i] = values[i]!;
    }
    return solution;
  };
  const rangeAt = (i: number): Range => ({
    // Adding 0 turns -0 into 0.
    low: Math.ceil(least[i]! - ROUNDING) + 0,
    high: most[i]! > NO_END - 1 ? Infinity : Math.floor(most[i]! + ROUNDING) + 0,
  });
  const isNarrow = (i: number) => {
    const { low, high } = rangeAt(i);
    return !(high - low >= minimum);
  };
  const targets = component.flatMap((cell, i) => (wanted.has(cell) ? [i] : []));
  // All at once first, each one way or the other: most turn out to be wide in a few rounds.
  let narrow = targets;
  for (let [round, idle] = [0, 0]; narrow.length >= FEW && idle < IDLE; round++) {
    drive(new Map(narrow.map((i) => [i, coin(i, round)])));
    const left = narrow.filter(isNarrow);
    idle = left.length < 0.9 * narrow.length ? 0 : idle + 1;
    narrow = left;
  }
  const place = new Map(component.map((cell, i) => [cell, i]));
  const exposed: Exposed[] = [];
  const safe: number[] = [];
  for (const i of narrow) {
    if (!isNarrow(i) || exposed.length >= enough) continue;
    const top = drive(new Map([[i, 1]]));
    if (!isNarrow(i)) continue;
    const ends = [top, drive(new Map([[i, -1]]))];
    const over = network.over[component[i]!]!;
    const base = place.get(over);
    // Of a hidden base that is not wholly looked at, only the least counts: it may be no more.
    if (base !== undefined) drive(new Map([[base, among === null ? 1 : -1]]));
    const bound = base === undefined ? 0 : rangeAt(base)[among === null ? 'high' : 'low'];
    const whole = over < 0 ? Infinity : Number.isNaN(shown[over]!) ? bound : shown[over]!;
    if (isSafe(rangeAt(i), whole, minimum)) {
      safe.push(component[i]!);
      continue;
    }
    const holders = new Set(ends.flatMap((end) => holdersIn(end, program, shown)));
    exposed.push({ cell: component[i]!, ...rangeAt(i), holders });
  }
  safe.push(...targets.filter((i) => !isNarrow(i)).map((i) => component[i]!));
  model.dispose();
  return { exposed, safe };
}
