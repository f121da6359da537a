/** A working thread of `canvass code`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CrewMessage, CrewReply } from '../crew.ts';
import { cellCoder } from './coded-cells.ts';

const code = cellCoder(workerData);
const reply = (message: CrewReply<Uint16Array, null>) => parentPort?.postMessage(message);

parentPort?.on('message', (message: CrewMessage<readonly string[]>) => {
  if (message.kind === 'job') {
    reply({ kind: 'result', id: message.id, result: code(message.job) });
  } else {
    reply({ kind: 'last', last: null });
    parentPort?.close();
  }
});
