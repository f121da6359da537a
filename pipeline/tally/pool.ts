/** Counting on one thread or several, with the same result: a tally a round and its code lines. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createCoder } from '../code/coder.ts';
import { csvText } from '../csv.ts';
import { packageRoot } from '../package-root.ts';
import type { Respondent } from '../read/respondent.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from './codebook.ts';
import { type CountPlan, countRespondents } from './count.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

/** Some respondents of one file and round. */
export interface Job {
  readonly round: string;
  readonly file: string;
  readonly respondents: readonly Respondent[];
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

/** What becomes of a job's code lines. */
export type TakeLines = (round: string, lines: string) => Promise<void>;

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
    [...codebook.taxonomies].map(([reference, taxonomy]) => [reference, createCoder(taxonomy)]),
  );
  const tallies = new Map<string, Tally>();
  const count = ({ round, file, respondents }: Job): string => {
    let tally = tallies.get(round);
    if (tally === undefined) {
      tally = emptyTally();
      tallies.set(round, tally);
    }
    const plan: CountPlan = { survey, round, codebook, coders };
    return csvText(countRespondents(respondents, file, plan, tally));
  };
  return { count, tallies };
}

function inlineCounter(survey: Survey, codebook: Codebook, takeLines: TakeLines): Counter {
  const { count, tallies } = jobCounter(survey, codebook);
  return {
    add: (job) => takeLines(job.round, count(job)),
    finish: async () => tallies,
    stop: async () => {},
  };
}

/** What a worker answers. */
export type WorkerReply =
  | { readonly kind: 'lines'; readonly job: number; readonly lines: string }
  | { readonly kind: 'tallies'; readonly tallies: ReadonlyMap<string, Tally> };

function pooledCounter(
  survey: Survey,
  codebook: Codebook,
  threads: number,
  takeLines: TakeLines,
): Counter {
  const script = join(packageRoot, 'dist', 'tally', 'worker.js');
  const workers = Array.from({ length: threads }, () => ({
    thread: new Worker(script, { workerData: { survey, codebook } }),
    waiting: 0,
  }));
  const rounds: string[] = [];
  const done = new Map<number, string>();
  const merged = new Map<string, Tally>();
  let next = 0;
  let writing = Promise.resolve();
  let failure: unknown;
  let finished = 0;
  let wake = () => {};
  const changed = () => new Promise<void>((resolve) => (wake = resolve));

  const writeInOrder = () => {
    for (let lines = done.get(next); lines !== undefined; lines = done.get(next)) {
      const [round, text] = [rounds[next]!, lines];
      done.delete(next++);
      writing = writing.then(() => takeLines(round, text));
    }
  };
  for (const worker of workers) {
    worker.thread.on('error', (error) => {
      failure ??= error;
      wake();
    });
    worker.thread.on('message', (reply: WorkerReply) => {
      if (reply.kind === 'lines') {
        worker.waiting--;
        done.set(reply.job, reply.lines);
        writeInOrder();
      } else {
        for (const [round, tally] of reply.tallies) {
          if (!merged.has(round)) merged.set(round, emptyTally());
          mergeTally(merged.get(round)!, tally);
        }
        finished++;
      }
      wake();
    });
  }
  const until = async (ready: () => boolean) => {
    while (!ready()) {
      if (failure !== undefined) throw failure;
      await changed();
    }
    if (failure !== undefined) throw failure;
  };
  /** Jobs a worker may hold: one in hand, one ready. */
  const HOLD = 2;
  return {
    add: async (job) => {
      await until(() => workers.some((one) => one.waiting < HOLD));
      const worker = workers.reduce((least, one) => (one.waiting < least.waiting ? one : least));
      worker.waiting++;
      worker.thread.postMessage({ kind: 'job', job, id: rounds.length });
      rounds.push(job.round);
      await writing;
    },
    finish: async () => {
      for (const worker of workers) worker.thread.postMessage({ kind: 'finish' });
      await until(() => finished === threads);
      await writing;
      return merged;
    },
    stop: async () => {
      await Promise.all(workers.map((one) => one.thread.terminate()));
    },
  };
}
