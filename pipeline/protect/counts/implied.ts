/** What follows from the sums over many places, said of each place by itself. */
import type { Where } from '../../aggregate/tables.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Codebook } from '../../tally/codebook.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { type Count, type Counts, codeIn, whole } from './count-cells.ts';
import { wholeOf } from './nested.ts';
import { atMost, type Relation } from './relation.ts';

/** Inequalities that all others together imply, for whoever looks at few counts only. */
export function impliedLimits(
  counts: Counts,
  survey: Survey,
  codebook: Codebook,
): readonly Relation[] {
  const all = [...counts.values()];
  const taxonomies = new Map([...codebook.taxonomies.values()].map((one) => [one.id, one]));
  return [...taxonomies.values()].flatMap((taxonomy) =>
    furtherMentions(all, counts, taxonomy, survey),
  );
}

/**
 * Problems mentioned beside the first in a part ≤ those in the whole that it lies in.
 *
 * Where nobody in the whole mentions a second one, every part is a sum by itself.
 */
function furtherMentions(
  all: readonly Count[],
  counts: Counts,
  taxonomy: Taxonomy,
  survey: Survey,
): Relation[] {
  const bases = all.filter(({ kind, item }) => kind === 'base' && item === taxonomy.id);
  const outer = new Map(survey.groups.map(({ id, within }) => [id, within]));
  const values = groupBy(bases, ({ group }) => group);
  const wholesOf = (within: string) => new Set(values.get(within)?.map(({ value }) => value));
  const wholes = new Map([...values.keys()].map((id) => [id, wholesOf(id)]));
  return bases.flatMap((part) => {
    if (part.group === 'all') return [];
    const within = outer.get(part.group) ?? null;
    const value = within === null ? '' : wholeOf(part.value, wholes.get(within) ?? new Set());
    const place = value === '' ? whole(part) : { ...part, group: within!, value };
    const named = (where: Where) => ({
      any: codeIn(where, taxonomy.id, taxonomy.id),
      problems: taxonomy.problems.map(({ id }) => codeIn(where, taxonomy.id, id)),
    });
    const [own, all] = [named(part), named(place)];
    if (!counts.has(all.any)) return [];
    return [atMost([...own.problems, all.any], [own.any, ...all.problems])];
  });
}
