/** A working thread: counts the jobs it is sent and gives its tallies when asked. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Job, jobCounter, type WorkerReply } from './pool.ts';

const { count, tallies } = jobCounter(workerData.survey, workerData.codebook);
const reply = (message: WorkerReply) => parentPort?.postMessage(message);

parentPort?.on('message', (message: { kind: 'job'; job: Job; id: number } | { kind: 'finish' }) => {
  if (message.kind === 'job') reply({ kind: 'lines', job: message.id, lines: count(message.job) });
  else {
    reply({ kind: 'tallies', tallies });
    parentPort?.close();
  }
});
