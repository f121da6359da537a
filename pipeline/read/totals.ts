/** Rows of sums that spreadsheet users put below their data, told from people's answers. */
import { questionIn } from '../survey/question-in.ts';
import type { Group, Question, Survey } from '../survey/survey.ts';
import { columnsOf } from './asked.ts';
import type { ColumnFinder } from './columns.ts';

/** First cell of such a row. */
const TOTALS =
  /^(?:合计|总计|共计|小计|总和|平均|平均值|平均分|合計|總計|共計|小計|總和|total|sum|subtotal|average|mean)[:：]?$/i;

/** Whether a word heads a row of sums; `合 计` is spread out as spreadsheet users like to. */
export function headsTotals(word: string): boolean {
  return TOTALS.test(word.replace(/\s/g, ''));
}

/** Sums, shares and dashes; whoever wrote a word or chose one answered something. */
const WORDS = /\p{L}/u;

/** Whether a record is a row of sums. */
export type IsTotals = (cells: readonly string[]) => boolean;

/**
 * Judges the records of one file. People answer 平均 and are called Total: a row is one of sums
 * only if its first cell cannot be an answer or a known value of a group, and no other cell holds
 * a word.
 */
export function totalsJudge(survey: Survey, finder: ColumnFinder, round: string): IsTotals {
  const isFirst = (names: readonly string[]) => finder.places(names).includes(0);
  const readers = [
    ...survey.groups.flatMap((group) => (isFirst(group.column) ? [valuesOf(group)] : [])),
    ...survey.questions.flatMap((question) => {
      const asked = questionIn(question, round);
      return asked !== null && columnsOf(asked).some(isFirst) ? [wordsOf(asked)] : [];
    }),
  ];
  return totalsUnless((word) => readers.some((words) => words === null || words.has(word)));
}

/** @param mayAnswer whether a word in the first cell may be an answer or a known value */
export function totalsUnless(mayAnswer: (word: string) => boolean): IsTotals {
  return (cells) => {
    const word = (cells[0] ?? '').trim();
    if (!TOTALS.test(word) || mayAnswer(word)) return false;
    for (let i = 1; i < cells.length; i += 1) if (WORDS.test(cells[i]!)) return false;
    return true;
  };
}

function valuesOf({ aliases }: Group): ReadonlySet<string> {
  return new Set([...aliases.keys(), ...aliases.values()]);
}

/** What a cell of the question may say; null where anything may be an answer. */
function wordsOf(question: Question): ReadonlySet<string> | null {
  const none = [...question.missing, ...question.skipped].map((word) => word.trim());
  switch (question.type) {
    case 'open':
      return null;
    case 'number':
      return new Set(none);
    case 'scale': {
      const labels = [...question.labels.values()].flatMap((label) => Object.values(label));
      return new Set([...none, ...labels, ...question.aliases.keys()]);
    }
    case 'single':
    case 'multiple': {
      const { options, aliases, labels } = question;
      const isFree =
        options.length === 0 ||
        (question.type === 'multiple' && question.layout.kind === 'columns');
      return isFree ? null : new Set([...none, ...options, ...aliases.keys(), ...labels.keys()]);
    }
  }
}
