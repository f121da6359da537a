/** Figures at the right of a chart of rows, in columns where no mark can be taken for theirs. */
import { isWide, MUTED } from './theme.ts';

export interface RowFigure {
  readonly row: number;
  /** What the figures are of; null where their row may lack a bar and still have them. */
  readonly name: string | null;
  readonly figure: string | null;
  /** That of the round before. */
  readonly before: string | null;
}

/** What stands above the columns. */
export interface ColumnHeads {
  readonly figure: string;
  readonly before: string;
  /**
   * Whether the figures have their head also where they are the only column, and on a phone: means
   * do not tell what they are as percentages do.
   */
  readonly always: boolean;
}

/** Pixels from the end of the axis to the right edges of the columns. */
const FIGURE_EDGE = 48;
const BEFORE_EDGE = 98;

const COLUMN = { type: 'text', align: 'right', baseline: 'middle' } as const;
const AT_END = { value: 'width' } as const;

/** Expression: pixels that the columns need. */
export function columnsRoom(rows: readonly RowFigure[]): string {
  const [one, two] = [FIGURE_EDGE, BEFORE_EDGE].map((edge) => edge + 2);
  return hasBefore(rows) ? `(${isWide()} ? ${two} : ${one})` : String(one);
}

/**
 * The figures of rows numbered in the field `row`, and behind them (on a phone below them) those of
 * the round before, with heads above.
 */
export function figureColumns(rows: readonly RowFigure[], heads: ColumnHeads) {
  const wide = isWide();
  const figures = rows.flatMap(({ row, name, figure, before }) =>
    figure === null
      ? []
      : [{ row, ...(name === null ? {} : { name }), value: figure, both: before !== null }],
  );
  return [
    {
      name: 'value',
      data: { values: figures },
      mark: {
        ...COLUMN,
        dx: FIGURE_EDGE,
        dy: { expr: `!${wide} && datum.both ? -7 : 0` },
        fontWeight: 600,
      },
      encoding: { x: AT_END, text: { field: 'value', type: 'nominal' } },
    },
    ...(hasBefore(rows) ? [beforeLayer(rows)] : []),
    ...(hasBefore(rows) || heads.always ? [headLayer(hasBefore(rows), heads)] : []),
    // Nothing to see: keeps the room of the columns. Text does not, because the chart is measured
    // before it is fitted to its width.
    {
      name: 'room',
      data: { values: [{ row: 0 }] },
      mark: {
        type: 'point',
        opacity: 0,
        size: 1,
        xOffset: hasBefore(rows) ? beforeEdge() : FIGURE_EDGE,
      },
      encoding: { x: AT_END },
    },
  ];
}

function hasBefore(rows: readonly RowFigure[]): boolean {
  return rows.some(({ before }) => before !== null);
}

function beforeEdge() {
  return { expr: `${isWide()} ? ${BEFORE_EDGE} : ${FIGURE_EDGE}` };
}

const GREY = { ...COLUMN, fontSize: 11, color: MUTED } as const;

/** The column of the round before. */
function beforeLayer(rows: readonly RowFigure[]) {
  const befores = rows.flatMap(({ row, figure, before }) =>
    before === null ? [] : [{ row, previousText: before, both: figure !== null }],
  );
  return {
    name: 'before',
    data: { values: befores },
    mark: { ...GREY, dx: beforeEdge(), dy: { expr: `${isWide()} || !datum.both ? 0 : 8` } },
    encoding: { x: AT_END, text: { field: 'previousText', type: 'nominal' } },
  };
}

/** Heads that tell the columns apart. */
function headLayer(both: boolean, heads: ColumnHeads) {
  const names = [
    { text: heads.figure, edge: FIGURE_EDGE, stays: heads.always },
    ...(both ? [{ text: heads.before, edge: BEFORE_EDGE, stays: false }] : []),
  ];
  return {
    name: 'columnhead',
    data: { values: names },
    transform: [{ filter: `datum.stays || ${isWide()}` }],
    mark: { ...GREY, dx: { expr: 'datum.edge' }, baseline: 'bottom' },
    encoding: { x: AT_END, y: { value: -3 }, text: { field: 'text', type: 'nominal' } },
  };
}
