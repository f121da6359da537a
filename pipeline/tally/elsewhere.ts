/** What was counted elsewhere of a round: parts are read one after the other and added up. */
import { groupBy } from '../group-by.ts';
import { isTally } from '../survey/counted-elsewhere.ts';
import type { NamedFile, Round, Survey } from '../survey/survey.ts';
import type { Codebook } from './codebook.ts';
import { addHygiene, type HygieneCount } from './hygiene.ts';
import type { ReadFile } from './read-round.ts';
import { TallyReader } from './saved/part-tally.ts';
import { type Content, parsePart, type Wanted } from './saved/read-part.ts';
import { countedBy } from './saved/round-key.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

/** The parts of one round that were counted elsewhere, all in one. */
export class Elsewhere {
  /** Nothing of single respondents is in it. */
  readonly tally: Tally = emptyTally();
  readonly #wanted: Wanted;
  readonly #names: Set<string>;
  #hygiene: readonly HygieneCount[] | null = null;

  /** @param program which program counts: see `programHash` */
  constructor(survey: Survey, round: Round, codebook: Codebook, program: string) {
    this.#wanted = {
      ...{ survey, round: round.id },
      by: countedBy(survey, round.id, codebook, program),
      reader: new TallyReader(survey, round.id, codebook),
    };
    this.#names = new Set(round.files.filter((one) => !isTally(one)).map(({ name }) => name));
  }

  /**
   * Adds what a file holds, as `readAhead` read it.
   *
   * @returns the files that were counted there, in their order; one whose name another has, at hand or
   *   elsewhere, is called by the tally's name too
   * @throws InputError if the file is no tally, is damaged, or does not fit
   */
  take(tally: NamedFile, content: Content): readonly ReadFile[] {
    if ('error' in content) throw content.error;
    const part = parsePart(content.bytes, tally.name, this.#wanted);
    const calledBefore = new Map<string, string>();
    const files = part.files.map((one): ReadFile => {
      const { file } = one;
      const name = this.#newName(file.name, tally.name);
      calledBefore.set(file.name, name);
      return { ...one, file: { ...file, name }, tallyName: tally.name };
    });
    const answers = [...part.tally.answers].map(
      ([name, read]) => [calledBefore.get(name)!, read] as const,
    );
    mergeTally(this.tally, { ...part.tally, answers: new Map(answers) });
    this.#hygiene = this.#hygiene === null ? part.hygiene : addHygiene(this.#hygiene, part.hygiene);
    return files;
  }

  /** A name that no file has yet. */
  #newName(wanted: string, tallyName: string): string {
    let name = wanted;
    while (this.#names.has(name)) name += ` [${tallyName}]`;
    this.#names.add(name);
    return name;
  }

  /** These counts and those of what was counted elsewhere. */
  withHygiene(counts: readonly HygieneCount[]): readonly HygieneCount[] {
    return this.#hygiene === null ? counts : addHygiene(counts, this.#hygiene);
  }
}

/** How much of each round was counted elsewhere, of those of which some was. */
export function elsewhereOf(files: readonly ReadFile[]) {
  const counted = files.filter(({ tallyName }) => tallyName !== null);
  return [...groupBy(counted, ({ round }) => round)].map(([round, own]) => ({
    ...{ round, files: own.length },
    tallies: new Set(own.map(({ tallyName }) => tallyName)).size,
  }));
}
