/** What ties a theme to problems and other themes. */
import { type CodeList, taxonomiesById } from '../../tally/codebook.ts';
import type { Taxonomy, Theme } from '../../taxonomy/taxonomy.ts';
import { type Count, type Counts, cellName, codeIn, whole } from './count-cells.ts';
import { atMost, type Relation } from './relation.ts';

/** Codes without sub-problems of a problem among them, which is counted for each of these. */
export function widestOf(codes: readonly string[], taxonomy: Taxonomy): readonly string[] {
  const within = new Set(
    taxonomy.problems.flatMap(({ id, subproblems }) =>
      codes.includes(id) ? subproblems.map((leaf) => leaf.id) : [],
    ),
  );
  return codes.filter((code) => !within.has(code));
}

/**
 * - a code ≤ its theme ≤ Σ its codes
 * - a theme ≤ any problem of its taxonomies ≤ the theme + Σ problems that are none of its codes
 * - a theme ≤ one that has all of its codes
 * - codes of different problems ≤ the theme + the pair of these problems
 */
export function themeLimits(
  all: readonly Count[],
  counts: Counts,
  codebook: CodeList,
): readonly Relation[] {
  const taxonomies = [...taxonomiesById(codebook).values()];
  const themes = new Map(codebook.themes.map((one) => [one.id, one]));
  const wider = new Map(
    codebook.themes.map((one) => [
      one.id,
      codebook.themes.filter((other) => other !== one && holds(other, one, taxonomies)),
    ]),
  );
  return all.flatMap((one) => {
    if (one.kind !== 'theme') return [];
    const theme = themes.get(one.item)!;
    const present = taxonomies.filter(
      ({ id }) => theme.members.has(id) && counts.has(cellName('base', one, id)),
    );
    const any = present.map(({ id }) => codeIn(one, id, id));
    const others = present.flatMap(({ id, problems }) =>
      problems
        .filter((problem) => !theme.members.get(id)!.includes(problem.id))
        .map((problem) => codeIn(one, id, problem.id)),
    );
    const codes = present.flatMap(({ id }) =>
      theme.members.get(id)!.map((code) => codeIn(one, id, code)),
    );
    return [
      ...codes.flatMap((name) => (counts.has(name) ? [atMost([name], [one.name])] : [])),
      atMost([one.name], any),
      atMost([...any, ...largestLeaf(one, theme, present, counts)], [one.name, ...others]),
      atMost(
        [one.name],
        present.flatMap((taxonomy) => problemsOf(one, theme, taxonomy, counts)),
      ),
      ...wider
        .get(one.item)!
        .map((other) => atMost([one.name], [cellName('theme', one, other.id)])),
      ...present.flatMap((taxonomy) => {
        const beside = present.filter((other) => other !== taxonomy);
        const largest = beside.flatMap((other) => largestOf(one, theme, other, counts));
        return pairTies(one, theme, taxonomy, counts).map(([codes, pair]) =>
          atMost([...codes, ...largest], [one.name, pair]),
        );
      }),
    ];
  });
}

/** Whether whoever is counted in one theme is counted in another. */
function holds(wide: Theme, narrow: Theme, taxonomies: readonly Taxonomy[]): boolean {
  return [...narrow.members].every(([id, codes]) => {
    const own = wide.members.get(id) ?? [];
    const problems = taxonomies.find((one) => one.id === id)?.problems ?? [];
    const parent = (code: string) =>
      problems.find(({ subproblems }) => subproblems.some((leaf) => leaf.id === code))?.id ?? code;
    return codes.every((code) => own.includes(code) || own.includes(parent(code)));
  });
}

/** The codes of a theme; where sub-problems are not published, their problems. */
function problemsOf(
  place: Count,
  theme: Theme,
  taxonomy: Taxonomy,
  counts: Counts,
): readonly string[] {
  const { id, problems } = taxonomy;
  const codes = widestOf(theme.members.get(id)!, taxonomy);
  const problem = (code: string) =>
    problems.find(({ subproblems }) => subproblems.some((leaf) => leaf.id === code))?.id ?? code;
  const names = codes.map((code) => [code, problem(code)].map((one) => codeIn(place, id, one)));
  return [...new Set(names.map(([own, wide]) => (counts.has(own!) ? own! : wide!)))];
}

/**
 * Of the sub-problems that are codes of a theme without their problem, the one that most named:
 * whoever is in the theme without the problem is there without the sub-problem.
 */
function largestLeaf(
  place: Count,
  theme: Theme,
  taxonomies: readonly Taxonomy[],
  counts: Counts,
): readonly string[] {
  const leaves = taxonomies.flatMap(({ id, problems }) =>
    problems.flatMap((problem) =>
      theme.members.get(id)!.includes(problem.id)
        ? []
        : problem.subproblems
            .filter((leaf) => theme.members.get(id)!.includes(leaf.id))
            .flatMap((leaf) => counts.get(codeIn(place, id, leaf.id)) ?? []),
    ),
  );
  return leaves
    .sort((a, b) => b.n - a.n)
    .slice(0, 1)
    .map(({ name }) => name);
}

/** The code of a theme that most respondents named. */
function largestOf(
  place: Count,
  theme: Theme,
  { id }: Taxonomy,
  counts: Counts,
): readonly string[] {
  const names = theme.members.get(id)!.map((code) => codeIn(place, id, code));
  const there = names.flatMap((name) => counts.get(name) ?? []);
  return there
    .sort((a, b) => b.n - a.n)
    .slice(0, 1)
    .map(({ name }) => name);
}

/** Codes of different problems, of a taxonomy in a theme, with the pair that they are part of. */
function pairTies(
  place: Count,
  theme: Theme,
  taxonomy: Taxonomy,
  counts: Counts,
): readonly (readonly [codes: readonly string[], pair: string])[] {
  const codes = widestOf(theme.members.get(taxonomy.id)!, taxonomy);
  const problemOf = (code: string) =>
    taxonomy.problems.findIndex(
      ({ id, subproblems }) => id === code || subproblems.some((leaf) => leaf.id === code),
    );
  return codes.flatMap((a, i) =>
    codes.slice(i + 1).flatMap((b) => {
      const [first, second] = [problemOf(a), problemOf(b)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const ends = [first, second].map((at) => taxonomy.problems[at]!.id);
      const pair = cellName('pair', whole(place), ends.join('\u0002'));
      const names = [a, b].map((code) => codeIn(place, taxonomy.id, code));
      const isThere = first !== second && [pair, ...names].every((name) => counts.has(name));
      return isThere ? [[names, pair] as const] : [];
    }),
  );
}
