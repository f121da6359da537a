/** A working thread: counts the jobs it is sent and gives its tallies when asked. */
import { workerData } from 'node:worker_threads';
import { doJobs } from '../crew-thread.ts';
import { jobCounter, receivedJob, type SentJob } from './pool.ts';

const { count, tallies } = jobCounter(workerData.survey, workerData.codebook);

/** What can be handed over without a copy: memory that nothing else lies in. */
function owned({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

doJobs((job: SentJob) => count(receivedJob(job)), tallies, owned);
