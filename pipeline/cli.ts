#!/usr/bin/env node
/** Flags -> commands; the only file that touches `process`. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Context } from './commands/context.ts';
import { HelpIn } from './commands/help.ts';
import { InputError, LeakError } from './errors.ts';
import { notice } from './messages/notices.ts';
import { usage } from './messages/usage.ts';
import type { MessageLang } from './messages.ts';
import { nodeEffects } from './node-effects.ts';
import { outsideProblem } from './outside-problem.ts';
import { packageRoot } from './package-root.ts';

const EXIT = { input: 1, usage: 2, interrupted: 3, bug: 70 } as const;
/** More threads than any machine at hand has cores. */
const MAXIMUM_JOBS = 256;
/** Problems shown before the rest is only counted. */
const SHOWN = 20;

const { fx, cleanUps } = nodeEffects();
const lang = languageOf(process.argv, process.env);

interface Locale {
  readonly LC_ALL?: string;
  readonly LC_MESSAGES?: string;
  readonly LANG?: string;
}

function languageOf(argv: readonly string[], env: Locale): MessageLang {
  const at = argv.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='));
  const asked = at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1]);
  if (asked === 'en' || asked === 'zh-Hans') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh-Hans';
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}

function program(): Command {
  const words = usage(lang);
  const context: Context = { fx, lang, cwd: process.cwd(), version: version() };
  const main = new Command('canvass')
    .description(words.canvass)
    .version(context.version, '-V, --version', words.version)
    .helpCommand(false);
  const jobs = new Option('--jobs <n>', words.jobs)
    .argParser(positive)
    .default(availableParallelism());

  main
    .command('run')
    .description(words.run)
    .argument('[survey]', words.survey, 'surveys')
    .option('--out <folder>', words.out, 'output')
    .option('--share <folder|zip>', words.share)
    .option('--pdf', words.pdf)
    .option('--round <id...>', words.round)
    .option('--tallies <folder>', words.tallies)
    .option('--strict', words.strict)
    .option('--previous <folder>', words.previous)
    .addOption(jobs)
    .option('--quiet', words.quiet)
    .action(async (survey, options) =>
      (await import('./commands/run.ts')).runCommand(survey, options, context),
    );
  main
    .command('check')
    .description(words.check)
    .argument('[survey]', words.survey, 'surveys')
    .option('--tallies <folder>', words.tallies)
    .addOption(jobs)
    .option('--json', words.json)
    .action(async (survey, options) =>
      (await import('./commands/check.ts')).checkCommand(survey, options, context),
    );
  main
    .command('tally')
    .description(words.tally)
    .argument('<file...>', words.tallyFiles)
    .option('--survey <survey>', words.survey, 'surveys')
    .requiredOption('--round <id>', words.tallyRound)
    .requiredOption('--out <file>', words.tallyOut)
    .option('--strict', words.strict)
    .addOption(jobs)
    .option('--quiet', words.quiet)
    .action(async (files, options) =>
      (await import('./commands/tally.ts')).tallyCommand(files, options, context),
    );
  main
    .command('init')
    .description(words.init)
    .argument('<file...>', words.initFiles)
    .option('--out <file>', words.initOut)
    .option('--force', words.force)
    .action(async (files, options) =>
      (await import('./commands/init.ts')).initCommand(files, options, context),
    );
  main
    .command('code')
    .description(words.code)
    .argument('<file>', words.codeFile)
    .requiredOption('--column <name>', words.column)
    .requiredOption('--taxonomy <id|path>', words.taxonomyOption)
    .option('--out <file>', words.outFile)
    .addOption(new Option('--format <format>', words.format).choices(['csv', 'ndjson']))
    .option('--encoding <encoding>', words.encoding)
    .option('--raw', words.raw)
    .addOption(jobs)
    .action(async (file, options) =>
      (await import('./commands/code.ts')).codeCommand(file, options, context),
    );
  main
    .command('explain')
    .description(words.explain)
    .argument('<text>', words.explainText)
    .requiredOption('--taxonomy <id|path>', words.taxonomyOption)
    .action(async (text, options) =>
      (await import('./commands/explain.ts')).explainCommand(text, options, context),
    );
  main
    .command('evaluate')
    .description(words.evaluate)
    .argument('<file>', words.evaluateFile)
    .requiredOption('--column <name>', words.column)
    .requiredOption('--truth <name>', words.truth)
    .requiredOption('--taxonomy <id|path>', words.taxonomyOption)
    .option('--json', words.json)
    .action(async (file, options) =>
      (await import('./commands/evaluate.ts')).evaluateCommand(file, options, context),
    );
  main
    .command('taxonomy')
    .description(words.taxonomy)
    .argument('[taxonomy]', words.taxonomyArgument)
    .option('--json', words.json)
    .action(async (taxonomy, options) =>
      (await import('./commands/taxonomy.ts')).taxonomyCommand(taxonomy, options, context),
    );
  // `--lang` and `--debug` may stand behind the command too; the language was settled above.
  for (const command of [main, ...main.commands]) {
    command
      .addOption(new Option('--lang <language>', words.lang).choices(['zh-Hans', 'en']))
      .option('--debug', words.debug)
      .helpOption('-h, --help', words.help)
      .configureOutput({ outputError: () => {} })
      .exitOverride();
    command.createHelp = () => new HelpIn(lang);
  }
  return main;
}

async function wrongUsage(error: CommanderError): Promise<number> {
  if (error.code === 'commander.help') return EXIT.usage;
  const { wrongUsageText } = await import('./commands/wrong-usage.ts');
  fx.log(wrongUsageText(error, lang));
  fx.log(usage(lang).helpHint);
  return EXIT.usage;
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > MAXIMUM_JOBS) {
    throw new InvalidArgumentError(notice('usage-whole', lang, { most: MAXIMUM_JOBS }));
  }
  return value;
}

/** Prints what went wrong and tells the exit status; its words are loaded only then. */
async function fail(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage(error);
  if (error instanceof InputError || error instanceof LeakError) {
    const { formatProblem } = await import('./messages.ts');
    const count = error.problems.length;
    fx.log(notice('problems', lang, { count }));
    for (const one of error.problems.slice(0, SHOWN)) fx.log(formatProblem(one, lang));
    if (count > SHOWN) fx.log(notice('more', lang, { count: count - SHOWN }));
    return error instanceof InputError ? EXIT.input : EXIT.bug;
  }
  const outside = outsideProblem(error);
  if (outside !== null) return fail(outside);
  const detail = error instanceof Error ? error.message : String(error);
  fx.log(notice('bug', lang, { detail }));
  if (process.argv.includes('--debug') && error instanceof Error) fx.log(error.stack ?? '');
  return EXIT.bug;
}

process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
process.on('SIGHUP', interrupt);

/** Leaves no litter; the swap of folders is synchronous, so it is never cut in two here. */
function interrupt(): void {
  for (const cleanUp of cleanUps) cleanUp();
  fx.log(notice('interrupted', lang));
  process.exit(EXIT.interrupted);
}

// A reader that has had enough (`canvass code … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : EXIT.bug);
});

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = await fail(error);
}
