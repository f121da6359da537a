/** Counted rounds in private/cache/ of a set, for the set that will replace it. */
import type { Effects } from '../effects.ts';
import { type Keeper, readKept, writeKept } from '../tally/saved/kept-round.ts';
import type { PrivateFiles } from './private.ts';
import type { Stage } from './stage.ts';

/**
 * @param privates the private files of the set in the making
 * @param program which program counts: see `programHash`
 */
export function openKeeper(
  stage: Stage,
  privates: Pick<PrivateFiles, 'again' | 'linesOf'>,
  program: string,
  fx: Effects,
): Keeper {
  // What cannot be read is counted anew, for whatever reason that is.
  const contentOf = async (name: string) => {
    try {
      const path = await stage.previous(name);
      return path === null ? null : await fx.read(path);
    } catch {
      return null;
    }
  };
  return {
    program,
    async take(round, key) {
      const content = await contentOf(nameOf(key));
      const kept = content === null ? null : readKept(content, key);
      if (content === null || kept === null) return null;
      if (!(await privates.again(round, kept.lines))) return null;
      await stage.write(nameOf(key), content);
      return kept;
    },
    async keep(round, counted) {
      const lines = privates.linesOf(round);
      const content = lines && writeKept({ ...counted, lines });
      if (content !== null) await stage.write(nameOf(counted.key), content);
    },
  };
}

function nameOf(key: string): string {
  return `private/cache/${key}.tally`;
}
