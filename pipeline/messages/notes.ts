/** What was odd about a file although it could be read, in words. */
import type { Note, NoteKind } from '../read/notes.ts';
import type { MessageLang } from './message.ts';
import { notice } from './notices.ts';

/** Kinds that are said of a file or column as a whole: no row of theirs says anything. */
const OF_FILE: ReadonlySet<NoteKind> = new Set([
  'encoding-doubtful',
  'encoding-given',
  'other-sheets',
  'sheet-alike',
  'twin-apart',
  'column-not-asked',
  'workbook-odd',
  'exclude-unmatched',
]);

/** One line a note. */
export function noteText(file: string, note: Note, lang: MessageLang): string {
  const column = note.column === '' ? '' : notice('check-found', lang, { found: note.column });
  const what = notice(note.kind, lang, { ...note.values, column });
  if (OF_FILE.has(note.kind)) return notice('note-file', lang, { file, what });
  return notice('note', lang, { file, what, row: note.row, count: note.count });
}
