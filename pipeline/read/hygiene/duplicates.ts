/** Respondent ids that come again within a round. */
import { ownCopy } from '../../own-copy.ts';

/** True for an id seen before in the round; blank ones are nobody's. */
export function isRepeated(id: string, seen: Set<string>): boolean {
  if (id.trim() === '') return false;
  const before = seen.size;
  seen.add(ownCopy(id));
  return seen.size === before;
}
