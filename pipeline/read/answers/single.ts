/** Single-choice questions. */
import type { SingleQuestion } from '../../survey/survey.ts';
import { plainName, withoutFillIn } from '../cell.ts';
import type { Layout } from '../exports/layout.ts';
import {
  accepted,
  MISSING,
  type ReadAnswer,
  readColumn,
  SKIPPED,
  stateOf,
} from './answer-reader.ts';

/** The option in the cell, after aliases; one that is not declared, where any are, is set aside. */
export function readSingle(question: SingleQuestion, position: number, layout: Layout): ReadAnswer {
  const state = stateOf(question, layout);
  const declared = new Set(question.options);
  return readColumn(position, (cell) => {
    const trimmed = plainName(cell);
    const found = state(trimmed);
    if (found !== 'filled') return accepted(found === 'skipped' ? SKIPPED : MISSING);
    const known = declared.has(trimmed) || question.aliases.has(trimmed);
    const chosen = known ? trimmed : layout.choiceText(position, trimmed);
    const whole = question.aliases.get(chosen) ?? chosen;
    const bare = withoutFillIn(whole).trim();
    const option =
      declared.has(whole) || bare === '' ? whole : (question.aliases.get(bare) ?? bare);
    if (declared.size > 0 && !declared.has(option)) {
      return { answer: MISSING, rejected: [['unknown-option', cell]] };
    }
    return accepted({ kind: 'options', options: [option] });
  });
}
