/**
 * A round on its way to the thread that tells what to hide in it: counts as columns, which name one
 * another by their places. Copied one by one, each with all names in full, they take three times as long.
 */
import type { ResponseRow } from '../aggregate/tables.ts';
import { numberIn } from '../entry.ts';
import type { CodeList } from '../tally/codebook.ts';
import { type Count, type Kind, NO_DEPENDENTS } from './counts/count-cells.ts';
import type { Rules } from './counts/rules.ts';
import type { RoundToHide } from './hide.ts';

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

const TEXTS = ['kind', 'item', 'round', 'question', 'group', 'value'] as const;

/** @throws Error if a count names one that is not among them (our bug) */
export function packedRound({ counts, told, ...others }: RoundToHide): PackedRound {
  const places = new Map(counts.map(({ name }, at) => [name, at]));
  const placeOf = (name: string) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`no count ${JSON.stringify(name)}`);
    return place;
  };
  const words = new Map<string, number>();
  const starts = new Int32Array(counts.length + 1);
  const dependents: number[] = [];
  const texts = new Int32Array(counts.length * TEXTS.length);
  counts.forEach((one, at) => {
    TEXTS.forEach((text, which) => {
      texts[at * TEXTS.length + which] = numberIn(words, one[text]);
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
    const text = (which: (typeof TEXTS)[number]) =>
      words[texts[at * TEXTS.length + TEXTS.indexOf(which)]!]!;
    const is = (flag: keyof typeof FLAG) => (flags[at]! & FLAG[flag]) !== 0;
    const [from, to] = [starts[at]!, starts[at + 1]!];
    return {
      name,
      kind: text('kind') as Kind,
      item: text('item'),
      round: text('round'),
      question: text('question'),
      group: text('group'),
      value: text('value'),
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
