/** Columns over all files -> what each of them is for. */
import { draftNote } from '../../survey/draft.ts';
import type { ColumnRole } from '../exports/column-role.ts';
import { alignColumns, type JoinedColumn } from './align.ts';
import { type AnswerGuess, type ColumnGuess, guessColumn } from './column.ts';
import type { SeenColumn, SeenFile } from './file.ts';
import { type ColumnProfile, mergeProfiles } from './profile.ts';

/** A column over all files, with what it is for. */
export interface JudgedColumn extends JoinedColumn {
  /** As the newest file has it. */
  readonly header: string;
  readonly role: ColumnRole;
  readonly profile: ColumnProfile;
  readonly guess: ColumnGuess;
  /** Files that have no such column. */
  readonly absent: readonly string[];
}

/** What each column over all files is for, in the order of the newest file. */
export function judgeColumns(files: readonly SeenFile[]): readonly JudgedColumn[] {
  const joined = alignColumns(files).map((one) => {
    const columns = one.places.map((c, f) => (c === null ? null : files[f]!.columns[c]!));
    const newest = columns.findLastIndex((column) => column !== null);
    const { header, role } = columns[newest]!;
    const present = columns.filter((column) => column !== null);
    return {
      ...one,
      header,
      role,
      columns: present,
      format: files[newest]!.format,
      profile: mergeProfiles(present.map(({ profile }) => profile)),
      absent: files.flatMap((file, f) => (columns[f] === null ? [file.name] : [])),
    };
  });
  // The rows of a grid have the same points; one of them may lack a point that others have.
  const grids = new Map<string, ColumnProfile[]>();
  for (const { role, profile } of joined) {
    if (role.kind === 'item')
      grids.set(role.question, [...(grids.get(role.question) ?? []), profile]);
  }
  const blocks = new Set(
    joined.flatMap(({ role }) => (role.kind === 'option' ? [role.question] : [])),
  );
  return joined.map(({ columns, format, ...one }) => {
    // Beside columns of options some tools write all that was chosen into one cell more.
    if (one.role.kind === 'question' && blocks.has(one.role.question)) {
      return { ...one, guess: { kind: 'unused', note: draftNote('unused-summary') } as const };
    }
    const grid = one.role.kind === 'item' ? mergeProfiles(grids.get(one.role.question)!) : null;
    const guess = judge(one, columns, grid ?? one.profile, format);
    return { ...one, guess };
  });
}

function judge(
  one: Omit<JudgedColumn, 'guess'>,
  columns: readonly SeenColumn[],
  profile: ColumnProfile,
  format: string,
): ColumnGuess {
  const { header, role } = one;
  const column = 1 + one.places.findLast((place) => place !== null)!;
  if (header === '') return { kind: 'unused', note: draftNote('unused-no-name', { column }) };
  // Ids begin anew in each round, so each file is looked at alone.
  const guesses =
    role.kind === 'respondent'
      ? columns.map((column) => guessColumn({ header, role, profile: column.profile, format }))
      : [guessColumn({ header, role, profile, format })];
  const guess = guesses.find(({ kind }) => kind === 'unused') ?? guesses[0]!;
  if (guess.kind !== 'unused' && one.names.length === 0) {
    return { kind: 'unused', note: draftNote('unused-twice') };
  }
  if (guess.kind !== 'question') return guess;
  const notes = [...guess.notes];
  if (one.byLikeness) notes.push(draftNote('note-renamed'));
  const changed = changedOptions(guess.answer, columns);
  if (changed.length > 0) {
    const options = changed.slice(0, NAMED_OPTIONS).join(' | ');
    const more = changed.length > NAMED_OPTIONS ? ' | …' : '';
    notes.push(draftNote('note-options', { options: options + more }));
  }
  return { ...guess, notes };
}

/** Options that a note names before it says that there are more. */
const NAMED_OPTIONS = 6;

/** Options that some files have and others have not: reworded between rounds, perhaps. */
function changedOptions(answer: AnswerGuess, columns: readonly SeenColumn[]): readonly string[] {
  if (!('options' in answer)) return [];
  const cells = columns.map(({ profile }) => [...profile.values.keys()]);
  return answer.options.filter((option) => {
    const having = cells.filter((own) => own.some((cell) => cell.includes(option))).length;
    return having > 0 && having < cells.length;
  });
}
