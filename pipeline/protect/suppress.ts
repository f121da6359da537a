/**
 * Cell suppression: which counts to hide so that no small one is shown or follows from one sum.
 *
 * Primary cells are hidden for what they are. Complementary ones are hidden because a sum would
 * give a primary one away: where exactly one member of a sum is hidden, the next smallest is
 * hidden too, until nothing changes. Where a line's base is hidden, the line is hidden.
 */

/** A published head-count. */
export interface CountCell {
  readonly n: number;
  /** To be hidden for what it is. */
  readonly primary: boolean;
  /** Cells that cannot stand without this one, such as the counts over a hidden base. */
  readonly dependents: readonly string[];
  /** True for a figure that is published in any case; it is never chosen. */
  readonly fixed: boolean;
}

/** A sum (or a difference) between published counts: any one of `members` follows from the others. */
export interface Relation {
  readonly members: readonly string[];
  /** Those among them that are missed least, hidden before any other; as a rule none. */
  readonly first: readonly string[];
  /** Totals and bases among them, hidden only as a last resort. */
  readonly last: readonly string[];
}

/**
 * The names of all cells to hide.
 *
 * @param cells every published count, by name
 * @param relations every sum between them; members that are no cells are ignored
 * @throws Error if a sum cannot be protected because all its other members are fixed (our bug)
 */
export function suppress(
  cells: ReadonlyMap<string, CountCell>,
  relations: readonly Relation[],
): ReadonlySet<string> {
  const hidden = new Set<string>();
  const sums = relations.map((one) => one.members.filter((name) => cells.has(name)));
  const touching = relationsByMember(sums);
  // Only sums with exactly one hidden member need a look, so their number is kept, not counted.
  const hiddenIn = new Uint32Array(sums.length);
  const open: number[] = [];
  const hide = (name: string): void => {
    if (hidden.has(name)) return;
    hidden.add(name);
    for (const i of touching.get(name) ?? []) if (++hiddenIn[i]! === 1) open.push(i);
    for (const dependent of cells.get(name)?.dependents ?? []) hide(dependent);
  };
  for (const [name, cell] of cells) if (cell.primary) hide(name);
  for (let next = 0; next < open.length; next++) {
    const i = open[next]!;
    if (hiddenIn[i] === 1) hide(complement(relations[i]!, sums[i]!, cells, hidden));
  }
  return hidden;
}

function relationsByMember(sums: readonly (readonly string[])[]): ReadonlyMap<string, number[]> {
  const touching = new Map<string, number[]>();
  sums.forEach((members, i) => {
    for (const member of members) {
      const known = touching.get(member);
      if (known === undefined) touching.set(member, [i]);
      else known.push(i);
    }
  });
  return touching;
}

/** One missed least, else the next smallest member: a part that is not zero, a part, a total. */
function complement(
  { first, last }: Relation,
  members: readonly string[],
  cells: ReadonlyMap<string, CountCell>,
  hidden: ReadonlySet<string>,
): string {
  const rank = (name: string) => {
    if (first.includes(name)) return 0;
    return last.includes(name) ? 3 : cells.get(name)!.n === 0 ? 2 : 1;
  };
  const before = (a: string, b: string) =>
    rank(a) - rank(b) || cells.get(a)!.n - cells.get(b)!.n || (a < b ? -1 : 1);
  const free = members.filter((name) => !hidden.has(name) && !cells.get(name)!.fixed);
  if (free.length === 0) throw new Error(`no cell left to protect ${members.join(' + ')}`);
  return free.reduce((best, one) => (before(one, best) < 0 ? one : best));
}

/** The rule for a count over its base: hidden when it, its base or its rest is small but not nothing. */
export function isPrimary(n: number, base: number, minimum: number): boolean {
  return base < minimum || (n > 0 && (n < minimum || base - n < minimum));
}
