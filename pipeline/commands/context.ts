/** What every command is given besides its own arguments. */
import type { Effects } from '../effects.ts';
import type { MessageLang } from '../messages.ts';

export interface Context {
  readonly fx: Effects;
  readonly lang: MessageLang;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Of the program. */
  readonly version: string;
}

/** Effects that say nothing on the way, where that was asked for. */
export function quietly(fx: Effects, isQuiet: boolean | undefined): Effects {
  return isQuiet ? { ...fx, log: () => {}, status: () => {} } : fx;
}
