/** A working thread of `canvass code`. */
import { workerData } from 'node:worker_threads';
import { doJobs } from '../crew-thread.ts';
import { cellCoder } from './coded-cells.ts';

doJobs(cellCoder(workerData), () => null);
