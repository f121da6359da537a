/** A working thread: adds up what was counted elsewhere of a round, and gives the sum when asked. */
import { workerData } from 'node:worker_threads';
import { doJobs } from '../crew-thread.ts';
import { createPartAdder } from './part-adder.ts';

const adder = createPartAdder(workerData);

doJobs(adder.add, () => adder.tally);
