/** Completes what a question says of single rounds: which asked it, and scales that differed. */
import { listed, problem } from '../errors.ts';
import { type Context, list, localText } from './complete.ts';
import type { QuestionSpec } from './schema.ts';
import type { ScaleForm } from './survey.ts';
import type { LocalText } from './text.ts';
import { at, type KeyPath } from './yaml.ts';

/** Ids of the rounds that asked question `i`: those that `asked` lists, else all. */
export function askedRounds(
  spec: QuestionSpec,
  i: number,
  rounds: readonly string[],
  context: Context,
): readonly string[] {
  if (spec.asked === undefined) return rounds;
  const asked = list(spec.asked);
  const path = ['questions', i, 'asked'] as const;
  asked.forEach((id, j) => {
    checkRound(id, typeof spec.asked === 'string' ? path : [...path, j], rounds, context);
  });
  return rounds.filter((id) => asked.includes(id));
}

/** The form of scale question `i`, and its forms in the rounds in which it differed. */
export function scaleForms(
  spec: QuestionSpec,
  i: number,
  rounds: readonly string[],
  context: Context,
): ScaleForm & { readonly rounds: ReadonlyMap<string, ScaleForm> } {
  const path = ['questions', i] as const;
  const usual: ScaleForm = {
    range: spec.range ?? [1, 5],
    reverse: spec.reverse ?? false,
    labels: labelsOf(spec.labels),
  };
  checkRange(usual, path, context);
  const differing = Object.entries(spec.rounds ?? {}).map(([id, one]) => {
    checkRound(id, [...path, 'rounds', id], rounds, context);
    const range = one.range ?? usual.range;
    const reverse = one.reverse ?? usual.reverse;
    const labels =
      one.labels === undefined ? labelsIn(usual, range, reverse) : labelsOf(one.labels);
    const form: ScaleForm = { range, reverse, labels };
    checkRange(form, [...path, 'rounds', id], context);
    return [id, form] as const;
  });
  return { ...usual, rounds: new Map(differing) };
}

export function labelsOf(spec: QuestionSpec['labels']): ReadonlyMap<string, LocalText> {
  return new Map(Object.entries(spec ?? {}).map(([value, text]) => [value, localText(text)]));
}

/** The usual labels where a round turned the scale round; of another range they say nothing. */
function labelsIn(
  usual: ScaleForm,
  [low, high]: ScaleForm['range'],
  reverse: boolean,
): ScaleForm['labels'] {
  if (usual.range[0] !== low || usual.range[1] !== high) return new Map();
  if (usual.reverse === reverse) return usual.labels;
  return new Map(
    [...usual.labels].map(([point, text]) => [String(low + high - Number(point)), text]),
  );
}

function checkRange({ range: [low, high] }: ScaleForm, path: KeyPath, context: Context): void {
  if (low < high) return;
  context.report(problem('bad-range', at(context.yaml, [...path, 'range']), { low, high }));
}

function checkRound(
  round: string,
  path: KeyPath,
  rounds: readonly string[],
  context: Context,
): void {
  if (rounds.includes(round)) return;
  const values = { round, valid: listed(round, rounds) };
  context.report(problem('round-unknown', at(context.yaml, path), values));
}
