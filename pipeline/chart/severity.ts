/** How severe scales say problems are, and the axis that shows it: worse means higher. */
import { sameRange } from '../survey/question-in.ts';
import type { Lang } from '../survey/text.ts';
import type { Priority } from './priorities.ts';
import { CHART_WORDS, fillIn } from './words.ts';

/**
 * How far a mean has fallen from the best point of its scale towards the worst, in [0, 1].
 *
 * @example severityOf(2, [1, 5]) // 0.75
 */
export function severityOf(mean: number, [worst, best]: readonly [number, number]): number {
  return (best - mean) / (best - worst);
}

/** Where the vertical axis begins and ends, and what it tells. */
export interface Severity {
  /** Bottom first: of means the largest. */
  readonly domain: readonly [number, number];
  readonly reverse: boolean;
  readonly format: string;
  readonly title: string;
  /** Of a mean or a limit of it. */
  readonly of: (mean: number, priority: Priority) => number;
}

/** Means where all scales have one range, as readers know them; else how far from the best. */
export function severityAxis(priorities: readonly Priority[], lang: Lang): Severity {
  const words = CHART_WORDS[lang];
  const scales = priorities.map((one) => one.scale);
  const [first] = scales;
  const alike = first !== undefined && scales.every((one) => sameRange(one, first));
  const of: Severity['of'] = alike
    ? (mean) => mean
    : (mean, { scale }) => severityOf(mean, scale.range);
  const ends = priorities.flatMap((one) =>
    [one.mean, one.scaleRow.low ?? one.mean, one.scaleRow.high ?? one.mean].map((mean) =>
      of(mean, one),
    ),
  );
  const [low, high] = alike ? first.range : [0, 1];
  const step = (high - low) / 20;
  const domain = [
    Math.max(low, low + Math.floor((Math.min(...ends) - low) / step - 0.4) * step),
    Math.min(high, low + Math.ceil((Math.max(...ends) - low) / step + 0.4) * step),
  ] as const;
  const title = alike
    ? fillIn(words.severityMean, { low: String(low), high: String(high) })
    : words.severityPart;
  return { domain, reverse: alike, format: alike ? '.1f' : '.0%', title, of };
}
