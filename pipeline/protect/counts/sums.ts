/** The sums that tie published counts together, from which a hidden one could follow. */
import { groupBy } from '../../group-by.ts';
import { type CodeList, taxonomiesById } from '../../tally/codebook.ts';
import {
  ANSWERED,
  type Count,
  type Counts,
  cellName,
  codeIn,
  everybodyIn,
  whole,
} from './count-cells.ts';
import { areMeansKnown, momentSums } from './moments.ts';
import { wholeOf } from './nested.ts';
import { equal, type Relation } from './relation.ts';
import type { Rules } from './rules.ts';
import { widestOf } from './theme-limits.ts';

/** Every sum among the counts of the main tables. */
export function sumsAmong(counts: Counts, rules: Rules, codebook: CodeList): readonly Relation[] {
  const all = [...counts.values()];
  return [
    ...groupSums(all, rules),
    ...optionSums(all, rules),
    ...themeSums(all, counts, codebook),
    ...statusSums(all),
    ...askedSums(all),
    ...mentionSums(all, counts, codebook),
    ...(areMeansKnown(rules) ? momentSums(all) : []),
  ];
}

/** all = Σ values of a group; a value of an outer group = Σ values nested in it. */
function groupSums(all: readonly Count[], rules: Rules): Relation[] {
  const families = groupBy(all, (one) =>
    [one.kind, one.round, one.question, one.item].join('\u0001'),
  );
  return [...families.values()].flatMap((family) => {
    // Of a question without points, the mean stands for how many answered.
    if (!areMeansKnown(rules) && !family[0]!.ofPeople) return [];
    const byGroup = groupBy(family, (one) => one.group);
    const total = byGroup.get('all')?.[0];
    return rules.groups.flatMap((group) => {
      const parts = byGroup.get(group.id) ?? [];
      if (parts.length === 0) return [];
      const whole = total === undefined ? [] : [sum(total, parts)];
      const parents = group.within === null ? [] : (byGroup.get(group.within) ?? []);
      const wholes = new Set(parents.map((one) => one.value));
      const children = groupBy(parts, (one) => wholeOf(one.value, wholes));
      return [...whole, ...parents.map((parent) => sum(parent, children.get(parent.value) ?? []))];
    });
  });
}

/** Options that partition those who answered: base = Σ options. */
function optionSums(all: readonly Count[], rules: Rules): Relation[] {
  const partition = new Set(
    rules.questions
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
    const options = line.filter((one) => one !== total);
    return total === undefined ? [] : [sum(total, options)];
  });
}

/**
 * A theme is the sum of its codes over disjoint taxonomies; of two codes of one taxonomy, less those
 * who named both. Its base is the sum of theirs.
 */
function themeSums(all: readonly Count[], counts: Counts, codebook: CodeList): Relation[] {
  const taxonomies = taxonomiesById(codebook);
  return all.flatMap((count) => {
    if (count.kind !== 'theme' && count.kind !== 'theme-base') return [];
    const theme = codebook.themes.find((one) => one.id === count.item)!;
    const present = [...taxonomies.keys()].filter(
      (id) => theme.members.has(id) && counts.has(cellName('base', count, id)),
    );
    const members = (id: string) => widestOf(theme.members.get(id)!, taxonomies.get(id)!);
    const codes = (id: string) =>
      count.kind === 'theme-base'
        ? [cellName('base', count, id)]
        : members(id).map((code) => codeIn(count, id, code));
    const both = (id: string) =>
      count.kind === 'theme-base' ? [] : pairsIn(count, members(id), counts);
    const names = present.flatMap(codes);
    const pairs = present.flatMap(both);
    const isWhole = [...names, ...pairs].every((name) => counts.has(name));
    return names.length > 0 && isWhole ? [equal([count.name, ...pairs], names)] : [];
  });
}

/** Who named two codes of a theme; '' where no table tells that: of more, of leaves, of groups. */
function pairsIn(where: Count, codes: readonly string[], counts: Counts): readonly string[] {
  if (codes.length === 1) return [];
  if (codes.length > 2 || where.group !== 'all') return [''];
  // A pair is named in the order of its taxonomy.
  const names = [codes, codes.toReversed()].map((pair) =>
    cellName('pair', where, pair.join('\u0002')),
  );
  return [names.find((name) => counts.has(name)) ?? ''];
}

/** used = Σ statuses; Σ bases = coded + uncoded + no-problem; Σ any problem = coded. */
function statusSums(all: readonly Count[]): Relation[] {
  const statuses = groupBy(
    all.filter((one) => one.kind === 'status'),
    (one) => [one.round, one.question].join('\u0001'),
  );
  return [...statuses.values()].flatMap((own) => {
    const { round, question } = own[0]!;
    const named = (status: string) => cellName('status', whole({ round, question }), status);
    const used = cellName('used', everybodyIn(round), '');
    const bases = all.filter(
      (one) =>
        one.kind === 'base' &&
        one.round === round &&
        one.question === question &&
        one.group === 'all',
    );
    const names = bases.map((one) => one.name);
    return [
      equal(
        [used],
        own.map((one) => one.name),
      ),
      equal(names, ANSWERED.map(named)),
      equal([used], [...names, named('empty'), named('skipped')]),
      equal(
        bases.map((one) => codeIn(one, one.item, one.item)),
        [named('coded')],
      ),
    ];
  });
}

/** All asked are those who answered and those who did not: of each taxonomy, or of all together. */
function askedSums(all: readonly Count[]): Relation[] {
  const asked = all.filter((one) => one.kind === 'asked');
  const byQuestion = groupBy(asked, (one) => [one.round, one.question].join('\u0001'));
  return [...byQuestion.values()].flatMap((own): Relation[] => {
    const status = (name: string) => cellName('status', whole(own[0]!), name);
    const names = own.map((one) => one.name);
    const used = cellName('used', everybodyIn(own[0]!.round), '');
    const everybody = equal([used], [...names, status('skipped')]);
    if (own.length > 1) return [everybody];
    const answered = cellName('base', own[0]!, own[0]!.item);
    return [everybody, equal(names, [answered, status('empty')])];
  });
}

/** Mentions = Σ problems. */
function mentionSums(all: readonly Count[], counts: Counts, codebook: CodeList): Relation[] {
  const taxonomies = taxonomiesById(codebook);
  return all.flatMap((one) => {
    if (one.kind !== 'mentions') return [];
    const problems = taxonomies.get(one.item)!.problems.map(({ id }) => codeIn(one, one.item, id));
    return problems.every((name) => counts.has(name)) ? [equal([one.name], problems)] : [];
  });
}

function sum(total: Count, parts: readonly Count[]): Relation {
  return equal(
    parts.length === 0 ? [] : [total.name],
    parts.map((one) => one.name),
  );
}
