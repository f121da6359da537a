/** A working thread: makes the workbook that it is sent the tables of, and looks through it. */
import { parentPort } from 'node:worker_threads';
import type { CrewMessage, CrewReply } from '../../crew.ts';
import { type MadeWorkbook, makeWorkbook, type WorkbookJob } from './make.ts';

const reply = (message: CrewReply<MadeWorkbook, null>) => parentPort?.postMessage(message);

parentPort?.on('message', async (message: CrewMessage<WorkbookJob>) => {
  if (message.kind === 'job') {
    reply({ kind: 'result', id: message.id, result: await makeWorkbook(message.job) });
  } else {
    reply({ kind: 'last', last: null });
    parentPort?.close();
  }
});
