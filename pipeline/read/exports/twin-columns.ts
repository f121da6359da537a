/** Which column of an export by option text is which of the export by option number. */
import { groupBy } from '../../group-by.ts';
import { foldText } from '../cell.ts';
import type { Layout } from './layout.ts';
import { questionNumber } from './wenjuanxing.ts';

/** One of the two files. */
export interface Side {
  readonly header: readonly string[];
  readonly layout: Layout;
}

export interface TwinColumns {
  /** The answer sheet's number in both; null where either has none. */
  readonly id: { readonly text: number; readonly number: number } | null;
  /** One column in both files. */
  readonly same: readonly { readonly text: number; readonly number: number }[];
  /** Options in one cell by text, one column each by number. */
  readonly joined: readonly {
    readonly text: number;
    readonly options: readonly { readonly position: number; readonly option: string }[];
  }[];
  /** Options of the columns in `joined`, in the order of the number file. */
  readonly options: ReadonlyMap<number, readonly string[]>;
  /** Names of columns with answers that the other file does not have. */
  readonly apart: readonly string[];
}

/** What a pair of files may be: its text file's format, and its number file's. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['wenjuanxing-text', 'wenjuanxing-number'],
  ['wenjuan-readable', 'wenjuan-original'],
]);

/** Whether two formats are the two of one tool, in this order. */
export function areTwins(text: string, number: string): boolean {
  return PAIRS.get(text) === number;
}

/** Pairs the columns; null if the files cannot be of one survey. */
export function pairColumns(text: Side, number: Side): TwinColumns | null {
  const pairs =
    text.layout.format === 'wenjuan-readable' ? byOrder(text, number) : byName(text, number);
  if (pairs === null) return null;
  const paired = new Set(pairs.map((one) => one.number));
  const joined = joinedColumns(text, number, pairs, paired);
  const answered = pairs.filter((one) => isAnswer(text, one.text));
  const taken = new Set([...answered, ...joined].map((one) => one.text));
  for (const { options } of joined) for (const { position } of options) paired.add(position);
  const id = [text, number].map(({ layout }) =>
    layout.roles.findIndex(({ kind }) => kind === 'respondent'),
  );
  return {
    id: id.includes(-1) ? null : { text: id[0]!, number: id[1]! },
    same: answered,
    joined,
    options: new Map(joined.map((one) => [one.text, one.options.map(({ option }) => option)])),
    apart: [
      ...text.header.filter((_, i) => isAnswer(text, i) && !taken.has(i)),
      ...number.header.filter((_, i) => isAnswer(number, i) && !paired.has(i)),
    ],
  };
}

type Pairs = readonly { readonly text: number; readonly number: number }[];

function isAnswer({ layout, header }: Side, column: number): boolean {
  const kind = layout.roles[column]?.kind;
  const known = kind === 'question' || kind === 'option' || kind === 'item' || kind === 'fill-in';
  return known && header[column] !== '';
}

/** By header; of several with one name, the first is the first. */
function byName(text: Side, number: Side): Pairs {
  const places = groupBy(number.header.keys(), (column) => foldText(number.header[column]!));
  return text.header.flatMap((name, column) => {
    const place = name === '' ? undefined : places.get(foldText(name))?.shift();
    return place === undefined ? [] : [{ text: column, number: place }];
  });
}

/** 问卷网's two files have the same columns in the same order, but for how long it took. */
function byOrder(text: Side, number: Side): Pairs | null {
  const columnsOf = ({ header, layout }: Side) =>
    [...header.keys()].filter((column) => layout.roles[column]?.kind !== 'duration');
  const [left, right] = [columnsOf(text), columnsOf(number)];
  if (left.length !== right.length) return null;
  return left.map((column, i) => ({ text: column, number: right[i]! }));
}

/** `6、爱好` by text is `第6题(运动)`, `第6题(阅读)` by number. */
function joinedColumns(text: Side, number: Side, pairs: Pairs, paired: ReadonlySet<number>) {
  const free = [...number.header.keys()].flatMap((position) => {
    const role = number.layout.roles[position];
    const option = role?.kind === 'option' ? role.option : role?.kind === 'item' ? role.item : null;
    return paired.has(position) || option === null ? [] : [{ position, option }];
  });
  const blocks = groupBy(free, ({ position }) => String(questionNumber(number.header[position]!)));
  return text.header.flatMap((name, column) => {
    const own = questionNumber(name);
    const isQuestion = text.layout.roles[column]?.kind === 'question';
    const options = own === null ? undefined : blocks.get(String(own));
    const here = pairs.some((one) => one.text === column);
    return here || !isQuestion || options === undefined ? [] : [{ text: column, options }];
  });
}
