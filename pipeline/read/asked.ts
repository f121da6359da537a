/** Questions that a round did not ask: what a file says of them, and how to declare it. */
import { type Problem, problem } from '../errors.ts';
import type { ColumnNames, Question, Survey } from '../survey/survey.ts';
import { type ReadAnswer, SKIPPED } from './answers/answer-reader.ts';
import { type ColumnFinder, listed } from './columns.ts';
import type { OpenedExport } from './export.ts';
import { placeOf } from './fates.ts';
import type { Note } from './notes.ts';
import { isFilled } from './record.ts';

/** Every column a question needs. */
export function columnsOf(question: Question): readonly ColumnNames[] {
  if (question.type !== 'multiple') return [question.column];
  const { layout } = question;
  return layout.kind === 'joined' ? [layout.column] : layout.columns;
}

/** Notes on the columns that a file has of a question which its round did not ask. */
export function unaskedColumns(
  question: Question,
  opened: OpenedExport,
  finder: ColumnFinder,
): readonly Note[] {
  const row = opened.headerRecords[0]?.row ?? 1;
  return columnsOf(question)
    .flatMap((names) => names.find((name) => finder.has([name])) ?? [])
    .map((column) => ({ kind: 'column-not-asked', row, column, count: 1 }));
}

/** Where a file has columns of a question which its round did not ask. */
export function unaskedPlaces(question: Question, finder: ColumnFinder): readonly number[] {
  return [...new Set(columnsOf(question).flatMap((names) => finder.places(names)))];
}

/** Leaves the cells of a question that was not asked, and enters that. */
export function leaveUnasked(question: Question, positions: readonly number[]): ReadAnswer {
  return (cells, _, book) => {
    for (const position of positions) {
      const cell = cells[position] ?? '';
      if (isFilled(cell)) book.cells.add(position, NOT_ASKED);
      if (question.type === 'open') book.characters.add(position, NOT_ASKED, cell.length);
    }
    return SKIPPED;
  };
}

const NOT_ASKED = placeOf('not-asked');

/** A file that could not be opened, and why. */
export interface FailedFile {
  readonly round: string;
  readonly file: string;
  readonly problems: readonly Problem[];
}

/**
 * All problems of the files; those of a question that a whole round lacks and others have say how
 * to declare that this round did not ask it. One that every round lacks is just missing.
 */
export function adviseAsked(failed: readonly FailedFile[], survey: Survey): Problem[] {
  const lacks = (question: string, round: Survey['rounds'][number]) =>
    round.files.every(({ name }) =>
      failed.some(
        (one) =>
          one.round === round.id &&
          one.file === name &&
          one.problems.some(
            ({ message, values }) => MISSING.includes(message) && values.question === question,
          ),
      ),
    );
  return failed.flatMap(({ round, problems }) =>
    problems.flatMap((one, i) => {
      const question = survey.questions.find(({ id }) => id === one.values.question);
      if (!MISSING.includes(one.message) || question === undefined) return one;
      const lacking = survey.rounds
        .filter((other) => lacks(question.id, other))
        .map(({ id }) => id);
      const read = survey.rounds.filter(({ id }) => question.asked.includes(id));
      if (!lacking.includes(round) || lacking.length >= read.length) return one;
      const asked = question.asked.filter((id) => !lacking.includes(id)).join(', ');
      if (question.type === 'multiple') {
        // One problem for all its columns.
        const own = problems.filter(({ values }) => values.question === question.id);
        if (own[0] !== problems[i]) return [];
        const wanted = listed(own.map(({ values }) => String(values.wanted)));
        return problem('multiple-missing', one, {
          ...one.values,
          ...{ wanted, asked, lacking: lacking.join(', ') },
        });
      }
      const message = 'nearest' in one.values ? 'question-missing-near' : 'question-missing';
      return problem(message, one, { ...one.values, asked });
    }),
  );
}

const MISSING: readonly string[] = ['column-missing', 'column-missing-near'];
