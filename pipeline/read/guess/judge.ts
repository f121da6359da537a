/** Columns over all files -> what each of them is for. */
import { draftNote } from '../../survey/draft.ts';
import type { ColumnRole } from '../exports/column-role.ts';
import { alignColumns, type JoinedColumn } from './align.ts';
import { type AnswerGuess, type ColumnGuess, guessColumn, type QuestionGuess } from './column.ts';
import type { SeenColumn, SeenFile } from './file.ts';
import { listsOverRounds } from './list-forms.ts';
import { type ColumnProfile, mergeProfiles } from './profile.ts';
import { type RoundSeen, scaleOverRounds } from './scale-forms.ts';

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

/**
 * What each column over all files is for, in the order of the newest file.
 *
 * @param rounds id of each file's round
 */
export function judgeColumns(
  files: readonly SeenFile[],
  rounds: readonly string[],
): readonly JudgedColumn[] {
  const joined = alignColumns(files).map((one) => {
    const columns = one.places.map((c, f) => (c === null ? null : files[f]!.columns[c]!));
    const newest = columns.findLastIndex((column) => column !== null);
    const { header, role } = columns[newest]!;
    const seen = columns.flatMap((column, f): RoundSeen[] =>
      column === null ? [] : [seenIn(files[f]!, column, rounds[f]!)],
    );
    return {
      ...one,
      header,
      role,
      seen,
      format: files[newest]!.format,
      profile: mergeProfiles(columns.flatMap((column) => column?.profile ?? [])),
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
  return joined.map(({ seen, format, ...one }) => {
    // Beside columns of options some tools write all that was chosen into one cell more.
    if (one.role.kind === 'question' && blocks.has(one.role.question)) {
      return { ...one, guess: { kind: 'unused', note: draftNote('unused-summary') } as const };
    }
    const grid = one.role.kind === 'item' ? mergeProfiles(grids.get(one.role.question)!) : null;
    const guess = judge(one, seen, grid ?? one.profile, format);
    return { ...one, guess };
  });
}

function seenIn(file: SeenFile, { header, role, profile }: SeenColumn, round: string): RoundSeen {
  const grid = file.columns.flatMap((one) =>
    role.kind === 'item' && one.role.kind === 'item' && one.role.question === role.question
      ? [one.profile]
      : [],
  );
  const own = grid.length > 0 ? mergeProfiles(grid) : profile;
  return { header, role, profile: own, format: file.format, round };
}

function judge(
  one: Omit<JudgedColumn, 'guess'>,
  seen: readonly RoundSeen[],
  profile: ColumnProfile,
  format: string,
): ColumnGuess {
  const { header, role } = one;
  const column = 1 + one.places.findLast((place) => place !== null)!;
  if (header === '') return { kind: 'unused', note: draftNote('unused-no-name', { column }) };
  // Ids begin anew in each round, so each file is looked at alone.
  const guesses =
    role.kind === 'respondent'
      ? seen.map(({ profile: own }) => guessColumn({ header, role, profile: own, format }))
      : [guessColumn({ header, role, profile, format })];
  const guess = openByOlder(
    guesses.find(({ kind }) => kind === 'unused') ?? guesses[0]!,
    seen,
    profile,
  );
  if (guess.kind !== 'unused' && one.names.length === 0) {
    return { kind: 'unused', note: draftNote('unused-twice') };
  }
  const lists = listsOverRounds(seen);
  if (guess.kind !== 'question' && lists === null) return guess;
  const { answer, notes: found } = lists ?? scaleOverRounds(guess as QuestionGuess, seen);
  const notes = [...found];
  if (one.byLikeness) notes.push(draftNote('note-renamed'));
  const changed = changedOptions(answer, seen);
  if (changed.length > 0) {
    const options = changed.slice(0, NAMED_OPTIONS).join(' | ');
    const more = changed.length > NAMED_OPTIONS ? ' | …' : '';
    notes.push(draftNote('note-options', { options: options + more }));
  }
  return { kind: 'question', answer, notes };
}

/** Few words that come again are answers all the same where an older header asked for words. */
function openByOlder(
  guess: ColumnGuess,
  seen: readonly RoundSeen[],
  profile: ColumnProfile,
): ColumnGuess {
  if (guess.kind !== 'question' || guess.answer.type !== 'single') return guess;
  const others = seen.map((one) => guessColumn({ ...one, profile }));
  return others.find((one) => one.kind === 'question' && one.answer.type === 'open') ?? guess;
}

/** Options that a note names before it says that there are more. */
const NAMED_OPTIONS = 6;

/** Options that some files have and others have not: reworded between rounds, perhaps. */
function changedOptions(answer: AnswerGuess, seen: readonly RoundSeen[]): readonly string[] {
  if (!('options' in answer)) return [];
  const cells = seen.map(({ profile }) => [...profile.values.keys()]);
  return answer.options.filter((option) => {
    const having = cells.filter((own) => own.some((cell) => cell.includes(option))).length;
    return having > 0 && having < cells.length;
  });
}
