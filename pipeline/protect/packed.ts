/**
 * A round on its way to the thread that tells what to hide in it, and back: counts as columns, which name
 * one another by their places. Copied one by one, each with all names in full, they take three times as long.
 */
import type { ResponseRow } from '../aggregate/tables.ts';
import type { CodeList } from '../tally/codebook.ts';
import { type Count, type Kind, NO_DEPENDENTS } from './counts/count-cells.ts';
import type { Rules } from './counts/rules.ts';
import type { Hiding, RoundToHide } from './hide.ts';

/** Plain data; places are those of the counts. */
export interface PackedRound {
  readonly names: readonly string[];
  /** Texts that counts share, each once; and which of them each count has, in the order of `TEXTS`. */
  readonly words: readonly string[];
  readonly texts: Int32Array;
  readonly n: Float64Array;
  readonly lines: Float64Array;
  /** Bits of `FLAG`. */
  readonly flags: Uint8Array;
  /** Place of the count that each is a part of; -1 of the largest. */
  readonly over: Int32Array;
  /** Places of the dependents of all, one after the other, and where those of each begin. */
  readonly dependents: Int32Array;
  readonly starts: Int32Array;
  readonly response: readonly ResponseRow[];
  readonly rules: Rules;
  readonly codebook: CodeList;
}

/** A bit for each yes or no of a count. */
const FLAG = { primary: 1, fixed: 2, told: 4, ofPeople: 8, shownBefore: 16 } as const;

/** Places of the counts to hide; null where it is the same list. */
export interface PackedHiding {
  readonly hidden: Int32Array;
  readonly untold: Int32Array | null;
}

const TEXTS = ['kind', 'item', 'round', 'question', 'group', 'value'] as const;

/** @throws Error if a count names one that is not among them (our bug) */
export function packedRound({ counts, told, ...others }: RoundToHide): PackedRound {
  const placeOf = placesIn(counts);
  const words = new Map<string, number>();
  const wordOf = (text: string) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, words.size);
    return words.size - 1;
  };
  const starts = new Int32Array(counts.length + 1);
  const dependents: number[] = [];
  const texts = new Int32Array(counts.length * TEXTS.length);
  counts.forEach((one, at) => {
    TEXTS.forEach((text, which) => {
      texts[at * TEXTS.length + which] = wordOf(one[text]);
    });
    for (const name of one.dependents) dependents.push(placeOf(name));
    starts[at + 1] = dependents.length;
  });
  return {
    ...others,
    names: counts.map(({ name }) => name),
    texts,
    words: [...words.keys()],
    n: Float64Array.from(counts, ({ n }) => n),
    lines: Float64Array.from(counts, ({ lines }) => lines),
    flags: Uint8Array.from(counts, (one) => flagsOf(one, told.has(one.name))),
    over: Int32Array.from(counts, ({ over }) => (over === null ? -1 : placeOf(over))),
    ...{ dependents: Int32Array.from(dependents), starts },
  };
}

function flagsOf({ primary, fixed, told, ofPeople }: Count, shownBefore: boolean): number {
  return (
    (primary ? FLAG.primary : 0) |
    (fixed ? FLAG.fixed : 0) |
    (told ? FLAG.told : 0) |
    (ofPeople ? FLAG.ofPeople : 0) |
    (shownBefore ? FLAG.shownBefore : 0)
  );
}

export function unpackedRound(packed: PackedRound): RoundToHide {
  const { names, words, texts, n, lines, flags, over, dependents, starts, ...others } = packed;
  const counts = names.map((name, at): Count => {
    const text = (which: number) => words[texts[at * TEXTS.length + which]!]!;
    const is = (flag: keyof typeof FLAG) => (flags[at]! & FLAG[flag]) !== 0;
    const [from, to] = [starts[at]!, starts[at + 1]!];
    return {
      name,
      kind: text(0) as Kind,
      item: text(1),
      round: text(2),
      question: text(3),
      group: text(4),
      value: text(5),
      n: n[at]!,
      over: names[over[at]!] ?? null,
      primary: is('primary'),
      fixed: is('fixed'),
      told: is('told'),
      ofPeople: is('ofPeople'),
      lines: lines[at]!,
      dependents:
        from === to ? NO_DEPENDENTS : Array.from(dependents.subarray(from, to), (i) => names[i]!),
    };
  });
  const told = new Set(names.filter((_, at) => (flags[at]! & FLAG.shownBefore) !== 0));
  return { ...others, counts, told };
}

export function packedHiding({ counts }: RoundToHide, { names, untold }: Hiding): PackedHiding {
  const placeOf = placesIn(counts);
  return {
    hidden: Int32Array.from(names, placeOf),
    untold: untold === names ? null : Int32Array.from(untold, placeOf),
  };
}

export function unpackedHiding({ counts }: RoundToHide, { hidden, untold }: PackedHiding): Hiding {
  const namesAt = (places: Int32Array) => Array.from(places, (at) => counts[at]!.name);
  const names = namesAt(hidden);
  return { names, untold: untold === null ? names : namesAt(untold) };
}

function placesIn(counts: readonly Count[]): (name: string) => number {
  const places = new Map(counts.map(({ name }, at) => [name, at]));
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`no count ${JSON.stringify(name)}`);
    return place;
  };
}
