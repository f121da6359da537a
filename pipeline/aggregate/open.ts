/** problems.csv, themes.csv, pairs.csv and coding.csv of one round and open question. */
import { STATUSES, type Status } from '../code/coding.ts';
import { rowOf } from '../row.ts';
import type { OpenQuestion, Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import { NO_TAXONOMY, SUBSTANTIVE } from '../tally/count-open.ts';
import { codeItem, pairItem, statusItem, themeItem } from '../tally/items.ts';
import { sumsOf, valuesOf } from '../tally/look-up.ts';
import type { Tally } from '../tally/tally.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { liftOf, oddsOf, type ShareOf } from './figures.ts';
import { type CountedItem, gridLines } from './grid.ts';
import { type Base, type Counted, cellsOfItems, respondentsOf } from './sums.ts';
import type { CodingRow, PairRow, ProblemRow, ThemeRow, Where } from './tables.ts';

/** What the tables of one round and question are made from. */
export interface OpenInput {
  readonly round: string;
  readonly question: OpenQuestion;
  readonly tally: Tally;
  readonly survey: Survey;
  readonly codebook: Codebook;
  readonly shareOf: ShareOf;
}

/** A grouping with its values: everybody, then each group of the survey. */
interface Grouping {
  readonly id: string;
  readonly values: readonly string[];
  /** Sub-problems are counted for everybody and for outer groups only. */
  readonly leaves: boolean;
}

/** One line a code, for every group value in which its taxonomy was asked. */
export function problemRows(input: OpenInput): readonly ProblemRow[] {
  return groupingsOf(input).flatMap((grouping) =>
    taxonomiesOf(input).flatMap((taxonomy) => {
      const codes = codesOf(taxonomy, grouping.leaves, input);
      const lines = shareLines(
        input,
        grouping,
        [taxonomy.id],
        codes.map((one) => one.item),
      );
      return lines.map(({ where, item, yes, base }): ProblemRow => {
        const { code, level, label } = codes[item]!;
        return rowOf(
          where,
          { taxonomy: taxonomy.id, code, level, label },
          input.shareOf(yes, base),
        );
      });
    }),
  );
}

/** One line a theme, over respondents of the taxonomies that have it. */
export function themeRows(input: OpenInput): readonly ThemeRow[] {
  const own = taxonomiesOf(input).map((one) => one.id);
  return groupingsOf(input).flatMap((grouping) =>
    input.codebook.themes.flatMap((theme) => {
      const taxonomies = own.filter((id) => theme.members.has(id));
      return shareLines(input, grouping, taxonomies, [themeItem(theme.id)]).map(
        ({ where, yes, base }): ThemeRow =>
          rowOf(where, { theme: theme.id }, input.shareOf(yes, base)),
      );
    }),
  );
}

/** Every pair of problems of a taxonomy, among everybody. */
export function pairRows(input: OpenInput): readonly PairRow[] {
  const { round, question, tally, survey } = input;
  const level = survey.statistics.confidence;
  return taxonomiesOf(input).flatMap((taxonomy) => {
    const codes = taxonomy.problems.map((one) => one.id);
    const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => [a, b] as const));
    const items = pairs.map(([a, b]) => pairItem(taxonomy.id, a, b));
    return shareLines(input, EVERYBODY, [taxonomy.id], items).map(
      ({ item, yes, base }): PairRow => {
        const [code_a, code_b] = pairs[item]!;
        const sums = (code: string) =>
          sumsOf(tally, question.id, 'all', '', codeItem(taxonomy.id, code));
        const { n_effective: _, ...figures } = input.shareOf(yes, base);
        const lift = liftOf(yes.sums, sums(code_a), sums(code_b), base.sums);
        const odds = oddsOf(yes.sums, sums(code_a), sums(code_b), base.sums, level);
        return { round, question: question.id, code_a, code_b, ...figures, lift, ...odds };
      },
    );
  });
}

/** How many answers have each status. */
export function codingRows(input: OpenInput): readonly CodingRow[] {
  const { round, question, tally } = input;
  return STATUSES.map((status) => ({
    round,
    question: question.id,
    status,
    n: [NO_TAXONOMY, ...taxonomiesOf(input).map((one) => one.id)].reduce(
      (sum, id) => sum + sumsOf(tally, question.id, 'all', '', statusItem(id, status)).n,
      0,
    ),
    shown: 'yes',
  }));
}

const EVERYBODY: Grouping = { id: 'all', values: [''], leaves: true };

function groupingsOf({ survey, question, tally }: OpenInput): readonly Grouping[] {
  return [
    EVERYBODY,
    ...survey.groups.map((group) => ({
      id: group.id,
      values: valuesOf(tally, question.id, group.id),
      leaves: group.within === null,
    })),
  ];
}

/** The taxonomies of a question, each once, in order of first use. */
export function taxonomiesOf({
  question,
  codebook,
}: Pick<OpenInput, 'question' | 'codebook'>): readonly Taxonomy[] {
  const choice = question.taxonomy;
  const references = choice.by === null ? [choice.taxonomy] : [...choice.taxonomies.values()];
  return [...new Set(references)].map((one) => codebook.taxonomies.get(one)!);
}

export interface Code {
  readonly item: string;
  readonly code: string;
  readonly level: 0 | 1 | 2;
  readonly label: string;
}

/** The codes of a taxonomy in its order, any problem first; with sub-problems if `leaves`. */
export function codesOf(
  taxonomy: Taxonomy,
  leaves: boolean,
  { survey }: OpenInput,
): readonly Code[] {
  const lang = survey.languages[0]!;
  const item = (code: string) => codeItem(taxonomy.id, code);
  return [
    {
      item: statusItem(taxonomy.id, 'coded'),
      code: taxonomy.id,
      level: 0,
      label: taxonomy.labels[lang],
    },
    ...taxonomy.problems.flatMap((one): Code[] => [
      { item: item(one.id), code: one.id, level: 1, label: one.labels[lang] },
      ...(leaves ? one.subproblems : []).map(
        (leaf): Code => ({
          item: item(leaf.id),
          code: leaf.id,
          level: 2,
          label: leaf.labels[lang],
        }),
      ),
    ]),
  ];
}

/** Counts of `items` with their base, for each value where one of `taxonomies` was asked. */
function shareLines(
  { round, question, tally }: OpenInput,
  grouping: Grouping,
  taxonomies: readonly string[],
  items: readonly string[],
): readonly { where: Where; item: number; yes: Counted; base: Base }[] {
  const sums = (value: string, item: string) =>
    sumsOf(tally, question.id, grouping.id, value, item);
  const of = (value: string, statuses: readonly Status[]) =>
    taxonomies.flatMap((id) => statuses.map((status) => sums(value, statusItem(id, status))));
  const asked = grouping.values.filter(
    (value) => grouping.id === 'all' || of(value, STATUSES).some((one) => one.n > 0),
  );
  const counts = asked.flatMap((value, v) =>
    items.map((item, i): CountedItem => ({ value: v, item: i, sums: sums(value, item) })),
  );
  const bases = asked.flatMap((value, v) =>
    of(value, SUBSTANTIVE).map((one) => ({ value: v, sums: one })),
  );
  const inBase = taxonomies.flatMap((id) => SUBSTANTIVE.map((one) => statusItem(id, one)));
  return gridLines(counts, bases, items.length).map(({ value, item, yes, base }) => {
    const where = { round, question: question.id, group: grouping.id, value: asked[value]! };
    const cells = (some: readonly string[]) => () => cellsOfItems(tally, where, some);
    return {
      where,
      item,
      yes: { sums: yes, cells: cells([items[item]!]) },
      base: { sums: base, cells: cells(inBase), group: respondentsOf(tally, where) },
    };
  });
}
