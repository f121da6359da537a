/** What a round came to, in private/cache/ of a set, for the set that will replace it. */
import type { Effects } from '../effects.ts';
import { MARK } from '../mark.ts';
import type { RoundToHide } from '../protect/hide.ts';
import { type HidingKeeper, hidingKey, readHiding, writeHiding } from '../protect/kept-hiding.ts';
import { type Keeper, readKept, writeKept } from '../tally/saved/kept-round.ts';
import { sealed, unsealed } from '../tally/saved/seal.ts';
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
      const content = await contentOf(keptIn(key, 'tally'), stage, fx);
      const kept = content === null ? null : readKept(content, key);
      if (content === null || kept === null) return null;
      if (!(await privates.again(round, kept.lines))) return null;
      await stage.write(keptIn(key, 'tally'), content);
      return kept;
    },
    async keep(round, counted) {
      const lines = privates.linesOf(round);
      const content = lines && writeKept({ ...counted, lines });
      if (content !== null) await stage.write(keptIn(counted.key, 'tally'), content);
    },
  };
}

function keptIn(key: string, what: 'tally' | 'hidden'): string {
  return `private/cache/${key}.${what}`;
}

const HIDING = '各轮所隐去的人数（编号） / which counts are hidden (canvass hiding 1)';

/** @param program which program chooses: see `hidingProgramHash` */
export async function openHidingKeeper(
  stage: Stage,
  program: string,
  fx: Effects,
): Promise<HidingKeeper> {
  // Weak, so that a round is let go of once it is settled.
  const keys = new WeakMap<RoundToHide, string>();
  const keyOf = (round: RoundToHide) => {
    const key = keys.get(round) ?? hidingKey(round, program);
    keys.set(round, key);
    return key;
  };
  return {
    isEmpty: (await stage.previous(MARK)) === null,
    async take(round) {
      const key = keyOf(round);
      const content = await contentOf(keptIn(key, 'hidden'), stage, fx);
      const kept = content === null ? null : unsealed(HIDING, content);
      if (content === null || kept === null) return null;
      const places = readHiding(round, key, new TextDecoder().decode(kept));
      if (places !== null) await stage.write(keptIn(key, 'hidden'), content);
      return places;
    },
    async keep(round, hiding) {
      const key = keyOf(round);
      const content = sealed(HIDING, () => writeHiding(round, key, hiding));
      if (content !== null) await stage.write(keptIn(key, 'hidden'), content);
    },
  };
}

/** Null for what cannot be read, for whatever reason that is: it is made anew. */
async function contentOf(name: string, stage: Stage, fx: Effects): Promise<Uint8Array | null> {
  try {
    const path = await stage.previous(name);
    return path === null ? null : await fx.read(path);
  } catch {
    return null;
  }
}
