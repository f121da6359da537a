/**
 * The counts of a part of a round as a file, to be merged with others elsewhere: `canvass tally`.
 *
 * It holds unsuppressed counts and, of the files that were counted, what a report tells of them:
 * neither words, ids nor rows of respondents. Two lines follow the seal: what it is, and the counts.
 */
import type { InputFile } from '../../read/respondents.ts';
import type { Account } from '../account.ts';
import type { HygieneCount } from '../hygiene.ts';
import type { ReadFile } from '../read-round.ts';
import { emptyTally, type Tally } from '../tally.ts';
import { encode } from './codec.ts';
import { inOrder } from './in-order.ts';
import type { CountedBy } from './round-key.ts';
import { sealed } from './seal.ts';

/** A part of a round, wherever it was counted. */
export interface Part {
  readonly round: string;
  /** How it was counted. */
  readonly by: CountedBy;
  /** What was counted, in the order in which it was named. */
  readonly files: readonly ReadFile[];
  readonly hygiene: readonly HygieneCount[];
  /** Without anything of single respondents. */
  readonly tally: Tally;
}

export const PART_LINE =
  '机密：未经隐去的人数，只供汇总，不得公开 / confidential: unsuppressed counts, for merging only, do not publish (canvass part 1)';

/** A part as a file; null where that would be longer than a text can be. */
export function writePart({ round, by, files, hygiene, tally }: Part): string | null {
  const head = {
    ...{ round, by, files: files.map(({ file, account }) => fileOf(file, account)) },
    hygiene: hygiene.map(({ rule, n, base }) => ({ rule, n, base })),
  };
  const counts = inOrder(withoutWords(tally));
  return sealed(PART_LINE, () => `${encode(head)}\n${inAscii(encode(counts))}`);
}

/** The same JSON in fewer kinds of characters, as which it is read several times as fast. */
function inAscii(json: string): string {
  return json.replace(
    /[^\x00-\x7f]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A tally of which nothing but sums is left. */
function withoutWords({ questions, answers }: Tally): Tally {
  const bare = [...questions].map(
    ([id, question]) => [id, { ...question, samples: new Map() }] as const,
  );
  return { ...emptyTally(), answers, questions: new Map(bare) };
}

function fileOf(file: InputFile, { firstAside: _, examples: __, ...account }: Account) {
  const { name, sha256, encoding, encodingReason, runnerUp, sheet } = file;
  const { delimiter, headerRows, format, twin } = file;
  return {
    ...{ name, sha256, encoding, encodingReason, runnerUp, sheet, delimiter, headerRows, format },
    twin: twin && { name: twin.name, sha256: twin.sha256, compared: twin.compared() },
    // What a column holds is told where it was counted.
    notes: file.notes().filter(({ kind }) => kind !== 'exclude-unmatched'),
    counts: file.counts(),
    account,
  };
}
