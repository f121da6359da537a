/** Files that were seen -> the draft of a survey: what each column is for, over all rounds. */
import {
  type Draft,
  type DraftGroup,
  type DraftNote,
  type DraftQuestion,
  draftNote,
  type Unused,
} from '../../survey/draft.ts';
import { askedIn, labelOf } from './column.ts';
import type { SeenFile } from './file.ts';
import { nestGroups } from './groups.ts';
import { groupId } from './hints.ts';
import { type JudgedColumn, judgeColumns } from './judge.ts';
import { optionQuestion, questionIds } from './questions.ts';
import { freeId, pairTwins, roundsOf, titleOf } from './rounds.ts';
import { unfinishedIn } from './unfinished.ts';

/**
 * @param seen files in the order of the rounds, oldest first
 * @param pathOf a file's path as survey.yaml will name it
 */
export function draftSurvey(seen: readonly SeenFile[], pathOf: (file: SeenFile) => string): Draft {
  const pairs = pairTwins(seen);
  const files = pairs.map(({ file }) => file);
  const rounds = roundsOf(pairs, pathOf);
  const columns = judgeColumns(
    files,
    rounds.map(({ id }) => id),
  );
  const chosen = (kind: 'respondent' | 'weight') =>
    columns.find((one) => one.guess.kind === kind && one.absent.length === 0) ?? null;
  const weight = chosen('weight');
  const respondent = chosen('respondent');
  return {
    title: titleOf(files.map(({ name }) => name)),
    rounds,
    respondent: respondent?.names ?? null,
    weight: weight?.names ?? null,
    exclude: unfinishedIn(columns),
    groups: groupsOf(columns, files),
    questions: questionsOf(columns),
    unused: unusedOf(columns, [respondent, weight]),
    maximumSetAside: maximumOf(files, weight),
  };
}

function groupsOf(
  columns: readonly JudgedColumn[],
  files: readonly SeenFile[],
): readonly DraftGroup[] {
  const groups = columns.filter(({ guess }) => guess.kind === 'group');
  const taken = new Set(['all', 'round']);
  const ids = groups.map(({ header, role }) =>
    freeId(groupId(askedIn({ header, role })) ?? `g${taken.size - 1}`, taken),
  );
  const sizes = groups.map(({ profile }) => profile.values.size);
  return nestGroups(sizes, (inner, outer) => withinOver(groups[inner]!, groups[outer]!, files)).map(
    ({ index, within, astray }) => {
      const { names, absent, byLikeness, header, role } = groups[index]!;
      return {
        id: ids[index]!,
        label: labelOf(header, role),
        column: names,
        within: within === null ? null : ids[within]!,
        notes: [
          ...(astray > 0 ? [draftNote('note-astray', { count: astray })] : []),
          ...(byLikeness ? [draftNote('note-renamed')] : []),
          ...changedValues(groups[index]!, files),
        ],
        absent,
      };
    },
  );
}

/** Units that some files lack are new, gone or renamed; how many, as names are for the report only. */
function changedValues({ places }: JudgedColumn, files: readonly SeenFile[]): readonly DraftNote[] {
  const own = places.flatMap((c, f) => (c === null ? [] : [files[f]!.columns[c]!.profile.values]));
  const all = new Set(own.flatMap((values) => [...values.keys()]));
  const count = [...all].filter((value) => !own.every((values) => values.has(value))).length;
  return count === 0 ? [] : [draftNote('note-values', { count })];
}

/** One column within another in every file that has the inner one; null if any cannot tell. */
function withinOver(inner: JudgedColumn, outer: JudgedColumn, files: readonly SeenFile[]) {
  let [rows, astray] = [0, 0];
  for (const [f, file] of files.entries()) {
    const [a, b] = [inner.places[f] ?? null, outer.places[f] ?? null];
    if (a === null) continue;
    const found = b === null ? null : file.together.within(a, b);
    if (found === null) return null;
    rows += found.rows;
    astray += found.astray;
  }
  return { rows, astray };
}

function questionsOf(columns: readonly JudgedColumn[]): readonly DraftQuestion[] {
  const asked = columns.filter(({ guess }) => guess.kind === 'question' || guess.kind === 'option');
  const ids = questionIds(asked);
  const blocks = new Set<string>();
  return asked.flatMap((one): DraftQuestion[] => {
    const { guess, role, names, header, absent } = one;
    if (role.kind === 'option') {
      if (blocks.has(role.question)) return [];
      blocks.add(role.question);
      const options = asked.filter(
        (other) => other.role.kind === 'option' && other.role.question === role.question,
      );
      return [withStemNote(optionQuestion(ids.get(one)!, role.question, options))];
    }
    if (guess.kind !== 'question') return [];
    const { answer, notes } = guess;
    const label = labelOf(header, role);
    const lacking =
      answer.type === 'open' && absent.length > 0
        ? [draftNote('note-asked', { files: absent.join(', ') })]
        : [];
    const found = { id: ids.get(one)!, label, answer: { ...answer, column: names }, absent };
    return [withStemNote({ ...found, notes: [...notes, ...lacking] })];
  });
}

/** 问卷星's file by number tells the number of a question where it has more than one column. */
function withStemNote(question: DraftQuestion): DraftQuestion {
  const bare = /^第\d{1,3}题(?: — |$)/.test(question.label);
  return bare ? { ...question, notes: [...question.notes, draftNote('note-stem')] } : question;
}

/** Why columns are left out, in the order of the files; options with their question. */
function unusedOf(
  columns: readonly JudgedColumn[],
  chosen: readonly (JudgedColumn | null)[],
): readonly Unused[] {
  return columns.flatMap((one): Unused[] => {
    const { guess, header, absent } = one;
    if (guess.kind === 'unused') return [{ header, note: guess.note }];
    if (chosen.includes(one)) return [];
    if (guess.kind === 'weight') {
      const key = absent.length > 0 ? 'unused-weight-apart' : 'unused-weight-second';
      return [{ header, note: draftNote(key, { files: absent.join(', ') }) }];
    }
    if (guess.kind !== 'respondent') return [];
    const key = absent.length > 0 ? 'unused-other-files' : 'unused-id';
    return [{ header, note: draftNote(key) }];
  });
}

/** A run stops where more rows than this cannot be used. */
const DEFAULT_MAXIMUM = 0.05;
/** Above it a table was more likely misread than badly kept, and a run had better stop. */
const HIGHEST_MAXIMUM = 0.1;

function maximumOf(
  files: readonly SeenFile[],
  weight: JudgedColumn | null,
): Draft['maximumSetAside'] {
  const shares = files.map((file, f) => {
    const column = weight?.places[f] ?? null;
    const weighed = column === null ? null : file.columns[column]!.profile;
    const bad = weighed === null ? 0 : weighed.rows - weighed.weights;
    const count = file.unusable + bad;
    return {
      file: file.name,
      rows: file.rows,
      count,
      share: file.rows === 0 ? 0 : count / file.rows,
    };
  });
  const worst = shares.reduce((a, b) => (b.share > a.share ? b : a));
  if (worst.share <= DEFAULT_MAXIMUM) return null;
  const { share, ...values } = worst;
  const raised = share <= HIGHEST_MAXIMUM;
  const note = draftNote(raised ? 'note-set-aside' : 'note-too-many-aside', values);
  return { share: Math.ceil(share * 100) / 100, raised, note };
}
