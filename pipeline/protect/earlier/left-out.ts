/**
 * What earlier releases told and a later one leaves out: a round that was not run, a question or a group
 * that is not asked for, a unit counted with another. Should it come back, it is laid beside what was told
 * of it.
 */
import { z } from 'zod';
import { type Counts, whereOf } from '../counts/count-cells.ts';
import { isLone } from './lone-counts.ts';
import type { Release } from './release.ts';

/** Where it is kept; whoever is given a copy without the private folder has no use for it. */
export const LEFT_OUT_FILE = 'private/earlier.json';

/** As a release has them, of what it does not have itself. */
export type LeftOut = Pick<Release, 'known' | 'inputs'>;

export const NOTHING_LEFT_OUT: LeftOut = { known: new Map(), inputs: new Map() };

const schema = z.object({
  inputs: z.array(z.tuple([z.string(), z.string()])),
  known: z.array(z.tuple([z.string(), z.number().nullable()])),
});

/**
 * What a release told of counts that are none now.
 *
 * @param known counts of the release
 * @param counts of this one, of the same rounds
 */
export function leftOut(known: Release['known'], counts: Counts): Release['known'] {
  return new Map([...known].filter(([name]) => !counts.has(name)));
}

/** Of whole rounds: what a release told of those that are not run now. */
export function roundsLeftOut(release: Release | null, rounds: ReadonlySet<string>): LeftOut {
  if (release === null) return NOTHING_LEFT_OUT;
  const inputs = [...release.inputs].filter(([round]) => !rounds.has(round));
  const gone = new Set(inputs.map(([round]) => round));
  return {
    known: new Map([...release.known].filter(([name]) => gone.has(roundIn(name)))),
    inputs: new Map(inputs),
  };
}

/** The round in the name of a count, be it one that no sum ties to the tables. */
function roundIn(name: string): string {
  return isLone(name) ? JSON.parse(name)[1] : whereOf(name).round;
}

/** The file; null where nothing was left out. */
export function leftOutText({ known, inputs }: LeftOut): string | null {
  if (known.size === 0 && inputs.size === 0) return null;
  return JSON.stringify({ inputs: [...inputs], known: [...known] });
}

/** @throws SyntaxError or ZodError where it is no such file */
export function readLeftOut(text: string): LeftOut {
  const { inputs, known } = schema.parse(JSON.parse(text));
  return { inputs: new Map(inputs), known: new Map(known) };
}
