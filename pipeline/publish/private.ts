/** private/: what is said of single respondents, written while it is read. */
import { BOM, csvText } from '../csv.ts';
import type { Round } from '../survey/survey.ts';
import { CODE_COLUMNS } from '../tally/count.ts';
import type { PrivateSinks } from '../tally/count-rounds.ts';
import { PRIVATE_README } from './private-readme.ts';
import type { Stage } from './stage.ts';

const FLAG_COLUMNS = ['file', 'row', 'respondent', 'rules'];
const SET_ASIDE_COLUMNS = ['round', 'file', 'row', 'column', 'reason', 'found'];

/** Opens the private files of a set; lines are taken in the order in which they are given. */
export async function openPrivate(
  stage: Stage,
  rounds: readonly Round[],
): Promise<PrivateSinks & { close(): Promise<void> }> {
  await stage.write('private/README.txt', PRIVATE_README);
  // Git takes nothing of this folder, wherever it lies; not even this file.
  await stage.write('private/.gitignore', '*\n');
  const aside = await stage.create('private/set-aside.csv');
  await aside.write(BOM + csvText([SET_ASIDE_COLUMNS]));
  const flags = await stage.create('private/flags.csv');
  await flags.write(BOM + csvText([FLAG_COLUMNS]));
  const codes = new Map(
    await Promise.all(
      rounds.map(async ({ id }) => {
        const file = await stage.create(`private/codes/${id}.csv`);
        await file.write(BOM + csvText([CODE_COLUMNS]));
        return [id, file] as const;
      }),
    ),
  );
  return {
    codeLines: (round, lines) => codes.get(round)!.write(lines),
    setAside: (round, file, entries) =>
      aside.write(
        csvText(entries.map((one) => [round, file, one.row, one.column, one.reason, one.found])),
      ),
    flags: (file, entries) =>
      flags.write(csvText(entries.map((one) => [file, one.row, one.id, one.rules.join(';')]))),
    close: async () => {
      for (const file of [aside, flags, ...codes.values()]) await file.close();
    },
  };
}
