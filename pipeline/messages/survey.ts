/** Messages about survey.yaml. */
import type { Message } from './message.ts';

export const surveyMessages = {} as const satisfies Record<string, Message>;
