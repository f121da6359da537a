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

/** Jobs a worker may hold: one in hand, one ready. */
const HOLD = 2;

function pooledCounter(
  survey: Survey,
  codebook: Codebook,
  threads: number,
  takeLines: TakeLines,
): Counter {
  const script = join(packageRoot, 'dist', 'tally', 'worker.js');
  const workers: { readonly thread: Worker; waiting: number }[] = [];
  const merged = new Map<string, Tally>();
  const lines = linesInOrder(takeLines);
  let failure: unknown;
  let finished = 0;
  let wake = () => {};
  const until = async (ready: () => boolean) => {
    while (failure === undefined && !ready()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== undefined) throw failure;
  };
  const take = (reply: WorkerReply) => {
    if (reply.kind === 'lines') return lines.put(reply.job, reply.lines);
    for (const [round, tally] of reply.tallies) {
      if (!merged.has(round)) merged.set(round, emptyTally());
      mergeTally(merged.get(round)!, tally);
    }
    finished++;
  };
  /** Started when there is work for it, so that a small survey starts few. */
  const start = () => {
    const worker = { thread: new Worker(script, { workerData: { survey, codebook } }), waiting: 0 };
    worker.thread.on('error', (error) => {
      failure ??= error;
      wake();
    });
    worker.thread.on('message', (reply: WorkerReply) => {
      if (reply.kind === 'lines') worker.waiting--;
      take(reply);
      wake();
    });
    workers.push(worker);
  };
  return {
    add: async (job) => {
      if (workers.length < threads && workers.every((one) => one.waiting > 0)) start();
      await until(() => workers.some((one) => one.waiting < HOLD));
      const worker = workers.reduce((least, one) => (one.waiting < least.waiting ? one : least));
      worker.waiting++;
      worker.thread.postMessage({ kind: 'job', job, id: lines.expect(job.round) });
      await lines.written();
    },
    finish: async () => {
      for (const { thread } of workers) thread.postMessage({ kind: 'finish' });
      await until(() => finished === workers.length);
      await lines.written();
      return merged;
    },
    stop: async () => {
      await Promise.all(workers.map((one) => one.thread.terminate()));
    },
  };
}

/** Passes on the lines of jobs in the order of the jobs, whatever the order they come in. */
function linesInOrder(takeLines: TakeLines) {
  const rounds: string[] = [];
  const waiting = new Map<number, string>();
  let next = 0;
  let writing = Promise.resolve();
  let failure: unknown;
  return {
    /** Announces a job; returns its number. */
    expect: (round: string): number => rounds.push(round) - 1,
    put: (job: number, text: string): void => {
      waiting.set(job, text);
      for (let lines = waiting.get(next); lines !== undefined; lines = waiting.get(next)) {
        const [round, ready] = [rounds[next]!, lines];
        waiting.delete(next++);
        writing = writing
          .then(() => (failure === undefined ? takeLines(round, ready) : undefined))
          .catch((error) => {
            failure ??= error;
          });
      }
    },
    /** Resolves when all that was put is written. @throws what writing threw */
    written: async (): Promise<void> => {
      await writing;
      if (failure !== undefined) throw failure;
    },
  };
}
