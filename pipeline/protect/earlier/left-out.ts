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
export type LeftOut = Pick<Release, 'known' | 'left' | 'inputs'>;

export const NOTHING_LEFT_OUT: LeftOut = { known: new Map(), left: new Map(), inputs: new Map() };

/** By name: what was told of a count, and how many releases have left it out since. */
const schema = z.object({
  inputs: z.array(z.tuple([z.string(), z.string()])),
  known: z.array(z.tuple([z.string(), z.number().nullable(), z.number()])),
});

/**
 * What a release told of counts that are none now.
 *
 * @param release with counts of some rounds alone
 * @param counts of the same rounds now
 */
export function leftOut(release: Release, counts: Counts): LeftOut {
  const known = [...release.known].filter(([name]) => !counts.has(name));
  return { ...leavingOut(known, release), inputs: new Map() };
}

/** Counts that are left out once more. */
function leavingOut(
  known: readonly (readonly [name: string, n: number | null])[],
  { left }: Pick<Release, 'left'>,
): Pick<LeftOut, 'known' | 'left'> {
  const since = known.map(([name]) => [name, (left.get(name) ?? 0) + 1] as const);
  return { known: new Map(known), left: new Map(since) };
}

/** All that several rounds leave out. */
export function leftOutTogether(some: readonly LeftOut[]): LeftOut {
  return {
    known: new Map(some.flatMap(({ known }) => [...known])),
    left: new Map(some.flatMap(({ left }) => [...left])),
    inputs: new Map(some.flatMap(({ inputs }) => [...inputs])),
  };
}

/** Of whole rounds: what a release told of those that are not run now. */
export function roundsLeftOut(release: Release | null, rounds: ReadonlySet<string>): LeftOut {
  if (release === null) return NOTHING_LEFT_OUT;
  const inputs = [...release.inputs].filter(([round]) => !rounds.has(round));
  const gone = new Set(inputs.map(([round]) => round));
  const known = [...release.known].filter(([name]) => gone.has(roundIn(name)));
  return { ...leavingOut(known, release), inputs: new Map(inputs) };
}

/** The round in the name of a count, be it one that no sum ties to the tables. */
function roundIn(name: string): string {
  return isLone(name) ? JSON.parse(name)[1] : whereOf(name).round;
}

/** The file; null where nothing was left out. */
export function leftOutText({ known, left, inputs }: LeftOut): string | null {
  if (known.size === 0 && inputs.size === 0) return null;
  const counts = [...known].map(([name, n]) => [name, n, left.get(name)!]);
  return JSON.stringify({ inputs: [...inputs], known: counts });
}

/** @throws SyntaxError or ZodError where it is no such file */
export function readLeftOut(text: string): LeftOut {
  const { inputs, known } = schema.parse(JSON.parse(text));
  return {
    inputs: new Map(inputs),
    known: new Map(known.map(([name, n]) => [name, n])),
    left: new Map(known.map(([name, , since]) => [name, since])),
  };
}
