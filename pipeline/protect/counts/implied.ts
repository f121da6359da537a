/** What follows from the sums over many places, said of each place by itself. */
import type { Where } from '../../aggregate/tables.ts';
import type { CodeList } from '../../tally/codebook.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { type Count, type Counts, codeIn, whole } from './count-cells.ts';
import { outerValue, valuesByGroup } from './nested.ts';
import { atMost, type Relation } from './relation.ts';
import type { Rules } from './rules.ts';

/** Inequalities that all others together imply, for whoever looks at few counts only. */
export function* impliedLimits(
  counts: Counts,
  rules: Rules,
  codebook: CodeList,
): Iterable<Relation> {
  const all = [...counts.values()];
  const taxonomies = new Map([...codebook.taxonomies.values()].map((one) => [one.id, one]));
  for (const taxonomy of taxonomies.values()) {
    yield* furtherMentions(all, counts, taxonomy, rules);
  }
}

/**
 * Problems mentioned beside the first in a part ≤ those in the whole that it lies in.
 *
 * Where nobody in the whole mentions a second one, every part is a sum by itself.
 */
function* furtherMentions(
  all: readonly Count[],
  counts: Counts,
  taxonomy: Taxonomy,
  rules: Rules,
): Iterable<Relation> {
  const bases = all.filter(({ kind, item }) => kind === 'base' && item === taxonomy.id);
  const values = valuesByGroup(bases);
  for (const part of bases) {
    if (part.group === 'all') continue;
    const value = outerValue(part, rules.groups, values);
    const { within } = rules.groups.find(({ id }) => id === part.group)!;
    const place = value === '' ? whole(part) : { ...part, group: within!, value };
    const named = (where: Where) => ({
      any: codeIn(where, taxonomy.id, taxonomy.id),
      problems: taxonomy.problems.map(({ id }) => codeIn(where, taxonomy.id, id)),
    });
    const [own, all] = [named(part), named(place)];
    if (counts.has(all.any)) yield atMost([...own.problems, all.any], [own.any, ...all.problems]);
  }
}
