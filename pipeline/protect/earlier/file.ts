/**
 * What a release does not publish and the next run has to know: what it leaves out, and what it hides. Whoever is
 * given a copy without the private folder has no use for it.
 */
import { z } from 'zod';
import { type LeftOut, NOTHING_LEFT_OUT } from './left-out.ts';
import type { Withheld } from './withheld.ts';

export const EARLIER_FILE = 'private/earlier.json';

export interface Unpublished {
  readonly leftOut: LeftOut;
  readonly withheld: Withheld;
}

export const ALL_PUBLISHED: Unpublished = { leftOut: NOTHING_LEFT_OUT, withheld: new Map() };

/** By name: what was told of a count and how many releases have left it out since; what a hidden count is. */
const schema = z.object({
  inputs: z.array(z.tuple([z.string(), z.string()])),
  known: z.array(z.tuple([z.string(), z.number().nullable(), z.number()])),
  // Files of older versions have none.
  hidden: z.array(z.tuple([z.string(), z.number()])).default([]),
});

/** The file; null where all is published. */
export function earlierText({ leftOut, withheld }: Unpublished): string | null {
  const { inputs, known, left } = leftOut;
  if (known.size === 0 && inputs.size === 0 && withheld.size === 0) return null;
  const counts = [...known].map(([name, n]) => [name, n, left.get(name)!]);
  return JSON.stringify({ inputs: [...inputs], known: counts, hidden: [...withheld] });
}

/** @throws SyntaxError or ZodError where it is no such file */
export function readEarlier(text: string): Unpublished {
  const { inputs, known, hidden } = schema.parse(JSON.parse(text));
  return {
    leftOut: {
      inputs: new Map(inputs),
      known: new Map(known.map(([name, n]) => [name, n])),
      left: new Map(known.map(([name, , since]) => [name, since])),
    },
    withheld: new Map(hidden),
  };
}
