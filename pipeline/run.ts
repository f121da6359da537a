/**
 * The story: read -> code -> tally -> aggregate -> protect -> chart -> report
 * -> audit -> write.
 *
 * Everything between "bytes read" and "files written" is pure; nothing is put in place before
 * every file of the new set is complete.
 */
import { completeTables, countTables } from './aggregate/aggregate.ts';
import { hygieneRows } from './aggregate/hygiene.ts';
import { lineCount } from './aggregate/line-count.ts';
import { prepareTallies } from './aggregate/prepare.ts';
import { panelIds, protectRecurring, recurringIds } from './aggregate/recurring.ts';
import { roundTables } from './aggregate/round.ts';
import { rowsOf } from './aggregate/rows.ts';
import type { CountTables } from './aggregate/tables.ts';
import { uncodedThemes } from './aggregate/uncoded/themes.ts';
import { groupWeights } from './aggregate/weight-groups.ts';
import { drawCharts } from './chart/charts.ts';
import type { Effects } from './effects.ts';
import { InputError } from './errors.ts';
import { countedLines } from './messages/counted.ts';
import { handCodeListener } from './messages/hand-codes.ts';
import { headCountLines } from './messages/head-counts.ts';
import { memoryLines } from './messages/memory.ts';
import { notice } from './messages/notices.ts';
import { recurringLine } from './messages/panel.ts';
import { personalLines } from './messages/personal.ts';
import { progressTeller } from './messages/progress.ts';
import { protectedLines } from './messages/protection.ts';
import { quoteLines } from './messages/quotes.ts';
import { weightingValues } from './messages/weighting.ts';
import type { MessageLang } from './messages.ts';
import { audited } from './protect/audit.ts';
import { coarsen } from './protect/coarse/coarsen.ts';
import { contradictions } from './protect/contradictions.ts';
import { LEFT_OUT_FILE, leftOutText } from './protect/earlier/left-out.ts';
import {
  eitherTells,
  NOTHING_BESIDE,
  tellsBeside,
  tellsOfJoined,
} from './protect/earlier/lone-counts.ts';
import { codingOf, inputsByRound, type Release } from './protect/earlier/release.ts';
import { fewestTold, refuseForgotten } from './protect/earlier/remembered.ts';
import { restatedRows } from './protect/earlier/restated.ts';
import { protectHygiene } from './protect/hygiene.ts';
import { protectInParallel } from './protect/in-parallel.ts';
import { protectPersonal } from './protect/personal.ts';
import type { Earlier, Protection } from './protect/protect.ts';
import { quoteCandidates } from './protect/quotes.ts';
import { numberThemes, uncodedRows } from './protect/uncoded.ts';
import { protectWeighting } from './protect/weighting.ts';
import { openHidingKeeper, openKeeper } from './publish/keeper.ts';
import { publishedBy } from './publish/known.ts';
import { codedBy, makeManifest } from './publish/manifest.ts';
import { printPdf } from './publish/pdf/print-pdf.ts';
import { openPrivate } from './publish/private.ts';
import {
  QUOTES_FILE,
  quotesCsv,
  readDecisions,
  releasedRows,
  releasedTexts,
  withDecisions,
} from './publish/quotes.ts';
import { artefactsOf, writeSet } from './publish/set.ts';
import type { Stage } from './publish/stage.ts';
import { uncodedThemesCsv } from './publish/uncoded-themes.ts';
import { beginWorkbook } from './publish/workbook/make.ts';
import { loadPopulation } from './read/population.ts';
import { findPersonal } from './redact/find.ts';
import { renderReport } from './report/report.ts';
import { openSeen } from './seen.ts';
import type { Survey } from './survey/survey.ts';
import { countRounds } from './tally/count-rounds.ts';
import { elsewhereOf } from './tally/elsewhere.ts';
import { loadCodebook } from './tally/load-codebook.ts';
import { personalCounts } from './tally/personal.ts';
import type { ReadFile } from './tally/read-round.ts';
import { hidingProgramHash, programHash } from './tally/saved/program.ts';

export interface RunOptions {
  /** Stop at the first thing that would be set aside. */
  readonly strict: boolean;
  /** Threads that work at once, the main one included. */
  readonly jobs: number;
  /** The results that were given away before; null where none were. */
  readonly previous: Release | null;
  /** Path of the one that prints the report; null: it is not printed. */
  readonly browser: string | null;
  /** Of the program. */
  readonly version: string;
  /** Of the messages. */
  readonly lang: MessageLang;
}

/**
 * One survey in, one published set of files out.
 *
 * @param stage where the set is made; the caller discards it should this throw
 * @returns the number of respondents
 * @throws InputError with everything the user can mend
 */
export async function run(
  survey: Survey,
  stage: Stage,
  options: RunOptions,
  fx: Effects,
): Promise<number> {
  const program = await programHash(fx);
  refuseForgotten(survey, options.previous);
  const task = { survey, stage, options, fx: { ...fx, seen: openSeen(program, fx) } };
  const counted = await countAnswers(task, program);
  const tabled = await tablesToPublish(task, counted);
  await writeReport(task, counted, tabled);
  await counted.privates.remember();
  const left = stage.publish();
  if (left !== null) fx.log(notice('old-left', options.lang, { left }));
  return counted.files.reduce((sum, one) => sum + one.account.used, 0);
}

interface Task {
  readonly survey: Survey;
  readonly stage: Stage;
  readonly options: RunOptions;
  readonly fx: Effects;
}

type Counted = Awaited<ReturnType<typeof countAnswers>>;
type Tabled = Awaited<ReturnType<typeof tablesToPublish>>;

/** Read, code, tally: bytes -> one tally a round; what is said of single respondents is written as it comes. */
async function countAnswers({ survey, stage, options, fx }: Task, program: string) {
  const { lang } = options;
  const codebook = await loadCodebook(survey, fx, handCodeListener(lang, fx.log));
  const population = await loadPopulation(survey, fx);
  const privates = await openPrivate(stage, survey.rounds, fx);
  const keeper = openKeeper(stage, privates, program, fx);
  const watch = progressTeller(fx, lang);
  const counted = await closing(privates, async () => {
    const all = await countRounds(survey, codebook, options, privates, fx, { keeper, watch });
    await privates.complete();
    return all;
  });
  fx.status(null);
  if (counted.refusals.length > 0) throw new InputError(counted.refusals);
  const { files, hygiene } = counted;
  const { tallies, weighting, problems } = prepareTallies(counted.tallies, survey, population);
  if (problems.length > 0) throw new InputError(problems);
  for (const round of counted.kept) fx.log(notice('kept-round', lang, { round }));
  for (const one of elsewhereOf(files)) fx.log(notice('counted-elsewhere', lang, one));
  const isListed = ({ tallyName }: ReadFile) => tallyName === null;
  for (const line of countedLines(counted, survey, lang, isListed)) fx.log(line);

  const personal = personalCounts(counted.tallies, survey);
  for (const line of personalLines(personal, survey.privacy.personalData, lang)) fx.log(line);
  const recurring = recurringIds(tallies, survey);
  for (const one of recurring) fx.log(recurringLine(one, lang));
  const counts = { survey, codebook, tallies, rows: files.flatMap(rowsOf), population };
  return { counts, files, hygiene, weighting, personal, recurring, program, privates };
}

/** Aggregate, protect: tallies -> tables that point at nobody. */
async function tablesToPublish(task: Task, counted: Counted) {
  const { survey, stage, options, fx } = task;
  const { counts, hygiene, personal } = counted;
  const { minimum } = survey.privacy;
  const release = options.previous;
  const inputs = inputsByRound(
    counted.files.map(({ round, file }) => ({ round, sha256: file.sha256 })),
  );
  const ids = panelIds(counts.tallies, survey);
  const { tables: shown, protection } = await tablesToShow(task, counted, {
    ...{ release, inputs, ids },
    coding: codingOf(codedBy(counts.codebook, options.version)),
  });
  const tells = eitherTells(
    tellsOfJoined(protection.joined),
    release === null
      ? NOTHING_BESIDE
      : tellsBeside(release, inputs, counts.rows, (round) =>
          fewestTold(release.changes, protection.changes, minimum, round),
        ),
  );
  const missed = numberThemes(uncodedThemes(counts), shown, survey, counts.tallies);
  const quotes = withDecisions(
    quoteCandidates(shown, survey, counts.tallies),
    await readDecisions(stage, fx),
  );
  const rounded = roundTables({
    ...completeTables(shown, counts),
    uncoded: uncodedRows(missed),
    quotes: releasedRows(quotes),
    hygiene: protectHygiene(hygieneRows(hygiene), hygiene, minimum, tells),
    personal: protectPersonal(personal, minimum, tells),
    restated: [],
  });
  const tables = { ...rounded, restated: restatedRows(rounded, release) };
  if (survey.privacy.quotes === 'redacted') {
    const released = releasedTexts(tables).length;
    for (const line of quoteLines(quotes, released, options.lang)) fx.log(line);
  }
  return { tables, missed, quotes, protection };
}

/** In a function of its own, so that what is not shown is not held any longer. */
async function tablesToShow(
  { survey, stage, options, fx }: Task,
  { counts, program }: Counted,
  earlier: Earlier,
): Promise<{ tables: CountTables; protection: Protection }> {
  const { codebook, population } = counts;
  const unprotected = countTables(counts);
  for (const line of memoryLines(lineCount(unprotected), fx.memoryLimit, options.lang))
    fx.log(line);
  const contradicting = contradictions(unprotected, survey, codebook);
  if (contradicting.length > 0) throw new InputError(contradicting);
  for (const line of headCountLines(unprotected.response, survey, population, options.lang)) {
    fx.log(line);
  }
  const keeper = await openHidingKeeper(stage, await hidingProgramHash(program, fx), fx);
  const { jobs } = options;
  const done = await protectInParallel(unprotected, survey, codebook, earlier, jobs, keeper);
  for (const line of protectedLines(done.protection, survey.privacy.minimum, options.lang)) {
    fx.log(line);
  }
  const weights = groupWeights(counts.tallies, survey);
  return { ...done, tables: coarsen(done.tables, weights, survey) };
}

/** Chart, report: tables -> pictures and words. Audit, write: every file is looked through. */
async function writeReport(
  { survey, stage, options, fx }: Task,
  { counts, files, weighting, recurring }: Counted,
  { tables, missed, quotes, protection }: Tabled,
): Promise<void> {
  const { lang, version, jobs, browser } = options;
  const { codebook, tallies, rows, population } = counts;
  for (const one of weighting) {
    fx.log(notice('weighted', lang, weightingValues(one, survey, lang)));
  }
  const weighted = protectWeighting(weighting, tables.response);
  const { revised, changes } = protection;
  const account = {
    revised,
    changes,
    rows,
    hygiene: tables.hygiene,
    weighting: weighted,
    population,
  };
  const manifest = await makeManifest(survey, codebook, files, account, version, fx);
  const model = {
    survey,
    taxonomies: [...codebook.taxonomies.values()],
    themes: codebook.themes,
    tables,
    recurring: protectRecurring(recurring, tallies, survey.privacy.minimum),
  };
  const left = leftOutText(protection.leftOut);
  if (left !== null) await stage.write(LEFT_OUT_FILE, left);
  await stage.write('private/uncoded-themes.csv', uncodedThemesCsv(missed, survey));
  const quotesFile = quotesCsv(quotes, survey);
  if (quotesFile !== null) await stage.write(QUOTES_FILE, quotesFile);
  const workbook = await beginWorkbook({ model, manifest }, jobs);
  await closing(workbook, async () => {
    const charts = drawCharts(model);
    const html = await renderReport(model, charts, manifest);
    const published = await publishedBy(model, charts, manifest);
    if (browser !== null) fx.log(notice('printing', lang, { browser }));
    const pdf = browser === null ? null : await printPdf(html, browser, fx);
    const set = { html, pdf, workbook: workbook.made, model, charts, manifest };
    await writeSet(stage, audited(artefactsOf(set), { survey, published, findPersonal }, fx));
  });
}

/**
 * What is open is closed whatever comes: of files left open the system complains where the user is to
 * read, and a thread would go on.
 */
async function closing<Result>(
  open: { close(): Promise<void> },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } finally {
    await open.close();
  }
}
