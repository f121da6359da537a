/**
 * Counts that add up: a commutative monoid {emptyTally, addCells, mergeTally}.
 *
 * A tally belongs to one round. For each question and grouping it holds, a group value and
 * design cell (`design-cell.ts`: respondents drawn and weighted alike), one row of cells; a cell is a
 * head-count n and the exact sums Σw and Σw² of the weights of the respondents counted there. Beside
 * the sums it keeps a bounded sample of answers an item. Memory depends on groups and codes, never on
 * respondents, but in a panel. For the account of each file it also counts how much of the open answers
 * came to be coded.
 */
import { numberIn } from '../entry.ts';
import { LIMBS, split } from './exact.ts';
import { mergePanel, mergePeople, type Panel, type People } from './panel.ts';
import { mergeQuotable, type Quotable } from './quotable.ts';
import { type AnswerSample, emptySample, mergeSample, offer } from './sample.ts';

/** Numbers in a cell: n, the parts of Σw, the parts of Σw². */
export const STRIDE = 1 + 2 * LIMBS;

export interface Tally {
  readonly questions: Map<string, QuestionTally>;
  /** File -> question -> its open answers. */
  readonly answers: Map<string, Map<string, AnswersRead>>;
  readonly panel: Panel;
  /** Empty unless the survey is a panel. */
  readonly people: People;
  /** Empty unless the survey asks for quotes. */
  readonly quotable: Quotable;
}

/** Open answers that came to be coded, and those of people whose group has no taxonomy. */
export interface AnswersRead {
  /** Filled cells, and UTF-16 units. */
  readonly coded: { cells: number; characters: number };
  readonly notAsked: { cells: number; characters: number };
}

export function noAnswers(): AnswersRead {
  return { coded: { cells: 0, characters: 0 }, notAsked: { cells: 0, characters: 0 } };
}

export interface QuestionTally {
  /** Item name -> place of its cell in a row. */
  readonly items: Map<string, number>;
  /** Grouping (`all` or a group's id) -> group value (`''` for `all`) -> its rows. */
  readonly groupings: Map<string, Map<string, Rows>>;
  /** Item name -> some of the answers counted there. */
  readonly samples: Map<string, AnswerSample>;
}

/** Rows of cells by design cell; '' is the only one of most surveys. */
export type Rows = Map<string, Float64Array>;

/** One cell: head-count, Σw and Σw². */
export interface Sums {
  readonly n: number;
  readonly w: number;
  readonly w2: number;
}

export const NO_SUMS: Sums = { n: 0, w: 0, w2: 0 };

export function emptyTally(): Tally {
  return {
    questions: new Map(),
    answers: new Map(),
    panel: new Map(),
    people: new Map(),
    quotable: new Map(),
  };
}

/** What one respondent adds to a cell: 1 and the parts of w and w². */
export type Increment = Float64Array;

/** The increment of a weight; or, with `x`, of w·x and w²·x. */
export function increment(weight: number, x = 1): Increment {
  const parts = new Float64Array(STRIDE);
  setIncrement(parts, weight, x);
  return parts;
}

/** Makes of an increment that of another weight: one serves for many, one after the other. */
export function setIncrement(parts: Increment, weight: number, x = 1): void {
  parts[0] = 1;
  split(weight * x, parts, 1);
  split(weight * weight * x, parts, 1 + LIMBS);
}

/** The place of an item's cell in the rows of a question. */
export function itemIndex(tally: Tally, question: string, item: string): number {
  return numberIn(questionOf(tally, question).items, item);
}

/** Where respondents are counted: in a question, for a value of a grouping, in a design cell. */
export interface Place {
  readonly question: string;
  readonly grouping: string;
  readonly value: string;
  readonly design: string;
}

/**
 * Adds cells to those of one place.
 *
 * @param pairs places of cells: in `cells`, and in the rows of the question
 */
export function addCells(
  tally: Tally,
  { question, grouping, value, design }: Place,
  cells: Float64Array,
  pairs: Pairs,
): void {
  addInto(rowOf(questionOf(tally, question), grouping, value, design), cells, pairs);
}

/** The pairs of `addCells`. */
type Pairs = Iterable<readonly [from: number, to: number]>;

function addInto(row: Float64Array, cells: Float64Array, pairs: Pairs): void {
  for (const [from, to] of pairs) {
    const [source, target] = [from * STRIDE, to * STRIDE];
    // Where nobody was counted, nothing is to be added.
    if ((cells[source] ?? 0) === 0) continue;
    for (let i = 0; i < STRIDE; i++) row[target + i]! += cells[source + i]!;
  }
}

/** Offers an answer, with the values of the respondent's groups, to the sample of an item. */
export function addToSample(
  tally: Tally,
  question: string,
  item: string,
  hash: number,
  text: string,
  groups: readonly string[],
): void {
  offer(sampleOf(questionOf(tally, question), item), hash, text, groups);
}

/** Adds open answers of a file to its account. */
export function addAnswers(tally: Tally, file: string, question: string, read: AnswersRead): void {
  let questions = tally.answers.get(file);
  if (questions === undefined) {
    questions = new Map();
    tally.answers.set(file, questions);
  }
  const sum = questions.get(question) ?? noAnswers();
  questions.set(question, sum);
  for (const fate of ['coded', 'notAsked'] as const) {
    sum[fate].cells += read[fate].cells;
    sum[fate].characters += read[fate].characters;
  }
}

/** Adds all of `other` to `target`. */
export function mergeTally(target: Tally, other: Tally): void {
  mergePanel(target.panel, other.panel);
  mergePeople(target.people, other.people);
  mergeQuotable(target.quotable, other.quotable);
  for (const [file, questions] of other.answers) {
    for (const [question, read] of questions) addAnswers(target, file, question, read);
  }
  for (const [question, from] of other.questions) {
    const pairs = [...from.items].map(
      ([item, i]) => [i, itemIndex(target, question, item)] as const,
    );
    const to = questionOf(target, question);
    for (const { grouping, value, design, cells } of rowsIn(from)) {
      addInto(rowOf(to, grouping, value, design), cells, pairs);
    }
    for (const [item, sample] of from.samples) mergeSample(sampleOf(to, item), sample);
  }
}

function sampleOf(question: QuestionTally, item: string): AnswerSample {
  let sample = question.samples.get(item);
  if (sample === undefined) {
    sample = emptySample();
    question.samples.set(item, sample);
  }
  return sample;
}

function questionOf(tally: Tally, question: string): QuestionTally {
  let found = tally.questions.get(question);
  if (found === undefined) {
    found = { items: new Map(), groupings: new Map(), samples: new Map() };
    tally.questions.set(question, found);
  }
  return found;
}

/** All rows of a question, each with its place. */
export function* rowsIn({ groupings }: QuestionTally) {
  for (const [grouping, values] of groupings) {
    for (const [value, rows] of values) {
      for (const [design, cells] of rows) yield { grouping, value, design, cells };
    }
  }
}

/** The row of a place, made if it is new, and wide enough for every item known so far. */
export function rowOf(
  question: QuestionTally,
  grouping: string,
  value: string,
  design: string,
): Float64Array {
  const rows = getOrMake(getOrMake(question.groupings, grouping), value);
  const row = rows.get(design);
  const needed = question.items.size * STRIDE;
  if (row !== undefined && row.length >= needed) return row;
  const wider = new Float64Array(Math.max(needed, (row?.length ?? 0) * 2));
  if (row !== undefined) wider.set(row);
  rows.set(design, wider);
  return wider;
}

/** The map under a key, made if it is new. */
export function getOrMake<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let found = map.get(key);
  if (found === undefined) {
    found = new Map();
    map.set(key, found);
  }
  return found;
}
