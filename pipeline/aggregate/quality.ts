/**
 * quality.csv: how well each code is found, from answers that took no part in training.
 *
 * precision = hits / predicted, recall = hits / support, F1 = 2 hits / (support + predicted).
 */
import type { CodeQuality, Quality } from '../code/trained.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import type { CodeEntry, Taxonomy } from '../taxonomy/taxonomy.ts';
import type { QualityRow } from './tables.ts';

type Figures = Pick<QualityRow, 'support' | 'predicted' | 'precision' | 'recall' | 'f1'>;

const NOTHING: Figures = {
  support: null,
  predicted: null,
  precision: null,
  recall: null,
  f1: null,
};

/** One line a problem and sub-problem of every taxonomy in use, measured or not. */
export function qualityRows(codebook: Codebook, survey: Survey): readonly QualityRow[] {
  return [...codebook.taxonomies].flatMap(([reference, taxonomy]) =>
    taxonomyRows(taxonomy, codebook.learnt.get(reference)?.codes?.quality ?? null, survey),
  );
}

function taxonomyRows(
  taxonomy: Taxonomy,
  quality: Quality | null,
  { languages, privacy }: Survey,
): readonly QualityRow[] {
  const measured = new Map(quality?.codes.map((one) => [one.code, one]));
  const figuresOf = quality?.source === 'hand-codes' ? coarse(fewest(privacy)) : exact;
  const row = (entry: CodeEntry, level: 1 | 2): QualityRow => {
    const found = measured.get(entry.id);
    return {
      taxonomy: taxonomy.id,
      code: entry.id,
      level,
      label: entry.labels[languages[0]!],
      source: quality?.source ?? '',
      answers: quality?.answers ?? null,
      ...(found === undefined ? NOTHING : figuresOf(found)),
    };
  };
  return taxonomy.problems.flatMap((problem) => [
    row(problem, 1),
    ...problem.subproblems.map((part) => row(part, 2)),
  ]);
}

/** Fewest answers over which a ratio of hand-coded answers is published. */
export function fewest({ minimum }: Survey['privacy']): number {
  return 2 * minimum;
}

function exact({ support, predicted, hits }: CodeQuality): Figures {
  return {
    support,
    predicted,
    precision: ratio(hits, predicted),
    recall: ratio(hits, support),
    f1: ratio(2 * hits, support + predicted),
  };
}

/**
 * What may be told of the respondents' own answers. How many have a code is a count of people,
 * which may be hidden elsewhere; so there are no counts, and ratios only over `least` answers or
 * more, in whole percent, from which counts cannot be worked out.
 */
function coarse(least: number): (found: CodeQuality) => Figures {
  const of = (hits: number, all: number) => (all < least ? null : hundredths(hits / all));
  return ({ support, predicted, hits }) => {
    const precision = of(hits, predicted);
    const recall = of(hits, support);
    return { ...NOTHING, precision, recall, f1: harmonic(precision, recall) };
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}

/** F1 from what is published of the other two, so that it tells no more than they do. */
function harmonic(precision: number | null, recall: number | null): number | null {
  if (precision === null || recall === null) return null;
  return precision + recall === 0 ? 0 : hundredths((2 * precision * recall) / (precision + recall));
}
