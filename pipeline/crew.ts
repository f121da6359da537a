/**
 * Working threads: jobs are done in parallel, results come in the order of the jobs.
 *
 * A job that was handed on is not held any longer here: what a million respondents came as is gone
 * before it grows old, which the collector has least work with.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from './package-root.ts';

/** Jobs a thread may hold: one in hand, the others ready while the calling thread does one itself. */
const HOLD = 4;

/** Jobs per thread that may be taken while the oldest is not done. */
const MOST_BEHIND = 8;

/** What a thread is sent. */
export type CrewMessage<Job> =
  | { readonly kind: 'job'; readonly id: number; readonly job: Job }
  | { readonly kind: 'finish' };

/** What a thread answers: a result for each job, its last words when asked to finish. */
export type CrewReply<Result, Last> =
  | { readonly kind: 'result'; readonly id: number; readonly result: Result }
  | { readonly kind: 'last'; readonly last: Last };

/** Takes the result of a job. */
type Take<Result> = (result: Result) => Promise<void>;

export interface Crew<Job, Result, Last> {
  /**
   * Hands on a job; resolves when another can be taken.
   *
   * @param take gets the result, after those of all jobs before; let it not hold the job
   */
  add(job: Job, take: Take<Result>): Promise<void>;
  /** Waits for all results to be taken and for the last words of every thread. */
  finish(): Promise<readonly Last[]>;
  /** Stops at once, whatever is under way. */
  stop(): Promise<void>;
}

export interface CrewPlan<Job, Result, Sent = Job> {
  /** Of the built program, below `dist/`. */
  readonly script: string;
  readonly workerData: unknown;
  /** Threads besides the calling one; each is started when there is work for it, unless `early`. */
  readonly threads: number;
  /** Whether they are started at once, to be ready when there is. */
  readonly early?: boolean;
  /** Jobs that a thread may hold at once; some by default, so that it need not wait for the next. */
  readonly hold?: number;
  /** Jobs per thread that may be taken while the oldest is not done; some by default. */
  readonly behind?: number;
  /** What a thread is sent of a job; the job itself by default. */
  readonly pack?: (job: Job) => Sent;
  /** Does a job here, where every thread has its hands full; without, the caller waits. */
  readonly own?: (job: Job) => Result;
}

interface Member {
  readonly thread: Worker;
  waiting: number;
}

export function createCrew<Job, Result, Last, Sent = Job>(
  plan: CrewPlan<Job, Result, Sent>,
): Crew<Job, Result, Last> {
  const { hold = HOLD, behind = MOST_BEHIND } = plan;
  const members: Member[] = [];
  const results = inOrder<Result>();
  const lasts: Last[] = [];
  let failure: unknown;
  let waiters: (() => void)[] = [];
  const wake = () => {
    const woken = waiters;
    waiters = [];
    for (const resolve of woken) resolve();
  };
  const until = async (ready: () => boolean) => {
    while (failure === undefined && !ready()) {
      await new Promise<void>((resolve) => {
        waiters.push(resolve);
      });
    }
    if (failure !== undefined) throw failure;
  };
  const start = () => {
    const thread = new Worker(join(packageRoot, 'dist', plan.script), {
      workerData: plan.workerData,
    });
    const member: Member = { thread, waiting: 0 };
    thread.on('error', (error) => {
      failure ??= error;
      wake();
    });
    thread.on('exit', (code) => {
      if (code !== 0) failure ??= new Error(`a working thread ended with code ${code}`);
      wake();
    });
    thread.on('message', (reply: CrewReply<Result, Last>) => {
      if (reply.kind === 'last') lasts.push(reply.last);
      else {
        member.waiting--;
        results.put(reply.id, reply.result);
      }
      wake();
    });
    members.push(member);
  };
  const leastBusy = () =>
    members.reduce<Member | null>(
      (least, one) => (least === null || one.waiting < least.waiting ? one : least),
      null,
    );
  if (plan.early === true) while (members.length < plan.threads) start();
  return {
    async add(job, take) {
      if (members.length < plan.threads && members.every((one) => one.waiting > 0)) start();
      // Messages that have come in meanwhile are heard before anything is judged busy.
      await new Promise((resolve) => setImmediate(resolve));
      const full = () => (leastBusy()?.waiting ?? hold) >= hold;
      if (failure === undefined && full() && plan.own !== undefined) {
        results.put(results.expect(take), plan.own(job));
      } else {
        await until(() => !full());
        const member = leastBusy()!;
        member.waiting++;
        const sent = plan.pack === undefined ? job : plan.pack(job);
        member.thread.postMessage({ kind: 'job', id: results.expect(take), job: sent });
      }
      await results.written();
      // One slow job must not let the results of all others pile up behind it.
      await until(() => results.behind() <= behind * (plan.threads + 1));
    },
    async finish() {
      await until(() => members.every((one) => one.waiting === 0));
      for (const { thread } of members) thread.postMessage({ kind: 'finish' });
      await until(() => lasts.length === members.length);
      await results.written();
      return lasts;
    },
    async stop() {
      await Promise.all(members.map((one) => one.thread.terminate()));
    },
  };
}

/** Passes on results in the order of their jobs, whatever the order they come in. */
function inOrder<Result>() {
  const takers = new Map<number, Take<Result>>();
  const waiting = new Map<number, Result>();
  let expected = 0;
  let next = 0;
  let taking = Promise.resolve();
  let failure: unknown;
  return {
    /** Announces a result; returns its number. */
    expect(take: Take<Result>): number {
      takers.set(expected, take);
      return expected++;
    },
    put(id: number, result: Result): void {
      waiting.set(id, result);
      for (; waiting.has(next); next++) {
        const [ready, take] = [waiting.get(next)!, takers.get(next)!];
        waiting.delete(next);
        takers.delete(next);
        taking = taking
          .then(() => (failure === undefined ? take(ready) : undefined))
          .catch((error) => {
            failure ??= error;
          });
      }
    },
    /** Jobs announced whose results are not taken yet. */
    behind: () => expected - next,
    /** Resolves when all that was put is taken. @throws what taking threw */
    async written(): Promise<void> {
      await taking;
      if (failure !== undefined) throw failure;
    },
  };
}
