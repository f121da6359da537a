/** What each line of the tables says of kinds of respondents, in the words of interface.md alone. */
import type { CountTables, Where } from '../../pipeline/aggregate/tables.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';
import type { Kind } from './oracle-kinds.ts';

/** How many times a respondent of a kind counts. */
export type Counting = (kind: Kind) => number;

/** A number of a line, or where it was. */
export interface Figure {
  readonly name: string;
  /** Null where it is hidden. */
  readonly n: number | null;
  readonly counts: Counting;
  /** What it is a part of; null of what is no number of people. */
  readonly over: Counting | null;
  /** Whether it is a base, which is no secret unless it is small. */
  readonly isBase: boolean;
}

const SUBSTANTIVE: readonly Kind['status'][] = ['coded', 'uncoded', 'no-problem'];

const isIn =
  ({ question, group, value }: Pick<Where, 'question' | 'group' | 'value'>) =>
  (kind: Kind) =>
    kind.question === question &&
    (group === 'all' || (group === 'type' ? kind.type : kind.unit) === value);
const both =
  (...all: readonly ((kind: Kind) => boolean)[]): Counting =>
  (kind) =>
    all.every((one) => one(kind)) ? 1 : 0;
const everybody = ({ question }: { readonly question: string }) => ({
  question,
  group: 'all',
  value: '',
});

interface Share {
  readonly n: number | null;
  readonly base: number | null;
}

/** A count and its base. */
function shareOf(
  where: readonly string[],
  baseName: readonly string[],
  { n, base }: Share,
  isInBase: (kind: Kind) => boolean,
  isYes: (kind: Kind) => boolean,
  used: Counting,
): readonly Figure[] {
  const over = both(isInBase);
  return [
    { name: baseName.join(' '), n: base, counts: over, over: used, isBase: true },
    { name: where.join(' '), n, counts: both(isInBase, isYes), over, isBase: false },
  ];
}

/**
 * Every figure of the tables that counts people, hidden ones included, and the moments of scales.
 *
 * @param open id of the question that all respondents have a kind of
 */
export function figuresOf(
  tables: CountTables,
  codebook: Codebook,
  open: string,
): readonly Figure[] {
  const used: Counting = ({ question }) => (question === open ? 1 : 0);
  const answered = (taxonomies: readonly string[]) => (kind: Kind) =>
    taxonomies.includes(kind.taxonomy) && SUBSTANTIVE.includes(kind.status);
  const says = (taxonomy: string, code: string) => (kind: Kind) =>
    code === taxonomy ? kind.status === 'coded' : kind.said.has(code);
  const people = tables.rows.reduce((sum, row) => sum + row.used, 0);
  return [
    { name: 'used', n: people, counts: used, over: null, isBase: true },
    ...tables.problems.flatMap((row) => {
      const inBase = (kind: Kind) => isIn(row)(kind) && answered([row.taxonomy])(kind);
      const place = [row.group, row.value];
      const names = [
        ['problem', ...place, row.taxonomy, row.code],
        ['base', ...place, row.taxonomy],
      ] as const;
      return shareOf(...names, row, inBase, says(row.taxonomy, row.code), used);
    }),
    ...tables.themes.flatMap((row) => {
      const { members } = codebook.themes.find(({ id }) => id === row.theme)!;
      const inBase = (kind: Kind) => isIn(row)(kind) && answered([...members.keys()])(kind);
      const isHit = ({ taxonomy, said }: Kind) =>
        members.get(taxonomy)?.some((code) => said.has(code)) === true;
      const place = [row.group, row.value];
      const names = [
        ['theme', ...place, row.theme],
        ['theme-base', ...place, row.theme],
      ] as const;
      return shareOf(...names, row, inBase, isHit, used);
    }),
    ...closedFigures(tables, used),
    ...tables.pairs.flatMap((row) => {
      const taxonomy = [...codebook.taxonomies.values()].find(({ problems }) =>
        problems.some(({ id }) => id === row.code_a),
      )!.id;
      const inBase = (kind: Kind) => isIn(everybody(row))(kind) && answered([taxonomy])(kind);
      const isPair = ({ said }: Kind) => said.has(row.code_a) && said.has(row.code_b);
      const names = [
        ['pair', row.code_a, row.code_b],
        ['base', 'all', '', taxonomy],
      ] as const;
      return shareOf(...names, row, inBase, isPair, used);
    }),
    ...tables.coding.map(({ question, status, n }) => {
      const counts = both(isIn(everybody({ question })), (kind) => kind.status === status);
      return { name: `status ${status}`, n, counts, over: used, isBase: false };
    }),
    ...tables.sensitivity
      .filter(({ variant }) => variant === 'unflagged')
      .flatMap((row) => {
        const inBase = (kind: Kind) =>
          isIn(everybody(row))(kind) && answered([row.taxonomy])(kind) && !kind.isFlagged;
        const names = [
          ['unflagged', row.taxonomy, row.code],
          ['unflagged-base', row.taxonomy],
        ] as const;
        return shareOf(...names, row, inBase, says(row.taxonomy, row.code), used);
      }),
    ...basesFigures(tables, used, answered),
    ...responseFigures(tables, used),
  ];
}

function basesFigures(
  { bases }: CountTables,
  used: Counting,
  answered: (taxonomies: readonly string[]) => (kind: Kind) => boolean,
): readonly Figure[] {
  return bases.flatMap((row): readonly Figure[] => {
    const place = isIn(everybody(row));
    const name = `${row.of} ${row.taxonomy}`;
    if (row.of === 'mentions') {
      // Sub-problems are mentions of their problem.
      const counts = (kind: Kind) =>
        place(kind) && kind.taxonomy === row.taxonomy
          ? [...kind.said].filter((code) => !code.includes('.')).length
          : 0;
      return [{ name, n: row.base, counts, over: null, isBase: true }];
    }
    const isAsked = (kind: Kind) =>
      place(kind) &&
      kind.taxonomy === row.taxonomy &&
      (answered([row.taxonomy])(kind) || kind.status === 'empty');
    return [{ name, n: row.base, counts: both(isAsked), over: used, isBase: true }];
  });
}

function responseFigures({ response }: CountTables, used: Counting): readonly Figure[] {
  const units = new Set(
    response.flatMap(({ group, value, status }) =>
      group === 'unit' && status !== 'no-base' ? [value] : [],
    ),
  );
  const rate = response.find(({ group }) => group === 'all');
  return response.map((row): Figure => {
    const isThere = (kind: Kind) =>
      used(kind) === 1 &&
      (row.group === 'all'
        ? rate?.status === 'no-base' || units.has(kind.unit)
        : (row.group === 'type' ? kind.type : kind.unit) === row.value);
    const name = `respondents ${row.group} ${row.value}`;
    return { name, n: row.respondents, counts: both(isThere), over: used, isBase: false };
  });
}

function closedFigures({ closed }: CountTables, used: Counting): readonly Figure[] {
  return closed.flatMap((row): readonly Figure[] => {
    const place = isIn(row);
    const inBase = (kind: Kind) => place(kind) && kind.status === 'answered';
    const at = [row.question, row.group, row.value];
    const isChosen = ({ said }: Kind) => said.has(row.option);
    if (row.option !== '') {
      const names = [
        ['option', ...at, row.option],
        ['answered', ...at],
      ] as const;
      return shareOf(...names, row, inBase, isChosen, used);
    }
    const { base, mean, sd } = row;
    const over = both(inBase);
    const sum = (power: number, n: number | null): Figure => ({
      name: ['points', ...at, power].join(' '),
      n: n === null ? null : Math.round(n),
      counts: (kind) => (inBase(kind) ? Number([...kind.said][0]) ** power : 0),
      over: null,
      isBase: true,
    });
    const total = mean === null || base === null ? null : mean * base;
    const squares =
      total === null || sd === null ? null : sd ** 2 * (base! - 1) + total ** 2 / base!;
    return [
      { name: ['answered', ...at].join(' '), n: base, counts: over, over: used, isBase: true },
      sum(1, total),
      sum(2, squares),
    ];
  });
}
