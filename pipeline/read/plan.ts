/** Where everything that the survey reads stands in one file, and how its rows are judged. */
import { InputError, type Problem, problem } from '../errors.ts';
import { questionIn } from '../survey/question-in.ts';
import type { ColumnNames, Survey } from '../survey/survey.ts';
import { columnsOf } from './asked.ts';
import { askersOf } from './askers.ts';
import { ColumnFinder } from './columns.ts';
import { type DesignReader, designReader } from './design.ts';
import { excludeColumn } from './exclude.ts';
import { type Footer, footerOf, looksLikeFooter } from './footer.ts';
import { headerBelow } from './header-below.ts';
import { type HygienePlan, hygienePlan } from './hygiene/hygiene.ts';
import type { Note, NoteKind } from './notes.ts';
import { findAnswers, type Reading, type Search } from './reading.ts';
import { designRefusal, type RowJudge, rowJudge, weightReader } from './rows.ts';
import { totalsJudge } from './totals.ts';
import type { OpenedFile } from './twin.ts';

/** Where everything stands in this file, found once. */
export interface FilePlan {
  readonly header: readonly string[];
  /** Whether a record is a respondent, and if not, why. */
  readonly judge: RowJudge;
  readonly footer: Footer;
  /** As `judge`, for a pass before this one: it counts nothing. */
  readonly isRespondent: (cells: readonly string[]) => boolean;
  readonly id: number | null;
  /** Null for a cell that weighs nobody. */
  readonly weigh: (cells: readonly string[]) => number | null;
  readonly drawn: DesignReader;
  readonly reading: Reading;
  /** Another such, to read rows with a second time. */
  readonly rereading: Reading;
  note(kind: NoteKind, row: number, column: string): void;
  readonly hygiene: HygienePlan;
  readonly notes: () => readonly Note[];
  readonly refusals: () => readonly Problem[];
}

/**
 * @param round id of the round the file belongs to
 * @throws InputError with every column that is missing or ambiguous
 */
export function planOf(survey: Survey, opened: OpenedFile, round: string): FilePlan {
  const finder = new ColumnFinder(opened, (names) => askersOf(survey, names));
  const { columns } = survey;
  const optional = (names: readonly string[] | null) =>
    names === null ? null : finder.find(names);
  const id = optional(columns.respondent);
  const weight = optional(columns.weight);
  const drawn = designReader({
    stratum: optional(columns.stratum),
    cluster: optional(columns.cluster),
    fpc: optional(columns.fpc),
  });
  const design = new Set(finder.found);
  const row = opened.headerRecords[0]?.row ?? 1;
  const excluding = () =>
    survey.exclude.map(({ column, values }) =>
      excludeColumn(finder.find([column]), values, { column, row }),
    );
  const exclude = excluding();
  const search: Search = { opened, finder, problems: [], notes: [], refusals: [], round };
  const open = findAnswers(survey, search);
  const problems = [...finder.problems, ...search.problems];
  if (problems.length > 0) {
    throw new InputError(garbledHeader(opened) ?? headerBelow(opened, problems) ?? problems);
  }
  const asked = survey.questions.map((question) => questionIn(question, round));
  const isTotals = totalsJudge(survey, finder, round);
  const judgeBy = (columns: typeof exclude): RowJudge => {
    const judge = rowJudge(opened, columns, weight, isTotals);
    return (cells, weighs) => judge(cells, weighs) ?? designRefusal(cells, drawn, opened.header);
  };
  const isRow = judgeBy(excluding());
  const weigh = weightReader(weight);
  const again: Search = { ...search, problems: [], notes: [], refusals: [] };
  const texts = new Set(
    asked.flatMap((one) => (one?.type === 'open' ? finder.places(one.column) : [])),
  );
  const words = new Set(
    asked.flatMap((one) =>
      one !== null && 'options' in one ? [...one.options, ...one.aliases.keys()] : [],
    ),
  );
  return {
    header: opened.header,
    footer: footerOf(
      (cells) => looksLikeFooter(cells, opened.header.length, texts, words),
      isTotals,
    ),
    judge: judgeBy(exclude),
    id,
    isRespondent: (cells) => isRow(cells, weigh(cells)) === null,
    weigh,
    drawn,
    reading: open(),
    rereading: findAnswers(survey, again)(),
    note: opened.note,
    hygiene: hygienePlan(survey, asked, opened.layout.roles, finder.found, design),
    notes: () => [...search.notes, ...exclude.flatMap((one) => one.unmatched() ?? [])],
    refusals: () => search.refusals.flatMap((judge) => judge() ?? []),
  };
}

/** Every header that the survey reads in a round, with all its names. */
export function headersWanted(survey: Survey, round: string): readonly string[] {
  const asked = survey.questions.filter((one) => one.asked.includes(round));
  return [
    ...Object.values(survey.columns).flatMap((names: ColumnNames | null) => names ?? []),
    ...survey.exclude.map(({ column }) => column),
    ...survey.groups.flatMap(({ column }) => column),
    ...asked.flatMap(columnsOf).flat(),
  ];
}

/** Why no column may have been found: the file is read in an encoding it is not in. */
function garbledHeader({ name, encoding, likely }: OpenedFile): readonly Problem[] | null {
  return likely === null ? null : [problem('encoding-wrong', { file: name }, { encoding, likely })];
}
