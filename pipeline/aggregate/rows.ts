/** rows.csv: what became of the rows of a file. */
import { accountRows } from '../tally/account.ts';
import type { CountedFile } from '../tally/count-rounds.ts';
import type { RowsRow } from './tables.ts';

/** A line a reason. */
export function rowsOf({ round, file, account }: CountedFile): readonly RowsRow[] {
  const { name, encoding, format, encodingReason, runnerUp } = file;
  const how = { encoding_reason: encodingReason, runner_up: runnerUp ?? '' };
  return accountRows(account).map((line) => ({
    ...{ round, file: name, encoding, format },
    ...line,
    ...how,
  }));
}
