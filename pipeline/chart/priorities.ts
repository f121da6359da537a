/** Problems by how common they are and how severe the scale linked to them says they are. */
import type { ClosedRow, ProblemRow } from '../aggregate/tables.ts';
import { questionIn } from '../survey/question-in.ts';
import type { ScaleQuestion } from '../survey/survey.ts';
import type { ReportModel } from './model.ts';
import { overall, type Panel } from './panels.ts';

/** A problem with the share that mentions it and the mean of its scale, both published. */
export interface Priority {
  readonly code: string;
  readonly share: number;
  readonly row: ProblemRow;
  readonly mean: number;
  /** The line of the mean. */
  readonly scaleRow: ClosedRow;
  /** As the round asked it; high is good. */
  readonly scale: ScaleQuestion;
}

/** Fewer problems make no map. */
const FEWEST_PROBLEMS = 3;

/**
 * The problems of the latest round that a scale measures, in the order of the main chart.
 *
 * Both figures are of the whole sample and of that round. Empty where fewer than three problems
 * have both.
 */
export function prioritiesOf(model: ReportModel, panel: Panel): readonly Priority[] {
  const { id: round } = panel.latest;
  const shares = overall(panel, round);
  const found = model.survey.questions.flatMap((question): Priority[] => {
    if (question.type !== 'scale' || question.measures === null) return [];
    const scale = questionIn(question, round);
    const row = shares.get(question.measures);
    const scaleRow = model.tables.closed.find(
      (one) =>
        one.question === question.id &&
        one.round === round &&
        one.group === 'all' &&
        one.option === '',
    );
    if (scale === null || row === undefined || scaleRow === undefined) return [];
    const { share } = row;
    const { mean } = scaleRow;
    if (share === null || mean === null) return [];
    return [{ code: row.code, share, row, mean, scaleRow, scale }];
  });
  const placeOf = ({ code }: Priority) =>
    panel.order.findIndex((one) => code === one || code.startsWith(`${one}.`));
  const enough = new Set(found.map((one) => one.code)).size >= FEWEST_PROBLEMS;
  return enough ? found.toSorted((a, b) => placeOf(a) - placeOf(b)) : [];
}

/** The middle of some numbers; of an even count, half way between the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  if (low === undefined || high === undefined) throw new RangeError('no numbers, no median');
  return (low + high) / 2;
}
