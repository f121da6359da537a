/** The open questions as the report shows them: one panel a question and taxonomy. */
import type { ProblemRow, TrendRow } from '../aggregate/tables.ts';
import type { OpenQuestion, Question, Round } from '../survey/survey.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { ReportModel } from './model.ts';

/** Answers to one question that were coded with one taxonomy. */
export interface Panel {
  readonly question: OpenQuestion;
  readonly taxonomy: Taxonomy;
  /** Place of the taxonomy in the model: it has the same colour everywhere. */
  readonly hue: number;
  /** Rounds that have results, oldest first; at least one. */
  readonly rounds: readonly Round[];
  readonly latest: Round;
  /** The round before the latest, if it asked the question too. */
  readonly previous: Round | null;
  /** Its lines of problems.csv, of every round and group. */
  readonly rows: readonly ProblemRow[];
  /** Level-1 codes, largest share of the latest round first, hidden ones last. */
  readonly order: readonly string[];
}

/** Every panel that has results, in the survey's order of questions. */
export function panelsOf(model: ReportModel): readonly Panel[] {
  const open = model.survey.questions.filter((one) => one.type === 'open');
  return open.flatMap((question) =>
    model.taxonomies.flatMap((taxonomy, hue) => {
      const rows = model.tables.problems.filter(
        (row) => row.question === question.id && row.taxonomy === taxonomy.id,
      );
      const rounds = roundsIn(model, rows);
      const latest = rounds.at(-1);
      if (latest === undefined) return [];
      const order = orderOf(rows, taxonomy, latest.id);
      const previous = previousOf(model, rounds);
      return [{ question, taxonomy, hue, rounds, latest, previous, rows, order }];
    }),
  );
}

/** The survey's rounds that occur in some rows, oldest first. */
export function roundsIn(
  model: ReportModel,
  rows: readonly { readonly round: string }[],
): readonly Round[] {
  const present = new Set(rows.map((row) => row.round));
  return model.survey.rounds.filter((round) => present.has(round.id));
}

/** The survey's round before the last of `rounds`, if it is among them. */
export function previousOf(model: ReportModel, rounds: readonly Round[]): Round | null {
  const latest = model.survey.rounds.findIndex(({ id }) => id === rounds.at(-1)?.id);
  return rounds.find(({ id }) => id === model.survey.rounds[latest - 1]?.id) ?? null;
}

/** The rounds that did not ask a question, oldest first. */
export function unaskedRounds(model: ReportModel, question: Question): readonly Round[] {
  return model.survey.rounds.filter(({ id }) => !question.asked.includes(id));
}

/** Codes of level 1 by shown share; ties and hidden codes in the taxonomy's order. */
function orderOf(rows: readonly ProblemRow[], taxonomy: Taxonomy, round: string) {
  const share = new Map(
    rows
      .filter((row) => row.round === round && row.group === 'all' && row.level === 1)
      .map((row) => [row.code, row.share ?? -1] as const),
  );
  const codes = taxonomy.problems.map((one) => one.id).filter((code) => share.has(code));
  return [...codes].sort((a, b) => (share.get(b) ?? -1) - (share.get(a) ?? -1));
}

/** Values of a group in the latest round, as the table orders them. */
export function groupValues(panel: Panel, group: string): readonly string[] {
  const rows = panel.rows.filter((row) => row.group === group && row.round === panel.latest.id);
  return [...new Set(rows.map((row) => row.value))];
}

/** Rows of the whole sample in one round, by code. */
export function overall(panel: Panel, round: string | undefined): ReadonlyMap<string, ProblemRow> {
  return new Map(
    panel.rows
      .filter((row) => row.group === 'all' && row.round === round)
      .map((row) => [row.code, row] as const),
  );
}

/** Verdicts that end in the latest round, from the round before and from the first. */
export function latestTrends(model: ReportModel, panel: Panel, code: string): readonly TrendRow[] {
  return model.tables.trends.filter(
    (row) =>
      row.question === panel.question.id &&
      row.code === code &&
      row.group === 'all' &&
      row.to === panel.latest.id,
  );
}
