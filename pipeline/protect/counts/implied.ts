/** What follows from the sums over many places, said of each place by itself. */
import { type CodeList, taxonomiesById } from '../../tally/codebook.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import type { CodesOver } from './codes-by-base.ts';
import { type Count, type Counts, cellName, whole } from './count-cells.ts';
import { outerValue, valuesByGroup } from './nested.ts';
import { atMost, NO_COUNT, type Relation } from './relation.ts';
import type { Rules } from './rules.ts';

/** Inequalities that all others together imply, for whoever looks at few counts only. */
export function* impliedLimits(
  counts: Counts,
  codesOver: CodesOver,
  rules: Rules,
  codebook: CodeList,
): Iterable<Relation> {
  const all = [...counts.values()];
  for (const taxonomy of taxonomiesById(codebook).values()) {
    yield* furtherMentions(all, codesOver, taxonomy, rules);
  }
}

/**
 * Problems mentioned beside the first in a part ≤ those in the whole that it lies in.
 *
 * Where nobody in the whole mentions a second one, every part is a sum by itself.
 */
function* furtherMentions(
  all: readonly Count[],
  codesOver: CodesOver,
  { id, problems }: Taxonomy,
  rules: Rules,
): Iterable<Relation> {
  const bases = all.filter(({ kind, item }) => kind === 'base' && item === id);
  const values = valuesByGroup(bases);
  for (const part of bases) {
    if (part.group === 'all') continue;
    const value = outerValue(part, rules.groups, values);
    const { within } = rules.groups.find((one) => one.id === part.group)!;
    const outer = value === '' ? whole(part) : { ...part, group: within!, value };
    const [own, around] = [codesOver(part.name), codesOver(cellName('base', outer, id))];
    if (around(id) === NO_COUNT) continue;
    yield atMost(
      [...problems.map((one) => own(one.id)), around(id)],
      [own(id), ...problems.map((one) => around(one.id))],
    );
  }
}
