/** Files of a round whose rows would be dropped for having the ids of another file. */
import { type Problem, problem } from '../errors.ts';
import type { Batch } from '../read/respondent.ts';
import type { Account } from './account.ts';

interface Named {
  readonly name: string;
}

/** Fewer rows than these may well be people who answered twice. */
const FEWEST = 10;

/** Different ids of one file that came before, in it or in the round. */
export class RepeatedIds {
  readonly #ids = new Set<string>();

  enter({ flagged }: Batch): void {
    for (const { id, rules } of flagged) if (rules.includes('duplicates')) this.#ids.add(id);
  }

  /**
   * A problem if more than half of a file's rows have ids that came before. An id that comes twice
   * within the file takes two of its rows, so that such ids alone are never so many.
   *
   * @param account of the file, complete
   * @param files of the round, in the order in which they are read
   */
  refusal(account: Account, file: Named, files: readonly Named[]): Problem[] {
    const before = files.slice(0, files.indexOf(file)).map(({ name }) => name);
    const rows = account.rows - account.excluded;
    const count = this.#ids.size;
    if (before.length === 0 || count < FEWEST || 2 * count <= rows) return [];
    return [
      problem('file-repeats-ids', { file: file.name }, { rows, count, before: before.join(', ') }),
    ];
  }
}
