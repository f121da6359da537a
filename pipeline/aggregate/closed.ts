/** closed.csv of one round and closed question: options with their shares, means of scales. */

import { rowOf } from '../row.ts';
import { pointLabel } from '../survey/question-in.ts';
import type { ClosedQuestion, Survey } from '../survey/survey.ts';
import { ANSWERED, MISSING, optionItem, optionOf, X, XX } from '../tally/items.ts';
import { itemsOf, sumsOf, valuesOf } from '../tally/look-up.ts';
import { NO_SUMS, type Sums, type Tally } from '../tally/tally.ts';
import type { MeanOf, ShareOf } from './figures.ts';
import { gridLines } from './grid.ts';
import {
  addSums,
  baseIn,
  type Cells,
  type Counted,
  type CountPlace,
  cellsOfItems,
  combineCells,
  countedIn,
  respondentsOf,
} from './sums.ts';
import type { ClosedRow, Where } from './tables.ts';

export interface ClosedInput {
  readonly round: string;
  readonly question: ClosedQuestion;
  readonly tally: Tally;
  readonly survey: Survey;
  readonly shareOf: ShareOf;
  readonly meanOf: MeanOf;
}

/** For each group value: a line an option in their order, then a line with the mean, if any. */
export function closedRows(input: ClosedInput): readonly ClosedRow[] {
  const { question, tally, survey } = input;
  const cells = (where: Where, items: readonly string[]) => () => cellsOfItems(tally, where, items);
  const groupings = [
    { id: 'all', values: [''] },
    ...survey.groups.map((one) => ({ id: one.id, values: valuesOf(tally, question.id, one.id) })),
  ];
  return groupings.flatMap((grouping) => {
    const asked = (value: string, item: string) => itemSums(input, grouping.id, value, item).n > 0;
    const values = grouping.values.filter(
      (value) => asked(value, ANSWERED) || asked(value, MISSING),
    );
    const options = optionsOf(input);
    const lines = gridLines(
      values.flatMap((value, v) =>
        options.map((option, i) => ({
          value: v,
          item: i,
          sums: optionSums(input, grouping.id, value, option),
        })),
      ),
      values.map((value, v) => ({ value: v, sums: itemSums(input, grouping.id, value, ANSWERED) })),
      options.length,
    );
    return values.flatMap((value, v) => {
      const where = { round: input.round, question: question.id, group: grouping.id, value };
      const own = lines.slice(v * options.length, (v + 1) * options.length);
      const [answered, group] = [cells(where, [ANSWERED]), respondentsOf(tally, where)];
      return [
        ...own.map(({ item, yes, base }): ClosedRow => {
          const option = options[item]!;
          const label = labelOf(input, option);
          const share = input.shareOf(
            { sums: yes, cells: cells(where, itemsFor(input, option)) },
            { sums: base, cells: answered, group },
          );
          return rowOf(where, { type: question.type, option, label }, share, NO_MEAN);
        }),
        ...meanRow(input, where),
      ];
    });
  });
}

const NO_MEAN = { mean: null, sd: null } as const;

function itemSums(
  { question, tally }: ClosedInput,
  group: string,
  value: string,
  item: string,
): Sums {
  return sumsOf(tally, question.id, group, value, item);
}

/** Stands for all undeclared options of a single choice that too few chose to be named. */
const OTHERS = '(其他)';

/**
 * Declared options in their order, then others found in the data; all points of a scale.
 *
 * An undeclared option is a respondent's own word. It is named only where `minimum` of them chose
 * it; the others of a single choice stand together as one option, so that options still partition.
 */
function optionsOf(input: ClosedInput): readonly string[] {
  const { question } = input;
  if (question.type === 'number') return [];
  if (question.type === 'scale') {
    const [low, high] = question.range;
    return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  }
  const { named, rare } = undeclared(input);
  const others = rare.length > 0 && question.type === 'single' ? [OTHERS] : [];
  return [...question.options, ...named, ...others];
}

function undeclared(input: ClosedInput): { named: readonly string[]; rare: readonly string[] } {
  const { question, tally, survey } = input;
  if (question.type !== 'single' && question.type !== 'multiple') return { named: [], rare: [] };
  const found = itemsOf(tally, question.id).flatMap((item) => optionOf(item) ?? []);
  const own = found.filter((one) => !question.options.includes(one));
  const common = (option: string) =>
    itemSums(input, 'all', '', optionItem(option)).n >= survey.privacy.minimum;
  return { named: own.filter(common), rare: own.filter((one) => !common(one)) };
}

function optionSums(input: ClosedInput, group: string, value: string, option: string): Sums {
  return itemsFor(input, option)
    .map((item) => itemSums(input, group, value, item))
    .reduce(addSums, NO_SUMS);
}

/** The items that an option stands for: itself, or all that are too rare to be named. */
function itemsFor(input: ClosedInput, option: string): readonly string[] {
  return (option === OTHERS ? undeclared(input).rare : [option]).map(optionItem);
}

function labelOf({ question, survey }: ClosedInput, option: string): string {
  if (question.type === 'number') return '';
  const label =
    question.type === 'scale' ? pointLabel(question, option) : question.labels.get(option);
  return label?.[survey.languages[0]!] ?? option;
}

function meanRow(input: ClosedInput, where: Where): ClosedRow[] {
  const { question } = input;
  if (question.type !== 'scale' && question.type !== 'number') return [];
  const { tally } = input;
  const moment = (power: 1 | 2) =>
    question.type === 'scale'
      ? scaleMoment(tally, where, optionsOf(input), power)
      : countedIn(tally, where, [power === 1 ? X : XX]);
  const none = { option: '', label: '', n: null, share: null };
  const figures = input.meanOf(baseIn(tally, where, [ANSWERED]), moment(1), moment(2));
  return [rowOf(where, { type: question.type, ...none }, figures)];
}

/** Σwx and Σw²x, or with power 2 Σwx² and Σw²x², of a scale follow from the counts of its points. */
export function scaleMoment(
  tally: Tally,
  place: CountPlace,
  points: readonly string[],
  power: number,
): Counted {
  const { question, group, value } = place;
  const times = ({ n, w, w2 }: Sums, factor: number) => ({ n, w: w * factor, w2: w2 * factor });
  const parts = points.map((point) => ({
    factor: Number(point) ** power,
    item: optionItem(point),
  }));
  return {
    sums: parts
      .map(({ factor, item }) => times(sumsOf(tally, question, group, value, item), factor))
      .reduce(addSums, NO_SUMS),
    cells: () =>
      parts
        .map(({ factor, item }): Cells => {
          const own = cellsOfItems(tally, place, [item]);
          return new Map([...own].map(([cell, sums]) => [cell, times(sums, factor)]));
        })
        .reduce<Cells>((sum, one) => combineCells(sum, one, addSums), new Map()),
  };
}
