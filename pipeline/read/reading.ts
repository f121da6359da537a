/** How the answers of one file are read: a reader for each group and question, and their books. */
import type { Problem } from '../errors.ts';
import { questionIn } from '../survey/question-in.ts';
import type { MultipleQuestion, Question, Survey } from '../survey/survey.ts';
import type { ReadAnswer, Tell } from './answers/answer-reader.ts';
import { optionNames, readJoined } from './answers/multiple.ts';
import { readOpen } from './answers/open.ts';
import { readOptionColumns } from './answers/option-columns.ts';
import { PointCounts, rangeProblem } from './answers/point-counts.ts';
import { readNumber, readScale } from './answers/scale.ts';
import { readSingle } from './answers/single.ts';
import { columnsOf, leaveUnasked, unaskedColumns, unaskedPlaces } from './asked.ts';
import { type Books, openBooks } from './books.ts';
import { type ColumnFinder, columnName } from './columns.ts';
import { groupReader } from './groups.ts';
import type { Note } from './notes.ts';
import type { Respondent } from './respondent.ts';
import type { OpenedFile } from './twin.ts';

/** Reads groups and answers, and enters what becomes of each cell. */
export interface Reading {
  readonly ledger: Books['ledger'];
  read(cells: readonly string[], tell: Tell): Pick<Respondent, 'groups' | 'answers'>;
}

/** Looks up all columns of groups and questions; what is missing is noted in `search`. */
export function findAnswers(survey: Survey, search: Search): () => Reading {
  const { opened, finder, round } = search;
  const positions = survey.groups.map(({ column }) => finder.find(column));
  const answers = survey.questions.map((question) => {
    const own = questionIn(question, round);
    if (own !== null) return answerReader(own, search);
    search.notes.push(...unaskedColumns(question, opened, finder));
    return leaveUnasked(question, unaskedPlaces(question, finder));
  });
  return () => {
    const books = openBooks(survey, opened.header, finder, round);
    const { questions, enterPlain, ledger } = books;
    const groups = groupReader(survey.groups, positions, opened.layout, books.groups);
    return {
      ledger,
      read: (cells, tell) => {
        enterPlain(cells);
        return {
          groups: groups(cells),
          answers: answers.map((read, i) => read(cells, tell, questions[i]!)),
        };
      },
    };
  };
}

/** What is looked up in one file, and what comes of it. */
export interface Search {
  readonly opened: OpenedFile;
  readonly finder: ColumnFinder;
  readonly problems: Problem[];
  readonly notes: Note[];
  /** Each to be asked once the file has been read. */
  readonly refusals: (() => Problem | null)[];
  readonly round: string;
}

function answerReader(question: Question, search: Search): ReadAnswer {
  const { opened, finder } = search;
  const { layout } = opened;
  const place = (names: readonly string[]) => finder.find(names, question.id);
  switch (question.type) {
    case 'open':
      return readOpen(question, place(question.column), layout);
    case 'single':
      return readSingle(question, place(question.column), layout);
    case 'scale': {
      const position = place(question.column);
      const counts = new PointCounts();
      const column = columnName(opened.header[position], position);
      const where = { file: opened.name, column };
      search.refusals.push(() => rangeProblem(question, counts, where, search.round));
      return readScale(question, position, layout, counts);
    }
    case 'number':
      return readNumber(question, place(question.column), layout);
    case 'multiple':
      return multipleReader(question, search);
  }
}

function multipleReader(
  question: MultipleQuestion,
  { opened, finder, problems }: Search,
): ReadAnswer {
  const { layout } = question;
  const none = !columnsOf(question).some((names) => finder.has(names));
  const place = (names: readonly string[]) => finder.find(names, none ? question.id : '');
  if (layout.kind === 'joined') {
    const position = place(layout.column);
    const told = opened.options.get(position) ?? [];
    return readJoined(question, layout.separator, position, opened.layout, told);
  }
  const positions = layout.columns.map(place);
  const headers = positions.map((position) => ({
    header: opened.header[position] ?? '',
    role: opened.layout.roles[position],
  }));
  const names = positions.includes(-1)
    ? headers.map(({ header }) => header)
    : optionNames(question, headers, opened.name);
  if ('message' in names) {
    problems.push(names);
    return () => ({ kind: 'missing' });
  }
  const columns = positions.map((position, i) => {
    const header = opened.header[position] ?? '';
    return { position, option: names[i]!, header };
  });
  return readOptionColumns(question, layout.unselected, columns, opened.layout);
}
