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
  return {
    program,
    async take(round, key) {
      const path = await stage.previous(nameOf(key));
      if (path === null) return null;
      const kept = readKept(new TextDecoder().decode(await fx.read(path)), key);
      return kept !== null && (await privates.again(round, kept.lines)) ? kept : null;
    },
    async keep(round, counted) {
      const lines = privates.linesOf(round);
      if (lines !== null) await stage.write(nameOf(counted.key), writeKept({ ...counted, lines }));
    },
  };
}

function nameOf(key: string): string {
  return `private/cache/${key}.tally`;
}
