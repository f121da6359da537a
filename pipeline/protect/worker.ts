/** A working thread: tells what to hide in the rounds that it is sent. */
import { parentPort } from 'node:worker_threads';
import type { CrewMessage, CrewReply } from '../crew.ts';
import { hideInRound, type RoundToHide } from './hide.ts';

const reply = (message: CrewReply<readonly string[], null>) => parentPort?.postMessage(message);

parentPort?.on('message', (message: CrewMessage<RoundToHide>) => {
  if (message.kind === 'job') {
    reply({ kind: 'result', id: message.id, result: hideInRound(message.job) });
  } else {
    reply({ kind: 'last', last: null });
    parentPort?.close();
  }
});
