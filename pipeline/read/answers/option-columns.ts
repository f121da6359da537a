/** Multiple-choice questions with one column an option. */
import type { MultipleQuestion } from '../../survey/survey.ts';
import { foldText, parseNumber, withoutFillIn } from '../cell.ts';
import type { Layout } from '../exports/layout.ts';
import { asksForWords, marksChoice, withoutLetter } from '../exports/parts.ts';
import { type FatePlace, placeOf } from '../fates.ts';
import { remember } from '../remember.ts';
import { type CellState, MISSING, type ReadAnswer, SKIPPED, stateOf } from './answer-reader.ts';

const REPEATED = placeOf('repeated');
const PLACE = {
  filled: placeOf('used'),
  missing: placeOf('missing'),
  skipped: placeOf('skipped'),
} as const;

/** What a cell says of its option. */
interface Mark {
  readonly state: CellState;
  /** Null of an empty cell, which is nothing that came in. */
  readonly fate: FatePlace | null;
  readonly chosen: boolean;
  /** Whether it holds words besides, which are not read. */
  readonly fillIn: boolean;
}

export interface OptionAt {
  readonly position: number;
  readonly option: string;
  /** Header of the column. */
  readonly header: string;
}

/**
 * One column an option: chosen unless its cell is empty, 0 or listed in `unselected`. Who gave no
 * cell at all did not answer; who was shown none of them was not asked.
 */
export function readOptionColumns(
  question: MultipleQuestion,
  unselected: readonly string[],
  columns: readonly OptionAt[],
  layout: Layout,
): ReadAnswer {
  const state = stateOf(question, layout);
  const notChosen = new Set(unselected.map((word) => word.trim()));
  const judge =
    (one: OptionAt) =>
    (written: string): Mark => {
      const cell = written.trim();
      const found = state(cell);
      const fate = cell === '' ? null : PLACE[found];
      const unchosen =
        found !== 'filled' ||
        notChosen.has(cell) ||
        layout.cellIsUnchosen(cell) ||
        parseNumber(cell) === 0;
      return { state: found, fate, chosen: !unchosen, fillIn: !unchosen && holdsWords(cell, one) };
    };
  const judged = columns.map((one) => ({ ...one, mark: remember(judge(one)) }));
  let counts: readonly Float64Array[] | null = null;
  return (cells, _, book) => {
    counts ??= columns.map(({ position }) => book.cells.row(position));
    const options: string[] = [];
    let answered = false;
    let skipped = 0;
    for (let i = 0; i < judged.length; i += 1) {
      const { position, option, mark } = judged[i]!;
      const { state: found, fate, chosen, fillIn } = mark(cells[position] ?? '');
      if (fate !== null) counts[i]![fate]! += 1;
      if (found === 'skipped') skipped += 1;
      if (found === 'filled') answered = true;
      if (!chosen) continue;
      const repeated = options.includes(option);
      book.enterSelections(position, 1);
      book.selections.add(position, repeated ? REPEATED : PLACE.filled);
      if (fillIn) book.noteFillIn(position);
      if (!repeated) options.push(option);
    }
    if (answered) return { kind: 'options', options };
    return skipped === columns.length ? SKIPPED : MISSING;
  };
}

/** Blanks to fill in, as they stand in the option: `其他____{fillblank-1a2b}`, `其他____`. */
const BLANK = /_{2,}(?:\{[^}]*\})?/g;
const OTHER = /其他|其它|其餘|其余|^other\b|\bother(?:\b|$)/i;
/** All that a cell may hold beside its option and yet say nothing. */
const NOTHING = /^[[\](){}（）【】〖〗:：_\s]*$/;

/**
 * Whether the cell of a chosen option says more than that: `C.其他____{fillblank-1a2b}[车辆]`, or, in
 * the column of an option that asks for words, anything but a mark. What else a column may mark
 * its option with is nobody's words.
 */
function holdsWords(cell: string, { option, header }: OptionAt): boolean {
  if (cell !== withoutFillIn(cell)) return true;
  const written = foldText(withoutLetter(cell)).replace(BLANK, '');
  const name = foldText(withoutLetter(option)).replace(BLANK, '');
  if (name !== '' && written.startsWith(name)) return !NOTHING.test(written.slice(name.length));
  const asks = [option, header].some((text) => OTHER.test(text) || asksForWords(text));
  return asks && !marksChoice(cell) && parseNumber(cell) === null;
}
