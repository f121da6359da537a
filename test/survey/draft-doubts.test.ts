import { expect, test } from '@jest/globals';
import { type Draft, type DraftQuestion, draftNote } from '../../pipeline/survey/draft.ts';
import { doubtsOf } from '../../pipeline/survey/draft-doubts.ts';

const amount = { type: 'number', column: ['q3'], missing: [] } as const;
const question = (id: string, ...notes: DraftQuestion['notes']): DraftQuestion => ({
  id,
  label: id,
  answer: { type: 'open', column: [id], taxonomy: 'organ' },
  notes,
  absent: [],
});
const draft: Draft = {
  title: null,
  rounds: [],
  respondent: null,
  weight: null,
  exclude: [],
  groups: [],
  questions: [],
  unused: [],
  maximumSetAside: null,
};

test('what changes all figures comes first, what changes only names last', () => {
  const doubts = doubtsOf({
    ...draft,
    questions: [
      question('q1', draftNote('note-codes')),
      question('q2', draftNote('note-separator', { separator: ',' }), draftNote('note-range')),
      question('q3', draftNote('note-stray-words', { count: 9 })),
    ],
    unused: [
      { header: 'total', note: draftNote('unused-score') },
      { header: 'weight', note: draftNote('unused-weight', { count: 7 }) },
    ],
  });
  expect(doubts.map(({ names }) => names[0])).toEqual(['weight', 'q3', 'q2', 'q2', 'total', 'q1']);
  expect(doubts.map(({ note }) => note.key).slice(2, 4)).toEqual(['note-range', 'note-separator']);
});

test('one doubt about several questions is told once, and one about nothing used not at all', () => {
  const doubts = doubtsOf({
    ...draft,
    questions: [
      question('q1', draftNote('note-words')),
      question('q2', draftNote('note-words')),
      { ...question('q3', draftNote('note-words')), answer: amount, absent: ['a.csv'] },
    ],
    unused: [{ header: 'name', note: draftNote('unused-personal') }],
  });
  expect(doubts).toEqual([{ note: draftNote('note-words'), names: ['q1', 'q2'] }]);
});

test('an open question that wants a taxonomy of its own, or that some rounds put, is told', () => {
  const wanting = question('q2', draftNote('note-no-taxonomy'));
  const doubts = doubtsOf({
    ...draft,
    questions: [
      { ...question('q1', draftNote('note-asked', { files: 'b.csv' })), absent: ['b.csv'] },
      { ...wanting, answer: { type: 'open', column: ['q2'], taxonomy: null } },
    ],
  });
  expect(doubts.map(({ note, names }) => [note.key, names])).toEqual([
    ['note-asked', ['q1']],
    ['note-no-taxonomy', ['q2']],
  ]);
});
