/** Multiple-choice questions, in one column or in one an option. */
import type { Problem } from '../../errors.ts';
import { problem } from '../../errors.ts';
import type { MultipleQuestion } from '../../survey/survey.ts';
import { plainName, withoutFillIn } from '../cell.ts';
import { listed } from '../columns.ts';
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
    const chosen = new Set<string>();
    const stray: string[] = [];
    let repeated = 0;
    for (const option of known.map((one) => aliases.get(one) ?? plainName(one))) {
      if (declared.size > 0 && !declared.has(option)) stray.push(option);
      else if (chosen.has(option)) repeated += 1;
      else chosen.add(option);
    }
    const options = [...chosen];
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
 * `Which? [A]`, `21.题干:选项`) if that gives declared options, else, with none declared, as the
 * layout tells. By position only where no header tells any declared option: where some do, one that
 * does not is of an option that was worded otherwise, and no position says of which.
 */
export function optionNames(
  question: MultipleQuestion,
  columns: readonly OptionColumn[],
  file: string,
): readonly string[] | Problem {
  const { aliases, options } = question;
  const headers = columns.map(({ header }) => header);
  const optionOf = (form: string) => aliases.get(form) ?? form;
  const forms = columns.map(optionForms);
  if (options.length === 0) {
    const likeliest = forms.map(([first]) => optionOf(first!));
    return new Set(likeliest).size === likeliest.length ? likeliest : headers;
  }
  const known = forms.map((some) => some.find((form) => options.includes(optionOf(form))));
  // Two wordings of one option are two columns of it; one wording twice names no column.
  const unmatched = headers.filter(
    (_, i) => known[i] === undefined || known.indexOf(known[i]) !== known.lastIndexOf(known[i]),
  );
  if (unmatched.length === 0) return known.map((form) => optionOf(form!));
  const declared = question.layout.kind === 'columns' ? question.layout.options : [];
  const untold = known.every((form) => form === undefined);
  if (untold && declared.length === columns.length) return declared;
  const told = new Set(known.map((form) => optionOf(form ?? '')));
  const unused = options.filter((option) => !told.has(option));
  return problem(
    'option-columns',
    { file },
    {
      question: question.id,
      columns: columns.length,
      unmatched: listed(unmatched),
      unused: listed(unused),
    },
  );
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
