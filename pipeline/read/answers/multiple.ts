/** Multiple-choice questions, in one column or in one an option. */
import type { Problem } from '../../errors.ts';
import { problem } from '../../errors.ts';
import type { MultipleQuestion } from '../../survey/survey.ts';
import { plainName, withoutFillIn } from '../cell.ts';
import type { ColumnRole } from '../exports/column-role.ts';
import type { Layout } from '../exports/layout.ts';
import { bracketed, withoutLetter } from '../exports/parts.ts';
import type { Answer } from '../respondent.ts';
import {
  accepted,
  type Judged,
  MISSING,
  type ReadAnswer,
  readColumn,
  SKIPPED,
  stateOf,
} from './answer-reader.ts';
import { isDoubtful, splitChoices } from './split-choices.ts';

/**
 * All chosen options in one cell. What was filled in (`其他〖…〗`) is taken off before splitting, a
 * repeated option counts once, parts that are no declared option are set aside.
 *
 * @param told options that another file tells; they split cells, and stand in for declared ones
 */
export function readJoined(
  question: MultipleQuestion,
  separator: string | null,
  position: number,
  layout: Layout,
  told: readonly string[],
): ReadAnswer {
  const state = stateOf(question, layout);
  const { aliases, options: own } = question;
  const listed = own.length > 0 ? own : told;
  const words = listed.length === 0 ? [] : [...new Set([...own, ...aliases.keys(), ...told])];
  const declared = new Set(own.length > 0 ? own : told.map((one) => aliases.get(one) ?? one));
  return readColumn(position, (cell): Judged => {
    const trimmed = cell.trim();
    const found = state(trimmed);
    if (found !== 'filled') return accepted(found === 'skipped' ? SKIPPED : MISSING);
    const text = withoutFillIn(trimmed);
    const { known, unknown } = splitChoices(text, separator, words, layout.separators);
    const options: string[] = [];
    const stray: string[] = [];
    let repeated = 0;
    for (const option of known.map((one) => aliases.get(one) ?? plainName(one))) {
      if (declared.size > 0 && !declared.has(option)) stray.push(option);
      else if (options.includes(option)) repeated += 1;
      else options.push(option);
    }
    const answer: Answer = options.length > 0 ? { kind: 'options', options } : MISSING;
    const whole = words.length === 0 && separator === null && known.length === 1;
    const doubtful = whole && isDoubtful(text, layout.separators);
    return {
      answer,
      rejected: [...unknown, ...stray].map((part) => ['unknown-option', part] as const),
      selections: { found: known.length + unknown.length, used: options.length, repeated },
      ...(doubtful ? { remarked: 'options-undeclared' } : {}),
    };
  });
}

/** A column of an option: its header, and what the layout says of it. */
export interface OptionColumn {
  readonly header: string;
  readonly role: ColumnRole | undefined;
}

/**
 * Names the option of each column: as the layout tells or from its header (`第6题(运动)`,
 * `Which? [A]`, `21.题干:选项`) if that gives declared options, else by position, else, with none
 * declared, as the layout tells.
 */
export function optionNames(
  question: MultipleQuestion,
  columns: readonly OptionColumn[],
  file: string,
): readonly string[] | Problem {
  const { aliases, options } = question;
  const declared = new Set(options);
  const headers = columns.map(({ header }) => header);
  const optionOf = (form: string) => aliases.get(form) ?? form;
  const chosen = columns.map((column) => {
    const forms = optionForms(column);
    const known = forms.find((form) => declared.has(optionOf(form)));
    return known ?? (options.length === 0 ? forms[0]! : null);
  });
  // Two wordings of one option are two columns of it; one wording twice names no column.
  const distinct = new Set(chosen).size === chosen.length;
  if (distinct && !chosen.includes(null)) return (chosen as readonly string[]).map(optionOf);
  if (options.length === headers.length) return options;
  if (options.length === 0) return headers;
  const values = { question: question.id, columns: headers.length, options: options.length };
  return problem('option-columns', { file }, values);
}

/** What may be a column's option, the likeliest first; the header itself last. */
function optionForms({ header, role }: OptionColumn): readonly string[] {
  const told =
    role?.kind === 'option' ? role.option : role?.kind === 'item' ? role.item : undefined;
  const squared = bracketed(header, ']')?.part;
  const round = bracketed(header, ')）')?.part;
  const afterColon = /^[^:：]*[:：](.+)$/su.exec(header)?.[1];
  return [told, told && withoutLetter(told), squared, round, afterColon, header].flatMap((form) =>
    form === undefined || form.trim() === '' ? [] : [form.trim()],
  );
}
