/** Closes the accounts: what came in must be what was used or left, or the program has a fault. */
import type { Fate, Line } from '../read/fates.ts';
import type { Round, Survey } from '../survey/survey.ts';
import type { Account } from './account.ts';
import { type FileBalance, reasonsOf } from './balance.ts';
import { ANSWERED, isStatusItem, MISSING, optionOf, SKIPPED } from './items.ts';
import { itemsOf, sumsOf } from './look-up.ts';
import { sumOf } from './sum-of.ts';
import type { Tally } from './tally.ts';

export interface SettledFile {
  readonly round: string;
  readonly file: { readonly name: string };
  readonly account: Account;
  readonly balance: FileBalance;
}

/** @throws Error that names everything which does not add up; nothing the user could mend */
export function requireBalance(
  survey: Survey,
  files: readonly SettledFile[],
  tallies: ReadonlyMap<string, Tally>,
): void {
  const faults = balanceFaults(survey, files, tallies);
  if (faults.length > 0) throw new Error(`the import does not balance: ${faults.join('; ')}`);
}

/** Everything that does not add up, of the rounds that have a tally. */
export function balanceFaults(
  survey: Survey,
  files: readonly SettledFile[],
  tallies: ReadonlyMap<string, Tally>,
): readonly string[] {
  return [
    ...files.flatMap(fileFaults),
    ...survey.rounds.flatMap((round) => {
      const own = files.filter((one) => one.round === round.id);
      const tally = tallies.get(round.id);
      return tally === undefined ? [] : roundFaults(round, survey, own, tally);
    }),
  ];
}

/** @example 'a.csv, rows: 10 in, 9 accounted for (used 8, bad-weight 1)' */
function fileFaults({ file, account, balance }: SettledFile): readonly string[] {
  const lines: (readonly [string, Line | null])[] = [
    ['rows', balance.rows],
    ...balance.columns.flatMap(({ key, column, cells, selections, characters }) => {
      const place = `${key} "${column}"`;
      return [
        [`cells of ${place}`, cells],
        [`selections of ${place}`, selections],
        [`characters of ${place}`, characters],
      ] as const;
    }),
    ['set-aside entries', { in: sumOf(account.cells), out: entriesOf(balance) }],
  ];
  return lines.flatMap(([what, line]) =>
    line === null || line.in === sumOf(line.out) ? [] : [fault(file.name, what, line)],
  );
}

/** What is set aside cell by cell or, of multiple choice, option by option. */
function entriesOf(balance: FileBalance): Line['out'] {
  const entries = new Map<Fate, number>();
  for (const { cells, selections } of balance.columns) {
    for (const [reason, count] of reasonsOf(selections ?? cells)) {
      entries.set(reason, (entries.get(reason) ?? 0) + count);
    }
  }
  return entries;
}

function fault(where: string, what: string, line: Line): string {
  const parts = [...line.out].map(([fate, count]) => `${fate} ${count}`).join(', ');
  return `${where}, ${what}: ${line.in} in, ${sumOf(line.out)} accounted for (${parts})`;
}

/** What was read must have been counted: every respondent in each question asked, and every selection. */
function roundFaults(
  { id }: Round,
  survey: Survey,
  files: readonly SettledFile[],
  tally: Tally,
): readonly string[] {
  const used = files.reduce((sum, one) => sum + one.account.used, 0);
  const asked = survey.questions.filter((question) => question.asked.includes(id));
  return asked.flatMap((question) => {
    const count = (ofInterest: (item: string) => boolean) =>
      itemsOf(tally, question.id)
        .filter(ofInterest)
        .reduce((sum, item) => sum + sumsOf(tally, question.id, 'all', '', item).n, 0);
    const heads = count((item) =>
      question.type === 'open' ? isStatusItem(item) : [ANSWERED, MISSING, SKIPPED].includes(item),
    );
    const respondents: Line = { in: used, out: new Map([['used', heads]]) };
    const selections: Line = {
      in: question.type === 'multiple' ? selectionsUsed(files, question.id) : 0,
      out: new Map([
        ['used', question.type === 'multiple' ? count((item) => optionOf(item) !== null) : 0],
      ]),
    };
    return [['respondents', respondents] as const, ['selections', selections] as const].flatMap(
      ([what, line]) =>
        line.in === sumOf(line.out) ? [] : [fault(id, `${what} of ${question.id}`, line)],
    );
  });
}

function selectionsUsed(files: readonly SettledFile[], question: string): number {
  return files
    .flatMap(({ balance }) => balance.columns)
    .filter((one) => one.question === question)
    .reduce((sum, { selections }) => sum + (selections?.out.get('used') ?? 0), 0);
}
