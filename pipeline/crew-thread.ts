/** The other end of a crew: what every working thread does with its messages. */
import { parentPort } from 'node:worker_threads';
import type { CrewMessage, CrewReply } from './crew.ts';

/**
 * Does the jobs that this thread is sent until it is told to finish.
 *
 * @param last its last words, asked for once all jobs are done
 * @param handOver memory of a result that is handed over without a copy; none by default
 */
export function doJobs<Job, Result, Last>(
  work: (job: Job) => Result | Promise<Result>,
  last: () => Last,
  handOver: (result: Result) => readonly ArrayBuffer[] = () => [],
): void {
  const reply = (message: CrewReply<Result, Last>) =>
    parentPort?.postMessage(message, message.kind === 'result' ? handOver(message.result) : []);
  parentPort?.on('message', async (message: CrewMessage<Job>) => {
    if (message.kind === 'job') {
      reply({ kind: 'result', id: message.id, result: await work(message.job) });
    } else {
      reply({ kind: 'last', last: last() });
      parentPort?.close();
    }
  });
}
