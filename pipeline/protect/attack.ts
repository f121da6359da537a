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
import { type Network, withZeros } from './attack/network.ts';
import { componentsOf, type Program, programOf } from './attack/program.ts';
import { Ranges } from './attack/ranges.ts';
import { isSafe, type Range } from './attack/safe.ts';
import { allOf } from './attack/ties.ts';

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
 * @throws NothingAgrees if no counts at all agree with what is shown, which is our bug in one release
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
    attackComponent(network, known, component, { wanted, minimum, enough, among: null }),
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
  const among = [...allOf(network.impliedOf, some)];
  const aim = { wanted: new Set(some), minimum, enough: Infinity, among };
  return attackComponent(network, shown, some, aim).exposed;
}

/** Counts are driven together as long as more than a few are narrow and get fewer by that. */
const FEW = 10;
const IDLE = 2;

/** 1 or -1, as good as by chance, but always the same. */
function coin(variable: number, round: number): number {
  return ((Math.imul(variable + 1, 0x9e3779b1) >>> ((round + 3) & 31)) & 1) === 1 ? 1 : -1;
}

/** Which of some counts are attacked, and how. */
interface Aim {
  readonly wanted: ReadonlySet<number>;
  readonly minimum: number;
  /** How many exposed ones are enough. */
  readonly enough: number;
  /** Implied limits, where the counts are not all that hangs together; else null. */
  readonly among: readonly number[] | null;
}

/**
 * The same of counts that hang together, as `componentsOf` gives them.
 *
 * @param shown every published count and every zero that follows from them, NaN where it is hidden
 * @throws NothingAgrees as `attack`
 */
export function attackComponent(
  network: Network,
  shown: Float64Array,
  component: readonly number[],
  aim: Aim,
): Found {
  const program = programOf(network, shown, component, aim.among ?? []);
  const ranges = new Ranges(program);
  try {
    return foundIn({ network, shown, program, ranges }, component, aim);
  } finally {
    ranges.dispose();
  }
}

/** What is known of a component. */
interface Attacked {
  readonly network: Network;
  readonly shown: Float64Array;
  readonly program: Program;
  readonly ranges: Ranges;
}

function foundIn(
  { network, shown, program, ranges }: Attacked,
  component: readonly number[],
  aim: Aim,
): Found {
  const { wanted, minimum, enough } = aim;
  const place = new Map(component.map((cell, i) => [cell, i]));
  const targets = component.flatMap((cell, i) => (wanted.has(cell) ? [i] : []));
  const exposed: Exposed[] = [];
  const safe: number[] = [];
  for (const i of drivenTogether(ranges, targets, minimum)) {
    if (!ranges.isNarrow(i, minimum) || exposed.length >= enough) continue;
    const top = ranges.drive(new Map([[i, 1]]));
    if (!ranges.isNarrow(i, minimum)) continue;
    const ends = [top, ranges.drive(new Map([[i, -1]]))];
    const cell = component[i]!;
    const over = network.over[cell]!;
    // Whatever its base is, not all of that is left to it.
    const isAbove0 = ranges.at(i).low > 0;
    const most = isAbove0 ? Infinity : mostOfBase(shown, ranges, over, place.get(over), aim);
    if (isSafe(ranges.at(i), most, minimum)) safe.push(cell);
    else {
      const holders = new Set(ends.flatMap((end) => holdersIn(end, program, shown)));
      exposed.push({ cell, ...ranges.at(i), holders });
    }
  }
  safe.push(...targets.filter((i) => !ranges.isNarrow(i, minimum)).map((i) => component[i]!));
  return { exposed, safe };
}

/**
 * Drives all at once, each one way or the other: most turn out to be wide in a few rounds.
 *
 * @returns those that are not known to be wide
 */
function drivenTogether(
  ranges: Ranges,
  targets: readonly number[],
  minimum: number,
): readonly number[] {
  let narrow = targets;
  for (let [round, idle] = [0, 0]; narrow.length >= FEW && idle < IDLE; round++) {
    ranges.drive(new Map(narrow.map((i) => [i, coin(i, round)])));
    const left = narrow.filter((i) => ranges.isNarrow(i, minimum));
    idle = left.length < 0.9 * narrow.length ? 0 : idle + 1;
    narrow = left;
  }
  return narrow;
}

/**
 * The most that the base of a count can be.
 *
 * @param over number of the base; -1: it has none
 * @param base its variable, where it is hidden and looked at
 */
function mostOfBase(
  shown: Float64Array,
  ranges: Ranges,
  over: number,
  base: number | undefined,
  { among }: Aim,
): number {
  if (over < 0) return Infinity;
  // Of a hidden base that is not wholly looked at, only the least counts: it may be no more.
  if (base !== undefined) ranges.driveOnce(base, among === null ? 1 : -1);
  if (!Number.isNaN(shown[over]!)) return shown[over]!;
  return base === undefined ? 0 : ranges.at(base)[among === null ? 'high' : 'low'];
}
