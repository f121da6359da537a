/** A working thread: tells what to hide in the rounds that it is sent. */
import { doJobs } from '../crew-thread.ts';
import { hideInRound } from './hide.ts';
import { type PackedRound, packedHiding, unpackedRound } from './packed.ts';

doJobs(
  (packed: PackedRound) => {
    const round = unpackedRound(packed);
    return packedHiding(round, hideInRound(round));
  },
  () => null,
);
