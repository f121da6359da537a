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
