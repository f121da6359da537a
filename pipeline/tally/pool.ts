/** Counting on one thread or several, with the same result: a tally a round and its code lines. */
import { createCoder, rememberingCoder } from '../code/coder.ts';
import { createCrew } from '../crew.ts';
import { csvBytes } from '../csv.ts';
import type { Respondent } from '../read/respondent.ts';
import type { Survey } from '../survey/survey.ts';
import { type Codebook, withoutExamples } from './codebook.ts';
import { RoundCounter } from './count.ts';
import { type PackedRespondents, packed, unpacked } from './packed.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

/** Some respondents of one file and round. */
export interface Job {
  readonly round: string;
  readonly file: string;
  readonly respondents: readonly Respondent[];
}

/** A job on its way to another thread. */
export interface SentJob extends Omit<Job, 'respondents'> {
  readonly respondents: PackedRespondents;
}

export function sentJob(job: Job): SentJob {
  return { ...job, respondents: packed(job.respondents) };
}

export function receivedJob(sent: SentJob): Job {
  return { ...sent, respondents: unpacked(sent.respondents) };
}

/** Counts jobs; `lines` gets the CSV text of each job's codes in the order the jobs were given. */
export interface Counter {
  /** Resolves when another job can be taken. */
  add(job: Job): Promise<void>;
  /** Waits for all jobs and returns the tallies by round. */
  finish(): Promise<ReadonlyMap<string, Tally>>;
  /** Stops at once, whatever is under way. */
  stop(): Promise<void>;
}

/** What becomes of a job's code lines, as CSV in UTF-8. */
export type TakeLines = (round: string, lines: Uint8Array) => Promise<void>;

/** Makes a counter with `jobs` working threads, the calling one included. */
export function createCounter(
  survey: Survey,
  codebook: Codebook,
  jobs: number,
  takeLines: TakeLines,
): Counter {
  return jobs <= 1
    ? inlineCounter(survey, codebook, takeLines)
    : pooledCounter(survey, codebook, jobs - 1, takeLines);
}

/** The pure part, shared by both: counts a job into the tally of its round. */
export function jobCounter(survey: Survey, codebook: Codebook) {
  const coders = new Map(
    [...codebook.taxonomies].map(([reference, taxonomy]) => [
      reference,
      rememberingCoder(createCoder(taxonomy, codebook.learnt.get(reference))),
    ]),
  );
  const rounds = new Map<string, { readonly tally: Tally; readonly counter: RoundCounter }>();
  const roundOf = (round: string) => {
    let known = rounds.get(round);
    if (known === undefined) {
      const tally = emptyTally();
      known = { tally, counter: new RoundCounter({ survey, round, codebook, coders }, tally) };
      rounds.set(round, known);
    }
    return known;
  };
  const count = ({ round, file, respondents }: Job): Uint8Array =>
    csvBytes(roundOf(round).counter.count(respondents, file));
  const tallies = (): ReadonlyMap<string, Tally> => {
    for (const { counter } of rounds.values()) counter.settle();
    return new Map([...rounds].map(([round, { tally }]) => [round, tally]));
  };
  return { count, tallies };
}

function inlineCounter(survey: Survey, codebook: Codebook, takeLines: TakeLines): Counter {
  const { count, tallies } = jobCounter(survey, codebook);
  return {
    add: (job) => takeLines(job.round, count(job)),
    finish: async () => tallies(),
    stop: async () => {},
  };
}

function pooledCounter(
  survey: Survey,
  codebook: Codebook,
  threads: number,
  takeLines: TakeLines,
): Counter {
  // Made when it is needed: small surveys never need it.
  let own: ReturnType<typeof jobCounter> | null = null;
  const crew = createCrew<Job, Uint8Array, ReadonlyMap<string, Tally>, SentJob>({
    script: 'tally/worker.js',
    workerData: { survey, codebook: { ...withoutExamples(codebook), handCodes: null } },
    threads,
    pack: sentJob,
    own: (job) => {
      own ??= jobCounter(survey, codebook);
      return own.count(job);
    },
  });
  return {
    add: (job) => {
      const { round } = job;
      return crew.add(job, (lines) => takeLines(round, lines));
    },
    finish: async () => {
      const merged = new Map<string, Tally>();
      const counted = [...(await crew.finish()), ...(own === null ? [] : [own.tallies()])];
      for (const tallies of counted) {
        for (const [round, tally] of tallies) {
          if (!merged.has(round)) merged.set(round, emptyTally());
          mergeTally(merged.get(round)!, tally);
        }
      }
      return merged;
    },
    stop: crew.stop,
  };
}
