/** Scales that were not the same in each round: other ranges, other words, words and then numbers. */
import { type DraftNote, draftNote } from '../../survey/draft.ts';
import {
  askedIn,
  type ColumnSeen,
  guessColumn,
  type QuestionGuess,
  type ScaleGuess,
} from './column.ts';
import { rangeIn } from './hints.ts';
import { beyondShare, countsOf, MOST_UNUSABLE } from './numeric.ts';

/** A question's column as one round has it. */
export interface RoundSeen extends ColumnSeen {
  /** Id of the round. */
  readonly round: string;
}

interface Form extends RoundSeen {
  readonly answer: ScaleGuess;
  readonly notes: readonly DraftNote[];
}

type Range = ScaleGuess['range'];

/**
 * The guess for a scale over all rounds, with the form of each round in which it differed.
 *
 * @param merged what the cells of all rounds together look like
 */
export function scaleOverRounds(merged: QuestionGuess, seen: readonly RoundSeen[]): QuestionGuess {
  const forms = seen.flatMap((one): Form[] => {
    const guess = guessColumn(one);
    if (guess.kind !== 'question' || guess.answer.type !== 'scale') return [];
    return [{ ...one, answer: guess.answer, notes: guess.notes }];
  });
  if (seen.length < 2 || forms.length < seen.length) return merged;
  const numbered = forms.filter(({ answer }) => answer.labels.length === 0);
  const labelled = merged.answer.type === 'scale' && merged.answer.labels.length > 0;
  if (numbered.length === 0) {
    return labelled && !areReworded(merged.answer, forms) ? merged : inWords(merged, forms);
  }
  if (labelled) return merged;
  return inNumbers(merged, forms, withoutSlips(numbered, merged));
}

/** Points that stand side by side, and never in one round, are more likely two words for one. */
function areReworded({ labels }: ScaleGuess, forms: readonly Form[]): boolean {
  const having = (word: string) =>
    forms.filter(({ answer }) => answer.labels.some(([, own]) => own === word));
  return labels.slice(1).some(([, word], i) => {
    const [above, below] = [having(word), having(labels[i]![1])];
    const apart = above.every((form) => !below.includes(form));
    return apart && above.length + below.length === forms.length;
  });
}

/** The newest round's words, and those of the others that have words of their own. */
function inWords(merged: QuestionGuess, forms: readonly Form[]): QuestionGuess {
  const newest = forms.at(-1)!;
  const known = new Set(newest.answer.labels.map(([, word]) => word));
  const others = forms.filter(({ answer }) => answer.labels.some(([, word]) => !known.has(word)));
  return combined(merged, forms, newest.answer, others);
}

/** Cells beyond the range that all rounds together have are slips. */
function withoutSlips(numbered: readonly Form[], { answer }: QuestionGuess): readonly Form[] {
  if (answer.type !== 'scale') return numbered;
  const { range } = answer;
  return numbered.map((form) => {
    const slips = beyondShare(countsOf(form.profile), range) <= MOST_UNUSABLE;
    const wider = sizeOf(form.answer.range) > sizeOf(range);
    return slips && wider && saidRange(form) === null
      ? { ...form, answer: { ...form.answer, range } }
      : form;
  });
}

/** The widest range, and the rounds that had another or had words. */
function inNumbers(
  merged: QuestionGuess,
  forms: readonly Form[],
  numbered: readonly Form[],
): QuestionGuess {
  const widest = numbered.reduce((a, b) =>
    sizeOf(b.answer.range) > sizeOf(a.answer.range) ? b : a,
  );
  const same = (one: Form) => sameRange(one.answer.range, widest.answer.range);
  const narrower = numbered.filter((one) => !same(one));
  const told = narrower.filter(
    (one) => saidRange(one) !== null || isUnlikely(one, numbered.filter(same)),
  );
  const unsure = narrower
    .filter((one) => !told.includes(one))
    .map(({ round, answer: { range } }) =>
      draftNote('note-range-unsure', { round, low: range[0], high: range[1] }),
    );
  const worded = forms.filter(({ answer }) => answer.labels.length > 0);
  const others = forms.filter(({ round }) =>
    [...told, ...worded].some((one) => one.round === round),
  );
  const found = others.length === 0 ? merged : combined(merged, forms, widest.answer, others);
  return { ...found, notes: [...found.notes, ...unsure] };
}

function combined(
  merged: QuestionGuess,
  forms: readonly Form[],
  usual: ScaleGuess,
  others: readonly Form[],
): QuestionGuess {
  const notes = new Map(
    forms.flatMap((one) => one.notes).map((note) => [JSON.stringify(note), note]),
  );
  const ranges = forms.map(({ round, answer: { range } }) => `${round} ${range.join('-')}`);
  const missing = [...new Set(forms.flatMap(({ answer }) => answer.missing))];
  const rounds = others.map(({ round, answer: { range, labels } }) => ({ round, range, labels }));
  const differ = draftNote('note-rounds-differ', { ranges: ranges.join(' | ') });
  return {
    ...merged,
    answer: { ...usual, missing, rounds },
    notes: [...notes.values(), differ],
  };
}

/** The range that this round's own header says. */
function saidRange(form: Form): Range | null {
  return rangeIn(askedIn(form));
}

/** Chance below which a round's narrower answers are no accident. */
const ACCIDENT = 0.001;

/** Whether a round would hardly be without the outer points if it had been given them. */
function isUnlikely({ profile, answer }: Form, others: readonly Form[]): boolean {
  const beyond = Math.max(...others.map((one) => beyondShare(countsOf(one.profile), answer.range)));
  return (1 - beyond) ** profile.numbers < ACCIDENT;
}

function sizeOf([low, high]: Range): number {
  return high - low;
}

function sameRange(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
