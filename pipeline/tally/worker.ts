/** A working thread: counts the jobs it is sent and gives its tallies when asked. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CrewMessage, CrewReply } from '../crew.ts';
import { type Job, jobCounter } from './pool.ts';
import type { Tally } from './tally.ts';

const { count, tallies } = jobCounter(workerData.survey, workerData.codebook);
const reply = (message: CrewReply<Uint8Array, ReadonlyMap<string, Tally>>) =>
  parentPort?.postMessage(message, message.kind === 'result' ? owned(message.result) : []);

/** What can be handed over without a copy: memory that nothing else lies in. */
function owned({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

parentPort?.on('message', (message: CrewMessage<Job>) => {
  if (message.kind === 'job') reply({ kind: 'result', id: message.id, result: count(message.job) });
  else {
    reply({ kind: 'last', last: tallies() });
    parentPort?.close();
  }
});
