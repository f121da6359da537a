/** Multiple-choice questions, in one column or in one an option. */
import type { Problem } from '../../errors.ts';
import { problem } from '../../errors.ts';
import type { MultipleQuestion } from '../../survey/survey.ts';
import { parseNumber, withoutFillIn } from '../cell.ts';
import type { Layout } from '../exports/layout.ts';
import { placeOf } from '../fates.ts';
import {
  accepted,
  type Judged,
  MISSING,
  type ReadAnswer,
  readColumn,
  SKIPPED,
  stateOf,
} from './answer-reader.ts';
import { splitChoices } from './split-choices.ts';

/**
 * All chosen options in one cell. What was filled in (`其他〖…〗`) is taken off before splitting, a
 * repeated option counts once, parts that are no declared option are set aside.
 */
export function readJoined(
  question: MultipleQuestion,
  separator: string | null,
  position: number,
  layout: Layout,
): ReadAnswer {
  const state = stateOf(question, layout);
  const { aliases } = question;
  const words = question.options.length === 0 ? [] : [...question.options, ...aliases.keys()];
  const declared = new Set(question.options);
  return readColumn(position, (cell): Judged => {
    const trimmed = cell.trim();
    const found = state(trimmed);
    if (found !== 'filled') return accepted(found === 'skipped' ? SKIPPED : MISSING);
    const { known, unknown } = splitChoices(withoutFillIn(trimmed), separator, words);
    const options: string[] = [];
    const stray: string[] = [];
    let repeated = 0;
    for (const option of known.map((one) => aliases.get(one) ?? one)) {
      if (declared.size > 0 && !declared.has(option)) stray.push(option);
      else if (options.includes(option)) repeated += 1;
      else options.push(option);
    }
    return {
      answer: options.length > 0 ? { kind: 'options', options } : MISSING,
      rejected: [...unknown, ...stray].map((part) => ['unknown-option', part] as const),
      selections: { found: known.length + unknown.length, used: options.length, repeated },
    };
  });
}

const REPEATED = placeOf('repeated');
const PLACE = {
  filled: placeOf('used'),
  missing: placeOf('missing'),
  skipped: placeOf('skipped'),
} as const;

/**
 * One column an option: chosen unless its cell is empty, 0 or listed in `unselected`. Who gave no
 * cell at all did not answer; who was shown none of them was not asked.
 */
export function readOptionColumns(
  question: MultipleQuestion,
  unselected: readonly string[],
  columns: readonly { readonly position: number; readonly option: string }[],
  layout: Layout,
): ReadAnswer {
  const state = stateOf(question, layout);
  const notChosen = new Set(unselected.map((word) => word.trim()));
  return (cells, _, book) => {
    const options: string[] = [];
    let answered = false;
    let skipped = 0;
    for (const { position, option } of columns) {
      const cell = (cells[position] ?? '').trim();
      const found = state(cell);
      if (found === 'skipped') skipped += 1;
      if (cell !== '') book.cells.add(position, PLACE[found]);
      if (found !== 'filled') continue;
      answered = true;
      if (notChosen.has(cell) || parseNumber(cell) === 0) continue;
      const repeated = options.includes(option);
      book.enterSelections(position, 1);
      book.selections.add(position, repeated ? REPEATED : PLACE.filled);
      if (!repeated) options.push(option);
    }
    if (answered) return { kind: 'options', options };
    return skipped === columns.length ? SKIPPED : MISSING;
  };
}

/**
 * Names the option of each column: from its header (`第6题(运动)`, `Which? [A]`, `21.题干:选项`)
 * if that gives declared options, else by position, else, with none declared, from its header.
 */
export function optionNames(
  question: MultipleQuestion,
  headers: readonly string[],
  file: string,
): readonly string[] | Problem {
  const { aliases, options } = question;
  const declared = new Set(options);
  const named = headers.map((header) => {
    const forms = optionForms(header).map((form) => aliases.get(form) ?? form);
    return forms.find((form) => declared.has(form)) ?? (options.length === 0 ? forms[0]! : null);
  });
  const distinct = new Set(named).size === named.length;
  if (distinct && !named.includes(null)) return named as readonly string[];
  if (options.length === headers.length) return options;
  if (options.length === 0) return headers;
  const values = { question: question.id, columns: headers.length, options: options.length };
  return problem('option-columns', { file }, values);
}

/** What of a header may be its option, the likeliest first; the header itself last. */
function optionForms(header: string): readonly string[] {
  const squared = /\[(.+)\]$/su.exec(header)?.[1];
  const afterColon = /^[^:：]*[:：](.+)$/su.exec(header)?.[1];
  return [squared, lastBracket(header), afterColon, header].flatMap((form) =>
    form === undefined || form.trim() === '' ? [] : [form.trim()],
  );
}

/** Inside of the bracket that ends a header, brackets within it included. */
function lastBracket(header: string): string | undefined {
  let depth = 0;
  for (let i = header.length - 1; i >= 0; i -= 1) {
    if (/[)）]/.test(header[i]!)) depth += 1;
    else if (/[(（]/.test(header[i]!)) depth -= 1;
    if (depth === 0) return i < header.length - 1 ? header.slice(i + 1, -1) : undefined;
  }
  return undefined;
}
