/** Which rounds and files of a survey are used, where flags say more than survey.yaml. */
import { join, resolve } from 'node:path';
import { InputError, listed, type Problem, problem } from '../errors.ts';
import { notice } from '../messages/notices.ts';
import { isTally } from '../survey/counted-elsewhere.ts';
import { READ_AS_FOUND, type RoundFile, type Survey } from '../survey/survey.ts';
import { roundOf } from '../tally/saved/read-part.ts';
import type { Context } from './context.ts';

/** The survey with the rounds asked for, in their own order. @throws InputError for an unknown id */
export function onlyRounds(survey: Survey, ids: readonly string[] | undefined): Survey {
  if (ids === undefined) return survey;
  const valid = survey.rounds.map((one) => one.id);
  const unknown = ids.filter((id) => !valid.includes(id));
  if (unknown.length > 0) {
    const values = (round: string) => ({ round, valid: valid.join(', ') });
    throw new InputError(unknown.map((round) => problem('unknown-round', {}, values(round))));
  }
  return { ...survey, rounds: survey.rounds.filter((one) => ids.includes(one.id)) };
}

/**
 * The survey with every tally of a folder behind the files that its round has, by name.
 *
 * @param folder as the user named it; undefined: the survey as it is
 * @throws InputError with all that is no tally, or is of a round that the survey does not have
 */
export async function withTallies(
  survey: Survey,
  folder: string | undefined,
  { cwd, fx, lang }: Pick<Context, 'cwd' | 'fx' | 'lang'>,
): Promise<Survey> {
  if (folder === undefined) return survey;
  const path = resolve(cwd, folder);
  const isFolder = (await fx.stat(path)).kind === 'folder';
  const all = isFolder ? await fx.list(path) : [];
  const names = all.filter((name) => isTally({ name }));
  if (names.length === 0) throw new InputError([problem('no-tallies', { file: folder })]);
  // Of what systems leave in a folder, as .DS_Store, nobody thinks that it was read.
  const others = all.filter((name) => !isTally({ name }) && !name.startsWith('.'));
  if (others.length > 0) {
    fx.log(notice('no-tally', lang, { folder, names: others.join(', ') }));
  }
  const problems: Problem[] = [];
  const byRound = new Map<string, RoundFile[]>(survey.rounds.map(({ id }) => [id, []]));
  const rounds = survey.rounds.map(({ id }) => id);
  const found = await inTurns(names, async (name) => {
    const file = { ...READ_AS_FOUND, path: join(path, name), name };
    if ((await fx.stat(file.path)).kind === 'folder') {
      return [problem('tally-is-folder', { file: join(folder, name) }, { folder })];
    }
    try {
      return { file, round: await roundOf(file, fx) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problems;
    }
  });
  for (const one of found) {
    if (!('file' in one)) problems.push(...one);
    else if (byRound.has(one.round)) byRound.get(one.round)!.push(one.file);
    else {
      const values = { round: one.round, valid: listed(one.round, rounds) };
      problems.push(problem('tally-round-unknown', { file: one.file.name }, values));
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    ...survey,
    rounds: survey.rounds.map((round) => ({
      ...round,
      files: [...round.files, ...byRound.get(round.id)!],
    })),
  };
}

/** What `work` makes of each item, several at a time. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let i = 0; i < items.length; i += AT_A_TIME) {
    results.push(...(await Promise.all(items.slice(i, i + AT_A_TIME).map(work))));
  }
  return results;
}

/** Files opened at once. */
const AT_A_TIME = 32;
