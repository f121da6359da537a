/** A working thread: makes the workbook that it is sent the tables of, and looks through it. */
import { doJobs } from '../../crew-thread.ts';
import { makeWorkbook } from './make.ts';

doJobs(makeWorkbook, () => null);
