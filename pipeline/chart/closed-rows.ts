/** Lines of closed questions. */
import type { ClosedRow } from '../aggregate/tables.ts';
import type { ClosedQuestion } from '../survey/survey.ts';
import type { ReportModel } from './model.ts';

/** Lines of the whole sample with an option. */
export function closedRows(model: ReportModel, question: ClosedQuestion): readonly ClosedRow[] {
  return model.tables.closed.filter(
    (row) => row.question === question.id && row.group === 'all' && row.option !== '',
  );
}
