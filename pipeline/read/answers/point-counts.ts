/** Which whole numbers a file gives to a scale, to tell a range declared wrongly from slips. */
import { type Place, type Problem, problem } from '../../errors.ts';
import type { ScaleQuestion } from '../../survey/survey.ts';

/** Most different numbers that are counted apart; no scale has so many points. */
const MOST_POINTS = 1000;

/** Numbers rarer than this share of the answers are slips or codes (99), and tell no range. */
const RARE = 0.01;

export class PointCounts {
  readonly #byPoint = new Map<number, { n: number }>();
  readonly #others = { n: 0 };

  /** The count of a number, to be counted up whenever it is given. */
  of(point: number): { n: number } {
    const known = this.#byPoint.get(point);
    if (known !== undefined) return known;
    if (this.#byPoint.size >= MOST_POINTS) return this.#others;
    const fresh = { n: 0 };
    this.#byPoint.set(point, fresh);
    return fresh;
  }

  list(): readonly (readonly [point: number, n: number])[] {
    return [...this.#byPoint].map(([point, { n }]) => [point, n]);
  }
}

/** A problem if more than half of a file's answers to a scale lie outside its range. */
export function rangeProblem(
  { id, range: [low, high] }: ScaleQuestion,
  counts: PointCounts,
  place: Place,
  round: string,
): Problem | null {
  const points = counts.list();
  const sum = (some: typeof points) => some.reduce((total, [, n]) => total + n, 0);
  const answers = sum(points);
  const outside = sum(points.filter(([point]) => point < low || point > high));
  if (outside <= answers / 2) return null;
  const common = points.filter(([, n]) => n >= RARE * answers);
  const telling = (common.length > 0 ? common : points).map(([point]) => point);
  const found = { from: Math.min(...telling), to: Math.max(...telling) };
  return problem('scale-range', place, {
    question: id,
    round,
    low,
    high,
    answers,
    outside,
    ...found,
  });
}
