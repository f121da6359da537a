/** Examples of a taxonomy -> the model of its codes, judged by cross-validation. */

import type { Example, Taxonomy } from '../../taxonomy/taxonomy.ts';
import { type Layout, layoutOf } from '../layout.ts';
import { keyOf } from '../normalise.ts';
import { createReader, type Reader } from '../reader.ts';
import { type CodeRules, codeRules, type RuleFeatures } from '../rules.ts';
import { statementsOf } from '../statements.ts';
import { type CodeModel, ENOUGH_TO_JUDGE, NOT_JUDGED, type Quality } from '../trained.ts';
import { fitModel, holdOut, type Task } from './fit.ts';
import { buildMatrix, type ReadExample, sampleOf } from './matrix.ts';
import { type ConfidencePair, qualityOf, settle, UNSETTLED } from './settle.ts';

/** Fewer examples are too few to choose cut-offs by. */
const ENOUGH = 100;
/** Where no example speaks, a term that counts gives its code: it adds 1.5 to the score. */
const TERM_PRIOR = 5;

/** A trained model, and the codes given to held-out examples with what became of them. */
export interface TrainedCodes {
  readonly model: CodeModel;
  readonly pairs: readonly ConfidencePair[];
}

/**
 * Trains the model of a taxonomy on its examples and on answers coded by hand.
 *
 * @returns null where there are no examples at all
 */
export function trainCodes(taxonomy: Taxonomy, byHand: readonly Example[]): TrainedCodes | null {
  const examples = [...taxonomy.examples, ...byHand];
  if (examples.length === 0) return null;
  const reader = createReader(taxonomy);
  const layout = layoutOf(reader.lexicon);
  const rules = codeRules(reader.lexicon);
  const read = examples.map(({ text }) => readExample(text, reader, rules));
  const matrix = buildMatrix(read, rules.count);
  const positive = targetsOf(examples, layout);
  const prior = layout.labels.map((_, label) => priorOf(label, layout, rules, matrix.width));
  const task: Task = { matrix, labels: layout.labels, rules: rules.count, positive, prior };
  const model = fitModel(task);
  if (examples.length < ENOUGH) {
    return { model: { model, ...UNSETTLED, quality: NOT_JUDGED }, pairs: [] };
  }
  // What is said of examples must tell nothing of respondents: the two are never counted together.
  const useHand = byHand.length >= ENOUGH_TO_JUDGE;
  const judged = {
    ...holdOut(
      task,
      read.map((one) => one.key),
    ),
    layout,
    positive,
    counts: examples.map((_, i) => useHand === i >= taxonomy.examples.length),
  };
  const { codes, pairs } = qualityOf(judged);
  const answers = useHand ? byHand.length : taxonomy.examples.length;
  const source = useHand ? 'hand-codes' : 'examples';
  const quality: Quality = answers < ENOUGH_TO_JUDGE ? NOT_JUDGED : { source, answers, codes };
  return { model: { model, ...settle(judged, [...examples.keys()]), quality }, pairs };
}

/** The features of an example and of its statements, for a model of codes. */
export function readExample(text: string, reader: Reader, rules: RuleFeatures): ReadExample {
  reader.glance(text);
  const reading = reader.reading();
  const statements = statementsOf(reading, rules);
  const clauses = statements.flatMap((one) => one.clauses);
  return {
    key: keyOf(reading.normalised),
    ...sampleOf({ clauses, rules: rules.rowsOf(reading) }),
    statements: statements.length > 1 ? statements.map(sampleOf) : [],
  };
}

/** A problem's label holds for its sub-problems too. */
export function targetsOf(
  examples: readonly Example[],
  { labels, problems }: Layout,
): Uint8Array[] {
  const labelOf = new Map(labels.map((code, label) => [code, label]));
  const problemOf = new Map(
    problems.flatMap(({ label, leaves }) => leaves.map((leaf) => [leaf, label] as const)),
  );
  const positive = labels.map(() => new Uint8Array(examples.length));
  for (const [i, { codes }] of examples.entries()) {
    for (const code of codes) {
      const label = labelOf.get(code);
      if (label === undefined) continue;
      positive[label]![i] = 1;
      const problem = problemOf.get(label);
      if (problem !== undefined) positive[problem]![i] = 1;
    }
  }
  return positive;
}

function priorOf(label: number, layout: Layout, rules: CodeRules, width: number): Float64Array {
  const prior = new Float64Array(width);
  const code = layout.codeOf[label]!;
  const isProblem = label < layout.problems.length;
  prior[isProblem ? rules.familyOf(code) : rules.termOf(code)] = TERM_PRIOR;
  return prior;
}
