/** Messages about running and writing. */
import type { Message } from './message.ts';

export const runMessages = {} as const satisfies Record<string, Message>;
