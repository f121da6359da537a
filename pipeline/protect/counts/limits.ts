/** What bounds published counts from above and below, and so narrows down a hidden one. */
import type { Where } from '../../aggregate/tables.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Codebook } from '../../tally/codebook.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { type Count, type Counts, cellName, codeIn, type Kind, whole } from './count-cells.ts';
import { momentLimits } from './moments.ts';
import { wholeOf } from './nested.ts';
import { atMost, type Relation } from './relation.ts';

/** Kinds of which one respondent can count more than once. */
const NO_PART: readonly Kind[] = ['mean', 'square', 'mentions'];

/** Every inequality among the counts. */
export function limitsOf(counts: Counts, survey: Survey, codebook: Codebook): readonly Relation[] {
  const all = [...counts.values()];
  const taxonomies = [
    ...new Map([...codebook.taxonomies.values()].map((one) => [one.id, one])).values(),
  ];
  return [
    ...all.flatMap(({ name, over, kind }) =>
      over === null || NO_PART.includes(kind) ? [] : [atMost([name], [over])],
    ),
    ...taxonomies.flatMap((taxonomy) => codeLimits(all, counts, taxonomy)),
    ...taxonomies.flatMap((taxonomy) => furtherMentions(all, counts, taxonomy, survey)),
    ...themeLimits(all, counts, codebook),
    ...pairLimits(all, counts),
    ...flaggedLimits(all, counts),
    ...momentLimits(all),
  ];
}

/** Sub-problem ≤ problem ≤ any problem ≤ Σ problems. */
function codeLimits(all: readonly Count[], counts: Counts, taxonomy: Taxonomy): Relation[] {
  return all.flatMap((any) => {
    if (any.kind !== 'base' || any.item !== taxonomy.id) return [];
    const named = (code: string) => codeIn(any, taxonomy.id, code);
    const problems = taxonomy.problems.map(({ id }) => named(id));
    const leaves = taxonomy.problems.flatMap(({ id, subproblems }) =>
      subproblems.flatMap((leaf) =>
        counts.has(named(leaf.id)) ? [atMost([named(leaf.id)], [named(id)])] : [],
      ),
    );
    return [
      ...leaves,
      ...problems.map((name) => atMost([name], [named(taxonomy.id)])),
      atMost([named(taxonomy.id)], problems),
    ];
  });
}

/**
 * Problems mentioned beside the first in a part ≤ those in the whole that it lies in.
 *
 * This follows from the sums over all parts together; where nobody in the whole mentions a second
 * one, every part is a sum by itself.
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

/** A code ≤ its theme ≤ Σ codes of the theme. */
function themeLimits(all: readonly Count[], counts: Counts, codebook: Codebook): Relation[] {
  const themes = new Map(codebook.themes.map((one) => [one.id, one]));
  return all.flatMap((one) => {
    if (one.kind !== 'theme') return [];
    const members = [...themes.get(one.item)!.members].flatMap(([taxonomy, codes]) =>
      counts.has(cellName('base', one, taxonomy))
        ? codes.map((code) => codeIn(one, taxonomy, code))
        : [],
    );
    // Of an inner group sub-problems are not published.
    const isPublished = members.length > 0 && members.every((name) => counts.has(name));
    return [
      ...members.flatMap((name) => (counts.has(name) ? [atMost([name], [one.name])] : [])),
      ...(isPublished ? [atMost([one.name], members)] : []),
    ];
  });
}

/** A pair ≤ either of its codes; both ≤ pair + base. */
function pairLimits(all: readonly Count[], counts: Counts): Relation[] {
  return all.flatMap((pair) => {
    if (pair.kind !== 'pair') return [];
    const base = counts.get(pair.over!)!;
    const own = pair.item.split('\u0002').map((code) => codeIn(pair, base.item, code));
    return [...own.map((code) => atMost([pair.name], [code])), atMost(own, [pair.name, base.name])];
  });
}

/** Without flagged respondents a code loses at most as many as its base. */
function flaggedLimits(all: readonly Count[], counts: Counts): Relation[] {
  const unflagged = all.filter(
    ({ kind, item }) => kind === 'again' && item.startsWith('unflagged\u0002'),
  );
  return unflagged.flatMap((one) => {
    const [, taxonomy, code] = one.item.split('\u0002') as [string, string, string];
    const [main, base] = [codeIn(one, taxonomy, code), cellName('base', one, taxonomy)];
    if (!counts.has(main)) return [];
    return [atMost([one.name], [main]), atMost([main, one.over!], [one.name, base])];
  });
}
