/**
 * What can be worked out of those who did not say something: the rest of a base, where that is hidden
 * together with the count over it. Of two hidden counts the difference may be known all the same.
 *
 * A rest that is certainly large tells nobody apart, and is no secret.
 */
import type { Exposed, Found } from '../attack.ts';
import type { Kind } from '../counts/count-cells.ts';
import { holdersIn } from './holders.ts';
import type { Solution } from './linear.ts';
import { type Network, withZeros } from './network.ts';
import { componentsOf, programOf } from './program.ts';
import { cutToWhole, Ranges } from './ranges.ts';
import { isSafe, type Range } from './safe.ts';

/** Counts of those who said something, beside whom the others of their base did not. */
const SAID: readonly Kind[] = ['code', 'option', 'theme', 'again'];

/** Counts beside which there is a rest. */
export function linesWithRest({ cells, over }: Network): readonly number[] {
  return [...cells.keys()].filter((cell) => over[cell]! >= 0 && SAID.includes(cells[cell]!.kind));
}

/**
 * The rests that are not safe, each by the number of the count beside it.
 *
 * Safe are those of wide range alone, which stay so where more is hidden or less is known. A narrow range
 * that tells nothing may tell something then: those are in neither list, and are looked at again.
 *
 * @param shown every published count, NaN where it is hidden
 * @param lines counts whose rests are attacked; others are known to be safe
 * @param enough how many exposed ones that hang together are enough
 */
export function attackRests(
  network: Network,
  shown: Float64Array,
  lines: readonly number[],
  minimum: number,
  enough: number,
): Found {
  const known = withZeros(network, shown);
  const wanted = lines.filter((line) => Number.isNaN(known[line]!));
  const found = componentsOf(network, known, wanted).map((component) =>
    attackComponent(network, known, component, { wanted: new Set(wanted), minimum, enough }),
  );
  return {
    exposed: found.flatMap((one) => one.exposed),
    safe: found.flatMap((one) => one.safe),
  };
}

interface Aim {
  readonly wanted: ReadonlySet<number>;
  readonly minimum: number;
  readonly enough: number;
}

function attackComponent(
  network: Network,
  known: Float64Array,
  component: readonly number[],
  { wanted, minimum, enough }: Aim,
): Found {
  const program = programOf(network, known, component, []);
  const ranges = new Ranges(program);
  const place = new Map(component.map((cell, i) => [cell, i]));
  const rests = component
    .filter((cell) => wanted.has(cell))
    .map(
      (cell) => new Rest(cell, place.get(cell)!, place.get(network.over[cell]!), known, network),
    );
  const drive = (weights: ReadonlyMap<number, number>) => {
    const solution = ranges.drive(weights);
    for (const rest of rests) rest.note(solution);
    return solution;
  };
  driveTogether(rests, drive, minimum);
  const [exposed, safe]: [Exposed[], number[]] = [[], []];
  for (const rest of rests) {
    const isOpen = !rest.isWide(minimum) && exposed.length < enough;
    const ends = isOpen ? [1, -1].map((direction) => drive(rest.weights(direction))) : [];
    if (rest.isWide(minimum)) safe.push(rest.cell);
    else if (isOpen && !tellsNothing(rest, ranges, minimum)) {
      const holders = new Set(ends.flatMap((end) => holdersIn(end, program, known)));
      exposed.push({ cell: rest.cell, ...rest.range(), holders });
    }
  }
  ranges.dispose();
  return { exposed, safe };
}

/** Whether a narrow range excludes nothing, or leaves no few. */
function tellsNothing(rest: Rest, ranges: Ranges, minimum: number): boolean {
  const range = rest.range();
  if (range.low > 0) return range.low >= minimum;
  return isSafe(range, mostOf(rest, ranges), minimum);
}

/** The most that a base can be. */
function mostOf({ base, whole }: Rest, ranges: Ranges): number {
  if (base === undefined) return whole;
  ranges.driveOnce(base, 1);
  return ranges.at(base).high;
}

/** Rounds in which all are driven at once, each one way or the other. */
const ROUNDS = 4;
const FEW = 4;

function driveTogether(
  rests: readonly Rest[],
  drive: (weights: ReadonlyMap<number, number>) => Solution,
  minimum: number,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    const narrow = rests.filter((rest) => !rest.isWide(minimum));
    if (narrow.length < FEW) return;
    const weights = new Map<number, number>();
    narrow.forEach((rest, i) => {
      for (const [one, times] of rest.weights((i >> (round >> 1)) % 2 === round % 2 ? 1 : -1)) {
        weights.set(one, (weights.get(one) ?? 0) + times);
      }
    });
    drive(weights);
  }
}

/** The rest beside a count, as far as it was met. */
class Rest {
  readonly cell: number;
  /** The variable of the base; undefined where that is known. */
  readonly base: number | undefined;
  /** What a known base is. */
  readonly whole: number;
  readonly #own: number;
  #least = Infinity;
  #most = -Infinity;

  constructor(
    cell: number,
    own: number,
    base: number | undefined,
    known: Float64Array,
    { over }: Network,
  ) {
    this.cell = cell;
    this.base = base;
    this.whole = base === undefined ? known[over[cell]!]! : 0;
    this.#own = own;
  }

  weights(direction: number): ReadonlyMap<number, number> {
    const own = new Map([[this.#own, -direction]]);
    return this.base === undefined ? own : own.set(this.base, direction);
  }

  note({ values }: Solution): void {
    const base = this.base === undefined ? this.whole : values[this.base]!;
    this.#least = Math.min(this.#least, base - values[this.#own]!);
    this.#most = Math.max(this.#most, base - values[this.#own]!);
  }

  range(): Range {
    return cutToWhole(this.#least, this.#most);
  }

  isWide(minimum: number): boolean {
    const { low, high } = this.range();
    return high - low >= minimum;
  }
}
