/** `canvass check`: what `run` would refuse, repair or set aside, without writing anything. */
import { resolve } from 'node:path';
import type { HandCodes } from '../code/learn/hand-codes.ts';
import { InputError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { conflictLines, handCodesLine } from '../messages/hand-codes.ts';
import { hygieneLine } from '../messages/hygiene.ts';
import { noteText } from '../messages/notes.ts';
import { notice } from '../messages/notices.ts';
import type { MessageLang } from '../messages.ts';
import type { SetAside } from '../read/respondent.ts';
import { loadSurvey } from '../survey/load.ts';
import { unaskedQuestions } from '../survey/question-in.ts';
import { setAsideRows } from '../tally/account.ts';
import { type CountedFile, countRounds } from '../tally/count-rounds.ts';
import { loadCodebook } from '../tally/load-codebook.ts';
import type { Context } from './context.ts';

/** Entries listed for each file before the rest is only counted. */
const LISTED = 20;

type Aside = SetAside & { readonly round: string; readonly file: string };

export async function checkCommand(
  path: string,
  flags: { readonly json?: boolean },
  context: Context,
): Promise<void> {
  const { fx, lang } = context;
  const survey = await loadSurvey(resolve(context.cwd, path), fx);
  const codebook = await loadCodebook(survey, fx, {
    found: (handCodes) => {
      for (const line of conflictLines(handCodes, lang)) fx.log(line);
    },
    learning: (taxonomy, answers) => fx.log(notice('learning', lang, { taxonomy, answers })),
  });
  const { handCodes } = codebook;
  const aside: Aside[] = [];
  const sinks = {
    codeLines: async () => {},
    setAside: async (round: string, file: string, entries: readonly SetAside[]) => {
      aside.push(...entries.map((one) => ({ round, file, ...one })));
    },
    flags: async () => {},
  };
  const options = { strict: false, jobs: 1 };
  const counted = await countRounds(survey, codebook, options, sinks, fx);
  const { files, duplicates, hygiene, refusals } = counted;
  const report = files.map((one) => fileReport(one, aside));
  if (flags.json) {
    const data = {
      files: report,
      duplicates: Object.fromEntries(duplicates),
      not_asked: unaskedQuestions(survey),
      hygiene,
      hand_codes: handCodes === null ? null : withoutTexts(handCodes),
    };
    await fx.print(`${JSON.stringify(data, null, 2)}\n`);
    if (refusals.length > 0) throw new InputError(refusals);
    return;
  }
  const lines = report.flatMap((one) => fileLines(one, lang));
  if (handCodes !== null) lines.push(handCodesLine(handCodes, lang));
  lines.push(...unaskedQuestions(survey).map((one) => notice('not-asked', lang, one)));
  for (const [round, ids] of duplicates) {
    const values = { round, count: ids.length, examples: ids.slice(0, 3).join(', ') };
    const dropped = survey.hygiene.duplicates === 'drop';
    lines.push(notice(dropped ? 'duplicates-dropped' : 'duplicates', lang, values));
  }
  for (const [round, counts] of groupBy(hygiene, (one) => one.round)) {
    lines.push(hygieneLine(round, counts, lang));
  }
  if (refusals.length === 0) lines.push(notice('check-good', lang));
  await fx.print(`${lines.join('\n')}\n`);
  if (refusals.length > 0) throw new InputError(refusals);
}

/** What became of one file, as `--json` prints it. */
function fileReport({ round, file, account }: CountedFile, aside: readonly Aside[]) {
  return {
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
  };
}

function fileLines(one: ReturnType<typeof fileReport>, lang: MessageLang): readonly string[] {
  const { encoding_reason, set_aside, notes, entries, ...rest } = one;
  const values = { ...rest, reason: String(encoding_reason), setAside: set_aside };
  const more = entries.length - LISTED;
  return [
    notice('check-file', lang, values),
    ...notes.map((note) => noteText(one.file, note, lang)),
    ...entries.slice(0, LISTED).map((entry) => notice('check-aside', lang, { ...entry })),
    ...(more > 0 ? [notice('check-more', lang, { count: more })] : []),
  ];
}

/** Rows and codes say where to look; the answers themselves stay out of what may be passed on. */
function withoutTexts({ conflicts, ...account }: HandCodes): object {
  return { ...account, conflicts: conflicts.map(({ codings }) => ({ codings })) };
}
