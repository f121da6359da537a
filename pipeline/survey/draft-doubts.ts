/** What `canvass init` asks its user to look at, in the order in which it matters. */
import type { DraftNoteKey } from '../messages/draft.ts';
import { type Draft, type DraftNote, takenQuestions, wantsTaxonomy } from './draft.ts';

export interface Doubt {
  readonly note: DraftNote;
  /** Ids of questions and groups, or headers, of which it is said. */
  readonly names: readonly string[];
}

/** What a doubt touches, the gravest first; null of what is told in the file only. */
const TOUCHES: Readonly<Record<DraftNoteKey, Touched | null>> = {
  'note-too-many-aside': 'all figures',
  'note-set-aside': 'all figures',
  'note-exclude': 'all figures',
  'unused-weight': 'all figures',
  'unused-weight-apart': 'all figures',
  'unused-weight-second': 'all figures',
  'note-beyond-many': 'whether it runs',
  'note-stray-words': 'whether it runs',
  'note-no-taxonomy': 'figures of a question',
  'note-asked': 'figures of a question',
  'note-grassroots': 'figures of a question',
  'note-rounds-differ': 'figures of a question',
  'note-range-unsure': 'figures of a question',
  'note-words-numbers': 'figures of a question',
  'note-words-apart': 'figures of a question',
  'note-words': 'figures of a question',
  'note-rank': 'figures of a question',
  'note-range': 'figures of a question',
  'note-marks': 'figures of a question',
  'note-renamed': 'figures of a question',
  'note-options': 'some of its figures',
  'note-values': 'some of its figures',
  'note-option-columns': 'some of its figures',
  'note-separators': 'some of its figures',
  'note-separator': 'some of its figures',
  'note-beyond': 'some of its figures',
  'note-astray': 'some of its figures',
  'note-rare': 'some of its figures',
  'unused-score': 'what is left out',
  'unused-unclear': 'what is left out',
  'unused-many-values': 'what is left out',
  'unused-twice': 'what is left out',
  'unused-other-files': 'what is left out',
  'unused-id-repeats': 'what is left out',
  'note-few-rows': 'what it is called',
  'note-open': 'what it is called',
  'note-codes': 'what it is called',
  'note-ranking': 'what it is called',
  'note-one-each': 'what it is called',
  'note-stem': 'what it is called',
  'unused-personal': null,
  'unused-personal-cells': null,
  'unused-metadata': null,
  'unused-duration': null,
  'unused-date': null,
  'unused-fill-in': null,
  'unused-summary': null,
  'unused-empty': null,
  'unused-id': null,
  'unused-no-name': null,
};

const ORDER = [
  'all figures',
  'whether it runs',
  'figures of a question',
  'some of its figures',
  'what is left out',
  'what it is called',
] as const;
type Touched = (typeof ORDER)[number];

/** The doubts about what a draft uses and leaves out; what is said of several is said once. */
export function doubtsOf(draft: Draft): readonly Doubt[] {
  const { groups, questions, unused, maximumSetAside, exclude } = draft;
  const taken = takenQuestions(draft);
  const used = [
    ...groups.filter(({ absent }) => absent.length === 0),
    ...questions.filter((one) => taken.includes(one) || wantsTaxonomy(one)),
  ];
  const about = [
    ...(maximumSetAside === null
      ? []
      : [{ id: 'maximum_set_aside', notes: [maximumSetAside.note] }]),
    ...exclude.map(({ column, notes }) => ({ id: column, notes })),
    ...used,
    ...unused.map(({ header, note }) => ({ id: header, notes: [note] })),
  ];
  const doubts = new Map<string, { note: DraftNote; names: string[] }>();
  for (const { id, notes } of about) {
    for (const note of notes) {
      const key = JSON.stringify(note);
      const known = doubts.get(key);
      if (known === undefined) doubts.set(key, { note, names: [id] });
      else known.names.push(id);
    }
  }
  return ORDER.flatMap((touched) =>
    [...doubts.values()].filter(({ note }) => TOUCHES[note.key] === touched),
  );
}
