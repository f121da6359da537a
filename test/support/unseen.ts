/** Effects of a machine on which no file was ever read before. */
import { NOTHING_SEEN } from '../../pipeline/seen.ts';

export const UNSEEN = { seen: NOTHING_SEEN, now: () => 0 };
