/**
 * Respondents of each group value: nobody answers a question who is not there, and who is there and
 * does not answer is one of all who do not. This ties questions together.
 *
 * Where no table counts them they are counts that are never shown; only that they come to all
 * respondents is known.
 */
import { groupBy } from '../../group-by.ts';
import {
  type Count,
  type Counts,
  cellName,
  everybodyIn,
  type Kind,
  NO_DEPENDENTS,
} from './count-cells.ts';
import { wholeOf } from './nested.ts';
import { atMost, equal, type Relation } from './relation.ts';
import type { Rules } from './rules.ts';

/** Of one round; the theme of a question is asked of nobody else. */
const BASES: readonly Kind[] = ['base', 'answered'];

export interface Present {
  readonly counts: readonly Count[];
  readonly relations: readonly Relation[];
  /** Names of bases that are hidden together. */
  readonly together: readonly (readonly string[])[];
}

/** A value of a group, or everybody. */
interface Place {
  readonly name: string;
  /** Bases of each question. */
  readonly bases: readonly (readonly Count[])[];
  /** Values that this one is made up of, a list a group. */
  readonly parts: readonly (readonly Place[])[];
  /** Null where no table counts them. */
  readonly known: Count | null;
  readonly where: Pick<Count, 'round' | 'group' | 'value'>;
}

/** The counts that no table has, and what ties them to those that one has; round by round. */
export function presentIn(counts: Counts, rules: Rules): Present {
  const all = [...counts.values()];
  const rounds = all
    .filter(({ kind }) => kind === 'used')
    .map((used) => {
      const own = all.filter(({ round }) => round === used.round);
      const place = joined(everybody(used, own, counts, rules));
      return {
        counts: latentsIn(place, used.n, used),
        relations: tiesIn(place),
        together: basesIn(place, rules.privacy.minimum),
      };
    });
  return {
    counts: rounds.flatMap((one) => one.counts),
    relations: rounds.flatMap((one) => one.relations),
    together: rounds.flatMap((one) => one.together),
  };
}

function everybody(used: Count, own: readonly Count[], counts: Counts, rules: Rules): Place {
  const groups = groupBy(
    own.filter(
      ({ kind, group }) => group !== 'all' && (BASES.includes(kind) || kind === 'respondents'),
    ),
    ({ group }) => group,
  );
  const valuesIn = (group: string) => groupBy(groups.get(group) ?? [], ({ value }) => value);
  const values = new Map(rules.groups.map(({ id }) => [id, valuesIn(id)]));
  const placesIn = (group: string, outer: string): readonly Place[] => {
    const within = rules.groups.find(({ id }) => id === group)!.within;
    const wholes = new Set(within === null ? [] : values.get(within)!.keys());
    return [...values.get(group)!].flatMap(([value, cells]): readonly Place[] => {
      if (wholeOf(value, wholes) !== outer) return [];
      const where = { round: used.round, group, value };
      const name = cellName('respondents', { ...where, question: '' }, '');
      const bases = groupBy(
        cells.filter(({ kind }) => kind !== 'respondents'),
        ({ question }) => question,
      );
      const inner = rules.groups.filter((one) => one.within === group);
      const parts = inner.map(({ id }) => placesIn(id, value)).filter((some) => some.length > 0);
      return [{ name, bases: [...bases.values()], parts, known: counts.get(name) ?? null, where }];
    });
  };
  const outermost = rules.groups.filter(({ within }) => within === null);
  const parts = outermost.map(({ id }) => placesIn(id, '')).filter((some) => some.length > 0);
  const { round } = used;
  const where = { ...everybodyIn(round), round };
  return { name: used.name, bases: [], parts, known: used, where };
}

/** A value that is all there is of its whole is counted with it. */
function joined(place: Place): Place {
  const parts = place.parts.map((some) => some.map(joined));
  const only = parts.find((some) => some.length === 1 && some[0]!.known !== null)?.[0];
  const own = place.known === null && only !== undefined ? { ...place, ...countOf(only) } : place;
  return withParts(own, parts);
}

function withParts(place: Place, parts: Place['parts']): Place {
  const takesOver = (some: readonly Place[]) => some.length === 1 && some[0]!.known === null;
  return {
    ...place,
    parts: parts.map((some) =>
      takesOver(some)
        ? some.map((one) => withParts({ ...one, ...countOf(place) }, one.parts))
        : some,
    ),
  };
}

function countOf({ name, known }: Place): Pick<Place, 'name' | 'known'> {
  return { name, known };
}

/** The fewest that can be there. */
function fewestIn(place: Place): number {
  if (place.known !== null) return place.known.n;
  const answered = place.bases.map((bases) => bases.reduce((sum, { n }) => sum + n, 0));
  const inside = place.parts.map((parts) => parts.reduce((sum, one) => sum + fewestIn(one), 0));
  return Math.max(0, ...answered, ...inside);
}

/** Counts that could be, so that all ties hold: in each place the fewest, and in one what is left. */
function latentsIn(place: Place, n: number, used: Count): readonly Count[] {
  const own = place.known === null ? [latentOf(place, n, used)] : [];
  return [
    ...own,
    ...place.parts.flatMap((parts) => {
      const fewest = parts.map(fewestIn);
      const left = n - fewest.reduce((sum, one) => sum + one, 0);
      const last = parts.findLastIndex(({ known }) => known === null);
      return parts.flatMap((one, i) => latentsIn(one, fewest[i]! + (i === last ? left : 0), used));
    }),
  ];
}

function latentOf({ name, where }: Place, n: number, { name: over }: Count): Count {
  const { round, group, value } = where;
  return {
    name,
    kind: 'respondents',
    item: '',
    round,
    question: '',
    group,
    value,
    n,
    over,
    primary: true,
    fixed: false,
    told: false,
    ofPeople: false,
    lines: 0,
    dependents: NO_DEPENDENTS,
  };
}

function tiesIn(place: Place): readonly Relation[] {
  return [
    ...place.bases.map((bases) =>
      atMost(
        bases.map((one) => one.name),
        [place.name],
      ),
    ),
    ...place.parts.flatMap((parts) => {
      const names = parts.map(({ name }) => name);
      // The tables' own counts are tied by sums of their own.
      const isNew = parts.length > 1 && [place, ...parts].some(({ known }) => known === null);
      return [...(isNew ? [equal([place.name], names)] : []), ...parts.flatMap(tiesIn)];
    }),
  ];
}

/**
 * Bases of a place that almost everybody there is in: where one is shown, another is told but for a
 * few, so that they are hidden together.
 */
function basesIn({ bases, parts }: Place, minimum: number): readonly (readonly string[])[] {
  const questions = bases.map((own) => ({
    names: own.map(({ name }) => name),
    n: own.reduce((sum, one) => sum + one.n, 0),
  }));
  const most = Math.max(...questions.map(({ n }) => n));
  const near = questions.filter(({ n, names }) => names.length === 1 && most - n < minimum);
  return [
    near.flatMap(({ names }) => names),
    ...parts.flat().flatMap((one) => basesIn(one, minimum)),
  ];
}
