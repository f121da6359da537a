/** Scale and number questions. */
import type { NumberQuestion, ScaleForm, ScaleQuestion } from '../../survey/survey.ts';
import { parseGrouped, parseNumber, parseWhole } from '../cell.ts';
import type { Layout } from '../exports/layout.ts';
import {
  accepted,
  MISSING,
  type ReadAnswer,
  readColumn,
  SKIPPED,
  stateOf,
} from './answer-reader.ts';
import type { PointCounts } from './point-counts.ts';

/**
 * A whole number on the scale, or the label of one (非常重视 for 5), in any language.
 *
 * Mixtures such as `5分` are not guessed at: they are set aside. `reverse` turns the scale round.
 *
 * @param counts gets every whole number given, on the scale or off it
 */
export function readScale(
  question: ScaleQuestion,
  position: number,
  layout: Layout,
  counts: PointCounts,
): ReadAnswer {
  const state = stateOf(question, layout);
  const points = labelledPoints(question);
  const [low, high] = question.range;
  return readColumn(position, (cell) => {
    const trimmed = cell.trim();
    const found = state(trimmed);
    if (found !== 'filled') return accepted(found === 'skipped' ? SKIPPED : MISSING);
    const known = question.aliases.has(trimmed) || points.has(trimmed);
    const chosen = known ? trimmed : layout.choiceText(position, trimmed);
    const word = question.aliases.get(chosen) ?? chosen;
    const point = points.get(word) ?? parseWhole(word);
    if (point === null) {
      const reason = parseNumber(word) === null ? 'not-a-number' : 'not-a-point';
      return { answer: MISSING, rejected: [[reason, cell]] };
    }
    const seen = counts.of(point);
    if (point < low || point > high) {
      return { answer: MISSING, rejected: [['out-of-range', cell]], seen };
    }
    const value = question.reverse ? low + high - point : point;
    return { ...accepted({ kind: 'number', value }), seen };
  });
}

function labelledPoints({ labels }: ScaleForm): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  for (const [key, texts] of labels) {
    const point = parseWhole(key);
    if (point === null) continue;
    for (const text of Object.values(texts)) points.set(text.trim(), point);
  }
  return points;
}

/** Beyond this, squares times squared weights could not be summed exactly. */
const LARGEST_NUMBER = 1e9;

/** Any number up to a thousand million either way; thousands may be parted: `1,234`, `1 234`. */
export function readNumber(question: NumberQuestion, position: number, layout: Layout): ReadAnswer {
  const state = stateOf(question, layout);
  return readColumn(position, (cell) => {
    const trimmed = cell.trim();
    const found = state(trimmed);
    if (found !== 'filled') return accepted(found === 'skipped' ? SKIPPED : MISSING);
    const value = parseGrouped(trimmed);
    if (value === null) return { answer: MISSING, rejected: [['not-a-number', cell]] };
    if (Math.abs(value) > LARGEST_NUMBER) {
      return { answer: MISSING, rejected: [['out-of-range', cell]] };
    }
    return accepted({ kind: 'number', value });
  });
}
