/** What was odd about a file although it could be read, in words. */
import type { Note } from '../read/notes.ts';
import type { MessageLang } from './message.ts';
import { notice } from './notices.ts';

/** One line a note. */
export function noteText(file: string, note: Note, lang: MessageLang): string {
  const column = note.column === '' ? '' : ` (${note.column})`;
  const what = notice(note.kind, lang, { column });
  return notice('note', lang, { file, what, row: note.row, count: note.count });
}
