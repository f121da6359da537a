/** What bounds published counts from above and below, and so narrows down a hidden one. */
import { groupBy } from '../../group-by.ts';
import { type CodeList, taxonomiesById } from '../../tally/codebook.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import type { CodesOver } from './codes-by-base.ts';
import { type Count, type Counts, cellName, codeIn, type Kind } from './count-cells.ts';
import { momentLimits } from './moments.ts';
import { type Pair, pairsAmong } from './pairs-among.ts';
import { partLimits } from './part-limits.ts';
import { atMost, type Relation } from './relation.ts';
import type { Rules } from './rules.ts';
import { themeLimits } from './theme-limits.ts';
import { togetherLimits } from './together-limits.ts';

/** Kinds of which one respondent can count more than once. */
const NO_PART: readonly Kind[] = ['mean', 'square', 'mentions'];

/** Every inequality among the counts, one after the other. */
export function* limitsOf(
  counts: Counts,
  codesOver: CodesOver,
  rules: Rules,
  codebook: CodeList,
): Iterable<Relation> {
  const all = [...counts.values()];
  const taxonomies = [...taxonomiesById(codebook).values()];
  for (const [i, { over, kind }] of all.entries()) {
    if (over !== null && !NO_PART.includes(kind)) yield atMost([i], [over]);
  }
  for (const taxonomy of taxonomies) yield* codeLimits(all, codesOver, taxonomy);
  yield* themeLimits(all, counts, codebook);
  yield* optionLimits(all, rules.questions);
  yield* exclusiveLimits(all, rules);
  yield* pairLimits(all, counts);
  yield* overlapLimits(all, counts, taxonomies);
  yield* flaggedLimits(all, counts);
  yield* partLimits(all, counts, codesOver, taxonomies);
  yield* askedLimits(all);
  yield* momentLimits(all);
}

/** Sub-problem ≤ problem ≤ any problem ≤ Σ problems. */
function* codeLimits(
  all: readonly Count[],
  codesOver: CodesOver,
  { id, problems }: Taxonomy,
): Iterable<Relation> {
  for (const base of all) {
    if (base.kind !== 'base' || base.item !== id) continue;
    const code = codesOver(base.name);
    const [any, own] = [code(id), problems.map((one) => code(one.id))];
    for (const [i, { subproblems }] of problems.entries()) {
      for (const leaf of subproblems) yield atMost([code(leaf.id)], [own[i]!]);
    }
    for (const one of own) yield atMost([one], [any]);
    yield atMost([any], own);
  }
}

/**
 * Who answered a multiple choice chose something: base ≤ Σ options, unless somebody chose none that
 * is published. Options of other questions come to their base: see `sumsAmong`.
 */
function optionLimits(all: readonly Count[], questions: Rules['questions']): Relation[] {
  const multiple = new Set(questions.flatMap(({ id, type }) => (type === 'multiple' ? id : [])));
  const byBase = groupBy(
    all.filter(({ kind, question }) => kind === 'option' && multiple.has(question)),
    ({ over }) => over!,
  );
  return all.flatMap(({ name, kind, n }) => {
    const options = kind === 'answered' ? (byBase.get(name) ?? []) : [];
    const chosen = options.reduce((sum, one) => sum + one.n, 0);
    return options.length > 0 && chosen >= n
      ? [
          atMost(
            [name],
            options.map((one) => one.name),
          ),
        ]
      : [];
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

/**
 * What any problem and all problems tell of the pairs: those who named several count that many times
 * in Σ problems, and once in any problem.
 *
 * - Σ problems − any problem ≤ Σ pairs, and the same of two problems (Bonferroni)
 * - pairs that connect problems without a ring come to no more than that difference (Hunter); of
 *   these, the largest sum through each pair
 */
function overlapLimits(
  all: readonly Count[],
  counts: Counts,
  taxonomies: readonly Taxonomy[],
): Relation[] {
  const bases = all.filter(({ kind, group }) => kind === 'base' && group === 'all');
  return bases.flatMap((base) => {
    const taxonomy = taxonomies.find(({ id }) => id === base.item)!;
    const named = (code: string) => codeIn(base, base.item, code);
    const pairs = [...pairsAmong(taxonomy, base, counts)].sort((a, b) => b.n - a.n);
    if (pairs.length === 0) return [];
    const [any, problems] = [named(base.item), taxonomy.problems.map(({ id }) => named(id))];
    const trees = pairs.map((pair) => largestTree([pair, ...pairs]));
    return [
      atMost(problems, [any, ...pairs.map(({ name }) => name)]),
      ...pairs.map(({ ends, name }) => atMost(ends.map(named), [any, name])),
      ...trees.map((tree) => atMost([any, ...tree.map(({ name }) => name)], problems)),
      ...togetherLimits(taxonomy, any, named, pairs),
    ];
  });
}

/** Each pair in turn that closes no ring with those before it. */
function largestTree(pairs: readonly Pair[]): readonly Pair[] {
  const rootOf = new Map<string, string>();
  const root = (code: string): string => {
    const next = rootOf.get(code);
    return next === undefined ? code : root(next);
  };
  return pairs.filter(({ ends }) => {
    const [a, b] = [root(ends[0]), root(ends[1])];
    if (a !== b) rootOf.set(a, b);
    return a !== b;
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

/**
 * Who chose an option that goes with no other is not among those who chose another, where whoever
 * contradicts that is dropped.
 */
function exclusiveLimits(all: readonly Count[], { questions, hygiene }: Rules): Relation[] {
  if (hygiene.contradictions !== 'drop') return [];
  const exclusive = new Map(
    questions.flatMap((one) => (one.type === 'multiple' ? [[one.id, one.exclusive] as const] : [])),
  );
  const options = all.filter(({ kind, question }) => kind === 'option' && exclusive.has(question));
  return [...groupBy(options, ({ over }) => over!)].flatMap(([base, own]) =>
    own
      .filter(({ question, item }) => exclusive.get(question)!.includes(item))
      .flatMap((one) =>
        own.filter((other) => other !== one).map((other) => atMost([one.name, other.name], [base])),
      ),
  );
}

/** Who answered was asked. */
function askedLimits(all: readonly Count[]): Relation[] {
  return all.flatMap((one) =>
    one.kind === 'asked' ? [atMost([cellName('base', one, one.item)], [one.name])] : [],
  );
}
