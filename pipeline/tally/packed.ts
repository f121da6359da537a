/**
 * Respondents as columns, on their way to another thread: copied one by one, each with the names of all
 * its parts, they take nearly three times as long.
 */
import { numberIn } from '../entry.ts';
import type { Answer, Respondent } from '../read/respondent.ts';
import type { HygieneRule } from '../survey/survey.ts';

/** All of the same survey; plain data. */
export interface PackedRespondents {
  readonly rows: Float64Array;
  readonly ids: readonly string[];
  readonly weights: Float64Array;
  readonly designs: readonly string[];
  /** Of the few that are flagged, by their places. */
  readonly flags: ReadonlyMap<number, readonly HygieneRule[]>;
  /** Values of groups, each once; and which of them each respondent has, one after the other. */
  readonly values: readonly string[];
  readonly groups: Int32Array;
  /** Answers of closed questions, each once; and open ones, as they come. */
  readonly closed: readonly Answer[];
  readonly texts: readonly string[];
  /** The number of each answer among `closed`, or of `texts` counted down from -1. */
  readonly answers: Int32Array;
}

/** @example unpacked(packed(respondents)) // equal to respondents */
export function packed(respondents: readonly Respondent[]): PackedRespondents {
  const [values, closed] = [new Map<string, number>(), new Map<Answer, number>()];
  const texts: string[] = [];
  const [groups, answers]: [number[], number[]] = [[], []];
  const flags = new Map<number, readonly HygieneRule[]>();
  respondents.forEach((one, at) => {
    if (one.flags.length > 0) flags.set(at, one.flags);
    for (const value of one.groups) groups.push(numberIn(values, value));
    for (const answer of one.answers) {
      answers.push(answer.kind === 'text' ? -texts.push(answer.text) : numberIn(closed, answer));
    }
  });
  return {
    rows: Float64Array.from(respondents, ({ row }) => row),
    ids: respondents.map(({ id }) => id),
    weights: Float64Array.from(respondents, ({ weight }) => weight),
    designs: respondents.map(({ design }) => design),
    ...{ flags, values: [...values.keys()], groups: Int32Array.from(groups) },
    ...{ closed: [...closed.keys()], texts, answers: Int32Array.from(answers) },
  };
}

const NO_FLAGS: readonly HygieneRule[] = [];

export function unpacked(columns: PackedRespondents): readonly Respondent[] {
  const { rows, ids, weights, designs, flags, values, groups, closed, texts, answers } = columns;
  const [groupsEach, answersEach] = [groups.length / ids.length, answers.length / ids.length];
  return ids.map(
    (id, at): Respondent => ({
      row: rows[at]!,
      id,
      weight: weights[at]!,
      design: designs[at]!,
      groups: listed(groups, at * groupsEach, groupsEach, (value) => values[value]!),
      answers: listed(answers, at * answersEach, answersEach, (answer) =>
        answer < 0 ? { kind: 'text', text: texts[-answer - 1]! } : closed[answer]!,
      ),
      flags: flags.get(at) ?? NO_FLAGS,
    }),
  );
}

function listed<One>(
  numbers: Int32Array,
  from: number,
  length: number,
  one: (number: number) => One,
): One[] {
  const list: One[] = [];
  for (let at = from; at < from + length; at++) list.push(one(numbers[at]!));
  return list;
}
