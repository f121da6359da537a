/** Opens a book for every key of the survey that names columns, so that each can tell what it read. */
import type { ColumnNames, Question, Survey } from '../survey/survey.ts';
import type { ColumnFinder } from './columns.ts';
import { placeOf } from './fates.ts';
import { type Book, Ledger } from './ledger.ts';
import { isFilled } from './record.ts';

export interface Books {
  readonly ledger: Ledger;
  /** One a group. */
  readonly groups: readonly Book[];
  /** One a question. */
  readonly questions: readonly Book[];
  /** Enters the cells of a respondent that are taken as they are, such as the weight. */
  enterPlain(cells: readonly string[]): void;
}

/** Every column must have been found before. */
export function openBooks(survey: Survey, header: readonly string[], finder: ColumnFinder): Books {
  const ledger = new Ledger(header);
  const find = (names: ColumnNames) => finder.find(names);
  const named = Object.entries(survey.columns).flatMap(
    ([key, names]: [string, ColumnNames | null]) =>
      names === null ? [] : [{ key: `columns.${key}`, positions: [find(names)] }],
  );
  const excluding = survey.exclude.map(({ column }) => find([column]));
  const plain = [
    ...named,
    ...(excluding.length === 0 ? [] : [{ key: 'exclude', positions: excluding }]),
  ].flatMap(({ key, positions }) => {
    const book = ledger.open(key, positions);
    return positions.map((position) => ({ position, counts: book.cells.row(position) }));
  });
  return {
    ledger,
    groups: survey.groups.map(({ id, column }) => ledger.open(`groups.${id}`, [find(column)])),
    questions: survey.questions.map((question) =>
      ledger.open(`questions.${question.id}`, columnsOf(question).map(find), question),
    ),
    enterPlain: (cells) => {
      for (const { position, counts } of plain) {
        if (isFilled(cells[position] ?? '')) counts[USED]! += 1;
      }
    },
  };
}

const USED = placeOf('used');

function columnsOf(question: Question): readonly ColumnNames[] {
  if (question.type !== 'multiple') return [question.column];
  const { layout } = question;
  return layout.kind === 'joined' ? [layout.column] : layout.columns;
}
