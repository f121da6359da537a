/** What was counted elsewhere of a round: parts are read and added up, and told of in their order. */
import { createCrew } from '../crew.ts';
import type { Effects } from '../effects.ts';
import { InputError, type Problem } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { isTally } from '../survey/counted-elsewhere.ts';
import type { NamedFile, Round, Survey } from '../survey/survey.ts';
import { type Codebook, codesIn } from './codebook.ts';
import { addHygiene, type HygieneCount } from './hygiene.ts';
import {
  createPartAdder,
  type PartAdder,
  type PartFile,
  type PartRead,
  type PartRules,
} from './part-adder.ts';
import type { ReadFile } from './read-round.ts';
import { filesOf, readAhead } from './saved/read-part.ts';
import { countedBy } from './saved/round-key.ts';
import { mergeTally, type Tally } from './tally.ts';

/** Fewer bytes are read and added up sooner than a thread has begun, which holds a sum of its own. */
const WORTHWHILE = 1 << 23;

/** What a tally holds, or why it cannot be used. */
export type Taken =
  | { readonly counted: readonly ReadFile[] }
  | { readonly problems: readonly Problem[] };

/** The parts of one round that were counted elsewhere, all in one. */
export class Elsewhere {
  readonly #survey: Survey;
  readonly #rules: PartRules;
  readonly #adder: PartAdder;
  readonly #names: Set<string>;
  #hygiene: readonly HygieneCount[] | null = null;

  /** @param program which program counts: see `programHash` */
  constructor(survey: Survey, round: Round, codebook: Codebook, program: string) {
    const by = countedBy(survey, round.id, codebook, program);
    this.#survey = survey;
    this.#rules = { survey, round: round.id, by, codes: codesIn(codebook) };
    this.#adder = createPartAdder(this.#rules);
    this.#names = new Set(round.files.filter((one) => !isTally(one)).map(({ name }) => name));
  }

  /** Nothing of single respondents is in it. */
  get tally(): Tally {
    return this.#adder.tally;
  }

  /**
   * Adds what files hold, on several threads where that takes long.
   *
   * @param jobs so many threads, the calling one included
   * @param worthwhile so many bytes are worth another thread
   * @returns of each file in turn the files that were counted there, in their order; one whose name
   *   another has, at hand or elsewhere, is called by the tally's name too
   */
  async takeAll(
    tallies: readonly NamedFile[],
    jobs: number,
    fx: Pick<Effects, 'stat' | 'read'>,
    worthwhile = WORTHWHILE,
  ): Promise<readonly Taken[]> {
    const worth = jobs < 2 ? 0 : Math.floor((await bytesOf(tallies, fx)) / worthwhile);
    const crew = createCrew<PartFile, PartRead, Tally>({
      ...{ script: 'tally/part-worker.js', workerData: this.#rules },
      ...{ threads: Math.min(jobs - 1, worth), own: this.#adder.add },
    });
    const taken: Taken[] = [];
    try {
      let next = 0;
      for await (const content of readAhead(tallies, fx)) {
        const at = next++;
        const { name } = tallies[at]!;
        if ('error' in content) {
          if (!(content.error instanceof InputError)) throw content.error;
          taken[at] = { problems: content.error.problems };
        } else {
          await crew.add({ name, bytes: content.bytes }, async (read) => {
            taken[at] = this.#takeHead(read, name);
          });
        }
      }
      for (const tally of await crew.finish()) mergeTally(this.tally, tally);
    } catch (error) {
      await crew.stop();
      throw error;
    }
    return taken;
  }

  /** Takes what a tally says besides its counts. */
  #takeHead(read: PartRead, tallyName: string): Taken {
    if ('problems' in read) return read;
    const { round } = read.head;
    const counted = filesOf(read.head, tallyName).map((one): ReadFile => {
      const { file } = one;
      const name = this.#newName(file.name, tallyName);
      const answers = read.answers.get(file.name);
      if (answers !== undefined) this.tally.answers.set(name, answers);
      return { ...one, file: { ...file, name } };
    });
    const hygiene = read.head.hygiene.map((one) => {
      return { ...one, round, policy: this.#survey.hygiene[one.rule] };
    });
    this.#hygiene = this.#hygiene === null ? hygiene : addHygiene(this.#hygiene, hygiene);
    return { counted };
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

async function bytesOf(files: readonly NamedFile[], fx: Pick<Effects, 'stat'>): Promise<number> {
  const stats = await Promise.all(files.map(({ path }) => fx.stat(path)));
  return stats.reduce((sum, { size }) => sum + size, 0);
}
