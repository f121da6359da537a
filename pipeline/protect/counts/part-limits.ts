/**
 * What is counted of a part beside what is counted of everybody: nobody is in the part who is not
 * in the whole, so that whoever said one thing and not another there is one of all who did.
 */
import { entry } from '../../entry.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { type Count, type Counts, cellName, codeIn, whole } from './count-cells.ts';
import { type Pair, pairsAmong } from './pairs-among.ts';
import { atMost, type Relation } from './relation.ts';

/** Names of what is counted of one taxonomy somewhere. */
interface Place {
  readonly any: string;
  readonly code: (id: string) => string;
}

/** Limits of groups by the pairs of everybody, and of the variants of the main table. */
export function* partLimits(
  all: readonly Count[],
  counts: Counts,
  taxonomies: readonly Taxonomy[],
): Iterable<Relation> {
  for (const taxonomy of taxonomies) {
    const wholes = new Map<string, { everybody: Place; pairs: readonly Pair[] }>();
    for (const base of all) {
      const [variant, id] =
        base.kind === 'again-base' ? base.item.split('\u0002') : ['', base.item];
      const isBase = base.kind === 'again-base' || (base.kind === 'base' && base.group !== 'all');
      if (!isBase || id !== taxonomy.id) continue;
      const { everybody, pairs } = entry(wholes, `${base.round}\u0001${base.question}`, () => ({
        everybody: placeOf((code) => codeIn(whole(base), id, code), id),
        pairs: pairsAmong(taxonomy, base, counts),
      }));
      if (base.kind === 'base') {
        const place = placeOf((code) => codeIn(base, id, code), id);
        yield* pairsInPart(place, everybody, taxonomy, pairs);
      } else {
        const named = (code: string) => cellName('again', base, [variant, id, code].join('\u0002'));
        const isPart = variant === 'unflagged';
        yield* variantLimits(placeOf(named, id), everybody, taxonomy, pairs, isPart);
      }
    }
  }
}

/** Names are put together once, as each stands in many limits. */
function placeOf(nameOf: Place['code'], taxonomy: string): Place {
  const names = new Map<string, string>();
  const code = (id: string) => entry(names, id, () => nameOf(id));
  return { any: code(taxonomy), code };
}

/**
 * Who in the part named both problems is one of the pair; who there named only one, or another one,
 * is one of all who did.
 */
function* pairsInPart(
  part: Place,
  everybody: Place,
  { problems }: Taxonomy,
  pairs: readonly Pair[],
): Iterable<Relation> {
  if (pairs.length === 0) return;
  const codes = problems.map(({ id }) => part.code(id));
  yield atMost(codes, [part.any, ...pairs.map(({ name }) => name)]);
  for (const { ends, name } of pairs) {
    const [a, b] = [part.code(ends[0]), part.code(ends[1])];
    const [allA, allB] = [everybody.code(ends[0]), everybody.code(ends[1])];
    yield atMost([a, b], [part.any, name]);
    yield atMost([b, name], [a, allB]);
    yield atMost([a, name], [b, allA]);
    yield atMost([part.any, allA, allB], [a, b, everybody.any, name]);
  }
}

/**
 * A variant obeys what every table of problems does: sub-problem ≤ problem ≤ any problem ≤ Σ
 * problems. Without flagged respondents it is a part of the main table, and these are the rest.
 */
function* variantLimits(
  variant: Place,
  everybody: Place,
  taxonomy: Taxonomy,
  pairs: readonly Pair[],
  isPart: boolean,
): Iterable<Relation> {
  const { problems } = taxonomy;
  const inside = (place: Place) => [
    ...problems.flatMap(({ id, subproblems }) => [
      [[place.code(id)], [place.any]] as const,
      ...subproblems.map((leaf) => [[place.code(leaf.id)], [place.code(id)]] as const),
    ]),
    [[place.any], problems.map(({ id }) => place.code(id))] as const,
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
