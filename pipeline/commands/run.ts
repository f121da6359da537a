/** `canvass run`: survey in, results out. */
import { join, resolve } from 'node:path';
import { InputError, problem } from '../errors.ts';
import { notice } from '../messages/notices.ts';
import { outsideProblem } from '../outside-problem.ts';
import { type Release, readRelease } from '../protect/earlier/release.ts';
import { findBrowser } from '../publish/pdf/find-browser.ts';
import { noting, openShare, type Share } from '../publish/share.ts';
import { openStage } from '../publish/stage.ts';
import { run } from '../run.ts';
import { loadSurvey } from '../survey/load.ts';
import { type Context, quietly } from './context.ts';
import { onlyRounds, withTallies } from './inputs.ts';

export interface RunFlags {
  readonly out: string;
  /** A folder or zip file for a copy without private/. */
  readonly share?: string;
  /** Also print the report. */
  readonly pdf?: boolean;
  readonly round?: readonly string[];
  /** A folder of tallies that were counted elsewhere. */
  readonly tallies?: string;
  readonly strict?: boolean;
  readonly jobs: number;
  readonly quiet?: boolean;
  /** Results given away before, other than those about to be replaced; `none`: nothing was. */
  readonly previous?: string;
}

export async function runCommand(path: string, flags: RunFlags, context: Context): Promise<void> {
  const { lang, version } = context;
  const fx = quietly(context.fx, flags.quiet);
  const started = fx.clock();
  const out = resolve(context.cwd, flags.out);
  const tallies = flags.tallies === undefined ? [] : [resolve(context.cwd, flags.tallies)];
  const inputs = [resolve(context.cwd, path), context.cwd, ...tallies];
  // First of all, so that what a killed run left behind is put right whatever comes.
  const { stage, published } = noting(await openStage(out, inputs, fx));
  let share: Share | null = null;
  let stands = fx.exists(out);
  try {
    if (flags.share !== undefined) {
      share = await openShare(resolve(context.cwd, flags.share), out, inputs, fx);
    }
    // Before anything is counted: whether there is one is known at once.
    const browser = flags.pdf === true ? await findBrowser(fx) : null;
    const whole = await withTallies(
      await loadSurvey(resolve(context.cwd, path), fx),
      flags.tallies,
      { ...context, fx },
    );
    const survey = onlyRounds(whole, flags.round);
    const previous = await previousRelease(flags, context);
    const { strict = false, jobs } = flags;
    const options = { strict, jobs, previous, browser, version, lang };
    const respondents = await run(survey, stage, options, fx);
    stands = false;
    const seconds = ((fx.clock() - started) / 1000).toFixed(1);
    fx.log(notice('wrote', lang, { out: flags.out, seconds }));
    if (share !== null) {
      const left = await share.copy(out, published());
      if (left !== null) fx.log(notice('old-left', lang, { left }));
      fx.log(notice('shared', lang, { share: flags.share ?? '' }));
    }
    const text = notice('summary', lang, {
      title: survey.title[lang],
      rounds: survey.rounds.length,
      respondents,
      report: join(flags.out, 'report.html'),
    });
    await fx.print(`${text}\n`);
  } catch (error) {
    stage.discard();
    share?.discard();
    // Of what is refused before the new results are in place it can be said that the old ones are.
    throw (stands ? outsideProblem(error, true) : null) ?? error;
  }
}

/** @throws InputError where a folder is named that holds no results */
async function previousRelease(
  { out, previous }: RunFlags,
  { cwd, fx }: Context,
): Promise<Release | null> {
  if (previous === 'none') return null;
  const release = await readRelease(resolve(cwd, previous ?? out), fx);
  if (release === null && previous !== undefined) {
    throw new InputError([problem('no-release', { file: previous })]);
  }
  return release;
}
