/** Messages about taxonomies and coding. */
import type { Message } from './message.ts';

export const codingMessages = {} as const satisfies Record<string, Message>;
