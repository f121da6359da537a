/** What is set aside, as a problem that its owner can mend. */
import { type Problem, problem } from '../errors.ts';
import type { MessageKey } from '../messages.ts';
import type { SetAside, SetAsideReason } from '../read/respondent.ts';

const MESSAGES: Partial<Record<SetAsideReason, MessageKey>> = {
  'too-few-cells': 'aside-too-few-cells',
  'too-many-cells': 'aside-too-many-cells',
  'repeated-header': 'aside-repeated-header',
  'totals-row': 'aside-totals-row',
  'footer-row': 'aside-footer-row',
  'bad-weight': 'aside-bad-weight',
  'bad-design': 'aside-bad-design',
  'not-a-number': 'aside-not-a-number',
  'not-a-point': 'aside-not-a-point',
  'out-of-range': 'aside-out-of-range',
  'unknown-option': 'aside-unknown-option',
};

/** Names file, row, and the column of the cell to blame, if it was one. */
export function setAsideProblem(file: string, one: SetAside): Problem {
  const { row, reason, found } = one;
  const column = one.column === '' ? (one.blamed ?? '') : one.column;
  const place = { file, row, ...(column === '' ? {} : { column }) };
  return problem(MESSAGES[reason] ?? 'set-aside', place, { reason, found });
}
