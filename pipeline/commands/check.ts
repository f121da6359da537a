/** `canvass check`: what `run` would refuse, repair or set aside, without writing anything. */
import { resolve } from 'node:path';
import { countTables, shownScales } from '../aggregate/aggregate.ts';
import { headCountGaps } from '../aggregate/head-count-gaps.ts';
import { prepareTallies } from '../aggregate/prepare.ts';
import { panelIds, recurringIds } from '../aggregate/recurring.ts';
import { responseRows } from '../aggregate/response.ts';
import { rowsOf } from '../aggregate/rows.ts';
import { InputError } from '../errors.ts';
import { roundLines } from '../messages/counted.ts';
import { conflictLines, handCodeListener, handCodesLine } from '../messages/hand-codes.ts';
import { headCountLines } from '../messages/head-counts.ts';
import type { MessageLang } from '../messages/message.ts';
import { notice } from '../messages/notices.ts';
import { recurringLine } from '../messages/panel.ts';
import { personalLines } from '../messages/personal.ts';
import { progressTeller } from '../messages/progress.ts';
import { protectionLines, scaleLines } from '../messages/protection.ts';
import { weightingValues } from '../messages/weighting.ts';
import { contradictions } from '../protect/contradictions.ts';
import { protectInParallel } from '../protect/in-parallel.ts';
import { NOTHING_EARLIER } from '../protect/protect.ts';
import { loadPopulation } from '../read/population.ts';
import type { SetAside } from '../read/respondent.ts';
import { isCountedElsewhere } from '../survey/counted-elsewhere.ts';
import { loadSurvey } from '../survey/load.ts';
import { unaskedQuestions } from '../survey/question-in.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
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
  readonly jobs: number;
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
  const found = await examine(survey, codebook, flags.jobs, context);
  if (flags.json) await fx.print(`${JSON.stringify(found.report, null, 2)}\n`);
  else await fx.print(`${textLines(found, survey, codebook, lang).join('\n')}\n`);
  if (found.refusals.length > 0) throw new InputError(found.refusals);
}

/** Everything that `run` would do up to the report, and what came of it. */
async function examine(survey: Survey, codebook: Codebook, jobs: number, { fx, lang }: Context) {
  const aside = new AsideLists();
  const sinks = {
    codeLines: async () => {},
    setAside: async (round: string, file: string, entries: readonly SetAside[]) => {
      aside.add(round, file, entries);
    },
    flags: async () => {},
  };
  const population = await loadPopulation(survey, fx);
  // Which program counts matters beside counts of another alone.
  const program = survey.rounds.some(isCountedElsewhere) ? await programHash(fx) : '';
  const watched = { keeper: keepNothing(program), watch: progressTeller(fx, lang) };
  const counted = await countRounds(survey, codebook, { strict: false, jobs }, sinks, fx, watched);
  fx.status(null);
  const { tallies, weighting, problems } = prepareTallies(counted.tallies, survey, population);
  const response = responseRows(survey, counted.tallies, population);
  const personal = personalCounts(counted.tallies, survey);
  const counts = { survey, codebook, tallies, rows: counted.files.flatMap(rowsOf), population };
  const unusable = [...counted.refusals, ...problems];
  const tables = unusable.length > 0 ? null : countTables(counts);
  const contradicting = tables === null ? [] : contradictions(tables, survey, codebook);
  const refusals = [...unusable, ...contradicting];
  const ids = panelIds(tallies, survey);
  const done =
    tables === null || refusals.length > 0
      ? null
      : await protectInParallel(tables, survey, codebook, { ...NOTHING_EARLIER, ids }, jobs);
  const protection = done?.protection ?? null;
  const scales = done === null ? [] : shownScales(done.tables, counts);
  const report = checkReport(counted, aside, codebook.handCodes, {
    not_asked: unaskedQuestions(survey),
    personal,
    head_counts: population === null ? [] : headCountGaps(response, survey, population),
    protection,
  });
  return {
    counted,
    tallies,
    weighting,
    response,
    population,
    personal,
    refusals,
    protection,
    scales,
    report,
  };
}

function textLines(
  found: Awaited<ReturnType<typeof examine>>,
  survey: Survey,
  { handCodes }: Codebook,
  lang: MessageLang,
): readonly string[] {
  const { protection } = found;
  return [
    ...checkText(found.report, lang),
    ...(handCodes === null ? [] : [handCodesLine(handCodes, lang)]),
    ...roundLines(found.counted, survey, lang),
    ...personalLines(found.personal, survey.privacy.personalData, lang),
    ...headCountLines(found.response, survey, found.population, lang),
    ...recurringIds(found.tallies, survey).map((one) => recurringLine(one, lang)),
    ...found.weighting.map((one) => notice('weighted', lang, weightingValues(one, survey, lang))),
    ...(protection === null ? [] : protectionLines(protection, survey.privacy.minimum, lang)),
    ...scaleLines(found.scales, lang),
  ];
}
