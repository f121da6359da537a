/** Columns of a heat map: how wide they must be, and their heads, on a page and on a phone. */
import { ems, lineCount, wrap } from './text.ts';
import { isWide, OUTER_WIDTH } from './theme.ts';

/** Pixels of a column for `100.0%`; on a phone for `99.9`; for `99` where there are many. */
const COLUMN = 52;
const NARROW_COLUMN = 26;
const TIGHT_COLUMN = 17;
/** Columns that find room on a phone with decimals, and without. */
export const MOST_ROOMY = 7;
const MOST_TIGHT = 12;
/** Ems of a head on a phone, in which two Chinese characters fit above a column. */
const NARROW_HEAD = 2.5;
/** Ems of what fits above a tight column as it is, such as a code. */
const TIGHT_HEAD = 1.9;
const HEAD_SIZE = 12;
const LINE = 15;

/** Pixels, with `room` for the labels of rows, below which a heat map scrolls. */
export function narrowest(room: number, columns: readonly string[]): number {
  const { length } = columns;
  if (length > MOST_TIGHT) return fullWidth(room, columns);
  return room + length * (length > MOST_ROOMY ? TIGHT_COLUMN : NARROW_COLUMN) + 4;
}

/** Pixels that heads and figures take up as they are on a page. */
export function fullWidth(room: number, columns: readonly string[]): number {
  const longest = Math.max(0, ...headsOf(columns).flatMap((head) => head.split('\n').map(ems)));
  return room + columns.length * Math.max(COLUMN, longest * HEAD_SIZE + 4) + 4;
}

/** Expression: whether heads and figures are set as on a page. */
export function roominess(room: number, columns: readonly string[]): string {
  if (columns.length > MOST_TIGHT) return 'true';
  if (columns.length <= MOST_ROOMY) return isWide();
  return `(${OUTER_WIDTH} >= ${Math.ceil(fullWidth(room, columns))})`;
}

/** Column heads in lines. */
function headsOf(columns: readonly string[]): readonly string[] {
  const most = columns.length <= 4 ? 8 : columns.length <= MOST_ROOMY ? 5.5 : 4.5;
  return columns.map((name) => wrap(name, most));
}

const HAN = /\p{Script=Han}/u;

/** A head on a phone: Chinese over a tight column runs down, Latin runs up. */
function narrowHead(name: string, isTight: boolean): { narrow: string; turned: boolean } {
  if (!isTight) return { narrow: wrap(name, NARROW_HEAD), turned: false };
  if (ems(name) <= TIGHT_HEAD) return { narrow: name, turned: false };
  return HAN.test(name) ? { narrow: wrap(name, 1), turned: false } : { narrow: name, turned: true };
}

/** Heads of the columns, those that are turned on a phone in a layer of their own. */
export function headLayers(columns: readonly string[], x: unknown, wide: string) {
  const isTight = columns.length > MOST_ROOMY;
  const values = headsOf(columns).map((text, column) => {
    const { narrow, turned } = narrowHead(columns[column] ?? '', isTight);
    return { column, text, lines: lineCount(text), narrow, narrowLines: lineCount(narrow), turned };
  });
  const encoding = { x, y: { value: -8 }, text: { field: 'head', type: 'nominal' } };
  const fontSize = { expr: `${wide} ? ${HEAD_SIZE} : 10.5` };
  const level = {
    name: 'head',
    data: { values },
    transform: [
      { calculate: `${wide} ? datum.text : datum.turned ? '' : datum.narrow`, as: 'head' },
    ],
    mark: {
      type: 'text',
      baseline: 'alphabetic',
      lineBreak: '\n',
      lineHeight: { expr: `${wide} ? ${LINE} : ${isTight ? 12 : LINE}` },
      fontSize,
      dy: {
        expr: `${wide} ? ${-LINE} * (datum.lines - 1) : ${isTight ? -12 : -LINE} * (datum.narrowLines - 1)`,
      },
    },
    encoding,
  };
  if (!values.some(({ turned }) => turned)) return [level];
  const upwards = {
    name: 'turnedhead',
    data: { values: values.filter(({ turned }) => turned) },
    transform: [{ calculate: `${wide} ? '' : datum.narrow`, as: 'head' }],
    mark: { type: 'text', align: 'left', baseline: 'middle', angle: 270, fontSize },
    encoding,
  };
  return [level, upwards];
}
