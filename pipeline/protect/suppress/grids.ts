/** Counts side by side: lines of the values of a group, columns of what is counted in each. */

import { entry } from '../../entry.ts';
import type { Count, Kind } from '../counts/count-cells.ts';
import { outerValue, valuesByGroup } from '../counts/nested.ts';
import type { Rules } from '../counts/rules.ts';

/** Lines whose columns add up to counts of one whole; -1 where a line has no such count. */
export interface Grid {
  /** Number of the line of each value. */
  readonly lineOf: ReadonlyMap<string, number>;
  /** Values, line by line. */
  readonly values: readonly string[];
  readonly lines: readonly (readonly number[])[];
  /** How many columns, from the first, count all whom others count: the base, and any problem. */
  readonly wholes: number;
}

/** What is counted over which base. */
const FAMILIES: Readonly<Partial<Record<Kind, string>>> = {
  base: 'code',
  code: 'code',
  answered: 'option',
  option: 'option',
  'theme-base': 'theme',
  theme: 'theme',
  respondents: 'people',
  mean: 'mean',
  square: 'square',
};

/**
 * @param counts published ones, and how many people are at each place
 * @param index numbers of counts by name
 */
export function gridsOf(
  counts: readonly Count[],
  index: ReadonlyMap<string, number>,
  rules: Rules,
): readonly Grid[] {
  const values = valuesByGroup(counts);
  const grids = new Map<string, Map<string, Map<string, number>>>();
  for (const count of counts) {
    const family = FAMILIES[count.kind];
    if (family === undefined || count.group === 'all') continue;
    const parent = outerValue(count, rules.groups, values);
    const [taxonomy, code = ''] = count.item.split('\u0002');
    const isBase = count.item === '' || (family === 'code' && code === '');
    const of = family === 'code' ? taxonomy! : family === 'theme' ? count.item : '';
    const key = [family, count.round, count.question, of, count.group, parent].join('\u0001');
    const column =
      isBase || count.kind === 'theme-base' ? BASE : code === taxonomy ? ANY : count.item;
    const grid = entry(grids, key, () => new Map<string, Map<string, number>>());
    entry(grid, count.value, () => new Map<string, number>()).set(column, index.get(count.name)!);
  }
  return [...grids.values()].map((grid) => {
    const columns = new Set([...grid.values()].flatMap((line) => [...line.keys()]));
    const wholes = [BASE, ANY].filter((column) => columns.has(column));
    const order = [...wholes, ...[...columns].filter((column) => !wholes.includes(column))];
    const own = [...grid.keys()];
    return {
      values: own,
      lineOf: new Map(own.map((value, line) => [value, line])),
      lines: [...grid.values()].map((line) => order.map((column) => line.get(column) ?? -1)),
      wholes: wholes.length,
    };
  });
}

const BASE = '';
const ANY = '\u0003';
