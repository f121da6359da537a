/** `canvass check`: what `run` would refuse, repair or set aside, without writing anything. */
import { resolve } from 'node:path';
import { countTables } from '../aggregate/aggregate.ts';
import { headCountGaps } from '../aggregate/head-count-gaps.ts';
import { prepareTallies } from '../aggregate/prepare.ts';
import { recurringIds } from '../aggregate/recurring.ts';
import { responseRows } from '../aggregate/response.ts';
import { rowsOf } from '../aggregate/rows.ts';
import { InputError } from '../errors.ts';
import { roundLines } from '../messages/counted.ts';
import { conflictLines, handCodeListener, handCodesLine } from '../messages/hand-codes.ts';
import { headCountLines } from '../messages/head-counts.ts';
import { notice } from '../messages/notices.ts';
import { recurringLine } from '../messages/panel.ts';
import { personalLines } from '../messages/personal.ts';
import { protectionLines } from '../messages/protection.ts';
import { weightingValues } from '../messages/weighting.ts';
import { contradictions } from '../protect/contradictions.ts';
import { protectTables } from '../protect/protect.ts';
import { loadPopulation } from '../read/population.ts';
import type { SetAside } from '../read/respondent.ts';
import { isCountedElsewhere } from '../survey/counted-elsewhere.ts';
import { loadSurvey } from '../survey/load.ts';
import { unaskedQuestions } from '../survey/question-in.ts';
import { countRounds } from '../tally/count-rounds.ts';
import { loadCodebook } from '../tally/load-codebook.ts';
import { personalCounts } from '../tally/personal.ts';
import { keepNothing } from '../tally/saved/kept-round.ts';
import { programHash } from '../tally/saved/program.ts';
import { AsideLists } from './aside-lists.ts';
import { checkReport } from './check-report.ts';
import { checkText } from './check-text.ts';
import type { Context } from './context.ts';
import { withTallies } from './inputs.ts';

interface CheckFlags {
  /** A folder of tallies that were counted elsewhere. */
  readonly tallies?: string;
  readonly json?: boolean;
}

/** Says at its end whether `run` would go ahead. @throws InputError with all it would refuse */
export async function checkCommand(
  path: string,
  flags: CheckFlags,
  context: Context,
): Promise<void> {
  const { fx, lang } = context;
  const say = (line: string) => (flags.json ? undefined : fx.print(`${line}\n`));
  try {
    await check(path, flags, context);
    await say(notice('check-good', lang));
  } catch (error) {
    if (error instanceof InputError) {
      await say(notice('check-refused', lang, { count: error.problems.length }));
    }
    throw error;
  }
}

async function check(path: string, flags: CheckFlags, context: Context): Promise<void> {
  const { fx, lang } = context;
  const written = await loadSurvey(resolve(context.cwd, path), fx);
  const survey = await withTallies(written, flags.tallies, context);
  const codebook = await loadCodebook(survey, fx, {
    ...handCodeListener(lang, fx.log),
    // How many there are is told with the rest.
    found: (handCodes) => {
      for (const line of conflictLines(handCodes, lang)) fx.log(line);
    },
  });
  const { handCodes } = codebook;
  const aside = new AsideLists();
  const sinks = {
    codeLines: async () => {},
    setAside: async (round: string, file: string, entries: readonly SetAside[]) => {
      aside.add(round, file, entries);
    },
    flags: async () => {},
  };
  const options = { strict: false, jobs: 1 };
  const population = await loadPopulation(survey, fx);
  // Which program counts matters beside counts of another alone.
  const program = survey.rounds.some(isCountedElsewhere) ? await programHash(fx) : '';
  const watched = { keeper: keepNothing(program), watch: () => {} };
  const counted = await countRounds(survey, codebook, options, sinks, fx, watched);
  const { tallies, weighting, problems } = prepareTallies(counted.tallies, survey, population);
  const notAsked = unaskedQuestions(survey);
  const response = responseRows(survey, counted.tallies, population);
  const gaps = population === null ? [] : headCountGaps(response, survey, population);
  const personal = personalCounts(counted.tallies, survey);
  const counts = { survey, codebook, tallies, rows: counted.files.flatMap(rowsOf), population };
  const unusable = [...counted.refusals, ...problems];
  const tables = unusable.length > 0 ? null : countTables(counts);
  const contradicting = tables === null ? [] : contradictions(tables, survey, codebook);
  const refusals = [...unusable, ...contradicting];
  const protection =
    tables === null || refusals.length > 0
      ? null
      : protectTables(tables, survey, codebook).protection;
  const found = { not_asked: notAsked, personal, head_counts: gaps, protection };
  const report = checkReport(counted, aside, handCodes, found);
  if (flags.json) {
    await fx.print(`${JSON.stringify(report, null, 2)}\n`);
    if (refusals.length > 0) throw new InputError(refusals);
    return;
  }
  const lines = [...checkText(report, lang)];
  if (handCodes !== null) lines.push(handCodesLine(handCodes, lang));
  lines.push(...roundLines(counted, survey, lang));
  lines.push(...personalLines(personal, survey.privacy.personalData, lang));
  lines.push(...headCountLines(response, survey, population, lang));
  lines.push(...recurringIds(tallies, survey).map((one) => recurringLine(one, lang)));
  lines.push(
    ...weighting.map((one) => notice('weighted', lang, weightingValues(one, survey, lang))),
  );
  if (protection !== null) {
    lines.push(...protectionLines(protection, survey.privacy.minimum, lang));
  }
  await fx.print(`${lines.join('\n')}\n`);
  if (refusals.length > 0) throw new InputError(refusals);
}
