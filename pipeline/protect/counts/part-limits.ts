/**
 * What is counted of a part beside what is counted of everybody: nobody is in the part who is not
 * in the whole, so that whoever said one thing and not another there is one of all who did.
 */
import { entry } from '../../entry.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import type { CodesOver, NumberOf } from './codes-by-base.ts';
import { type Count, type Counts, cellName, whole } from './count-cells.ts';
import { type Pair, pairsAmong } from './pairs-among.ts';
import { atMost, type Relation } from './relation.ts';

/** Two problems, and the number of the count of those who named both. */
interface Both {
  readonly ends: Pair['ends'];
  readonly both: number;
}

/** Limits of groups by the pairs of everybody, and of the variants of the main table. */
export function* partLimits(
  all: readonly Count[],
  counts: Counts,
  codesOver: CodesOver,
  taxonomies: readonly Taxonomy[],
): Iterable<Relation> {
  const pairNumbers = new Map(
    all.flatMap(({ kind, name }, i) => (kind === 'pair' ? [[name, i] as const] : [])),
  );
  for (const taxonomy of taxonomies) {
    const { id } = taxonomy;
    const wholes = new Map<string, { everybody: NumberOf; pairs: readonly Both[] }>();
    for (const base of all) {
      const isVariant = base.kind === 'again-base';
      if (!isVariant && (base.kind !== 'base' || base.group === 'all')) continue;
      const [variant, of] = isVariant ? base.item.split('\u0002') : ['', base.item];
      if (of !== id) continue;
      const { everybody, pairs } = entry(wholes, `${base.round}\u0001${base.question}`, () => ({
        everybody: codesOver(cellName('base', whole(base), id)),
        pairs: pairsAmong(taxonomy, base, counts).map(({ ends, name }) => {
          return { ends, both: pairNumbers.get(name)! };
        }),
      }));
      const own = codesOver(base.name);
      if (isVariant) {
        yield* variantLimits(own, everybody, taxonomy, pairs, variant === 'unflagged');
      } else yield* pairsInPart(own, everybody, taxonomy, pairs);
    }
  }
}

/**
 * Who in the part named both problems is one of the pair; who there named only one, or another one,
 * is one of all who did.
 */
function* pairsInPart(
  part: NumberOf,
  everybody: NumberOf,
  { id, problems }: Taxonomy,
  pairs: readonly Both[],
): Iterable<Relation> {
  if (pairs.length === 0) return;
  const [any, anyOfAll] = [part(id), everybody(id)];
  yield atMost(
    problems.map((one) => part(one.id)),
    [any, ...pairs.map(({ both }) => both)],
  );
  for (const { ends, both } of pairs) {
    const [a, b] = [part(ends[0]), part(ends[1])];
    const [allA, allB] = [everybody(ends[0]), everybody(ends[1])];
    yield atMost([a, b], [any, both]);
    yield atMost([b, both], [a, allB]);
    yield atMost([a, both], [b, allA]);
    yield atMost([any, allA, allB], [a, b, anyOfAll, both]);
  }
}

/**
 * A variant obeys what every table of problems does: sub-problem ≤ problem ≤ any problem ≤ Σ
 * problems. Without flagged respondents it is a part of the main table, and these are the rest.
 */
function* variantLimits(
  variant: NumberOf,
  everybody: NumberOf,
  taxonomy: Taxonomy,
  pairs: readonly Both[],
  isPart: boolean,
): Iterable<Relation> {
  const { id, problems } = taxonomy;
  const inside = (code: NumberOf) => [
    ...problems.flatMap((one) => [
      [[code(one.id)], [code(id)]] as const,
      ...one.subproblems.map((leaf) => [[code(leaf.id)], [code(one.id)]] as const),
    ]),
    [[code(id)], problems.map((one) => code(one.id))] as const,
  ];
  const own = inside(variant);
  const all = inside(everybody);
  for (const [less, more] of own) yield atMost(less, more);
  if (!isPart) return;
  for (const [i, [less, more]] of own.entries()) {
    yield atMost([...all[i]![0], ...more], [...all[i]![1], ...less]);
  }
  yield* pairsInPart(variant, everybody, taxonomy, pairs);
}
