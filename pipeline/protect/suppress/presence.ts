/** Which bases cannot exceed how many people are somewhere. */
import type { Network } from '../attack/network.ts';

/** Bases and the people who may be in them, by numbers of counts. */
export interface Presence {
  /** Of each base the people of its place. */
  readonly of: ReadonlyMap<number, number>;
  /** Of the people of a place the bases there. */
  readonly basesAt: ReadonlyMap<number, readonly number[]>;
  /** The people of each bound that says so, by the bound's number. */
  readonly limits: ReadonlyMap<number, number>;
}

/** Reads it off the bounds of a network that have people on one side and bases alone on the other. */
export function presenceIn({ cells, limits }: Network): Presence {
  const of = new Map<number, number>();
  const basesAt = new Map<number, number[]>();
  const people = new Map<number, number>();
  limits.forEach(({ at, times }, limit) => {
    const isPeople = (cell: number) => cells[cell]!.kind === 'respondents';
    const whole = at.find((cell, j) => isPeople(cell) && times[j]! < 0);
    if (whole === undefined) return;
    const bases = at.filter((cell) => cell !== whole);
    if (!bases.every((cell) => ['base', 'answered'].includes(cells[cell]!.kind))) return;
    people.set(limit, whole);
    for (const base of bases) of.set(base, whole);
    basesAt.set(whole, [...(basesAt.get(whole) ?? []), ...bases]);
  });
  return { of, basesAt, limits: people };
}
