/** closed.csv of one round and closed question: options with their shares, means of scales. */
import type { ClosedQuestion, Survey } from '../survey/survey.ts';
import { ANSWERED, MISSING, optionItem, optionOf, X, XX } from '../tally/items.ts';
import { itemsOf, type Sums, sumsOf, type Tally, valuesOf } from '../tally/tally.ts';
import type { MeanOf, ShareOf } from './figures.ts';
import { gridLines } from './grid.ts';
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
          sums: itemSums(input, grouping.id, value, optionItem(option)),
        })),
      ),
      values.map((value, v) => ({ value: v, sums: itemSums(input, grouping.id, value, ANSWERED) })),
      options.length,
    );
    return values.flatMap((value, v) => {
      const where = { round: input.round, question: question.id, group: grouping.id, value };
      const own = lines.slice(v * options.length, (v + 1) * options.length);
      return [
        ...own.map(
          (line): ClosedRow => ({
            ...where,
            type: question.type,
            option: options[line.item]!,
            label: labelOf(input, options[line.item]!),
            ...input.shareOf(line.yes, line.base),
            mean: null,
            sd: null,
          }),
        ),
        ...meanRow(input, where),
      ];
    });
  });
}

function itemSums(
  { question, tally }: ClosedInput,
  group: string,
  value: string,
  item: string,
): Sums {
  return sumsOf(tally, question.id, group, value, item);
}

/** Declared options in their order, then others found in the data; all points of a scale. */
function optionsOf({ question, tally }: ClosedInput): readonly string[] {
  if (question.type === 'number') return [];
  if (question.type === 'scale') {
    const [low, high] = question.range;
    return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  }
  const found = itemsOf(tally, question.id).flatMap((item) => optionOf(item) ?? []);
  return [...question.options, ...found.filter((one) => !question.options.includes(one))];
}

function labelOf({ question, survey }: ClosedInput, option: string): string {
  if (question.type === 'number') return '';
  return question.labels.get(option)?.[survey.languages[0]!] ?? option;
}

function meanRow(input: ClosedInput, where: Where): ClosedRow[] {
  const { question } = input;
  if (question.type !== 'scale' && question.type !== 'number') return [];
  const base = itemSums(input, where.group, where.value, ANSWERED);
  const powers =
    question.type === 'scale'
      ? scaleMoments(input, where)
      : {
          x: itemSums(input, where.group, where.value, X),
          xx: itemSums(input, where.group, where.value, XX),
        };
  const none = { option: '', label: '', n: null, share: null };
  return [{ ...where, type: question.type, ...none, ...input.meanOf(base, powers.x, powers.xx) }];
}

/** Σwx, Σw²x and Σwx², Σw²x² of a scale follow from the counts of its points. */
function scaleMoments(input: ClosedInput, where: Where): { x: Sums; xx: Sums } {
  const points = optionsOf(input).map((option) => ({
    point: Number(option),
    sums: itemSums(input, where.group, where.value, optionItem(option)),
  }));
  const moment = (power: number): Sums => ({
    n: points.reduce((sum, one) => sum + one.sums.n, 0),
    w: points.reduce((sum, one) => sum + one.sums.w * one.point ** power, 0),
    w2: points.reduce((sum, one) => sum + one.sums.w2 * one.point ** power, 0),
  });
  return { x: moment(1), xx: moment(2) };
}
