/** `canvass check`: what `run` would refuse, repair or set aside, without writing anything. */
import { resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { noteText } from '../messages/notes.ts';
import { notice } from '../messages/notices.ts';
import type { SetAside } from '../read/respondent.ts';
import { loadSurvey } from '../survey/load.ts';
import { setAsideRows } from '../tally/account.ts';
import { countRounds } from '../tally/count-rounds.ts';
import { loadCodebook } from '../tally/load-codebook.ts';
import type { Context } from './context.ts';

/** Entries listed for each file before the rest is only counted. */
const LISTED = 20;

export async function checkCommand(
  path: string,
  flags: { readonly json?: boolean },
  context: Context,
): Promise<void> {
  const { fx, lang } = context;
  const survey = await loadSurvey(resolve(context.cwd, path), fx);
  const codebook = await loadCodebook(survey, fx);
  const aside: (SetAside & { round: string; file: string })[] = [];
  const sinks = {
    codeLines: async () => {},
    setAside: async (round: string, file: string, entries: readonly SetAside[]) => {
      aside.push(...entries.map((one) => ({ round, file, ...one })));
    },
  };
  const options = { strict: false, jobs: 1 };
  const { files, duplicates, refusals } = await countRounds(survey, codebook, options, sinks, fx);
  const report = files.map(({ round, file, account }) => ({
    round,
    file: file.name,
    encoding: file.encoding,
    encoding_reason: file.encodingReason,
    format: file.format,
    rows: account.rows,
    used: account.used,
    set_aside: setAsideRows(account),
    excluded: account.excluded,
    notes: file.notes(),
    entries: aside
      .filter((one) => one.round === round && one.file === file.name)
      .map(({ row, column, reason, found }) => ({ row, column, reason, found })),
  }));
  if (flags.json) {
    const data = { files: report, duplicates: Object.fromEntries(duplicates) };
    await fx.print(`${JSON.stringify(data, null, 2)}\n`);
    if (refusals.length > 0) throw new InputError(refusals);
    return;
  }
  const lines = report.flatMap((one) => [
    notice('check-file', lang, {
      round: one.round,
      file: one.file,
      encoding: one.encoding,
      reason: String(one.encoding_reason),
      format: one.format,
      rows: one.rows,
      used: one.used,
      setAside: one.set_aside,
      excluded: one.excluded,
    }),
    ...one.notes.map((note) => noteText(one.file, note, lang)),
    ...one.entries.slice(0, LISTED).map((entry) => notice('check-aside', lang, { ...entry })),
    ...(one.entries.length > LISTED
      ? [notice('check-more', lang, { count: one.entries.length - LISTED })]
      : []),
  ]);
  for (const [round, ids] of duplicates) {
    const values = { round, count: ids.length, examples: ids.slice(0, 3).join(', ') };
    lines.push(notice('duplicates', lang, values));
  }
  if (refusals.length === 0) lines.push(notice('check-good', lang));
  await fx.print(`${lines.join('\n')}\n`);
  if (refusals.length > 0) throw new InputError(refusals);
}
