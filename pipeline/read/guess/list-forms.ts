/** Multiple choice whose rounds put different marks between options: `A┋B` once, `A; B` later. */
import { draftNote } from '../../survey/draft.ts';
import { type ColumnGuess, guessColumn, type QuestionGuess } from './column.ts';
import type { RoundSeen } from './scale-forms.ts';
import { shownSeparator } from './separator.ts';

type List = QuestionGuess & { readonly answer: { readonly type: 'multiple' } };

/**
 * The question that all rounds together ask, split by its options; null where all have one mark,
 * or one is no such question by itself.
 */
export function listsOverRounds(seen: readonly RoundSeen[]): QuestionGuess | null {
  if (seen.length < 2) return null;
  const lists = seen.map(guessColumn).filter(isList);
  const marks = new Set(lists.map(({ answer }) => answer.separator));
  if (lists.length < seen.length || marks.size < 2) return null;
  const newestFirst = lists.toReversed();
  const options = [...new Set(newestFirst.flatMap(({ answer }) => answer.options))];
  const notes = new Map(
    newestFirst
      .flatMap((one) => one.notes)
      .filter(({ key }) => key !== 'note-separator')
      .map((note) => [JSON.stringify(note), note]),
  );
  const separators = [...marks]
    .flatMap((mark) => (mark === null ? [] : [shownSeparator(mark)]))
    .join(' ');
  return {
    kind: 'question',
    answer: { type: 'multiple', separator: null, options },
    notes: [...notes.values(), draftNote('note-separators', { separators })],
  };
}

function isList(guess: ColumnGuess): guess is List {
  return guess.kind === 'question' && guess.answer.type === 'multiple';
}
