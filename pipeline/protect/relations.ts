/** The sums that tie published counts together, from which a hidden one could follow. */
import { groupBy } from '../group-by.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import { type Count, cellName, whole } from './count-cells.ts';
import type { Relation } from './suppress.ts';

/** Every single sum among the counts. */
export function relationsOf(
  counts: ReadonlyMap<string, Count>,
  survey: Survey,
  codebook: Codebook,
): readonly Relation[] {
  const all = [...counts.values()];
  return [
    ...groupSums(all, survey),
    ...optionSums(all, survey),
    ...themeSums(all, counts, codebook),
    ...statusSums(all),
  ].filter((relation) => relation.members.length > 1);
}

/** all = Σ values of a group; a value of an outer group = Σ values nested in it. */
function groupSums(all: readonly Count[], survey: Survey): Relation[] {
  const families = groupBy(all, (one) =>
    [one.kind, one.round, one.question, one.item].join('\u0001'),
  );
  return [...families.values()].flatMap((family) => {
    const byGroup = groupBy(family, (one) => one.group);
    const total = byGroup.get('all')?.[0];
    return survey.groups.flatMap((group) => {
      const parts = byGroup.get(group.id) ?? [];
      if (parts.length === 0) return [];
      const whole = total === undefined ? [] : [sum(total, parts)];
      const parents = group.within === null ? [] : (byGroup.get(group.within) ?? []);
      const children = groupBy(parts, (one) => parentOf(one.value, parents));
      return [...whole, ...parents.map((parent) => sum(parent, children.get(parent.value) ?? []))];
    });
  });
}

/** The value among `parents` in which a nested value lies: the longest that it continues. */
function parentOf(value: string, parents: readonly Count[]): string {
  return parents
    .map((one) => one.value)
    .filter((one) => value.startsWith(`${one}/`))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

/** Options that partition those who answered: base = Σ options. */
function optionSums(all: readonly Count[], survey: Survey): Relation[] {
  const partition = new Set(
    survey.questions
      .filter((one) => one.type === 'single' || one.type === 'scale')
      .map((one) => one.id),
  );
  const closed = all.filter(
    (one) => partition.has(one.question) && (one.kind === 'answered' || one.kind === 'option'),
  );
  const lines = groupBy(closed, (one) =>
    [one.round, one.question, one.group, one.value].join('\u0001'),
  );
  return [...lines.values()].flatMap((line) => {
    const total = line.find((one) => one.kind === 'answered');
    return total === undefined
      ? []
      : [
          sum(
            total,
            line.filter((one) => one !== total),
          ),
        ];
  });
}

/** A theme over disjoint taxonomies with one code each is the sum of those codes; so are bases. */
function themeSums(
  all: readonly Count[],
  counts: ReadonlyMap<string, Count>,
  codebook: Codebook,
): Relation[] {
  const taxonomies = [...new Set([...codebook.taxonomies.values()].map((one) => one.id))];
  return all.flatMap((count) => {
    if (count.kind !== 'theme' && count.kind !== 'theme-base') return [];
    const theme = codebook.themes.find((one) => one.id === count.item)!;
    const present = taxonomies.filter(
      (id) => theme.members.has(id) && counts.has(cellName('base', count, id)),
    );
    const names = present.map((id) => {
      if (count.kind === 'theme-base') return cellName('base', count, id);
      const codes = theme.members.get(id)!;
      return codes.length === 1 ? cellName('code', count, `${id}\u0002${codes[0]}`) : '';
    });
    if (names.length === 0 || names.some((name) => !counts.has(name))) return [];
    return [{ first: [], last: [count.name], members: [count.name, ...names] }];
  });
}

/** used = Σ statuses = base + empty + skipped; base = coded + uncoded + no-problem; any problem = coded. */
function statusSums(all: readonly Count[]): Relation[] {
  const statuses = groupBy(
    all.filter((one) => one.kind === 'status'),
    (one) => [one.round, one.question].join('\u0001'),
  );
  return [...statuses.values()].flatMap((own) => {
    const { round, question } = own[0]!;
    const named = (status: string) => cellName('status', whole({ round, question }), status);
    const used = cellName('used', { ...whole({ round, question }), question: '' }, '');
    const here = all.filter(
      (one) => one.round === round && one.question === question && one.group === 'all',
    );
    const bases = here.filter((one) => one.kind === 'base');
    const any = bases.map((one) => cellName('code', one, `${one.item}\u0002${one.item}`));
    return [
      { first: [], last: [used], members: [used, ...own.map((one) => one.name)] },
      {
        first: [],
        last: [],
        members: [
          ...bases.map((one) => one.name),
          ...['coded', 'uncoded', 'no-problem'].map(named),
        ],
      },
      {
        first: [],
        last: [used, ...bases.map((one) => one.name)],
        members: [used, ...bases.map((one) => one.name), named('empty'), named('skipped')],
      },
      { first: [], last: [], members: [...any, named('coded')] },
    ];
  });
}

function sum(total: Count, parts: readonly Count[]): Relation {
  return {
    first: [],
    last: [total.name],
    members: parts.length === 0 ? [] : [total.name, ...parts.map((one) => one.name)],
  };
}
