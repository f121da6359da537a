/** A working thread: tells what to hide in the rounds that it is sent. */
import { doJobs } from '../crew-thread.ts';
import { hideInRound } from './hide.ts';
import { type PackedRound, unpackedRound } from './packed.ts';

doJobs(
  (packed: PackedRound) => hideInRound(unpackedRound(packed)),
  () => null,
);
