/** A working thread: counts the jobs it is sent and gives its tallies when asked. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CrewMessage, CrewReply } from '../crew.ts';
import { type Job, jobCounter } from './pool.ts';
import type { Tally } from './tally.ts';

const { count, tallies } = jobCounter(workerData.survey, workerData.codebook);
const reply = (message: CrewReply<string, ReadonlyMap<string, Tally>>) =>
  parentPort?.postMessage(message);

parentPort?.on('message', (message: CrewMessage<Job>) => {
  if (message.kind === 'job') reply({ kind: 'result', id: message.id, result: count(message.job) });
  else {
    reply({ kind: 'last', last: tallies });
    parentPort?.close();
  }
});
