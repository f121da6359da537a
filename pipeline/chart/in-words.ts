/** What a chart shows, in figures, for those who do not see it. */
import type { TopLevelSpec } from 'vega-lite';

type Datum = Readonly<Record<string, unknown>>;

/**
 * Each figure with the names of what it is of and its interval, in the order of the chart.
 *
 * @example figuresInWords(spec) // ['A6 经费无保证 31.5% (28.8%–34.3%)', …]
 */
export function figuresInWords(spec: TopLevelSpec): readonly string[] {
  const found = new Set<string>();
  for (const datum of dataIn(spec)) {
    const names = NAMES.flatMap((keys) => {
      const text = keys.map((key) => datum[key]).find((one) => one !== undefined);
      return typeof text === 'string' && text !== '' ? [text.replaceAll('\n', ' ')] : [];
    });
    const figure = FIGURES.map((key) => datum[key]).find((one) => typeof one === 'string');
    if (names.length === 0 || figure === undefined || figure === '') continue;
    const { interval } = datum;
    const beside = typeof interval === 'string' && interval !== '' ? ` (${interval})` : '';
    found.add(`${names.join(' · ')} ${figure}${beside}`);
  }
  return [...found];
}

/** Fields that name what a figure is of, the first there is of each; a panel's head says more. */
const NAMES = [
  ['problem', 'panel'],
  ['rowName'],
  ['columnName'],
  ['name'],
  ['part'],
  ['roundName', 'round'],
] as const;
/** Fields that hold the figure as text, or why there is none. */
const FIGURES = ['value', 'text', 'mean', 'note'] as const;

function* dataIn(value: unknown): Generator<Datum> {
  if (Array.isArray(value)) {
    for (const one of value) yield* dataIn(one);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (key === 'data') yield* (one as { values?: readonly Datum[] }).values ?? [];
    else yield* dataIn(one);
  }
}
