/**
 * Counts from elsewhere, checked one by one: only what the survey and its codebook can be counted by,
 * in places that its groups can have, and only numbers that counting can come to.
 *
 * Checked by hand, as a thousand such files are read in seconds.
 */
import type { Survey } from '../../survey/survey.ts';
import type { CodeList } from '../codebook.ts';
import { BY_TERMS, FLAGGED } from '../count-open.ts';
import { weightingGroups } from '../design-cell.ts';
import { type AnswersRead, emptyTally, type QuestionTally, STRIDE, type Tally } from '../tally.ts';
import { type ItemRule, itemRules, type QuestionRules } from './item-rules.ts';
import { requireSums } from './part-sums.ts';
import { RowRoom } from './row-room.ts';
import { Unsound } from './unsound.ts';

/** Reads the tallies of one round; what it has seen to be sound is not looked at again. */
export class TallyReader {
  readonly #survey: Survey;
  readonly #rules: ReadonlyMap<string, QuestionRules>;
  readonly #groups: ReadonlySet<string>;
  readonly #values = new Set<string>();
  readonly #designs = new Set<string>();
  readonly #room = new RowRoom();

  constructor(survey: Survey, round: string, codes: CodeList) {
    this.#survey = survey;
    this.#rules = itemRules(survey, round, codes);
    this.#groups = new Set(survey.groups.map(({ id }) => id));
  }

  /**
   * @param value the tally as JSON has it
   * @returns a tally to be merged before the next one is read, which takes its memory
   * @throws Unsound
   */
  read(value: unknown): Tally {
    this.#room.clear();
    const { questions, answers, ...rest } = fields(value, TALLY_KEYS, 'tally');
    for (const [key, one] of Object.entries(rest)) requireNone(one, key);
    const tally: Tally = {
      ...emptyTally(),
      questions: mapOf(questions, (id, one) => this.#question(id, one), 'questions'),
      answers: mapOf(answers, (file, one) => answersIn(one, file), 'answers'),
    };
    requireSums(tally, this.#rules, this.#survey);
    return tally;
  }

  #question(id: string, value: unknown): QuestionTally {
    const rules = this.#rules.get(id);
    if (rules === undefined) throw new Unsound('questions', id);
    const { items, groupings, samples } = fields(value, QUESTION_KEYS, id);
    requireNone(samples, id, 'samples');
    const names = itemsIn(items, id, (item) => rules.rule(item));
    const length = names.size * STRIDE;
    const rows = (grouping: string, own: unknown) =>
      mapOf(
        own,
        (cell, row) => {
          if (!this.#isDesign(cell)) throw new Unsound(id, grouping, cell);
          return filled(this.#room.take(length), row, id, grouping);
        },
        ...[id, grouping],
      );
    const valuesIn = (grouping: string, own: unknown) =>
      mapOf(
        own,
        (name, one) => {
          if (!this.#isValue(grouping, name)) throw new Unsound(id, grouping, name);
          return rows(grouping, one);
        },
        ...[id, grouping],
      );
    const all = mapOf(
      groupings,
      (grouping, own) => {
        if (!this.#isGrouping(grouping, rules)) throw new Unsound(id, grouping);
        return valuesIn(grouping, own);
      },
      id,
    );
    return { items: names, groupings: all, samples: new Map() };
  }

  #isGrouping(grouping: string, { isOpen }: QuestionRules): boolean {
    if (grouping === 'all' || this.#groups.has(grouping)) return true;
    return isOpen && (grouping === FLAGGED || grouping === BY_TERMS);
  }

  /** Values of groups are names without control characters; of everybody there is one value. */
  #isValue(grouping: string, value: string): boolean {
    if (!this.#groups.has(grouping)) return value === '';
    if (this.#values.has(value)) return true;
    if (value === '' || CONTROLS.test(value)) return false;
    this.#values.add(value);
    return true;
  }

  #isDesign(cell: string): boolean {
    if (this.#designs.has(cell)) return true;
    if (!isDesignCell(cell, this.#survey)) return false;
    this.#designs.add(cell);
    return true;
  }
}

const CONTROLS = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/;
const TALLY_KEYS = ['questions', 'answers', 'panel', 'people', 'quotable'] as const;
const QUESTION_KEYS = ['items', 'groupings', 'samples'] as const;
const MAP_KEYS = ['$map'] as const;
const ROW_KEYS = ['$row'] as const;
const FATES = ['coded', 'notAsked'] as const;
const AMOUNTS = ['cells', 'characters'] as const;

/** The values of an object that has these keys and no others. */
function fields<Key extends string>(
  value: unknown,
  keys: readonly Key[],
  ...place: readonly string[]
): Readonly<Record<Key, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unsound(...place);
  }
  const own = Object.keys(value);
  if (own.length !== keys.length || !keys.every((key) => Object.hasOwn(value, key))) {
    throw new Unsound(...place);
  }
  return value as Readonly<Record<Key, unknown>>;
}

/** A map as `encode` writes it, each key once, and of each value what `each` makes of it. */
function mapOf<Value>(
  value: unknown,
  each: (key: string, one: unknown) => Value,
  ...place: readonly string[]
): Map<string, Value> {
  const { $map } = fields(value, MAP_KEYS, ...place);
  if (!Array.isArray($map)) throw new Unsound(...place);
  const found = new Map<string, Value>();
  for (const one of $map) {
    if (!Array.isArray(one) || one.length !== 2 || typeof one[0] !== 'string') {
      throw new Unsound(...place);
    }
    if (found.has(one[0])) throw new Unsound(...place);
    found.set(one[0], each(one[0], one[1]));
  }
  return found;
}

/** What is said of single respondents is not taken from elsewhere. */
function requireNone(value: unknown, ...place: readonly string[]): void {
  mapOf(
    value,
    () => {
      throw new Unsound(...place);
    },
    ...place,
  );
}

/** Names of items, each at the place of its number. */
function itemsIn(
  value: unknown,
  question: string,
  rule: (item: string) => ItemRule | null,
): Map<string, number> {
  let next = 0;
  return mapOf(
    value,
    (name, at) => {
      if (at !== next || rule(name) === null) throw new Unsound(question, 'items', name);
      return next++;
    },
    ...[question, 'items'],
  );
}

/** Fills a row with whole numbers, as `encode` writes them; where nobody is counted nothing is held. */
function filled(row: Float64Array, value: unknown, ...place: readonly string[]): Float64Array {
  const { $row: parts } = fields(value, ROW_KEYS, ...place);
  if (!Array.isArray(parts) || parts[0] !== row.length || parts.length % 2 === 0) {
    throw new Unsound(...place);
  }
  let last = -1;
  let end = 0;
  for (let i = 1; i < parts.length; i += 2) {
    const [at, sum] = [parts[i], parts[i + 1]];
    if (!Number.isSafeInteger(at) || at <= last || at >= row.length) throw new Unsound(...place);
    if (!Number.isSafeInteger(sum)) throw new Unsound(...place);
    if (at >= end) {
      // A cell begins with how many were counted.
      if (at % STRIDE !== 0 || sum === 0) throw new Unsound(...place);
      end = at + STRIDE;
    }
    row[at] = sum;
    last = at;
  }
  return row;
}

function answersIn(value: unknown, file: string): Map<string, AnswersRead> {
  return mapOf(
    value,
    (question, one) => {
      const place = ['answers', file, question];
      const { coded, notAsked } = fields(one, FATES, ...place);
      return { coded: amounts(coded, place), notAsked: amounts(notAsked, place) };
    },
    ...['answers', file],
  );
}

function amounts(value: unknown, place: readonly string[]): AnswersRead['coded'] {
  const { cells, characters } = fields(value, AMOUNTS, ...place);
  const isCount = (one: unknown): one is number => Number.isSafeInteger(one) && Number(one) >= 0;
  if (!isCount(cells) || !isCount(characters)) throw new Unsound(...place);
  return { cells, characters };
}

/** Whether a text is a design cell of the survey, written as counting writes it. */
function isDesignCell(cell: string, survey: Survey): boolean {
  const by = weightingGroups(survey).length;
  if (by === 0) return isDrawn(cell, survey);
  const [design, ...values] = texts(cell) ?? [];
  return design !== undefined && values.length === by && isDrawn(design, survey);
}

function isDrawn(design: string, { columns }: Survey): boolean {
  const named = [columns.stratum, columns.cluster, columns.fpc].map((one) => one !== null);
  if (!named.includes(true)) return design === '';
  const parts = texts(design);
  if (parts === null || parts.length !== named.length) return false;
  const fpc = Number(parts[2]);
  return (
    parts.every((one, i) => (one !== '') === named[i]) &&
    (columns.fpc === null || (Number.isFinite(fpc) && fpc > 0 && String(fpc) === parts[2]))
  );
}

/** A list of texts as `JSON.stringify` writes it, else null. */
function texts(written: string): readonly string[] | null {
  try {
    const list: unknown = JSON.parse(written);
    const isList = Array.isArray(list) && list.every((one) => typeof one === 'string');
    return isList && JSON.stringify(list) === written ? list : null;
  } catch {
    return null;
  }
}
