/** What an export is taken for, in a form that fits a line of a test. */
import type { Effects } from '../../pipeline/effects.ts';
import { openExport } from '../../pipeline/read/export.ts';
import type { ColumnRole } from '../../pipeline/read/exports/column-role.ts';
import type { Answer } from '../../pipeline/read/respondent.ts';
import type { Question } from '../../pipeline/survey/survey.ts';
import { realFiles } from './effects.ts';
import { fixture, readAll, roundFile, survey } from './surveys.ts';

/** Format, header rows, and each column as `name = role`. */
export async function layoutOf(name: string, fx: Effects = realFiles) {
  const options = { encoding: null, sheet: null, headerRows: null };
  const file = await openExport(fixture(name), name, options, fx);
  const columns = file.header.map((header, i) => `${header} = ${roleText(file.layout.roles[i]!)}`);
  return { format: file.format, headerRows: file.headerRows, columns };
}

function roleText(role: ColumnRole): string {
  switch (role.kind) {
    case 'option':
      return `option of ${role.question}: ${role.option}`;
    case 'item':
      return `item of ${role.question}: ${role.item}`;
    case 'fill-in':
      return `fill-in of ${role.question}`;
    case 'question':
      return `question ${role.question}`;
    default:
      return role.kind;
  }
}

/** Answers of a fixture to some questions, one line a respondent, one word or list an answer. */
export async function answersIn(name: string, questions: readonly Question[]) {
  const read = await readAll(roundFile(fixture(name)), survey({ questions }));
  const answers = read.respondents.map((one) => one.answers.map(plainly));
  return { ...read, answers, notes: read.notes() };
}

export function plainly(answer: Answer): string | number | readonly string[] {
  if (answer.kind === 'options') return answer.options;
  if (answer.kind === 'text') return answer.text;
  return answer.kind === 'number' ? answer.value : answer.kind;
}
