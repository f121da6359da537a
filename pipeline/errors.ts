/** What a user can mend, as data; `messages.ts` turns it into words at the last moment. */
import { distance } from 'fastest-levenshtein';
import type { MessageKey } from './messages.ts';

/** Where a problem sits. */
export interface Place {
  /** As the user named it, relative to survey.yaml where possible. */
  readonly file?: string;
  /** The row a spreadsheet shows (header = 1), not the text line: cells may hold line breaks. */
  readonly row?: number;
  /** Line of a YAML or text file. */
  readonly line?: number;
  /** Header of a column. */
  readonly column?: string;
  /** Path of a key in a YAML file, e.g. `questions[2].range`. */
  readonly key?: string;
}

/** One thing wrong with the input: which message, where, and the values that fill it in. */
export interface Problem extends Place {
  readonly message: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The user can mend this by editing a file or a flag. Anything else thrown is our bug. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((one) => `${one.file ?? ''} ${one.message}`).join('; '), options);
    this.problems = problems;
  }
}

/** Something that must not be published stands in a file to be. Our bug, though told as a problem is. */
export class LeakError extends Error {
  override readonly name = 'LeakError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => `${one.file ?? ''} ${one.message}`).join('; '));
    this.problems = problems;
  }
}

/** Makes a Problem. @example problem('column-missing', { file: 'a.csv' }, { column: '单位' }) */
export function problem(
  message: MessageKey,
  place: Place,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  return { ...place, message, values };
}

/** Of `names`, the one closest to `wanted` if it is close enough to be a slip, else null. */
export function nearest(wanted: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let smallest = Math.max(1, Math.floor(wanted.length / 2)) + 1;
  for (const name of names) {
    const edits = distance(wanted, name);
    if (edits < smallest) {
      best = name;
      smallest = edits;
    }
  }
  return best;
}

/** All of `names`, one that `wanted` may be a slip for first. @example 'q2, q1, q3' */
export function listed(wanted: string, names: readonly string[]): string {
  const near = nearest(wanted, names);
  const rest = near === null ? names : [near, ...names.filter((name) => name !== near)];
  return rest.join(', ');
}
