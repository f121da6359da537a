/** Counted rounds in private/cache/ of a set, for the set that will replace it. */
import type { Effects } from '../effects.ts';
import { type Keeper, readKept, writeKept } from '../tally/kept/kept-round.ts';
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
  const keptAt = async (name: string, key: string) => {
    try {
      const path = await stage.previous(name);
      return path === null ? null : readKept(new TextDecoder().decode(await fx.read(path)), key);
    } catch {
      return null;
    }
  };
  return {
    program,
    async take(round, key) {
      const kept = await keptAt(nameOf(key), key);
      return kept !== null && (await privates.again(round, kept.lines)) ? kept : null;
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
